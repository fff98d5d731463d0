// SPDX-License-Identifier: GPL-3.0-or-later

extension HTML {
    /// The piece as text, for a page or a part of one.
    public func text() -> String {
        var out: [UInt8] = []
        write(to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// A whole document, ended by a line break.
    /// - Precondition: the piece is an `html` element.
    public func document() -> String { "<!DOCTYPE html>\n" + text() + "\n" }

    private func write(to out: inout [UInt8]) {
        switch node {
        case .text(let text): HTML.escape(text, to: &out)
        case .own(let text): out.append(contentsOf: text.utf8)
        case .list(let pieces): for piece in pieces { piece.write(to: &out) }
        case .element(let name, let attributes, let children):
            out.append(UInt8(ascii: "<"))
            out.append(contentsOf: name.utf8)
            for attribute in attributes {
                out.append(UInt8(ascii: " "))
                out.append(contentsOf: attribute.name.utf8)
                out.append(contentsOf: "=\"".utf8)
                HTML.escape(attribute.value, to: &out)
                out.append(UInt8(ascii: "\""))
            }
            if HTML.empty.contains(name) {
                precondition(children.isEmpty, "<\(name)> holds nothing")
                out.append(contentsOf: "/>".utf8)
            } else {
                out.append(UInt8(ascii: ">"))
                for child in children { child.write(to: &out) }
                out.append(contentsOf: "</".utf8)
                out.append(contentsOf: name.utf8)
                out.append(UInt8(ascii: ">"))
            }
            if HTML.endingLines.contains(name) { out.append(UInt8(ascii: "\n")) }
        }
    }

    /// Elements that hold nothing, of HTML and of drawings.
    private static let empty: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "rect",
        "line", "path", "circle", "polyline", "polygon", "use", "stop",
    ]

    /// Elements after which a line of the file ends; none of them stands within a line of text.
    private static let endingLines: Set<String> = [
        "head", "meta", "title", "style", "script", "body", "header", "main", "footer", "nav", "section", "article",
        "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "div", "table", "caption", "thead", "tbody", "tfoot", "tr",
        "svg",
        "g", "defs", "details", "summary", "figure", "figcaption",
    ]

    /// What has a meaning in markup is written by its number or name; what no document may hold, and what could turn the
    /// direction of the text around it, is a middle dot.
    private static func escape(_ text: String, to out: inout [UInt8]) {
        // Nearly all text is plain, and is copied as it stands.
        if text.utf8.allSatisfy(isPlain) {
            out.append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".utf8)
            case "<": out.append(contentsOf: "&lt;".utf8)
            case ">": out.append(contentsOf: "&gt;".utf8)
            case "\"": out.append(contentsOf: "&quot;".utf8)
            case "'": out.append(contentsOf: "&#39;".utf8)
            case "\n": out.append(contentsOf: "&#10;".utf8)
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FFFE}", "\u{FFFF}":
                out.append(contentsOf: "·".utf8)
            case _ where scalar.properties.generalCategory == .control: out.append(contentsOf: "·".utf8)
            default: out.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        case 0x20...0x7E: true
        default: false
        }
    }
}
