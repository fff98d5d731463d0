// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension Draft {
    /// The draft as bookings, pinned work included, in the order of people and lines.
    func assignments() -> [Assignment] {
        let situation = people.situation
        var found: [(person: Int, line: Int, assignment: Assignment)] = []
        let pins = Dictionary(grouping: situation.pinned.entries) { [$0.person, $0.line] }
        for (pair, entries) in pins {
            found.append(
                (
                    pair[0], pair[1],
                    assignment(pair[0], pair[1], .pinned, weeks: entries.map { (week: $0.week, hours: $0.hours) })
                ))
        }
        let spare = spareSeconds()
        for (index, holding) in people.holdings.enumerated() {
            let weeks = situation.demand.lines[holding.line].weeks.compactMap { week in
                let hours = people.hours(of: holding, week: week) + (spare[Cell(row: index, week: week)] ?? .zero)
                return hours > .zero ? (week: week, hours: hours) : nil
            }
            guard !weeks.isEmpty else { continue }
            found.append(
                (
                    holding.worker, holding.line,
                    assignment(holding.worker, holding.line, .steady, shares: held(holding), weeks: weeks)
                ))
        }
        for (person, line, weeks) in hourly(people) {
            found.append((person, line, assignment(person, line, .hourly, weeks: weeks)))
        }
        return found.sorted {
            ($0.person, $0.line, $0.assignment.kind.rank) < ($1.person, $1.line, $1.assignment.kind.rank)
        }.map(\.assignment)
    }

    func subcontracts() -> [Subcontract] {
        let situation = pools.situation
        func subcontract(
            _ pool: Int, _ line: Int, shares: [ShareHeld], weeks: [(week: Int, hours: Hours)]
        ) -> Subcontract {
            Subcontract(
                pool: situation.firm.subcontractors[pool].id, line: situation.demand.lines[line].id, shares: shares,
                weeks: weeks.map { WeekHours(situation.week($0.week), $0.hours) })
        }
        let steady = pools.holdings.compactMap { holding -> (Int, Int, Subcontract)? in
            let weeks = situation.demand.lines[holding.line].weeks.compactMap { week in
                let hours = pools.hours(of: holding, week: week)
                return hours > .zero ? (week: week, hours: hours) : nil
            }
            guard !weeks.isEmpty else { return nil }
            return (
                holding.worker, holding.line,
                subcontract(holding.worker, holding.line, shares: held(holding), weeks: weeks)
            )
        }
        let loose = hourly(pools).map { pool, line, weeks in
            (pool, line, subcontract(pool, line, shares: [], weeks: weeks))
        }
        let frozen = Dictionary(grouping: situation.frozenPools) { [$0.pool, $0.line] }.map { pair, entries in
            (
                pair[0], pair[1],
                subcontract(pair[0], pair[1], shares: [], weeks: entries.map { (week: $0.week, hours: $0.hours) })
            )
        }
        return (frozen + steady + loose).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private func assignment(
        _ person: Int, _ line: Int, _ kind: Assignment.Kind, shares: [ShareHeld] = [],
        weeks: [(week: Int, hours: Hours)]
    ) -> Assignment {
        let situation = people.situation
        return Assignment(
            person: situation.firm.people[person].id, line: situation.demand.lines[line].id, kind: kind,
            shares: shares, weeks: weeks.map { WeekHours(situation.week($0.week), $0.hours) })
    }

    /// The shares of a holding, equal neighbours joined.
    private func held(_ holding: Workforce.Holding) -> [ShareHeld] {
        let situation = people.situation
        var runs: [ShareHeld] = []
        for (stretch, share) in zip(situation.stretches[holding.line], holding.shares) where share > .zero {
            let first = situation.week(stretch.lowerBound)
            let last = situation.week(stretch.upperBound - 1)
            if let before = runs.last, before.share == share, before.last.advanced(by: 1) == first {
                runs[runs.count - 1] = ShareHeld(first: before.first, last: last, share: share)
            } else {
                runs.append(ShareHeld(first: first, last: last, share: share))
            }
        }
        return runs
    }

    /// Loose hours by worker and line, in the order of weeks.
    private func hourly(_ workforce: Workforce) -> [(Int, Int, [(week: Int, hours: Hours)])] {
        Dictionary(grouping: workforce.hourly.filter { $0.hours > .zero }) { [$0.worker, $0.line] }
            .map { pair, entries in
                (pair[0], pair[1], entries.map { (week: $0.week, hours: $0.hours) }.sorted { $0.week < $1.week })
            }
    }

    /// A line that is held whole by people who are all there still loses up to a second a holder to rounding: these
    /// seconds go to its holders, one each, to those who lost most first, where their week has room.
    private func spareSeconds() -> [Cell: Hours] {
        let situation = people.situation
        var loads: [Cell: Hours] = [:]
        for holding in people.holdings {
            for week in situation.demand.lines[holding.line].weeks {
                loads[Cell(row: holding.worker, week: week), default: .zero] += people.hours(of: holding, week: week)
            }
        }
        for entry in people.hourly { loads[Cell(row: entry.worker, week: entry.week), default: .zero] += entry.hours }
        var given: [Cell: Hours] = [:]
        let byLine = Dictionary(grouping: people.holdings.indices) { people.holdings[$0].line }
        for (line, holders) in byLine.sorted(by: { $0.key < $1.key }) {
            for (stretch, weeks) in situation.stretches[line].enumerated() {
                let present = holders.filter { people.holdings[$0].shares[stretch] > .zero }
                guard present.reduce(.zero, { $0 + people.holdings[$1].shares[stretch] }) == .whole else { continue }
                for week in weeks {
                    let open = situation.openHours(line: line, week: week)
                    let isComplete = present.allSatisfy {
                        situation.delivery(person: people.holdings[$0].worker, line: line, week: week) == open
                    }
                    guard isComplete else { continue }
                    var left = open - present.reduce(.zero) { $0 + people.hours(of: people.holdings[$1], week: week) }
                    let byLoss = present.sorted { loss(of: $0, week: week) > loss(of: $1, week: week) }
                    for index in byLoss where left > .zero {
                        let person = Cell(row: people.holdings[index].worker, week: week)
                        let second = Hours(seconds: 1)
                        guard
                            (loads[person] ?? .zero) + second
                                <= situation.openCapacity(person: person.row, week: week)
                        else { continue }
                        loads[person, default: .zero] += second
                        given[Cell(row: index, week: week), default: .zero] += second
                        left -= second
                    }
                }
            }
        }
        return given
    }

    /// The part of a second that rounding takes from a holding in a week, in millionths.
    private func loss(of index: Int, week: Int) -> Int {
        let holding = people.holdings[index]
        let situation = people.situation
        guard let stretch = situation.stretches[holding.line].firstIndex(where: { $0.contains(week) }) else { return 0 }
        let whole = situation.delivery(person: holding.worker, line: holding.line, week: week)
        return whole.seconds * holding.shares[stretch].millionths % 1_000_000
    }

    private struct Cell: Hashable {
        let row: Int
        let week: Int
    }
}

extension Assignment.Kind {
    fileprivate var rank: Int {
        switch self {
        case .pinned: 0
        case .steady: 1
        case .hourly: 2
        case .cover: 3
        }
    }
}

extension Situation {
    /// The week at a position of the horizon.
    func week(_ index: Int) -> Week { firm.horizon.firstWeek.advanced(by: index) }
}
