// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// All files of a scenario, read and taken apart, but not yet understood.
struct Loaded {
    struct Document {
        let root: Node
        /// Included by another one, and so without a name, a horizon and a currency.
        let isIncluded: Bool
    }

    /// In the order in which they were opened: a file, then what it includes or starts from.
    var sources: [SourceText] = []
    /// Files that start from another one, the one that was opened first.
    var overlays: [Document] = []
    var documents: [Document] = []
    var tables: [Table] = []
    var problems: [Problem] = []
    /// Some file, or a part of one, could not be read at all: what it declares is unknown.
    var isPartial = false
}

/// Follows `from:` and `include:` from file to file.
struct Loader {
    static let mostFiles = 1000

    private let files: FileReader
    private var loaded = Loaded()
    private var bytesLeft = SourceText.mostBytes
    private var seen: Set<String> = []
    /// Files that start from another one, on the way to the one that is whole.
    private var bases: [String] = []

    static func load(_ path: String, including tables: [String], from files: FileReader) -> Loaded {
        var loader = Loader(files: files)
        func name(_ path: String) -> Excerpt {
            Excerpt(text: path, place: SourcePlace(file: path, line: 1, column: 1))
        }
        loader.open(path, from: name(path), within: [])
        // What is no YAML is a table by what it is named for, whatever its name: `/dev/stdin`, `new.txt`.
        for table in tables {
            let isDocument = [".yaml", ".yml"].contains { table.lowercased().hasSuffix($0) }
            loader.open(table, from: name(table), within: [path], isTable: !isDocument)
        }
        return loader.loaded
    }

    private init(files: FileReader) {
        self.files = files
    }

    /// Opens a file that is named somewhere, unless it has been read.
    private mutating func open(
        _ path: String, from name: Excerpt, within chain: [String], isTable: Bool = false
    ) {
        let steps = resolved(path, beside: "")
        if let start = bases.firstIndex(where: { resolved($0, beside: "") == steps }) {
            return fail(name.fault(.cyclicBase(chain: bases[start...] + chain + [path])))
        }
        if let start = chain.firstIndex(where: { resolved($0, beside: "") == steps }) {
            return fail(name.fault(.cyclicInclude(chain: chain[start...] + [path])))
        }
        guard seen.insert(steps).inserted else { return }
        guard seen.count <= Loader.mostFiles else {
            if seen.count == Loader.mostFiles + 1 { fail(name.fault(.tooMany("files", most: Loader.mostFiles))) }
            return
        }
        do {
            let source = try read(path, named: name)
            loaded.sources.append(source)
            // Only what is included can be a table, and so has a scenario around it.
            if isTable || !chain.isEmpty && path.lowercased().hasSuffix(".csv") {
                loaded.tables.append(try Table(source))
            } else {
                document(source, path, within: chain)
            }
        } catch {
            fail(error)
        }
    }

    private mutating func read(_ path: String, named name: Excerpt) throws(Problem) -> SourceText {
        let bytes: [UInt8]
        do {
            bytes = try files.bytes(path, bytesLeft + 1)
        } catch {
            switch error {
            case .missing: throw name.fault(.missingFile(path))
            case .unreadable(let why): throw name.fault(.unreadableFile(path, why: why))
            }
        }
        guard bytes.count <= bytesLeft else { throw name.fault(.fileTooLarge) }
        bytesLeft -= bytes.count
        return try SourceText(name: path, bytes: bytes)
    }

    private mutating func document(_ source: SourceText, _ path: String, within chain: [String]) {
        let scan = YamlScan(source.text)
        guard let root = Node.yaml(source, scan, problems: &loaded.problems) else {
            loaded.isPartial = true
            return
        }
        if chain.isEmpty, let base = root.base {
            loaded.overlays.append(Loaded.Document(root: root, isIncluded: false))
            bases.append(path)
            return open(resolved(base.text, beside: path), from: base, within: [])
        }
        loaded.documents.append(Loaded.Document(root: root, isIncluded: !chain.isEmpty))
        for name in root.includes {
            open(resolved(name.text, beside: path), from: name, within: chain + [path])
        }
    }

    private mutating func fail(_ problem: Problem) {
        loaded.problems.append(problem)
        loaded.isPartial = true
    }
}

extension Node {
    /// The path after `from:`, where there is one.
    fileprivate var base: Excerpt? {
        guard case .mapping(let entries) = content, let entry = entries.first(where: { $0.key.text == "from" }),
            case .text(let text) = entry.value.content, !text.isEmpty
        else { return nil }
        return Excerpt(text: text, place: entry.value.place)
    }

    /// The paths under `include:`, as far as they are texts; the rest is reported when the document is understood.
    fileprivate var includes: [Excerpt] {
        guard case .mapping(let entries) = content, let entry = entries.first(where: { $0.key.text == "include" }),
            case .list(let nodes) = entry.value.content
        else { return [] }
        return nodes.compactMap { node in
            guard case .text(let text) = node.content, !text.isEmpty else { return nil }
            return Excerpt(text: text, place: node.place)
        }
    }
}

/// A path relative to a file's directory, without `.` and `..` steps where they can be taken out.
private func resolved(_ path: String, beside file: String) -> String {
    let base = path.hasPrefix("/") ? [] : file.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var steps: [Substring] = []
    for step in base + path.split(separator: "/") where step != "." {
        if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
    }
    let isAbsolute = path.hasPrefix("/") || file.hasPrefix("/")
    return (isAbsolute ? "/" : "") + steps.joined(separator: "/")
}
