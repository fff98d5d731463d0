// SPDX-License-Identifier: GPL-3.0-or-later

/// The name by which the files call something: the mapping key of a person, a project, a client.
///
/// Typed by what it names, so that a person's id cannot be looked up among projects. Compared as plain text.
public struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public var description: String { text }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
