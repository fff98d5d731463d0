// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

extension Plan {
    /// Every promise that the plan breaks, found by plain arithmetic from the firm alone; empty when all is well.
    ///
    /// Nothing here knows how the plan was made: no model, no solver.
    public func violations(in situation: Situation) throws -> [Violation] {
        try violations(in: situation, digest: situation.firm.digest())
    }

    /// The same where the digest of the firm is known.
    package func violations(in situation: Situation, digest: String) -> [Violation] {
        let tally = Tally(of: self, in: situation)
        let check = PlanCheck(plan: self, tally: tally, situation: situation)
        return tally.strangers + check.work() + check.people() + check.lines() + check.pools() + check.unmet()
            + check.booking() + check.moves() + check.goals() + check.starts() + check.startsProof()
            + check.certificate(digest: digest)
    }
}

/// The rules of a plan, each a function that gives what breaks it.
struct PlanCheck {
    let plan: Plan
    let tally: Tally
    let situation: Situation

    var firm: Firm { situation.firm }
    var weeks: Range<Int> { 0..<firm.horizon.weekCount }

    func week(_ index: Int) -> Week { firm.horizon.firstWeek.advanced(by: index) }
    func person(_ index: Int) -> Identifier<Person> { firm.people[index].id }
    func line(_ index: Int) -> LineID { situation.demand.lines[index].id }

    /// Each booking: hours above zero, of a kind that the line has, by somebody who may do it; pins kept exactly.
    func work() -> [Violation] {
        let candidates = situation.candidates.map { Set($0.map(\.person)) }
        var found: [Violation] = []
        var pinned: [Cell: Hours] = [:]
        var reported: Set<Pair> = []
        for entry in tally.entries {
            if entry.hours < .zero { found.append(.negativeHours(line(entry.line), week(entry.week))) }
            if entry.kind == .pinned {
                pinned[Cell(person: entry.person, line: entry.line, week: entry.week), default: .zero] += entry.hours
                continue
            }
            guard reported.insert(Pair(person: entry.person, line: entry.line, kind: entry.kind)).inserted else {
                continue
            }
            if !entry.kind.fits(situation.need(of: entry.line).spread) {
                found.append(.wrongKind(person(entry.person), line(entry.line), entry.kind))
            }
            if !candidates[entry.line].contains(entry.person) {
                let why = situation.eligibility.obstacles(
                    person: entry.person, demand: situation.demand.lines[entry.line])
                found.append(
                    .notEligible(
                        person(entry.person), line(entry.line), why: why.map(\.description).joined(separator: "; ")))
            }
        }
        for entry in situation.pinned.entries {
            let cell = Cell(person: entry.person, line: entry.line, week: entry.week)
            let planned = pinned.removeValue(forKey: cell) ?? .zero
            if planned != entry.hours {
                found.append(
                    .pinBroken(
                        person(entry.person), line(entry.line), week(entry.week), planned: planned, pinned: entry.hours)
                )
            }
        }
        for (cell, planned) in pinned.sorted(by: { $0.key < $1.key }) {
            found.append(
                .pinBroken(person(cell.person), line(cell.line), week(cell.week), planned: planned, pinned: .zero))
        }
        return found
    }

    /// Nobody works beyond capacity and overtime, but for what was pinned on them.
    func people() -> [Violation] {
        var found: [Violation] = []
        for index in firm.people.indices {
            for week in weeks {
                let open = situation.openCapacity(person: index, week: week)
                let pinned = situation.pinned.hours(person: index, week: week)
                let staffed = tally.staffed(person: index, week: week)
                let cover = tally.cover(person: index, week: week)
                let limit = open + situation.openOvertime(person: index, week: week)
                if staffed > limit || (cover > .zero && staffed + cover > open) {
                    found.append(
                        .overloaded(
                            person(index), self.week(week), load: pinned + staffed + cover,
                            limit: pinned + (cover > .zero ? open : limit)))
                }
            }
        }
        return found
    }

    /// No line gets more than it asks for, shares follow the rules of steady work, and cover only fills absences.
    func lines() -> [Violation] {
        var found: [Violation] = []
        for (index, demand) in situation.demand.lines.enumerated() {
            let asked = situation.need(of: index).spread
            if asked == .anytime {
                let filled = demand.weeks.reduce(.zero) { $0 + tally.filled(line: index, week: $1) }
                let pinned = demand.weeks.reduce(.zero) { $0 + situation.pinned.hours(line: index, week: $1) }
                if filled > max(demand.total, pinned) {
                    found.append(.overfilledTotal(demand.id, filled: filled, asked: demand.total))
                }
            }
            for week in weeks {
                let filled = tally.filled(line: index, week: week)
                let most =
                    asked == .anytime && demand.weeks.contains(week)
                    ? filled : max(demand.hours(in: week), situation.pinned.hours(line: index, week: week))
                if filled > most {
                    found.append(.overfilled(demand.id, self.week(week), filled: filled, asked: most))
                }
            }
        }
        return found + shares() + weeklySeats() + cover()
    }

