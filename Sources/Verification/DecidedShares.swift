// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// The shares that a plan decides on, without those of nothing: by line, stretch and holder, whoever wrote them in how many
/// pieces.
struct DecidedShares {
    struct Place: Hashable, Comparable {
        let line: Int
        let stretch: Int

        static func < (left: Place, right: Place) -> Bool { (left.line, left.stretch) < (right.line, right.stretch) }
    }

    struct Held {
        let holder: Int
        let line: Int
        let stretch: Int
        let share: Share
    }

    /// Who holds a stretch of a line, people and pools each in their order.
    struct Stretch {
        let place: Place
        let people: [Held]
        let pools: [Held]
    }

    let stretches: [Stretch]

    var ofPeople: [Held] { stretches.flatMap(\.people) }

    init(of tally: Tally) {
        let people = DecidedShares.sums(tally.holdings)
        let pools = DecidedShares.sums(tally.poolHoldings)
        stretches = Set(people.keys).union(pools.keys).sorted().map {
            Stretch(place: $0, people: people[$0] ?? [], pools: pools[$0] ?? [])
        }
    }

    private static func sums(_ holdings: [Tally.Holding]) -> [Place: [Held]] {
        var sums: [Place: [Int: Share]] = [:]
        for holding in holdings {
            for (stretch, share) in holding.shares.enumerated() where share != .zero {
                sums[Place(line: holding.line, stretch: stretch), default: [:]][holding.holder, default: .zero] += share
            }
        }
        return Dictionary(
            uniqueKeysWithValues: sums.map { place, shares in
                let held = shares.filter { $0.value > .zero }.sorted { $0.key < $1.key }
                return (
                    place,
                    held.map { Held(holder: $0.key, line: place.line, stretch: place.stretch, share: $0.value) }
                )
            })
    }
}
