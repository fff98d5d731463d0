// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes the canonical form.
struct CanonicalWriter {
    private(set) var text = ""
    static let width = 100

    /// Comments, each on a line of its own; blank lines stay between things, never at the beginning.
    mutating func comments(_ lines: [String], depth: Int, isFirst: Bool = false) {
        for line in isFirst ? Array(lines.drop { $0.isEmpty }) : lines {
            if !line.isEmpty {
                text += indent(depth) + line + "\n"
            } else if !text.isEmpty, !text.hasSuffix("\n\n") {
                text += "\n"
            }
        }
    }

    /// A value over several lines.
    mutating func block(_ value: CommentedItem.Value, _ shape: Shape?, depth: Int) {
        switch value {
        case .text(let scalar):
            if !scalar.isEmpty { text += indent(depth) + written(scalar, shape, inBraces: false) + "\n" }
        case .mapping(let items):
            let shape = shape?.resolved(for: value)
            for (index, item) in ordered(items, shape).enumerated() {
                comments(item.above, depth: depth, isFirst: index == 0)
                let key = written(item.key ?? "", nil, inBraces: false)
                entry(indent(depth) + key + ":", item, shape?.value(of: item.key ?? ""), depth: depth)
            }
        case .list(let items):
            for (index, item) in items.enumerated() {
                comments(item.above, depth: depth, isFirst: index == 0)
                element(item, shape?.element(for: item.value), depth: depth)
            }
        }
    }

    /// What stands after a dash; of a mapping over several lines, the first key stands beside the dash, and so does the
    /// comment at the end of the dash's line.
    private mutating func element(_ item: CommentedItem, _ shape: Shape?, depth: Int) {
        let lead = indent(depth) + "-"
        guard !isLine(item.value, shape), case .mapping(let items) = item.value,
            let first = ordered(items, shape).first, !first.above.contains(where: { !$0.isEmpty }),
            item.beside == nil || first.beside == nil
        else { return entry(lead, item, shape, depth: depth) }
        var inner = CanonicalWriter()
        let beside = CommentedItem(
            key: first.key, value: first.value, above: [], beside: item.beside ?? first.beside)
        let rest = items.filter { $0.key != first.key }
        inner.block(.mapping([beside] + rest), shape, depth: depth + 1)
        text += lead + " " + inner.text.dropFirst(indent(depth + 1).count)
    }

    /// What stands after a key or a dash: on the same line where it fits.
    private mutating func entry(_ lead: String, _ item: CommentedItem, _ shape: Shape?, depth: Int) {
        let beside = item.beside.map { " " + $0 } ?? ""
        if isLine(item.value, shape), !item.holdsComments, let line = flow(item.value, shape),
            item.value.isText || lead.count + 1 + line.count <= CanonicalWriter.width
        {
            text += lead + (line.isEmpty ? "" : " " + line) + beside + "\n"
        } else {
            text += lead + beside + "\n"
            block(item.value, shape, depth: depth + 1)
        }
    }

    /// Whether a value is of the kind that is written on one line.
    private func isLine(_ value: CommentedItem.Value, _ shape: Shape?) -> Bool {
        switch (value, shape?.resolved(for: value)) {
        case (.text, _): true
        case (.mapping(let items), _) where items.isEmpty: true
        case (.list(let items), _) where items.isEmpty: true
        case (.mapping(let items), .record(let record)):
            record.isShort
                && !items.contains { shape?.resolved(for: value).holdsDeclarations(at: $0.key ?? "") ?? false }
        case (_, .record(let record)): record.isShort
        case (_, .map(_, let values)): !values.isRecord
        case (_, .list(_, let isTall)): !isTall
        case (_, .paths), (.list, nil): true
        case (.mapping, nil), (_, .word), (_, .either), (_, .variants): false
        }
    }

    /// A value on one line, where it can be written so.
    static func line(_ node: Node, _ shape: Shape?) -> String {
        CanonicalWriter().flow(CommentedItem.Value(node), shape) ?? ""
    }

    /// A value on one line, between braces or brackets, or nil where it cannot be.
    private func flow(_ value: CommentedItem.Value, _ shape: Shape?, inBraces: Bool = false) -> String? {
        switch value {
        case .text(let scalar): return written(scalar, shape, inBraces: inBraces)
        case .list(let items):
            let elements = items.compactMap { flow($0.value, shape?.element(for: $0.value), inBraces: true) }
            guard elements.count == items.count, !elements.contains("") else { return nil }
            return "[" + elements.joined(separator: ", ") + "]"
        case .mapping(let items):
            let shape = shape?.resolved(for: value)
            var entries: [String] = []
            for item in ordered(items, shape) {
                let key = item.key ?? ""
                guard let line = flow(item.value, shape?.value(of: key), inBraces: true), !line.isEmpty else {
                    return nil
                }
                entries.append("\(written(key, nil, inBraces: true)): \(line)")
            }
            return entries.isEmpty ? "{}" : "{ " + entries.joined(separator: ", ") + " }"
        }
    }

    /// Keys in the order of the format; others after them, as they stand.
    private func ordered(_ items: [CommentedItem], _ shape: Shape?) -> [CommentedItem] {
        guard case .record(let record)? = shape?.resolved(for: .mapping(items)) else { return items }
        let ranks = Dictionary(uniqueKeysWithValues: record.fields.enumerated().map { ($1.name, $0) })
        return items.enumerated().sorted { left, right in
            let (first, second) = (ranks[left.element.key ?? ""] ?? .max, ranks[right.element.key ?? ""] ?? .max)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}

extension CommentedItem.Value {
    fileprivate var isText: Bool { if case .text = self { true } else { false } }

    fileprivate var keys: [String] {
        if case .mapping(let items) = self { items.compactMap(\.key) } else { [] }
    }
}

extension Shape {
    /// The side of an alternative that a value takes.
    func resolved(for value: CommentedItem.Value) -> Shape {
        if case .variants(let records) = self { return .record(Shape.variant(of: value.keys, among: records)) }
        guard case .either(let one, let other) = self else { return self }
        let (first, second) = (one.resolved(for: value), other.resolved(for: value))
        switch (value, first) {
        case (.text, .word), (.list, .list), (.mapping, .record), (.mapping, .map): return first
        case (.text, _), (.list, _), (.mapping, _): return second
        }
    }

    /// The record that has been meant, told by the key that comes first in it.
    static func variant(of keys: [String], among records: [RecordFormat]) -> RecordFormat {
        let named = records.filter { record in record.fields.first.map { keys.contains($0.name) } ?? false }
        // A key may be first in one record and stand somewhere in another, which then has its own first key, too.
        return named.max { $0.fields.count < $1.fields.count } ?? records[0]
    }

    /// The shape of what stands under a key of a mapping that has been resolved.
    fileprivate func value(of key: String) -> Shape? {
        switch self {
        case .record(let record): record.fields.first { $0.name == key }?.shape
        case .map(_, let value): value
        case .paths: RootFormat.shape(at: key)
        case .word, .list, .either, .variants: nil
        }
    }

    /// The shape of what stands in a list.
    fileprivate func element(for value: CommentedItem.Value) -> Shape? {
        if case .list(let element, _) = resolved(for: .list([])) { element.resolved(for: value) } else { nil }
    }

    /// Whether a key of a record holds records by their ids.
    fileprivate func holdsDeclarations(at key: String) -> Bool {
        if case .map(_, let values)? = value(of: key) { values.isRecord } else { false }
    }

    fileprivate var isRecord: Bool {
        switch self {
        case .record, .variants, .paths: true
        case .word, .map, .list, .either: false
        }
    }
}
