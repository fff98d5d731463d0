// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// A record as it is written, key by key: the opposite of `Row`. What is left out when read is not written.
struct Record {
    private(set) var entries: [Node.Entry] = []
    let currency: Currency

    init(in currency: Currency) {
        self.currency = currency
    }

    var node: Node { .written(entries) }

    mutating func set<Value>(_ field: Field<Value>, _ node: Node?) {
        if let node { entries.append(Node.Entry(key: .written(field.name), value: node)) }
    }

    mutating func set<Value>(_ field: Field<Value>, _ text: String?) {
        set(field, text.map { Node.written($0) })
    }

    mutating func set<Value, Entity>(_ field: Field<Value>, _ id: Identifier<Entity>?) { set(field, id?.text) }

    mutating func set<Value>(_ field: Field<Value>, _ day: Day?) { set(field, day.map { "\($0)" }) }

    mutating func set<Value>(_ field: Field<Value>, _ days: DayRange?) { set(field, days.map { "\($0)" }) }

    /// A list, or nothing where it is empty.
    mutating func set<Value>(_ field: Field<Value>, _ texts: [String]) {
        if !texts.isEmpty { set(field, Node.written(texts)) }
    }

    /// Declarations by their ids, or nothing where there are none.
    mutating func set<Value>(_ field: Field<Value>, _ declarations: [(id: String, node: Node)]) {
        if !declarations.isEmpty { set(field, .written(declarations)) }
    }

    mutating func set<Value>(_ field: Field<Value>, _ skills: [SkillLevel]) {
        set(field, skills.map { (id: $0.skill.text, node: .written("\($0.level)")) })
    }

    /// One piece as it is, several in a list.
    mutating func set<Value, Piece: Written>(_ field: Field<Value>, _ dated: Dated<Piece>) {
        set(field, dated.node(in: currency))
    }
}

extension Dated where Value: Written {
    func node(in currency: Currency) -> Node { node { $0.text(in: currency) } }
}

extension Dated {
    func node(_ text: (Value) -> String) -> Node {
        let texts = pieces.map { piece in
            text(piece.value) + (piece.first.map { " from \($0)" } ?? "") + (piece.last.map { " to \($0)" } ?? "")
        }
        return texts.count == 1 ? .written(texts[0]) : .written(texts)
    }
}

extension RateCard {
    func declarations(in currency: Currency) -> [(id: String, node: Node)] {
        entries.map { (id: $0.role.text, node: $0.rate.node(in: currency)) }
    }
}

extension SourcePlace {
    /// Of what no file says.
    static let nowhere = SourcePlace(file: "", line: 0, column: 0)
}

extension Excerpt {
    static func written(_ text: String) -> Excerpt { Excerpt(text: text, place: .nowhere) }
}

extension Node {
    static func written(_ text: String) -> Node { Node(.text(text), at: .nowhere) }
    static func written(_ texts: [String]) -> Node { Node(.list(texts.map { .written($0) }), at: .nowhere) }
    static func written(_ entries: [Entry]) -> Node { Node(.mapping(entries), at: .nowhere) }

    static func written(_ declarations: [(id: String, node: Node)]) -> Node {
        .written(declarations.map { Entry(key: .written($0.id), value: $0.node) })
    }
}
