// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// A file's text, without byte-order mark and with one kind of line end, and its lines.
struct SourceText: Sendable {
    let name: String
    let text: String
    let lines: [Substring]
    /// Where a column is the same however it is counted.
    private let isPlain: Bool

    /// Far more than any firm's file; more is a mistake.
    static let mostBytes = 64 << 20

    /// - Throws: too large, or not UTF-8.
    init(name: String, bytes: [UInt8]) throws(Problem) {
        let start = SourcePlace(file: name, line: 1, column: 1)
        guard bytes.count <= SourceText.mostBytes else { throw Problem(.fileTooLarge, at: start) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Problem(.notUTF8, at: start) }
        self.init(name: name, text: text)
    }

    init(name: String, text: String) {
        self.name = name
        var clean = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        if clean.utf8.contains(UInt8(ascii: "\r")) {
            clean = clean.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        }
        self.text = clean
        isPlain = clean.utf8.allSatisfy { $0 < 0x80 }
        lines = clean.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Valid UTF-8 without byte-order mark and with one kind of line end, of a file too large to keep twice.
    static func clean(_ bytes: [UInt8], at place: SourcePlace) throws(Problem) -> [UInt8] {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Problem(.notUTF8, at: place) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let carriageReturn = UInt8(ascii: "\r")
        guard hasMark || bytes.contains(carriageReturn) else { return bytes }
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        var isAfterReturn = false
        for byte in bytes.dropFirst(hasMark ? 3 : 0) {
            let isLineFeed = byte == UInt8(ascii: "\n")
            if !(isAfterReturn && isLineFeed) { clean.append(byte == carriageReturn ? UInt8(ascii: "\n") : byte) }
            isAfterReturn = byte == carriageReturn
        }
        return clean
    }

    /// A line by its number, from 1.
    func line(_ number: Int) -> String? {
        lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
    }

    /// The place of a column that is counted in Unicode scalars, as YAML's parser counts.
    func place(line: Int, scalarColumn: Int) -> SourcePlace {
        // Counting is quadratic for many places in one line, so that a hostile line is counted by scalars.
        guard !isPlain, lines.indices.contains(line - 1), (2...2000).contains(scalarColumn) else {
            return SourcePlace(file: name, line: line, column: scalarColumn)
        }
        let prefix = String.UnicodeScalarView(lines[line - 1].unicodeScalars.prefix(scalarColumn - 1))
        return SourcePlace(file: name, line: line, column: String(prefix).count + 1)
    }
}
