// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Testing

@Suite("The JSON Schema")
struct JSONSchemaTests {
    private let root: [String: Any]

    init() throws {
        let json = try JSONSerialization.jsonObject(with: Data(ScenarioFormat.jsonSchema().utf8))
        root = try #require(json as? [String: Any])
    }

    /// Every schema within a schema.
    private func schemas(_ schema: [String: Any]) -> [[String: Any]] {
        var inner: [[String: Any]] = []
        for key in ["properties", "$defs"] {
            inner += (schema[key] as? [String: Any] ?? [:]).values.compactMap { $0 as? [String: Any] }
        }
        for key in ["items", "propertyNames", "additionalProperties"] {
            if let one = schema[key] as? [String: Any] { inner.append(one) }
        }
        inner += schema["anyOf"] as? [[String: Any]] ?? []
        return [schema] + inner.flatMap(schemas)
    }

    @Test func isTheSameEachTime() {
        #expect(ScenarioFormat.jsonSchema() == ScenarioFormat.jsonSchema())
        #expect(
            ScenarioFormat.jsonSchema().hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
    }

    @Test func saysWhatEachKeyIsFor() throws {
        var count = 0
        for schema in schemas(root) {
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for (key, property) in properties {
                let description = try #require(property["description"] as? String, "\(key)")
                #expect(description.contains("Example: `"))
                count += 1
            }
            if !properties.isEmpty { #expect(schema["additionalProperties"] as? Bool == false) }
        }
        #expect(count > 80)
    }

    @Test func hasPatternsThatCompileAndReferencesThatResolve() throws {
        let definitions = try #require(root["$defs"] as? [String: Any])
        for schema in schemas(root) {
            if let pattern = schema["pattern"] as? String { _ = try Regex(pattern) }
            if let reference = schema["$ref"] as? String {
                #expect(definitions[reference.replacing("#/$defs/", with: "")] != nil)
            }
            let isKnown =
                schema["type"] != nil || schema["$ref"] != nil || schema["anyOf"] != nil || schema["enum"] != nil
            #expect(isKnown, "\(schema)")
        }
    }

    @Test func allowsWhatEditorsTakeForNumbers() throws {
        let version = try #require((root["properties"] as? [String: [String: Any]])?["muster"])
        #expect(version["type"] as? [String] == ["string", "number"])
    }

    /// YAML of old takes `no` for false.
    @Test func allowsWhatEditorsTakeForTrueOrFalse() throws {
        let person = try #require((root["$defs"] as? [String: [String: Any]])?["a-person"])
        let travels = try #require((person["properties"] as? [String: [String: Any]])?["travels"])
        let choices = try #require(travels["enum"] as? [Any])
        #expect(choices.compactMap { $0 as? String } == ["yes", "no"])
        #expect(choices.dropFirst(2).compactMap { $0 as? Bool } == [true, false])
    }

    @Test func requiresOnlyWhatEveryFileHas() {
        #expect(root["required"] as? [String] == ["muster"])
    }
}
