// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

extension PlanFile {
    /// The members that each object of a plan file may have, by the names on the way to it; any, where there is no entry.
    static let members: [[String]: Set<String>] = [
        []: [
            "muster", "scenario", "digest", "currency", "style", "status", "objective", "bound", "searched", "goals",
            "gap", "starts", "starts proof", "summary", "assignments", "subcontracts", "unfilled", "stages", "prices",
        ],
        ["goals"]: ["goal", "unit", "tolerance", "best", "bound", "base", "reached"],
        ["starts proof"]: ["objective", "bound", "gap", "planned", "prices"],
        ["starts proof", "prices"]: ["person", "pool", "weeks"],
        ["assignments"]: ["person", "line", "kind", "shares", "weeks"],
        ["assignments", "shares"]: ["from", "to", "share"],
        ["subcontracts"]: ["pool", "line", "shares", "weeks"],
        ["subcontracts", "shares"]: ["from", "to", "share"],
        ["unfilled"]: [
            "line", "reason", "skill", "needs", "best", "role", "office", "site", "nearest", "weeks",
        ],
        ["stages"]: ["stage", "objective", "bound"],
        ["prices"]: ["stage", "goal", "line", "person", "pool", "promise", "from", "to", "price", "weeks"],
    ]

    /// Refuses members that no plan has, and those that stand twice in one object, of which a reader would take either.
    ///
    /// - Parameter data: JSON that has been read.
    static func checkMembers(of data: Data) throws(PlanFileError) {
        guard String(validating: data, as: UTF8.self) != nil, !data.contains(0) else {
            throw PlanFileError(description: "not UTF-8 text")
        }
        var reader = MemberReader(data)
        try reader.value([])
    }
}

/// Walks through JSON that is known to be sound, from member to member.
private struct MemberReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ data: Data) { bytes = Array(data) }

    mutating func value(_ path: [String]) throws(PlanFileError) {
        skip { $0 <= UInt8(ascii: " ") || $0 >= 0x80 }
        guard at < bytes.count else { return }
        switch bytes[at] {
        case UInt8(ascii: "{"): try object(path)
        case UInt8(ascii: "["): try list(path)
        case UInt8(ascii: "\""): _ = text()
        default: skip { !MemberReader.marks.contains($0) }
        }
    }

    private static let marks = Array(",]}".utf8)

    private mutating func object(_ path: [String]) throws(PlanFileError) {
        var seen: Set<String> = []
        let known = PlanFile.members[path]
        while let quote = next(of: "\"", before: "}") {
            at = quote
            let name = text()
            guard seen.insert(name).inserted else { throw fault(path, name, "stands there twice") }
            guard known?.contains(name) ?? true else { throw fault(path, name, "is none that a plan has") }
            _ = next(of: ":", before: "}").map { at = $0 + 1 }
            try value(path + [name])
        }
    }

    private mutating func list(_ path: [String]) throws(PlanFileError) {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "]") {
            let mark = bytes[at]
            if mark == UInt8(ascii: ",") || mark <= UInt8(ascii: " ") { at += 1 } else { try value(path) }
        }
        at += 1
    }

    /// Where the next such byte stands; nil, behind the end, if the object ends before it.
    private mutating func next(of mark: UnicodeScalar, before end: UnicodeScalar) -> Int? {
        skip { $0 != UInt8(ascii: mark) && $0 != UInt8(ascii: end) }
        guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else {
            at += 1
            return nil
        }
        return at
    }

    private mutating func text() -> String {
        let start = at
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        at = min(at + 1, bytes.count)
        let quoted = bytes[start..<at]
        guard quoted.contains(UInt8(ascii: "\\")) else {
            return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        }
        // The same name can be written in several ways.
        return (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? ""
    }

    private mutating func skip(while isSkipped: (UInt8) -> Bool) {
        while at < bytes.count, isSkipped(bytes[at]) { at += 1 }
    }

    private func fault(_ path: [String], _ name: String, _ what: String) -> PlanFileError {
        let place = path.isEmpty ? "the file" : path.joined(separator: ".")
        return PlanFileError(description: "\(place): the member '\(name)' \(what)")
    }
}
