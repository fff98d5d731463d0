// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// Reads a CSV file (RFC 4180) row by row, as cells that know their places. The separator is the one of `,`, `;` and tab
/// that the header has most of.
struct TableReader {
    let name: String
    /// Control characters are looked for in cells only where the file has any.
    let hasControls: Bool
    private let bytes: [UInt8]
    private let separator: UInt8
    private var at = 0
    private var line = 1
    /// The last place in the line whose column was counted.
    private var counted = (at: 0, column: 1)

    private static let lineFeed = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "\"")
    private static let space = UInt8(ascii: " ")

    /// - Parameter bytes: valid UTF-8, with one kind of line end and without byte-order mark.
    init(name: String, clean bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        let header = String(decoding: bytes.prefix { $0 != TableReader.lineFeed }, as: UTF8.self)
        let counts = [",", ";", "\t"].map { (text: $0, count: header.split(separator: Character($0)).count) }
        separator = counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.text.utf8.first ?? 0x2C
        hasControls = TableReader.hasControls(bytes)
    }

    /// The next row that has anything in it, or nil at the end.
    mutating func next() throws(Problem) -> [Excerpt]? {
        while at < bytes.count {
            var cells = [try cell()]
            while at < bytes.count, bytes[at] == separator {
                at += 1
                cells.append(try cell())
            }
            if at < bytes.count, bytes[at] == TableReader.lineFeed { endLine() }
            if cells.count > 1 || !cells[0].text.isEmpty { return cells }
        }
        return nil
    }

    private mutating func endLine() {
        at += 1
        line += 1
        counted = (at, 1)
    }

    /// In characters from the beginning of the line.
    private mutating func column(of index: Int) -> Int {
        let piece = bytes[counted.at..<index]
        let isPlain = piece.allSatisfy { $0 < 0x80 }
        counted.column += isPlain ? piece.count : String(decoding: piece, as: UTF8.self).count
        counted.at = index
        return counted.column
    }

    private func isEnd(_ index: Int) -> Bool { bytes[index] == separator || bytes[index] == TableReader.lineFeed }

    private mutating func cell() throws(Problem) -> Excerpt {
        guard at < bytes.count, bytes[at] == TableReader.quote else {
            var (first, last) = (at, at)
            while last < bytes.count, !isEnd(last) { last += 1 }
            at = last
            while first < last, bytes[first] == TableReader.space { first += 1 }
            while last > first, bytes[last - 1] == TableReader.space { last -= 1 }
            if first == last { first = at }
            return Excerpt(
                text: String(decoding: bytes[first..<last], as: UTF8.self),
                place: SourcePlace(file: name, line: line, column: column(of: first)))
        }
        let start = SourcePlace(file: name, line: line, column: column(of: at))
        let content = try quoted(from: start)
        return Excerpt(
            text: String(decoding: content, as: UTF8.self),
            place: SourcePlace(file: name, line: start.line, column: start.column + 1)
        ).trimmed
    }

    private mutating func quoted(from start: SourcePlace) throws(Problem) -> [UInt8] {
        var content: [UInt8] = []
        at += 1
        while true {
            guard at < bytes.count else { throw Problem(.openQuote, at: start) }
            let byte = bytes[at]
            if byte == TableReader.lineFeed { endLine() } else { at += 1 }
            if byte != TableReader.quote {
                content.append(byte)
            } else if at < bytes.count, bytes[at] == TableReader.quote {
                content.append(byte)
                at += 1
            } else {
                break
            }
        }
        // What follows a closing quote belongs to the cell; it will not read as any value.
        while at < bytes.count, !isEnd(at) {
            content.append(bytes[at])
            at += 1
        }
        return content
    }
}

extension TableReader {
    /// The cells that hold control characters, which no editor shows, and which could steer a terminal. Tabs and line feeds
    /// may stand in quotes.
    func controls(in cells: [Excerpt]) -> [Problem] {
        guard hasControls else { return [] }
        return cells.compactMap { cell in
            cell.text.unicodeScalars.first(where: TableReader.isControl).map { cell.fault(.controlCharacter($0)) }
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }

    /// U+0000 to U+001F, U+007F, and U+0080 to U+009F, which are C2 80 to C2 9F.
    private static func hasControls(_ bytes: [UInt8]) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            if byte < 0x20 ? byte != lineFeed && byte != 0x09 : byte == 0x7F || last == 0xC2 && byte < 0xA0 {
                return true
            }
            last = byte
        }
        return false
    }
}
