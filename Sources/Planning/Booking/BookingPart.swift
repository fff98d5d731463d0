// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// What the rules of booking have to be decided by: whole numbers, but for `rest`.
enum BookingChoice: Sendable, Hashable {
    /// Whether a person holds anything of a steady line through a stretch.
    case holds(person: Int, line: Int, stretch: Int)
    /// Whether a person does hours of a weekly or anytime line in a week.
    case works(person: Int, line: Int, week: Int)
    case subcontracts(pool: Int, line: Int, stretch: Int)
    /// Whether anybody holds anything of a steady line through a stretch.
    case manned(line: Int, stretch: Int)
    /// The same, of people alone.
    case staffed(line: Int, stretch: Int)
    /// Whether a person works at a site that is not their office; sites by position in `Firm.offices`.
    case visits(person: Int, site: Int, week: Int)
    /// How many whole steps a share has.
    case steps(person: Int, line: Int, stretch: Int)
    /// Whether a share is a whole seat.
    case seated(person: Int, line: Int, stretch: Int)
    /// Whether a share is all that is left of its stretch.
    case odd(person: Int, line: Int, stretch: Int)
    /// What a share has beyond whole steps.
    case rest(person: Int, line: Int, stretch: Int)
}

/// What a row of the rules of booking limits.
enum BookingLimit: Sendable, Hashable {
    case largest(person: Int, line: Int, week: Int)
    case smallest(person: Int, line: Int, week: Int)
    case poolHolds(pool: Int, line: Int, stretch: Int)
    case poolThere(pool: Int, line: Int, stretch: Int)
    case atOnce(person: Int, week: Int)
    case teamMost(line: Int, week: Int)
    case teamLeast(line: Int, week: Int)
    case member(line: Int, stretch: Int, index: Int)
    case staff(line: Int, stretch: Int, index: Int)
    case mixLeast(line: Int, stretch: Int, quota: Int)
    case mixMost(line: Int, stretch: Int, quota: Int)
    case company(person: Int, index: Int)
    case visit(person: Int, index: Int)
    case sites(person: Int, week: Int)
    case multiple(person: Int, line: Int, stretch: Int)
    case whole(person: Int, line: Int, stretch: Int)
    case remainder(person: Int, line: Int, stretch: Int)
    case filled(line: Int, stretch: Int)
    case oneOdd(line: Int, stretch: Int)
}

/// What the rules of booking add to the model: entries of the columns that are there in any case, in rows of the rules,
/// and columns of their own, gathered until all rows stand.
struct BookingPart: Sendable {
    struct Choice: Sendable {
        let choice: BookingChoice
        let bounds: Bounds
        let kind: Model.Kind
        var entries: [(Row, Double)] = []
    }

    private struct Key: Hashable {
        let who: Int
        let line: Int
        let place: Int
    }

    /// Whether whole numbers decide.
    var isChoosing = false
    /// By person and piece: entries of a whole share.
    var ofShare: [[[(Row, Double)]]] = []
    /// By person and piece: the position in `choices` of whether it is held.
    var held: [[Int]] = []
    var choices: [Choice] = []
    /// By person, line and week: the position in `choices` of whether hours of a loose line are worked.
    var works: [Support.Place: Int] = [:]
    private var ofPool: [Key: [(Row, Double)]] = [:]
    private var ofHours: [Key: [(Row, Double)]] = [:]

    /// - Returns: its position in `choices`.
    mutating func add(_ choice: BookingChoice, upTo most: Int = 1) -> Int {
        choices.append(Choice(choice: choice, bounds: .between(0, Double(most)), kind: .integer))
        return choices.count - 1
    }

    func hourEntries(person: Int, line: Int, week: Int) -> [(Row, Double)] {
        ofHours[Key(who: person, line: line, place: week)] ?? []
    }

    func poolEntries(pool: Int, line: Int, stretch: Int) -> [(Row, Double)] {
        ofPool[Key(who: pool, line: line, place: stretch)] ?? []
    }

    mutating func addHourEntry(person: Int, line: Int, week: Int, _ entry: (Row, Double)) {
        ofHours[Key(who: person, line: line, place: week), default: []].append(entry)
    }

    mutating func addPoolEntry(pool: Int, line: Int, stretch: Int, _ entry: (Row, Double)) {
        ofPool[Key(who: pool, line: line, place: stretch), default: []].append(entry)
    }
}
