// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// How a kind of value is written, and how it is read: the description and the reader of the format are one thing.
struct Form<Value>: Sendable {
    let shape: Shape
    /// Nil when the value is broken, which has been reported by then.
    let read: @Sendable (Node, Reading) -> Value?
}

/// The outer form of a value, for checks, for the JSON Schema and for the canonical text.
indirect enum Shape: Sendable {
    case word(Word)
    case record(RecordFormat)
    /// Ids, and for each the same shape.
    case map(keys: String, Shape)
    /// Each of its elements on a line of its own, where it is tall.
    case list(Shape, isTall: Bool)
    case either(Shape, Shape)
    /// One of several records, told apart by the first of their keys.
    case variants([RecordFormat])
    /// Paths into a scenario file, and for each what may stand there.
    case paths
}

/// A kind of scalar.
struct Word: Sendable, Equatable {
    /// As in "is not hours a week".
    let name: String
    let example: String
    /// A regular expression for editors, or nil for free text. Only the reader decides.
    var pattern: String?
    /// Other programs may take it for a number.
    var looksLikeNumber = false
    /// Other programs may take it for true or false.
    var looksLikeFlag = false
    /// The words it can be, where there are only so many.
    var choices: [String] = []
}

/// A key of a record.
struct Field<Value>: Sendable {
    let name: String
    let form: Form<Value>
    let shape: FieldShape

    init(
        _ name: String, _ form: Form<Value>, _ doc: String, required: Bool = false, default: String? = nil,
        example: String
    ) {
        self.name = name
        self.form = form
        shape = FieldShape(
            name: name, shape: form.shape, doc: doc, isRequired: required, standard: `default`, example: example)
    }
}

/// What a key of a record is, whatever type its value has.
struct FieldShape: Sendable {
    let name: String
    let shape: Shape
    let doc: String
    let isRequired: Bool
    let standard: String?
    let example: String
}

/// A mapping with known keys, in their canonical order.
struct RecordFormat: Sendable {
    /// As in "a person needs `cost`".
    let name: String
    /// Written between braces where that fits on a line.
    let isShort: Bool
    let fields: [FieldShape]

    init<each Value>(_ name: String, short isShort: Bool = false, _ field: repeat Field<each Value>) {
        var fields: [FieldShape] = []
        repeat fields.append((each field).shape)
        self.init(name, short: isShort, fields: fields)
    }

    init(_ name: String, short isShort: Bool = false, fields: [FieldShape]) {
        self.name = name
        self.isShort = isShort
        self.fields = fields
    }
}

/// A record of a file, to be read key by key.
struct Row {
    let place: SourcePlace
    fileprivate let entries: [String: Node.Entry]
    let reading: Reading

    /// Nil when the key is left out, or broken.
    subscript<Value>(field: Field<Value>) -> Value? {
        entry(field).flatMap { field.form.read($0.value, reading) }
    }

    /// The value of a required key. Where it is missing or broken the whole record is dropped, and so nobody sees the
    /// placeholder: it only lets the reader go on to the record's other problems.
    subscript<Value>(field: Field<Value>, placeholder placeholder: Value) -> Value { self[field] ?? placeholder }

    func has<Value>(_ field: Field<Value>) -> Bool { entry(field) != nil }

    /// The key and its value as they stand in the file.
    func entry<Value>(_ field: Field<Value>) -> Node.Entry? { entry(named: field.name) }

    func entry(named name: String) -> Node.Entry? { entries[name] }
}

extension Reading {
    /// Reads a record: reports keys that it does not have or lacks, and gives nil if anything within it is broken.
    func record<Value>(_ node: Node, _ format: RecordFormat, _ build: (Row) -> Value?) -> Value? {
        let before = problems.count
        guard case .mapping(let entries) = node.content else {
            report(.wrongShape(found: node.kind, wanted: "\(format.name) (keys with values)"), at: node.place)
            return nil
        }
        let known = format.fields.map(\.name)
        var present: [String: Node.Entry] = [:]
        for entry in entries {
            if !known.contains(entry.key.text) {
                report(entry.key.fault(.unknownKey(entry.key.text, of: format.name, known: known)))
            } else if !entry.value.isEmpty {
                present[entry.key.text] = entry
            }
        }
        for field in format.fields where field.isRequired && present[field.name] == nil {
            report(.missingKey(field.name, of: format.name, example: field.example), at: node.place)
        }
        let value = build(Row(place: node.place, entries: present, reading: self))
        return problems.count == before ? value : nil
    }
}

extension Form {
    /// A scalar, read from its text.
    static func word(
        _ word: Word, _ parse: @escaping @Sendable (Excerpt, Reading) throws(Problem) -> Value
    ) -> Form {
        Form(shape: .word(word)) { node, reading in
            guard case .text(let text) = node.content, !text.isEmpty else {
                reading.report(.wrongShape(found: node.kind, wanted: word.name), at: node.place)
                return nil
            }
            return reading.attempt { () throws(Problem) in
                try parse(Excerpt(text: text, place: node.place), reading)
            }
        }
    }

    static func record(_ format: RecordFormat, _ build: @escaping @Sendable (Row) -> Value?) -> Form {
        Form(shape: .record(format)) { node, reading in reading.record(node, format, build) }
    }

    static func list<Element>(_ element: Form<Element>, tall: Bool = false) -> Form where Value == [Element] {
        Form(shape: .list(element.shape, isTall: tall)) { node, reading in
            guard case .list(let nodes) = node.content else {
                reading.report(.wrongShape(found: node.kind, wanted: "a list"), at: node.place)
                return nil
            }
            return nodes.compactMap { element.read($0, reading) }
        }
    }

    /// A mapping from ids. Keys that cannot be ids are reported and left out.
    static func map<Element>(
        _ keys: String, _ shape: Shape, _ element: @escaping @Sendable (Excerpt, Node, Reading) -> Element?
    ) -> Form where Value == [Element] {
        Form(shape: .map(keys: keys, shape)) { node, reading in
            guard case .mapping(let entries) = node.content else {
                reading.report(.wrongShape(found: node.kind, wanted: keys), at: node.place)
                return nil
            }
            return entries.compactMap { entry in
                guard reading.isID(entry.key) else { return nil }
                return element(entry.key, entry.value, reading)
            }
        }
    }
}
