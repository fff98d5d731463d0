// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

/// The rows of seats, by person and piece, where there are any.
struct SeatRows {
    var ofPiece: [[Row?]]
}

extension StaffingModel {
    /// One person holds at most one seat of a line. Where the line has one stretch, or one seat, a bound on the column
    /// says so; where several runs of stretches could add up to more, a row does. It also holds the least that a
    /// stipulation asks of the person.
    mutating func addSeatRows(_ shares: PersonShares) -> SeatRows {
        SeatRows(
            ofPiece: shares.pieces.enumerated().map { person, pieces in
                pieces.map { piece in
                    let seat = situation.seat(of: piece.line)
                    let least = situation.reservedShare(person: person, line: piece.line, stretch: piece.stretch)
                    if let settled = support?.share(person: person, line: piece.line, stretch: piece.stretch) {
                        return addRow(
                            .seat(person: person, line: piece.line, stretch: piece.stretch),
                            .between(settled.lowerBound, settled.upperBound))
                    }
                    let isShared = seat < 1 && situation.stretches[piece.line].count > 1
                    guard isShared || least > .zero else { return nil }
                    return addRow(
                        .seat(person: person, line: piece.line, stretch: piece.stretch),
                        least > .zero ? .between(min(least.fraction, seat), seat) : .atMost(seat))
                }
            })
    }

    /// The columns of steady lines: a person, a line, a run of stretches.
    mutating func addShares(_ shares: PersonShares, lines: LineRows, seats: SeatRows, capacity: CapacityRows) {
        for person in situation.firm.people.indices {
            let pieces = shares.pieces[person]
            for chain in shares.chains[person] {
                let seat = situation.seat(of: chain.line)
                let isWanted =
                    isPromised(person: person, line: chain.line)
                    || situation.isReserved(person: person, line: chain.line) || support != nil || booking.isChoosing
                    || aim.isStaged
                for from in chain.pieces {
                    let first = pieces[from].stretch
                    var value =
                        first == 0
                        ? 0
                        : -major
                            * situation.handOverCost(
                                person: person, line: chain.line,
                                from: situation.stretches[chain.line][first].lowerBound)
                    var entries: [(Row, Double)] = []
                    for to in from..<chain.pieces.upperBound {
                        value += pieces[to].value
                        entries.append((lines.rows[chain.line][pieces[to].stretch], 1))
                        if let row = seats.ofPiece[person][to] { entries.append((row, 1)) }
                        entries += capacity.ofPiece[person][to].map { ($0.row, $0.hours) }
                        entries += keeping(person: person, line: chain.line, stretch: pieces[to].stretch)
                        entries += booking.ofShare[person][to]
                        // A run that brings nothing is never chosen, unless it keeps a promise or a stipulation: it only
                        // takes from the rows.
                        guard value > 0 || isWanted else { continue }
                        addColumn(
                            .share(person: person, line: chain.line, stretches: first...pieces[to].stretch),
                            objective: value, upTo: seat, entries: entries)
                    }
                }
            }
        }
    }
}
