// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Dated {
    typealias Continuing = (Value, Day) -> Value

    /// The same, with other values from one day to another. Where there is no value, there is none afterwards.
    ///
    /// Neighbours that come to say the same are joined again at the edges, so that a change and its opposite leave
    /// nothing behind.
    ///
    /// - Parameter continuing: a value as it stands in a piece of its own that begins on a later day.
    func changing(
        from first: Day?, until last: Day?, continuing: Continuing = { value, _ in value },
        _ change: (Value) -> Value
    ) -> Dated {
        var result: [Piece] = []
        for piece in pieces {
            result += piece.parts(at: first, last, continuing).map { part in
                part.lies(from: first, until: last)
                    ? Piece(change(part.value), first: part.first, last: part.last) : part
            }
        }
        return Dated(pieces: joined(result, at: [first, last.map { $0 + 1 }], continuing))
    }

    /// The same, with that value from one day to another, also where there was none.
    func setting(
        _ value: Value, from first: Day?, until last: Day?, continuing: Continuing = { value, _ in value }
    ) -> Dated {
        let parts = pieces.flatMap { $0.parts(at: first, last, continuing) }
        let before = parts.filter { part in part.last.flatMap { end in first.map { end < $0 } } ?? false }
        let after = parts.filter { part in part.first.flatMap { begin in last.map { begin > $0 } } ?? false }
        let pieces = before + [Piece(value, first: first, last: last)] + after
        return Dated(pieces: joined(pieces, at: [first, last.map { $0 + 1 }], continuing))
    }

    /// What is left of it in that time.
    func clipped(
        from first: Day?, until last: Day?, continuing: Continuing = { value, _ in value }
    ) -> Dated {
        Dated(
            pieces: pieces.flatMap { $0.parts(at: first, last, continuing) }.filter {
                $0.lies(from: first, until: last)
            })
    }

    func hasValue(from first: Day?, until last: Day?) -> Bool { pieces.contains { $0.meets(from: first, until: last) } }

    /// Neighbours that say the same, joined where one of those days parts them.
    private func joined(_ pieces: [Piece], at edges: [Day?], _ continuing: Continuing) -> [Piece] {
        var result: [Piece] = []
        for piece in pieces {
            if let before = result.last, let begin = piece.first, edges.contains(begin), before.last == begin - 1,
                continuing(before.value, begin) == piece.value
            {
                result[result.count - 1] = Piece(before.value, first: before.first, last: piece.last)
            } else {
                result.append(piece)
            }
        }
        return result
    }
}

extension Dated.Piece {
    /// Whether any of its days is of that time.
    fileprivate func meets(from first: Day?, until last: Day?) -> Bool {
        if let first, let end = self.last, end < first { return false }
        if let last, let begin = self.first, begin > last { return false }
        return true
    }

    /// Whether all of its days are of that time, where it has been cut at both ends of it.
    fileprivate func lies(from first: Day?, until last: Day?) -> Bool { meets(from: first, until: last) }

    /// The piece cut before `first` and after `last`.
    fileprivate func parts(at first: Day?, _ last: Day?, _ continuing: (Value, Day) -> Value) -> [Self] {
        var parts = [self]
        for edge in [first, last.map { $0 + 1 }] {
            guard let edge, let whole = parts.last, whole.first.map({ $0 < edge }) ?? true,
                whole.last.map({ $0 >= edge }) ?? true
            else { continue }
            parts.removeLast()
            parts.append(Self(whole.value, first: whole.first, last: edge - 1))
            parts.append(Self(continuing(whole.value, edge), first: edge, last: whole.last))
        }
        return parts
    }
}

extension Contract {
    /// The same hours in a piece that begins on that day: weeks that alternate count from there.
    func continuing(from day: Day) -> Contract {
        guard case .pattern(let pattern) = self, pattern.weeks.count > 1 else { return self }
        let count = pattern.weeks.count
        let offset = (Week(of: pattern.anchor).distance(to: Week(of: day)) % count + count) % count
        return .pattern(
            WeekPattern(weeks: Array(pattern.weeks[offset...] + pattern.weeks[..<offset]), anchor: day))
    }

    /// Weeks that alternate need a day to count from.
    var alternates: Bool {
        if case .pattern(let pattern) = self { pattern.weeks.count > 1 } else { false }
    }
}
