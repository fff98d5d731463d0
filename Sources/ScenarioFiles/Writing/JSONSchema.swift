// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of the format apart from any file.
public enum ScenarioFormat {
    /// The verbs of changes, in their canonical order.
    public static var verbs: [String] { ChangeFormat.verbs.map(\.name) }

    /// A JSON Schema (draft 2020-12) of scenario files, for completion and checks in editors.
    ///
    /// Editors type scalars where Muster reads text, so that numbers are allowed wherever a value can look like one.
    /// The schema knows the form of values; only reading a scenario finds what is wrong between them.
    public static func jsonSchema() -> String {
        var definitions = Definitions()
        let root = definitions.schema(of: RootFormat.record, required: ["muster"])
        var members: [(String, JSON)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("A scenario of Muster")),
        ]
        members += root
        members.append(("$defs", .object(definitions.records)))
        return JSON.object(members).text() + "\n"
    }
}

/// The records met on the way through the format, each once, in the order of their first use.
private struct Definitions {
    private(set) var records: [(String, JSON)] = []
    private var names: Set<String> = []

    mutating func schema(of record: RecordFormat, required: [String]? = nil) -> [(String, JSON)] {
        let properties = record.fields.map { field in
            let standard = field.standard.map { " Default: \($0)." } ?? ""
            let description = "\(field.doc)\(standard) Example: `\(field.example)`"
            return (field.name, JSON.object([("description", .string(description))] + schema(of: field.shape)))
        }
        let required = required ?? record.fields.filter(\.isRequired).map(\.name)
        return [
            ("type", .string("object")), ("properties", .object(properties)),
            ("required", .array(required.map { .string($0) })), ("additionalProperties", .boolean(false)),
        ]
    }

    mutating func schema(of shape: Shape) -> [(String, JSON)] {
        switch shape {
        case .word(let word): return word.schema
        case .record(let record): return [("$ref", .string("#/$defs/\(define(record))"))]
        case .map(_, let value):
            return [
                ("type", .string("object")), ("propertyNames", .object(Word.id.schema)),
                ("additionalProperties", .object(schema(of: value))),
            ]
        case .list(let element, _):
            return [("type", .string("array")), ("items", .object(schema(of: element)))]
        case .either(let one, let other):
            return [("anyOf", .array([.object(schema(of: one)), .object(schema(of: other))]))]
        case .variants(let records):
            return [("anyOf", .array(records.map { .object(schema(of: .record($0))) }))]
        case .paths:
            return [("type", .string("object")), ("propertyNames", .object(Word.keyPath.schema))]
        }
    }

    private mutating func define(_ record: RecordFormat) -> String {
        let name = record.name.replacing(" ", with: "-")
        if names.insert(name).inserted {
            let place = records.count
            records.append((name, .object([])))
            records[place].1 = .object(schema(of: record))
        }
        return name
    }
}

extension Word {
    fileprivate var schema: [(String, JSON)] {
        if !choices.isEmpty {
            let flags: [JSON] = looksLikeFlag ? [.boolean(true), .boolean(false)] : []
            return [("enum", .array(choices.map { .string($0) } + flags))]
        }
        let type: JSON = looksLikeNumber ? .array([.string("string"), .string("number")]) : .string("string")
        return [("type", type)] + (pattern.map { [("pattern", .string($0))] } ?? [])
    }
}

/// JSON whose members keep their order.
private indirect enum JSON {
    case string(String)
    case boolean(Bool)
    case array([JSON])
    case object([(String, JSON)])

    func text(_ indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .string(let text): return JSON.quoted(text)
        case .boolean(let value): return value ? "true" : "false"
        case .array(let elements): return "[" + elements.map { $0.text(inner) }.joined(separator: ", ") + "]"
        case .object(let members) where members.isEmpty: return "{}"
        case .object(let members):
            let lines = members.map { "\(inner)\(JSON.quoted($0)): \($1.text(inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    /// The format's own texts have no control characters.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
