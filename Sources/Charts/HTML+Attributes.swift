// SPDX-License-Identifier: GPL-3.0-or-later

extension HTML {
    /// An attribute of an element. Its value may be any text.
    public struct Attribute: Sendable, Equatable {
        let name: String
        let value: String

        /// - Precondition: neither `style` nor a handler such as `onclick`: pages work where a content security policy
        ///   forbids both. Addresses are given as a ``Link``.
        public init(_ name: StaticString, _ value: String) {
            let name = "\(name)"
            precondition(name != "style" && !name.hasPrefix("on"), "\(name) is forbidden by content security policies")
            precondition(!["href", "src", "action", "formaction"].contains(name), "\(name) takes a link")
            self.init(name: name, value: value)
        }

        public init(_ name: StaticString, _ value: Int) { self.init(name, String(value)) }

        /// A coordinate of a drawing, to a tenth.
        public init(_ name: StaticString, _ value: Double) { self.init(name, coordinate(value)) }

        /// An attribute that is either there or not.
        public init(_ name: StaticString) { self.init(name, "") }

        private init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        public static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
        public static func id(_ id: String) -> Attribute { Attribute("id", id) }
        public static func title(_ text: String) -> Attribute { Attribute("title", text) }
        public static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
        public static func role(_ role: String) -> Attribute { Attribute("role", role) }
        public static let column = Attribute("scope", "col")
        public static let row = Attribute("scope", "row")
        public static func href(_ link: Link) -> Attribute { Attribute(name: "href", value: link.text) }
        public static func src(_ link: Link) -> Attribute { Attribute(name: "src", value: link.text) }
        public static func action(_ link: Link) -> Attribute { Attribute(name: "action", value: link.text) }
    }

    /// Where a link leads. No text of a user can make it anything else than what it says here.
    public enum Link: Sendable, Equatable {
        /// A place on the page itself.
        case here(String)
        /// A page of the same site: parts of a path, whatever they hold, and fields of a query.
        case path([String], query: [Field] = [])

        public struct Field: Sendable, Equatable {
            public let name: String
            public let value: String

            public init(_ name: String, _ value: String) {
                self.name = name
                self.value = value
            }
        }

        /// The address, with everything that has a meaning in addresses escaped.
        public var text: String {
            switch self {
            case .here(let id): return "#" + Link.escaped(id)
            case .path(let parts, let query):
                let fields = query.map { Link.escaped($0.name) + "=" + Link.escaped($0.value) }
                return "/" + parts.map(Link.escaped).joined(separator: "/")
                    + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
            }
        }

        /// RFC 3986, with `.` escaped where it would mean a folder.
        private static func escaped(_ text: String) -> String {
            if text == "." || text == ".." { return text.replacing(".", with: "%2E") }
            return text.utf8.reduce(into: "") { out, byte in
                let scalar = Unicode.Scalar(byte)
                let isPlain =
                    scalar.isASCII
                    && (scalar.properties.isAlphabetic || (48...57).contains(byte)
                        || "-._~".unicodeScalars.contains(scalar))
                if isPlain {
                    out.unicodeScalars.append(scalar)
                } else {
                    let digits = String(byte, radix: 16, uppercase: true)
                    out += "%" + (digits.count < 2 ? "0" : "") + digits
                }
            }
        }
    }
}

/// To a tenth, without the tenth where it is zero: `12.5`, `-3`, `0`.
func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return sign + String(tenths.magnitude / 10) + (rest == 0 ? "" : ".\(rest)")
}
