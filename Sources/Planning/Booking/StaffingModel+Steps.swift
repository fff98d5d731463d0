// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// A share comes in whole steps, or is a whole seat, or is all that is left of its stretch: at most one of a stretch
    /// is that, and then nothing of it is left.
    ///
    /// share = step × steps + rest, with rest ≤ step × (seated + odd), share ≥ seat × seated, Σ share ≥ Σ odd ≤ 1.
    mutating func addSteps(_ shares: PersonShares) {
        guard situation.firm.policy.bookable.step != nil else { return }
        var filled: [Support.Place: (filled: Row, one: Row)] = [:]
        for (person, pieces) in shares.pieces.enumerated() {
            for (index, piece) in pieces.enumerated() {
                let (line, stretch) = (piece.line, piece.stretch)
                guard let step = situation.stepShare(of: line, stretch: stretch)?.fraction, step > 0 else { continue }
                let place = Support.Place(who: 0, line: line, place: stretch)
                let ends =
                    filled[place]
                    ?? (
                        addRow(.booking(.filled(line: line, stretch: stretch)), .atLeast(0)),
                        addRow(.booking(.oneOdd(line: line, stretch: stretch)), atMost: 1)
                    )
                if filled[place] == nil {
                    filled[place] = ends
                    for pool in situation.pools(for: line) {
                        booking.addPoolEntry(pool: pool, line: line, stretch: stretch, (ends.filled, 1))
                    }
                }
                let seat = situation.seat(of: line)
                let multiple = addRow(.booking(.multiple(person: person, line: line, stretch: stretch)), .exactly(0))
                let whole = addRow(.booking(.whole(person: person, line: line, stretch: stretch)), .atLeast(0))
                let rest = addRow(.booking(.remainder(person: person, line: line, stretch: stretch)), atMost: 0)
                booking.ofShare[person][index] += [(multiple, 1), (whole, 1), (ends.filled, 1)]
                let steps = booking.add(
                    .steps(person: person, line: line, stretch: stretch), upTo: Int((seat / step + 1e-6).rounded(.down))
                )
                booking.choices[steps].entries.append((multiple, -step))
                let seated = booking.add(.seated(person: person, line: line, stretch: stretch))
                booking.choices[seated].entries += [(whole, -seat), (rest, -step)]
                let odd = booking.add(.odd(person: person, line: line, stretch: stretch))
                booking.choices[odd].entries += [(rest, -step), (ends.filled, -1), (ends.one, 1)]
                booking.choices.append(
                    BookingPart.Choice(
                        choice: .rest(person: person, line: line, stretch: stretch), bounds: .between(0, step),
                        kind: .continuous, entries: [(multiple, -1), (rest, 1)]))
            }
        }
    }
}
