// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension ScenarioFormat {
    /// The canonical form of a scenario file: keys in the order of the format, two spaces for each level, short
    /// mappings between braces where they fit, values spaced alike. Comments are kept, and so are single blank lines.
    ///
    /// The form says the same as the text, and is its own canonical form. Values are not checked; that is what
    /// reading is for.
    ///
    /// - Throws: what keeps the text from being taken apart, or a comment that would have no place.
    public static func canonicalText(of text: String, named name: String) throws(Problems) -> String {
        let source = SourceText(name: name, text: text)
        let scan = YamlScan(source.text)
        var problems: [Problem] = []
        let root = Node.yaml(source, scan, problems: &problems)
        problems += scan.comments.filter(\.inBrackets).map { Problem(.commentInFlow, at: source.place($0.at)) }
        guard problems.isEmpty, let root else { throw Problems(problems, in: [source]) }
        var attaching = CommentAttachment(scan.comments, source)
        var writer = CanonicalWriter()
        writer.block(attaching.value(root), .record(RootFormat.record), depth: 0)
        writer.comments(attaching.rest(), depth: 0)
        return writer.text
    }
}

/// A part of a file with the comments that belong to it.
struct CommentedItem {
    enum Value {
        case text(String)
        case mapping([CommentedItem])
        case list([CommentedItem])
    }

    let key: String?
    let value: Value
    /// The lines of comment above; an empty one stands for a blank line.
    let above: [String]
    /// The comment at the end of the line.
    let beside: String?

    /// Whether anything within has a comment of its own.
    var holdsComments: Bool {
        switch value {
        case .text: false
        case .mapping(let items), .list(let items):
            items.contains { $0.above.contains { !$0.isEmpty } || $0.beside != nil || $0.holdsComments }
        }
    }
}

/// Hands out comments in the order of the text: a comment above goes to what comes next, a comment at the end of a
/// line to the first thing on that line.
struct CommentAttachment {
    private var comments: ArraySlice<YamlScan.Comment>
    private let source: SourceText
    private var lastLine = 0

    init(_ comments: [YamlScan.Comment], _ source: SourceText) {
        self.comments = comments[...]
        self.source = source
    }

    mutating func value(_ node: Node) -> CommentedItem.Value {
        switch node.content {
        case .text(let text): .text(text)
        case .list(let nodes): .list(nodes.map { item($0, key: nil) })
        case .mapping(let entries): .mapping(entries.map { item($0.value, key: $0.key) })
        }
    }

    private mutating func item(_ node: Node, key: Excerpt?) -> CommentedItem {
        let line = (key?.place ?? node.place).line
        var (above, beside): ([String], String?) = ([], nil)
        if line > lastLine {
            lastLine = line
            above = lines(before: line)
            if isBlank(line - 1) { above.append("") }
            if let comment = comments.first, comment.at.line == line {
                beside = comment.text
                comments.removeFirst()
            }
        }
        return CommentedItem(key: key?.text, value: value(node), above: above, beside: beside)
    }

    /// The comments that are left at the end.
    mutating func rest() -> [String] { lines(before: .max) }

    private mutating func lines(before line: Int) -> [String] {
        var lines: [String] = []
        while let comment = comments.first, comment.at.line < line {
            if comment.ownsLine, isBlank(comment.at.line - 1) { lines.append("") }
            lines.append(comment.text)
            comments.removeFirst()
        }
        return lines
    }

    private func isBlank(_ line: Int) -> Bool { source.line(line)?.allSatisfy { $0 == " " || $0 == "\t" } ?? false }
}
