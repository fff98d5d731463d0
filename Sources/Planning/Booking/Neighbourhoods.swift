// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// Which steady lines compete for the same people at the same time.
struct Neighbourhoods {
    private let situation: Situation
    private let lines: [Int]
    private let people: [Int: Set<Int>]

    init(of situation: Situation) {
        self.situation = situation
        lines = situation.demand.lines.indices.filter {
            situation.weight(of: $0) > .zero && situation.need(of: $0).spread == .steady
                && !situation.demand.lines[$0].weeks.isEmpty
        }
        people = Dictionary(
            uniqueKeysWithValues: lines.map { ($0, Set(situation.candidates[$0].map(\.person))) })
    }

    /// Those with the largest first.
    func order(by distances: [Int: Double]) -> [Int] {
        lines.filter { distances[$0] ?? 0 > 0.5 }
            .sorted { (distances[$0] ?? 0, $1) > (distances[$1] ?? 0, $0) }
    }

    /// The line and its nearest neighbours, with no more than so many places.
    func around(_ line: Int, atMost most: Int) -> Set<Int> {
        let near = lines.filter { $0 != line }.map { (line: $0, nearness: nearness(line, $0)) }
            .filter { $0.nearness > 0 }.sorted { ($0.nearness, $1.line) > ($1.nearness, $0.line) }
        var chosen: Set<Int> = [line]
        var count = size(line)
        for (other, _) in near where count + size(other) <= most {
            chosen.insert(other)
            count += size(other)
        }
        return chosen
    }

    var allPlaces: [Support.Place] { places(of: Set(lines)) }

    /// Everywhere that somebody could be on those lines.
    func places(of lines: Set<Int>) -> [Support.Place] {
        lines.sorted().flatMap { line in
            situation.candidates[line].flatMap { candidate in
                situation.stretches[line].indices.compactMap { stretch in
                    situation.canHold(
                        person: candidate.person, line: line, through: situation.stretches[line][stretch])
                        ? Support.Place(who: candidate.person, line: line, place: stretch) : nil
                }
            }
        }
    }

    private func size(_ line: Int) -> Int { situation.candidates[line].count * situation.stretches[line].count }

    /// Weeks in common times people in common.
    private func nearness(_ one: Int, _ other: Int) -> Int {
        let weeks = situation.demand.lines[one].weeks.clamped(to: situation.demand.lines[other].weeks).count
        guard weeks > 0, let mine = people[one], let theirs = people[other] else { return 0 }
        return weeks * mine.intersection(theirs).count
    }
}
