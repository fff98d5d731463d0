// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// What each person could carry of the steady lines, stretch by stretch, before anything is decided.
struct PersonShares {
    /// A person on one stretch of a line.
    struct Piece {
        let line: Int
        let stretch: Int
        /// What the whole line brings through the stretch in the person's hands, in major units.
        let value: Double
    }

    /// Stretches in a row in which a person could carry a line, as positions in the person's pieces.
    struct Chain {
        let line: Int
        let pieces: Range<Int>
    }

    /// By person.
    private(set) var pieces: [[Piece]]
    private(set) var chains: [[Chain]]

    /// - Parameter support: who may hold what; everybody who is eligible anything where it is nil.
    init(of situation: Situation, within support: Support? = nil, isStaged: Bool = false) {
        let major = 1 / Double(situation.firm.currency.scale)
        pieces = Array(repeating: [], count: situation.firm.people.count)
        chains = Array(repeating: [], count: situation.firm.people.count)
        for line in situation.demand.lines.indices where situation.weight(of: line) > .zero {
            guard situation.need(of: line).spread == .steady else { continue }
            for candidate in situation.candidates[line] {
                let person = candidate.person
                if let support, !support.isOn(person: person, line: line) { continue }
                let values = situation.stretches[line].enumerated().map { index, stretch -> Double? in
                    if let support, support.share(person: person, line: line, stretch: index) == nil { return nil }
                    return situation.worth(of: candidate, on: line, in: stretch)
                }
                // Somebody who is never worth their cost on the line needs no place in the model.
                guard
                    values.contains(where: { ($0 ?? 0) > 0 }) || support != nil || isStaged
                        || !situation.promises(of: person, on: line).isEmpty
                        || situation.isReserved(person: person, line: line)
                else { continue }
                var begin = pieces[person].count
                for (stretch, value) in values.enumerated() {
                    if let value {
                        pieces[person].append(Piece(line: line, stretch: stretch, value: value * major))
                    } else {
                        close(from: begin, person: person, line: line)
                        begin = pieces[person].count
                    }
                }
                close(from: begin, person: person, line: line)
            }
        }
    }

    private mutating func close(from begin: Int, person: Int, line: Int) {
        guard begin < pieces[person].count else { return }
        chains[person].append(Chain(line: line, pieces: begin..<pieces[person].count))
    }
}

extension Situation {
    /// What the whole line brings through a stretch in the candidate's hands, in minor units; nil where they cannot
    /// hold it.
    fileprivate func worth(of candidate: Candidate, on line: Int, in stretch: Range<Int>) -> Double? {
        guard canHold(person: candidate.person, line: line, through: stretch) else { return nil }
        return stretch.reduce(0) { sum, week in
            let hours = delivery(person: candidate.person, line: line, week: week)
            guard hours > .zero else { return sum }
            return sum + hours.inHours * value(of: candidate, line: line, week: week)
        }
    }
}
