// SPDX-License-Identifier: GPL-3.0-or-later

import Matching

/// Who holds what, once that is settled: what is left to decide is how much, within bounds. A linear program does.
struct Support: Sendable {
    struct Place: Hashable, Comparable, Sendable {
        let who: Int
        let line: Int
        /// A stretch of a steady line, a week of the horizon of a loose one.
        let place: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.line, left.who, left.place) < (right.line, right.who, right.place)
        }
    }

    /// Shares of steady lines, by person.
    private(set) var shares: [Place: ClosedRange<Double>] = [:]
    private var onLine: Set<Place> = []
    /// Where hours of loose lines may be worked at all, of anytime lines in place -1; everywhere if nil.
    var loose: Set<Place>?
    /// Hours of loose lines that may not be worked; all others may.
    var barred: Set<Place> = []
    /// The least hours of loose lines that are worked.
    var slices: [Place: Double] = [:]
    /// Pools that may not hold anything, by pool, line and stretch.
    var barredPools: Set<Place> = []
    /// The least shares of pools that are part of a team of at least two.
    var poolShares: [Place: Double] = [:]

    mutating func hold(person: Int, line: Int, stretch: Int, _ bounds: ClosedRange<Double>) {
        shares[Place(who: person, line: line, place: stretch)] = bounds
        onLine.insert(Place(who: person, line: line, place: 0))
    }

    mutating func drop(_ places: some Sequence<Place>) {
        for place in places { shares[place] = nil }
        onLine = Set(shares.keys.map { Place(who: $0.who, line: $0.line, place: 0) })
    }

    func isOn(person: Int, line: Int) -> Bool { onLine.contains(Place(who: person, line: line, place: 0)) }

    func share(person: Int, line: Int, stretch: Int) -> ClosedRange<Double>? {
        shares[Place(who: person, line: line, place: stretch)]
    }

    /// The bounds of a person's hours on a loose line in a week; nil where there may be none.
    func hours(person: Int, line: Int, week: Int) -> ClosedRange<Double>? {
        let place = Place(who: person, line: line, place: week)
        if let loose, !loose.contains(place), !loose.contains(Place(who: person, line: line, place: -1)) { return nil }
        return barred.contains(place) ? nil : (slices[place] ?? 0)...Double.infinity
    }

    func mayHold(pool: Int, line: Int, stretch: Int) -> Bool {
        !barredPools.contains(Place(who: pool, line: line, place: stretch))
    }
}
