// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An element of a page as another program reads it: pages are well-formed XML as well.
public final class Markup {
    public let name: String
    public let attributes: [String: String]
    public private(set) var children: [Markup] = []
    private var pieces: [Piece] = []

    private enum Piece {
        case text(String)
        case child(Markup)
    }

    init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    func add(_ text: String) { pieces.append(.text(text)) }

    func add(_ child: Markup) {
        children.append(child)
        pieces.append(.child(child))
    }

    /// All text in it, in its order.
    public var text: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .child(let child): child.text
            }
        }.joined()
    }

    /// It and all within it, in their order.
    public var all: [Markup] { [self] + children.flatMap(\.all) }

    public func all(_ name: String) -> [Markup] { all.filter { $0.name == name } }

    public func element(id: String) -> Markup? { all.first { $0.attributes["id"] == id } }

    public func hasClass(_ name: String) -> Bool {
        (attributes["class"] ?? "").split(separator: " ").contains { $0 == name }
    }
}

/// Why a page cannot be read.
public struct NotWellFormed: Error {
    public let line: Int
    public let reason: String
}

/// Reads a whole page.
public func markup(_ page: String) throws -> Markup {
    let reader = Reader()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = reader
    parser.shouldResolveExternalEntities = false
    guard parser.parse(), let root = reader.root else {
        throw NotWellFormed(line: parser.lineNumber, reason: "\(parser.parserError as Any)")
    }
    return root
}

private final class Reader: NSObject, XMLParserDelegate {
    var root: Markup?
    private var open: [Markup] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let element = Markup(name, attributes)
        if let parent = open.last { parent.add(element) } else { root = element }
        open.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.add(text) }

    func parser(_ parser: XMLParser, foundCDATA data: Data) { open.last?.add(String(decoding: data, as: UTF8.self)) }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }
}
