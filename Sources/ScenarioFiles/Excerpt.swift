// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// A piece of a file's text that knows where it stands, so that a fault deep in a sentence has a column.
struct Excerpt: Equatable, Sendable {
    let text: String
    let place: SourcePlace

    func fault(_ fault: Fault) -> Problem { Problem(fault, at: place) }

    /// The part from an index up to another one, with its own place.
    func part(_ range: Range<String.Index>) -> Excerpt {
        let column = place.column + text.distance(from: text.startIndex, to: range.lowerBound)
        return Excerpt(
            text: String(text[range]), place: SourcePlace(file: place.file, line: place.line, column: column))
    }

    /// Without spaces at both ends.
    var trimmed: Excerpt {
        guard let first = text.firstIndex(where: { $0 != " " }), let last = text.lastIndex(where: { $0 != " " }) else {
            return Excerpt(text: "", place: place)
        }
        return part(first..<text.index(after: last))
    }

    /// What stands before and after the first occurrence of a separator, trimmed.
    func cut(at separator: String) -> (before: Excerpt, after: Excerpt)? {
        guard let range = text.firstRange(of: separator) else { return nil }
        return (part(text.startIndex..<range.lowerBound).trimmed, part(range.upperBound..<text.endIndex).trimmed)
    }

    /// The pieces between separators, trimmed; empty ones are kept.
    func split(at separator: Character) -> [Excerpt] {
        text.split(separator: separator, omittingEmptySubsequences: false)
            .map { part($0.startIndex..<$0.endIndex).trimmed }
    }

    /// The pieces between spaces.
    var words: [Excerpt] {
        text.split(separator: " ").map { part($0.startIndex..<$0.endIndex) }
    }

    func without(suffix: String) -> Excerpt? {
        text.hasSuffix(suffix) ? part(text.startIndex..<text.index(text.endIndex, offsetBy: -suffix.count)) : nil
    }

    func without(prefix: String) -> Excerpt? {
        text.hasPrefix(prefix) ? part(text.index(text.startIndex, offsetBy: prefix.count)..<text.endIndex) : nil
    }
}
