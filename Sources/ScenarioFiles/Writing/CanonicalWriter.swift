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
            for (index, item) in ordered(items, shape).enumerated() {
                comments(item.above, depth: depth, isFirst: index == 0)
                let key = written(item.key ?? "", nil, inBraces: false)
                entry(indent(depth) + key + ":", item, shape?.value(of: item.key ?? ""), depth: depth)
            }
        case .list(let items):
            for (index, item) in items.enumerated() {
                comments(item.above, depth: depth, isFirst: index == 0)
                entry(indent(depth) + "-", item, shape?.element, depth: depth)
            }
        }
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
        case (_, .record(let record)): record.isShort
        case (_, .map(_, let values)): !values.isRecord
        case (_, .list(_, let isTall)): !isTall
        case (.list, nil): true
        case (.mapping, nil), (_, .word), (_, .either): false
        }
    }

    /// A value on one line, between braces or brackets, or nil where it cannot be.
    private func flow(_ value: CommentedItem.Value, _ shape: Shape?, inBraces: Bool = false) -> String? {
        switch value {
        case .text(let scalar): return written(scalar, shape, inBraces: inBraces)
        case .list(let items):
            let elements = items.compactMap { flow($0.value, shape?.element, inBraces: true) }
            guard elements.count == items.count, !elements.contains("") else { return nil }
            return "[" + elements.joined(separator: ", ") + "]"
        case .mapping(let items):
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
}

extension Shape {
    /// The side of an alternative that a value takes.
    func resolved(for value: CommentedItem.Value) -> Shape {
        guard case .either(let one, let other) = self else { return self }
        let (first, second) = (one.resolved(for: value), other.resolved(for: value))
        switch (value, first) {
        case (.text, .word), (.list, .list), (.mapping, .record), (.mapping, .map): return first
        case (.text, _), (.list, _), (.mapping, _): return second
        }
    }

    /// The shape of what stands under a key of a mapping.
    fileprivate func value(of key: String) -> Shape? {
        switch resolved(for: .mapping([])) {
        case .record(let record): record.fields.first { $0.name == key }?.shape
        case .map(_, let value): value
        case .word, .list, .either: nil
        }
    }

    /// The shape of what stands in a list.
    fileprivate var element: Shape? {
        if case .list(let element, _) = resolved(for: .list([])) { element } else { nil }
    }

    fileprivate var isRecord: Bool { if case .record = self { true } else { false } }
}
