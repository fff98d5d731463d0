// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Form {
    static var datedRate: Form<Dated<Rate>> {
        .dated(.datedRate) { value, _, reading throws(Problem) in try value.rate(reading.currency) }
    }

    /// A share of the calendar's week or a week of one's own. Weeks that alternate count from the piece's first day.
    static var datedContract: Form<Dated<Contract>> {
        .dated(.datedContract) { value, first, _ throws(Problem) in
            if value.words.count == 1 {
                return .share(try value.share(most: Limit.contractPercent, as: .datedContract))
            }
            return .pattern(try value.weekPattern(from: first))
        }
    }

    /// Money a month.
    static var datedMonthly: Form<Dated<Money>> {
        .dated(.datedMonthly) { value, _, reading throws(Problem) in
            try value.number(before: "/month", of: .datedMonthly).money(reading.currency, unit: "/month")
        }
    }

    /// One value for all time, one with dates, or a list of them in the order of their dates.
    private static func dated<Piece>(
        _ word: Word, _ parse: @escaping @Sendable (Excerpt, Day?, Reading) throws(Problem) -> Piece
    ) -> Form where Value == Dated<Piece> {
        let single = Form<Dated<Piece>.Piece>.word(word) { text, reading throws(Problem) in
            let (value, first, last) = try text.dated()
            return Dated.Piece(try parse(value, first, reading), first: first, last: last)
        }
        return Form(shape: .either(single.shape, .list(single.shape, isTall: false))) { node, reading in
            guard case .list(let nodes) = node.content else {
                return single.read(node, reading).map { Dated(pieces: [$0]) }
            }
            let pieces = nodes.map { (piece: single.read($0, reading), place: $0.place) }
            return reading.attempt { () throws(Problem) in Dated(pieces: try closed(pieces)) }
        }
    }

    /// Pieces with each open end closed on the day before the next piece begins. Broken pieces are left out.
    private static func closed<Piece>(
        _ list: [(piece: Dated<Piece>.Piece?, place: SourcePlace)]
    ) throws(Problem) -> [Dated<Piece>.Piece] {
        var pieces: [Dated<Piece>.Piece] = []
        for (piece, place) in list {
            guard let piece else { continue }
            if let before = pieces.last {
                let latest = before.last ?? before.first
                guard let begin = piece.first, latest.map({ $0 < begin }) ?? true else {
                    throw Problem(.piecesOutOfOrder(begins: piece.first, after: latest), at: place)
                }
                if before.last == nil {
                    pieces[pieces.count - 1] = Dated.Piece(before.value, first: before.first, last: begin - 1)
                }
            }
            pieces.append(piece)
        }
        return pieces
    }
}
