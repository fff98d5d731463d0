// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

/// A plan laid out by position of person, line and week, so that it can be added up.
public struct Tally: Sendable {
    /// Hours of one kind of work in one week.
    public struct Entry: Sendable {
        public let person: Int
        public let line: Int
        public let kind: Assignment.Kind
        public let week: Int
        public let hours: Hours
    }

    public struct PoolEntry: Sendable {
        public let pool: Int
        public let line: Int
        public let week: Int
        public let hours: Hours
    }

    /// A share of a steady line, by position: of the person or the pool, and of the stretch among the line's.
    public struct Holding: Sendable {
        public let holder: Int
        public let line: Int
        public let shares: [Share]
    }

    public private(set) var entries: [Entry] = []
    /// Positions in `entries`, by line.
    private(set) var entriesOfLine: [Int: [Int]] = [:]
    public private(set) var poolEntries: [PoolEntry] = []
    public private(set) var holdings: [Holding] = []
    public private(set) var poolHoldings: [Holding] = []
    /// What the plan names that the firm does not have.
    public private(set) var strangers: [Violation] = []

    private let weekCount: Int
    private var pinnedLoad: [Hours]
    private var staffedLoad: [Hours]
    private var coverLoad: [Hours]
    private var filledHours: [Hours]

    public init(of plan: Plan, in situation: Situation) {
        let firm = situation.firm
        weekCount = firm.horizon.weekCount
        let cells = firm.people.count * weekCount
        pinnedLoad = Array(repeating: .zero, count: cells)
        staffedLoad = pinnedLoad
        coverLoad = pinnedLoad
        filledHours = Array(repeating: .zero, count: situation.demand.lines.count * weekCount)
        let people = positions(firm.people.map(\.id))
        let lines = positions(situation.demand.lines.map(\.id))
        let pools = positions(firm.subcontractors.map(\.id))
        for assignment in plan.assignments {
            guard let person = people[assignment.person], let line = lines[assignment.line] else {
                strangers.append(.stranger("\(assignment.person) on \(assignment.line)"))
                continue
            }
            for item in assignment.weeks {
                guard let week = firm.horizon.index(of: item.week) else {
                    strangers.append(.stranger("\(item.week) of \(assignment.person) on \(assignment.line)"))
                    continue
                }
                add(Entry(person: person, line: line, kind: assignment.kind, week: week, hours: item.hours))
            }
            if assignment.kind == .steady {
                hold(assignment.shares, by: person, on: line, in: situation).map { holdings.append($0) }
            }
        }
        for subcontract in plan.subcontracts {
            guard let pool = pools[subcontract.pool], let line = lines[subcontract.line] else {
                strangers.append(.stranger("\(subcontract.pool) on \(subcontract.line)"))
                continue
            }
            for item in subcontract.weeks {
                guard let week = firm.horizon.index(of: item.week) else {
                    strangers.append(.stranger("\(item.week) of \(subcontract.pool) on \(subcontract.line)"))
                    continue
                }
                poolEntries.append(PoolEntry(pool: pool, line: line, week: week, hours: item.hours))
                filledHours[line * weekCount + week] += item.hours
            }
            if situation.need(of: line).spread == .steady {
                hold(subcontract.shares, by: pool, on: line, in: situation).map { poolHoldings.append($0) }
            }
        }
    }

    /// All hours of a person's week.
    public func load(person: Int, week: Int) -> Hours {
        let cell = person * weekCount + week
        return pinnedLoad[cell] + staffedLoad[cell] + coverLoad[cell]
    }

    /// Hours decided in the staffing stage: neither pinned nor cover.
    public func staffed(person: Int, week: Int) -> Hours { staffedLoad[person * weekCount + week] }
    public func pinned(person: Int, week: Int) -> Hours { pinnedLoad[person * weekCount + week] }
    public func cover(person: Int, week: Int) -> Hours { coverLoad[person * weekCount + week] }
    /// All hours done on a line's week, by whomever.
    public func filled(line: Int, week: Int) -> Hours { filledHours[line * weekCount + week] }

    private mutating func add(_ entry: Entry) {
        entriesOfLine[entry.line, default: []].append(entries.count)
        entries.append(entry)
        let cell = entry.person * weekCount + entry.week
        switch entry.kind {
        case .pinned: pinnedLoad[cell] += entry.hours
        case .steady, .hourly: staffedLoad[cell] += entry.hours
        case .cover: coverLoad[cell] += entry.hours
        }
        filledHours[entry.line * weekCount + entry.week] += entry.hours
    }

    /// The shares by stretch, or nil, with a violation noted, where they do not follow the line's stretches.
    private mutating func hold(
        _ shares: [ShareHeld], by holder: Int, on line: Int, in situation: Situation
    ) -> Holding? {
        let horizon = situation.firm.horizon
        let stretches = situation.stretches[line]
        var found = [Share](repeating: .zero, count: stretches.count)
        for held in shares {
            guard let first = horizon.index(of: held.first), let last = horizon.index(of: held.last),
                let from = stretches.firstIndex(where: { $0.lowerBound == first }),
                let to = stretches.firstIndex(where: { $0.upperBound == last + 1 }), from <= to
            else {
                strangers.append(.offStretch(line: situation.demand.lines[line].id, held))
                return nil
            }
            for stretch in from...to { found[stretch] += held.share }
        }
        return Holding(holder: holder, line: line, shares: found)
    }
}

/// The first position of each value of a list.
package func positions<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    Dictionary(zip(values, values.indices), uniquingKeysWith: { first, _ in first })
}
