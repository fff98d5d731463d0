// SPDX-License-Identifier: GPL-3.0-or-later

extension RootFormat {
    /// The shape of what stands at a path, or nil where nothing does.
    static func shape(at path: String) -> Shape? {
        var shape = Shape.record(record)
        for key in path.split(separator: ".") {
            guard let next = shape.step(to: String(key)) else { return nil }
            shape = next
        }
        return shape
    }

    /// The key of a record that a path ends at, or nil where it ends at an id.
    static func field(at path: [String]) -> FieldShape? {
        guard let key = path.last, let shape = shape(at: path.dropLast().joined(separator: ".")) else { return nil }
        return shape.field(named: key)
    }
}

extension Shape {
    /// The shape of what stands under a key, of whichever alternative has keys.
    func step(to key: String) -> Shape? {
        switch self {
        case .record(let record): record.fields.first { $0.name == key }?.shape
        case .map(_, let value): value
        case .either(let one, let other): one.step(to: key) ?? other.step(to: key)
        case .word, .list, .variants, .paths: nil
        }
    }

    /// The key of the record among the alternatives.
    fileprivate func field(named key: String) -> FieldShape? {
        switch self {
        case .record(let record): record.fields.first { $0.name == key }
        case .either(let one, let other): one.field(named: key) ?? other.field(named: key)
        case .word, .map, .list, .variants, .paths: nil
        }
    }

    /// The record among the alternatives.
    var knownKeys: (name: String, keys: [String])? {
        switch self {
        case .record(let record): (record.name, record.fields.map(\.name))
        case .either(let one, let other): one.knownKeys ?? other.knownKeys
        case .word, .map, .list, .variants, .paths: nil
        }
    }

    var isMap: Bool { if case .map = self { true } else { false } }
}
