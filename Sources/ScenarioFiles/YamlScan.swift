// SPDX-License-Identifier: GPL-3.0-or-later

/// One pass over YAML text that finds what Yams hides or cannot cope with: comments, duplicate keys with the place of
/// each, and what a scenario may not hold (anchors, tabs, blocks of text, bottomless nesting).
///
/// It knows just enough of YAML's tokens to tell text from punctuation; whether the text is valid is for Yams to say.
struct YamlScan {
    struct Comment {
        let at: Spot
        let text: String
        /// Nothing but spaces stands before it.
        let ownsLine: Bool
        let inBrackets: Bool
    }

    struct Duplicate {
        let key: String
        let first: Spot
        let second: Spot
        /// The bytes of the second key, with its quotes.
        let bytes: Range<Int>
    }

    /// A line from 1, and the byte of the text.
    struct Spot {
        let line: Int
        let byte: Int
        let lineStart: Int
    }

    static let mostDepth = 24
    static let mostValues = 8_000_000

    private(set) var comments: [Comment] = []
    private(set) var duplicates: [Duplicate] = []
    private(set) var forbidden: [(fault: Fault, at: Spot)] = []

    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var lineStart = 0
    private var values = 0
    private var open: [Collection] = []

    /// A block by its column, or a pair of brackets.
    private struct Collection {
        enum Kind { case blockMapping, blockList, brackets }
        let kind: Kind
        let column: Int
        var keys: [String: Spot] = [:]
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
        while at < bytes.count, !isHopeless { step() }
    }

    private var spot: Spot { Spot(line: line, byte: at, lineStart: lineStart) }
    private var inBrackets: Bool { open.last?.kind == .brackets }
    private var isHopeless: Bool { forbidden.count >= 1000 || open.count > YamlScan.mostDepth }

    private func isBlank(_ index: Int) -> Bool {
        index >= bytes.count || bytes[index] == Ascii.space || bytes[index] == Ascii.tab
            || bytes[index] == Ascii.newline
    }

    private func isFlowMark(_ index: Int) -> Bool {
        index < bytes.count
            && [Ascii.comma, Ascii.openList, Ascii.closeList, Ascii.openMap, Ascii.closeMap].contains(bytes[index])
    }

    private mutating func step() {
        let byte = bytes[at]
        switch byte {
        case Ascii.newline: newLine()
        case Ascii.space: at += 1
        case Ascii.tab: tab()
        case Ascii.hash where at == lineStart || isBlank(at - 1): comment()
        case Ascii.dash where isBlank(at + 1) && !inBrackets: dash()
        case Ascii.dash where at == lineStart && isBlank(at + 3) && bytes[at..<(at + 3)].allSatisfy { $0 == byte }:
            at += 3
        case Ascii.question where isBlank(at + 1):
            forbid(.notYAML("a key is marked with `?`"))
            at += 1
        case Ascii.openList, Ascii.openMap:
            push(Collection(kind: .brackets, column: at - lineStart))
            at += 1
        case Ascii.closeList, Ascii.closeMap:
            if inBrackets { open.removeLast() }
            at += 1
        case Ascii.comma where inBrackets:
            count()
            at += 1
        case Ascii.colon where isBlank(at + 1) || inBrackets:
            count()
            at += 1
        case Ascii.doubleQuote, Ascii.singleQuote: quotedText(byte)
        case Ascii.ampersand, Ascii.star, Ascii.exclamation: mark()
        case Ascii.bar, Ascii.greater: blockText()
        default: plainText()
        }
    }

    private mutating func newLine() {
        at += 1
        line += 1
        lineStart = at
    }

    private mutating func tab() {
        let isIndent = bytes[lineStart..<at].allSatisfy { $0 == Ascii.space }
        var next = at
        while next < bytes.count, bytes[next] == Ascii.tab || bytes[next] == Ascii.space { next += 1 }
        if isIndent, !inBrackets, next < bytes.count, bytes[next] != Ascii.newline, bytes[next] != Ascii.hash {
            forbid(.tabIndent)
        }
        at = next
    }

    private mutating func comment() {
        let start = spot
        skipLine()
        comments.append(
            Comment(
                at: start, text: String(decoding: bytes[start.byte..<at], as: UTF8.self),
                ownsLine: bytes[lineStart..<start.byte].allSatisfy { $0 == Ascii.space || $0 == Ascii.tab },
                inBrackets: inBrackets))
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != Ascii.newline { at += 1 }
    }