    /// Shares add up to no more than the line, nobody holds more than a seat, and the hours are what the share delivers.
    private func shares() -> [Violation] {
        var found: [Violation] = []
        var sums: [Int: [Share]] = [:]
        for holding in tally.holdings + tally.poolHoldings {
            let before = sums[holding.line] ?? holding.shares.map { _ in .zero }
            sums[holding.line] = zip(before, holding.shares).map { $0 + $1 }
        }
        for (line, shares) in sums.sorted(by: { $0.key < $1.key }) {
            for (stretch, share) in zip(situation.stretches[line], shares) where share > .whole {
                found.append(.overshared(self.line(line), week(stretch.lowerBound), share))
            }
        }
        var planned: [Cell: Hours] = [:]
        for entry in tally.entries where entry.kind == .steady {
            planned[Cell(person: entry.person, line: entry.line, week: entry.week), default: .zero] += entry.hours
        }
        for holding in tally.holdings {
            let seat = situation.largestShare(of: holding.line)
            for (stretch, share) in zip(situation.stretches[holding.line], holding.shares) {
                if share > seat {
                    found.append(.overseated(person(holding.holder), line(holding.line), week(stretch.lowerBound)))
                }
                let canHold = situation.canHold(person: holding.holder, line: holding.line, through: stretch)
                if share < .zero || (share > .zero && !canHold) {
                    found.append(.emptyShare(person(holding.holder), line(holding.line), week(stretch.lowerBound)))
                }
                for week in stretch {
                    let expected = situation.delivery(person: holding.holder, line: holding.line, week: week).part(
                        share)
                    let cell = Cell(person: holding.holder, line: holding.line, week: week)
                    let actual = planned.removeValue(forKey: cell) ?? .zero
                    // The seconds that rounding down leaves of a fully held week are given out one by one.
                    if actual != expected, actual - expected != Hours(seconds: 1) {
                        found.append(
                            .unsteady(
                                person(holding.holder).text, line(holding.line), self.week(week), planned: actual,
                                share: expected))
                    }
                }
            }
        }
        for (cell, hours) in planned.sorted(by: { $0.key < $1.key }) where hours != .zero {
            found.append(
                .unsteady(person(cell.person).text, line(cell.line), week(cell.week), planned: hours, share: .zero))
        }
        return found
    }

    /// Nobody takes more than a seat of a weekly line's week.
    private func weeklySeats() -> [Violation] {
        var taken: [Cell: Hours] = [:]
        for entry in tally.entries where entry.kind == .hourly && situation.need(of: entry.line).spread == .weekly {
            taken[Cell(person: entry.person, line: entry.line, week: entry.week), default: .zero] += entry.hours
        }
        return taken.sorted { $0.key < $1.key }.compactMap { cell, hours in
            let seats = situation.need(of: cell.line).seats
            let others = (seats - 1) * hours
            // A second more, where a seat is no whole number of them.
            guard hours + others > situation.openHours(line: cell.line, week: cell.week) + Hours(seconds: seats - 1)
            else { return nil }
            return .overseated(person(cell.person), line(cell.line), week(cell.week))
        }
    }

    private func cover() -> [Violation] {
        var missing: [Cell: Hours] = [:]
        for gap in Absences(of: tally, in: situation).missing {
            missing[Cell(person: 0, line: gap.line, week: gap.week)] = gap.hours
        }
        var covered: [Cell: Hours] = [:]
        for entry in tally.entries where entry.kind == .cover {
            covered[Cell(person: 0, line: entry.line, week: entry.week), default: .zero] += entry.hours
        }
        return covered.sorted { $0.key < $1.key }.compactMap { cell, hours in
            let gap = missing[cell] ?? .zero
            guard hours > gap else { return nil }
            return .overcovered(line(cell.line), week(cell.week), cover: hours, missing: gap)
        }
    }

    struct Cell: Hashable, Comparable {
        let person: Int
        let line: Int
        let week: Int

        static func < (left: Cell, right: Cell) -> Bool {
            (left.person, left.line, left.week) < (right.person, right.line, right.week)
        }
    }

    struct Pair: Hashable {
        let person: Int
        let line: Int
        let kind: Assignment.Kind
    }
}

extension Assignment.Kind {
    /// Whether work of this kind belongs on a line of that spread.
    func fits(_ spread: DemandLine.Spread) -> Bool {
        switch (self, spread) {
        case (.pinned, _), (.steady, .steady), (.cover, .steady), (.hourly, .weekly), (.hourly, .anytime): true
        case (.steady, .weekly), (.steady, .anytime), (.cover, .weekly), (.cover, .anytime), (.hourly, .steady): false
        }
    }
}
