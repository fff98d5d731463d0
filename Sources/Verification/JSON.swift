// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON text in the making: members keep the order in which they are given, so that the same values are the same
/// bytes.
public indirect enum JSON: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public let key: String
        public let value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case integer(Int)
    /// A number, as its JSON text.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    public static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// A finite number in the shortest form that reads back to the same value.
    public static func real(_ value: Double) -> JSON {
        guard value.isFinite else { return .null }
        if value == value.rounded(), abs(value) < 1e15 { return .integer(Int(value)) }
        return .number("\(value)")
    }

    /// The text, ended by a line break: containers are broken into lines down to `depth`, and run on in one line below,
    /// so that each booking of a plan is one line of a diff.
    public func text(brokenTo depth: Int = 2) -> String {
        var out = ""
        write(to: &out, level: 0, depth: depth)
        return out + "\n"
    }

    private func write(to out: inout String, level: Int, depth: Int) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .number(let text): out += text
        case .string(let text): JSON.quote(text, to: &out)
        case .array(let items):
            JSON.container(items, "[", "]", to: &out, level: level, depth: depth) { item, out in
                item.write(to: &out, level: level + 1, depth: depth)
            }
        case .object(let members):
            JSON.container(members, "{", "}", to: &out, level: level, depth: depth) { member, out in
                JSON.quote(member.key, to: &out)
                out += ": "
                member.value.write(to: &out, level: level + 1, depth: depth)
            }
        }
    }

    private static func container<Item>(
        _ items: [Item], _ open: String, _ close: String, to out: inout String, level: Int, depth: Int,
        write: (Item, inout String) -> Void
    ) {
        out += open
        let isBroken = level < depth && !items.isEmpty
        for (index, item) in items.enumerated() {
            if index > 0 { out += isBroken ? "," : ", " }
            if isBroken { out += "\n" + String(repeating: "  ", count: level + 1) }
            write(item, &out)
        }
        if isBroken { out += "\n" + String(repeating: "  ", count: level) }
        out += close
    }

    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7f:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