    private mutating func dash() {
        let column = at - lineStart
        close(beyond: column)
        if open.last?.kind != .blockList || open.last?.column != column {
            push(Collection(kind: .blockList, column: column))
        }
        count()
        at += 1
    }

    private mutating func mark() {
        let start = at
        var end = at
        while !isBlank(end), !isFlowMark(end) { end += 1 }
        forbid(.anchor(String(decoding: bytes[start..<end], as: UTF8.self)))
        at = end
    }

    /// Skips a `|` or `>` and the deeper lines that belong to it.
    private mutating func blockText() {
        forbid(.blockText)
        let depth = indent(at: lineStart)
        skipLine()
        while at < bytes.count, let following = nextTextLine(), indent(at: following) > depth {
            newLine()
            skipLine()
        }
    }

    private mutating func quotedText(_ quote: UInt8) {
        let start = spot
        at += 1
        while at < bytes.count, bytes[at] != quote {
            if bytes[at] == Ascii.backslash, quote == Ascii.doubleQuote { at += 1 }
            if at < bytes.count, bytes[at] == Ascii.newline { newLine() } else { at += 1 }
        }
        at = min(at + 1, bytes.count)
        if line == start.line { keyIfColonFollows(start, text: (start.byte + 1)..<max(start.byte + 1, at - 1)) }
        count()
    }

    private mutating func plainText() {
        let start = spot
        let depth = indent(at: lineStart)
        var end = at
        while at < bytes.count, bytes[at] != Ascii.newline {
            if bytes[at] == Ascii.hash, isBlank(at - 1) { break }
            if bytes[at] == Ascii.colon, isBlank(at + 1) || (inBrackets && isFlowMark(at + 1)) { break }
            if inBrackets, isFlowMark(at) { break }
            if !isBlank(at) { end = at + 1 }
            at += 1
        }
        count()
        if at < bytes.count, bytes[at] == Ascii.colon {
            keyIfColonFollows(start, text: start.byte..<end)
        } else if !inBrackets {
            skipContinuation(deeperThan: depth)
        }
    }

    /// Lines that carry on a plain text belong to it, whatever they begin with.
    private mutating func skipContinuation(deeperThan depth: Int) {
        while at < bytes.count, bytes[at] == Ascii.newline, let following = nextTextLine(),
            indent(at: following) > depth,
            bytes[following + indent(at: following)] != Ascii.hash
        {
            newLine()
            while at < bytes.count, bytes[at] != Ascii.newline, !(bytes[at] == Ascii.hash && isBlank(at - 1)) {
                at += 1
            }
        }
    }

    /// Where the next line that is not blank begins.
    private func nextTextLine() -> Int? {
        var start = at
        while start < bytes.count, bytes[start] == Ascii.newline {
            start += 1
            let text = start + indent(at: start)
            guard text < bytes.count else { return nil }
            if bytes[text] != Ascii.newline { return start }
            start = text
        }
        return nil
    }

    private func indent(at start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] == Ascii.space { end += 1 }
        return end - start
    }

    private mutating func keyIfColonFollows(_ start: Spot, text: Range<Int>) {
        var next = at
        while next < bytes.count, bytes[next] == Ascii.space { next += 1 }
        guard next < bytes.count, bytes[next] == Ascii.colon else { return }
        let column = start.byte - start.lineStart
        if !inBrackets {
            close(beyond: column)
            if let last = open.last, last.kind == .blockList, last.column == column { open.removeLast() }
            if open.last?.kind != .blockMapping || open.last?.column != column {
                push(Collection(kind: .blockMapping, column: column))
            }
        }
        guard !open.isEmpty else { return }
        let key = String(decoding: bytes[text], as: UTF8.self)
        if let first = open[open.count - 1].keys[key] {
            duplicates.append(Duplicate(key: key, first: first, second: start, bytes: start.byte..<at))
        } else {
            open[open.count - 1].keys[key] = start
        }
    }

    private mutating func close(beyond column: Int) {
        while let last = open.last, last.kind != .brackets, last.column > column { open.removeLast() }
    }

    private mutating func push(_ collection: Collection) {
        open.append(collection)
        if open.count > YamlScan.mostDepth { forbid(.tooDeep(most: YamlScan.mostDepth)) }
        count()
    }

    private mutating func count() {
        values += 1
        if values == YamlScan.mostValues { forbid(.tooMany("values", most: YamlScan.mostValues)) }
    }

    private mutating func forbid(_ fault: Fault) {
        forbidden.append((fault, spot))
    }
}
