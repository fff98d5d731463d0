// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// The understanding of loaded files: what has been found wrong so far, what is declared, and where things stand.
final class Reading {
    let loaded: Loaded
    var sections = Sections()
    var currency: Currency?
    private(set) var problems: [Problem]
    /// Some part of the files could not be read at all: what it declares is unknown.
    var isPartial: Bool
    private(set) var notes: [Problem] = []
    var places: [Subject: SourcePlace] = [:]

    /// The ids that each kind of reference can go to. Phases are those of the project that is being read.
    private var declared: [Reference: Declared] = [:]
    /// Projects as tables of needs name them.
    var tabledProjects: [Excerpt] = []
    /// The firm to which the change that is being read will be made.
    var firmBefore: Firm?
    /// How many needs have been read.
    var lineCount = 0
    /// Needs by project.
    var needs: [String: Declared] = [:]

    /// What clients' keys say about money.
    var accounts: [ClientAccount] = []
    /// What the files say about money, once they are read.
    var books: Books?

    struct Declared {
        private(set) var ids: [String] = []
        private var known: Set<String> = []

        init(_ ids: [String]) {
            self.ids = ids
            known = Set(ids)
        }

        func contains(_ id: String) -> Bool { known.contains(id) }

        mutating func add(_ more: [String]) {
            ids += more
            known.formUnion(more)
        }
    }

    init(_ loaded: Loaded) {
        self.loaded = loaded
        problems = loaded.problems
        isPartial = loaded.isPartial
    }

    func report(_ problem: Problem) {
        problems.append(problem)
    }

    func report(_ fault: Fault, at place: SourcePlace) {
        report(Problem(fault, at: place))
    }

    /// Takes back what has been reported since there were so many problems.
    func takeBack(after count: Int) -> [Problem] {
        let back = Array(problems[count...])
        problems.removeSubrange(count...)
        return back
    }

    /// Forgets all notes, before the firm that they are about is changed.
    func forgetNotes() { notes = [] }

    func note(_ fault: Fault, at place: SourcePlace) {
        notes.append(Problem(fault, at: place))
    }

    /// The value, or nil once its problem is reported.
    func attempt<Value>(_ body: () throws(Problem) -> Value) -> Value? {
        do {
            return try body()
        } catch {
            report(error)
            return nil
        }
    }

    /// Says what names of a kind there are. Of a broken section that is not known.
    func declare(_ kind: Reference, _ section: Sections.Section) {
        declared[kind] = section.isBroken ? nil : Declared(section.ids)
    }

    /// Says what names of a kind there are; nil where that is not known.
    func declare(_ kind: Reference, _ ids: [String]?) { declared[kind] = ids.map(Declared.init) }

    /// Reports a name that nothing is declared under; silent where a declaration may stand in what is broken.
    func check(_ kind: Reference, _ name: Excerpt) {
        if let declared = declared[kind] { check(kind, name, among: declared) }
    }

    func check(_ kind: Reference, _ name: Excerpt, among declared: Declared) {
        guard !declared.contains(name.text), !isPartial else { return }
        report(name.fault(.unknown(kind, name.text, known: declared.ids)))
    }

    func isDeclared(_ kind: Reference, _ id: String) -> Bool {
        declared[kind]?.contains(id) ?? false
    }

    /// Reports a key that cannot be an id.
    func isID(_ key: Excerpt) -> Bool {
        let isLetter = key.text.utf8.first.map { ($0 | 0x20).isASCIILetter } ?? false
        let isSound = isLetter && key.text.utf8.count <= 100 && key.text.utf8.allSatisfy(\.isIDByte)
        if !isSound { report(key.fault(.notAnID(key.text))) }
        return isSound
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

    fileprivate var isIDByte: Bool {
        (self | 0x20).isASCIILetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }
}
