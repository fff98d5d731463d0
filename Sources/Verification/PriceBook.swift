// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// The prices of a stage by position, in minor units.
struct PriceBook {
    private struct LineRun: Hashable {
        let line: Int
        let weeks: Range<Int>
    }

    private struct Seat: Hashable {
        let person: Int
        let run: LineRun
    }

    private let weekCount: Int
    private var lines: [LineRun: Double] = [:]
    private var people: [Double]
    private var pools: [Double]
    private var seats: [Seat: Double] = [:]
    /// By position in `Situation.promises`.
    private(set) var promises: [Double]
    /// Of goals before, a minor unit of theirs in minor units; those that are no prices count as zero.
    private(set) var goals: [Double]
    /// Of loads, by position of the person.
    private(set) var loads: [Double]
    /// Prices that are negative, beyond all reason, or of nothing that the firm has.
    private(set) var bad: [String] = []

    /// In major units. No firm comes near it, and sums of prices stay finite below it.
    private static let highest = 1e18

    init(_ prices: StagePrices, in situation: Situation) {
        let firm = situation.firm
        weekCount = firm.horizon.weekCount
        people = Array(repeating: 0, count: firm.people.count * weekCount)
        pools = Array(repeating: 0, count: firm.subcontractors.count * weekCount)
        promises = Array(repeating: 0, count: situation.promises.count)
        goals = []
        loads = Array(repeating: 0, count: firm.people.count)
        let personAt = positions(firm.people.map(\.id))
        let poolAt = positions(firm.subcontractors.map(\.id))
        let lineAt = positions(situation.demand.lines.map(\.id))
        let scale = Double(firm.currency.scale)

        func run(_ line: LineID, _ first: Week, _ last: Week) -> LineRun? {
            guard let line = lineAt[line], let first = firm.horizon.index(of: first),
                let last = firm.horizon.index(of: last), first <= last
            else { return nil }
            return LineRun(line: line, weeks: first..<last + 1)
        }
        func isPrice(_ price: Double) -> Bool { (0...PriceBook.highest).contains(price) }

        for entry in prices.lines {
            guard let run = run(entry.line, entry.first, entry.last), isPrice(entry.price) else {
                bad.append("\(entry.line), \(entry.first)")
                continue
            }
            lines[run] = entry.price * scale
        }
        for entry in prices.people {
            guard let person = personAt[entry.owner], let week = firm.horizon.index(of: entry.week),
                isPrice(entry.price)
            else {
                bad.append("\(entry.owner), \(entry.week)")
                continue
            }
            people[person * weekCount + week] = entry.price * scale
        }
        for entry in prices.pools {
            guard let pool = poolAt[entry.owner], let week = firm.horizon.index(of: entry.week), isPrice(entry.price)
            else {
                bad.append("\(entry.owner), \(entry.week)")
                continue
            }
            pools[pool * weekCount + week] = entry.price * scale
        }
        for entry in prices.promises {
            guard promises.indices.contains(entry.promise), isPrice(entry.price) else {
                bad.append("promise \(entry.promise)")
                continue
            }
            promises[entry.promise] = entry.price * scale
        }
        goals = prices.goals.enumerated().map { index, price in
            if !isPrice(price) { bad.append("goal \(index + 1)") }
            return isPrice(price) ? price : 0
        }
        for entry in prices.loads {
            guard let person = personAt[entry.person], isPrice(abs(entry.price)) else {
                bad.append("the load of \(entry.person)")
                continue
            }
            loads[person] = entry.price * scale
        }
        for entry in prices.seats {
            guard let person = personAt[entry.person], let run = run(entry.line, entry.first, entry.last),
                isPrice(entry.price) || isPrice(-entry.price) && situation.isReserved(person, run.line, run.weeks)
            else {
                bad.append("\(entry.person) on \(entry.line), \(entry.first)")
                continue
            }
            seats[Seat(person: person, run: run)] = entry.price * scale
        }
    }

    /// What is bad for a stage that comes after so many goals.
    func bad(after count: Int) -> [String] {
        bad + (goals.count > count ? ["\(goals.count) goals before, where there are \(count)"] : [])
    }

    func line(_ line: Int, _ weeks: Range<Int>) -> Double { lines[LineRun(line: line, weeks: weeks)] ?? 0 }
    func person(_ person: Int, _ week: Int) -> Double { people[person * weekCount + week] }
    func pool(_ pool: Int, _ week: Int) -> Double { pools[pool * weekCount + week] }
    func seat(_ person: Int, _ line: Int, _ weeks: Range<Int>) -> Double {
        seats.isEmpty ? 0 : seats[Seat(person: person, run: LineRun(line: line, weeks: weeks))] ?? 0
    }
}

extension Situation {
    /// Whether the person has to take a seat of the line through a stretch; only then may its price be negative.
    fileprivate func isReserved(_ person: Int, _ line: Int, _ weeks: Range<Int>) -> Bool {
        guard isReserved(person: person, line: line), let stretch = stretches[line].firstIndex(of: weeks) else {
            return false
        }
        return reservedShare(person: person, line: line, stretch: stretch) > .zero
    }
}
