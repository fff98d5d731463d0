// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of a page as a value: text, an element, or several of them.
///
/// Nothing that a user wrote can become markup: names of elements and attributes are literals of the program, and every
/// text and every value of an attribute is escaped when it is written. What is written is HTML and, at the same time,
/// well-formed XML. The same value is the same bytes.
///
/// ```swift
/// HTML("p", .class("note")) {
///     "Booked by "
///     HTML("b", text: person.name)
/// }
/// ```
public struct HTML: Sendable, Equatable {
    indirect enum Node: Sendable, Equatable {
        case text(String)
        /// A style sheet or a script of the program's own, which goes into the page as it is.
        case own(String)
        case element(name: String, attributes: [Attribute], children: [HTML])
        case list([HTML])
    }

    let node: Node

    /// An element with whatever stands in it.
    /// - Precondition: the name is one of HTML's or SVG's.
    public init(_ name: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> [HTML]) {
        self.init(name, attributes, content())
    }

    /// An element with one text in it.
    public init(_ name: StaticString, _ attributes: Attribute..., text: String) {
        self.init(name, attributes, [.text(text)])
    }

    /// An element with nothing in it.
    public init(_ name: StaticString, _ attributes: Attribute...) {
        self.init(name, attributes, [])
    }

    /// An element whose attributes and content are made elsewhere.
    public init(_ name: StaticString, _ attributes: [Attribute], _ children: [HTML]) {
        node = .element(name: "\(name)", attributes: attributes, children: children)
    }

    private init(node: Node) { self.node = node }

    public static func text(_ text: String) -> HTML { HTML(node: .text(text)) }

    /// Several pieces one after the other.
    public static func list(_ pieces: [HTML]) -> HTML { HTML(node: .list(pieces)) }

    public static let nothing = HTML.list([])

    public var isNothing: Bool {
        if case .list(let pieces) = node { pieces.allSatisfy(\.isNothing) } else { false }
    }

    /// A style sheet of the program's own, in the page.
    /// - Precondition: it holds neither `<` nor `&`, which HTML and XML read differently there.
    public static func style(_ sheets: StaticString...) -> HTML { HTML(node: own("style", sheets)) }

    /// A script of the program's own, in the page.
    /// - Precondition: it holds neither `<` nor `&`, which HTML and XML read differently there.
    public static func script(_ scripts: StaticString...) -> HTML { HTML(node: own("script", scripts)) }

    private static func own(_ name: String, _ texts: [StaticString]) -> Node {
        let text = texts.map { "\($0)" }.joined(separator: "\n")
        precondition(!text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }, "markup in \(name)")
        return .element(name: name, attributes: [], children: [HTML(node: .own(text))])
    }
}

/// Writes pieces of a page below one another, with `if` and `for` between them; a string stands for its text.
@resultBuilder
public enum HTMLBuilder {
    public static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
    public static func buildExpression(_ text: String) -> [HTML] { [.text(text)] }
    public static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
    public static func buildBlock(_ parts: [HTML]...) -> [HTML] { parts.flatMap(\.self) }
    public static func buildOptional(_ part: [HTML]?) -> [HTML] { part ?? [] }
    public static func buildEither(first part: [HTML]) -> [HTML] { part }
    public static func buildEither(second part: [HTML]) -> [HTML] { part }
    public static func buildArray(_ parts: [[HTML]]) -> [HTML] { parts.flatMap(\.self) }
}
