// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// A CSV file (RFC 4180) as cells that know their places. The separator is the one of `,`, `;` and tab that the
/// header has most of.
struct Table {
    let name: String
    let header: [Excerpt]
    let rows: [[Excerpt]]
    /// Rows whose cells do not match the header, and quotes that stay open.
    let problems: [Problem]

    init(_ source: SourceText) throws(Problem) {
        name = source.name
        var lexer = CellLexer(source)
        let all = try lexer.rows().filter { $0.count > 1 || $0.contains { !$0.text.isEmpty } }
        header = all.first ?? []
        var (rows, problems): ([[Excerpt]], [Problem]) = ([], [])
        for row in all.dropFirst() {
            if row.count == header.count {
                rows.append(row)
            } else {
                problems.append(row[0].fault(.raggedRow(cells: row.count, columns: header.count)))
            }
        }
        (self.rows, self.problems) = (rows, problems + Table.controls(in: all, of: source))
    }

    /// The cells that hold control characters, which no editor shows, and which could steer a terminal. Tabs and line feeds
    /// may stand in quotes.
    private static func controls(in rows: [[Excerpt]], of source: SourceText) -> [Problem] {
        guard source.text.unicodeScalars.contains(where: isControl) else { return [] }
        return rows.joined().compactMap { cell in
            cell.text.unicodeScalars.first(where: isControl).map { cell.fault(.controlCharacter($0)) }
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
}

private struct CellLexer {
    private let name: String
    private let text: String
    private let separator: Character
    private var at: String.Index
    private var line = 1
    private var column = 1

    init(_ source: SourceText) {
        name = source.name
        text = source.text
        at = text.startIndex
        let header = source.lines.first ?? ""
        let counts = [",", ";", "\t"].map {
            (separator: Character($0), count: header.split(separator: Character($0)).count)
        }
        separator = counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.separator
    }

    private var next: Character? { at < text.endIndex ? text[at] : nil }
    private var place: SourcePlace { SourcePlace(file: name, line: line, column: column) }

    mutating func rows() throws(Problem) -> [[Excerpt]] {
        var rows: [[Excerpt]] = []
        while next != nil { rows.append(try row()) }
        return rows
    }

    private mutating func row() throws(Problem) -> [Excerpt] {
        var cells = [try cell()]
        while next == separator {
            advance()
            cells.append(try cell())
        }
        if next == "\n" { advance() }
        return cells
    }

    private mutating func cell() throws(Problem) -> Excerpt {
        let start = place
        guard next == "\"" else {
            let from = at
            while let character = next, character != separator, character != "\n" { advance() }
            return Excerpt(text: String(text[from..<at]), place: start).trimmed
        }
        var content = ""
        advance()
        while true {
            guard let character = next else { throw Problem(.openQuote, at: start) }
            advance()
            if character != "\"" {
                content.append(character)
            } else if next == "\"" {
                content.append("\"")
                advance()
            } else {
                break
            }
        }
        // What follows a closing quote belongs to the cell; it will not read as any value.
        while let character = next, character != separator, character != "\n" {
            content.append(character)
            advance()
        }
        return Excerpt(text: content, place: SourcePlace(file: name, line: start.line, column: start.column + 1))
            .trimmed
    }

    private mutating func advance() {
        if text[at] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        at = text.index(after: at)
    }
}
