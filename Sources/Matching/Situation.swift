// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing
import Threads

/// Somebody who may be booked on a line.
public struct Candidate: Sendable, Hashable {
    /// Position in `Firm.people`.
    public let person: Int
    /// What an hour of this match costs beside money that changes hands.
    public let misfit: Rate
    /// Booked on the line before planning.
    public let isBooked: Bool
}

/// A firm with everything that follows from it before any decision: working time, demand, pinned work, who may do
/// what. Rows of people and lines go by position: of `firm.people` and of `demand.lines`.
public struct Situation: Sendable {
    public let firm: Firm
    public let capacity: Capacity
    public let demand: Demand
    public internal(set) var eligibility: Eligibility
    /// The eligible people of each line, in the order of the files.
    public internal(set) var candidates: [[Candidate]]
    /// Hours promised and not to be moved.
    public private(set) var pinned: PinnedWork
    /// What subcontractors do in frozen weeks.
    public private(set) var frozenPools: [FrozenPoolWork] = []
    /// What is to be kept if it can be, at a price: see ``Promise``.
    public private(set) var promises: [Promise] = []
    /// The positions of each line's promises.
    private(set) var promisesOfLine: [Int: [Int]] = [:]
    /// The first week of the horizon that may still be planned; those before it are frozen.
    public let firstOpenWeek: Int
    /// The stretches of each line, by position of its weeks: where a steady line may change hands.
    public private(set) var stretches: [[Range<Int>]] = []
    var stipulations = Stipulations()
    let tables: PriceTables
    let weights: [Share]
    var unmetPrices: [Rate]

    public init(of firm: Firm) {
        self.firm = firm
        capacity = Capacity(of: firm)
        demand = Demand(of: firm)
        eligibility = Eligibility(firm: firm, capacity: capacity)
        pinned = PinnedWork(of: firm, demand: demand)
        firstOpenWeek = firm.firstOpenWeek
        tables = PriceTables(of: firm, demand: demand)
        weights = demand.lines.map { firm.policy.weight(of: firm.projects[$0.project].stage) }
        unmetPrices = demand.lines.map { line in
            let project = firm.projects[line.project]
            return firm.policy.unmet.price(of: project.lines[line.line].priority ?? project.priority)
        }
        let levels = LevelTable(of: firm)
        let fit = Fit(prices: firm.policy.fit)
        let booked = Set(firm.bookings.map { BookedPair(person: $0.person, line: $0.line) })
        candidates = mapInParallel(demand.lines.count) { [eligibility, demand] position in
            let line = demand.lines[position]
            let project = firm.projects[line.project]
            let need = project.lines[line.line]
            return levels.people(atLeast: need.skills).compactMap { index in
                guard eligibility.admits(index, to: need, of: project, line) else { return nil }
                let person = firm.people[index]
                let isBooked = !booked.isEmpty && booked.contains(BookedPair(person: person.id, line: line.id))
                return Candidate(
                    person: index, misfit: fit.misfit(of: person, for: need, in: project, isBooked: isBooked),
                    isBooked: isBooked)
            }
        }
        let kept = KeptWork(of: self)
        pinned = pinned.adding(kept.frozen(in: self))
        frozenPools = keptPoolWork()
        pinned = pinned.adding(frozenPools)
        stretches = demand.lines.indices.map(cutIntoStretches)
        promises = kept.promises(in: self) + pinnedByHalf()
        for (index, promise) in promises.enumerated() { promisesOfLine[promise.line, default: []].append(index) }
    }

    /// Whether the plan of a week stands already.
    public func isFrozen(_ week: Int) -> Bool { week < firstOpenWeek }

    /// The person as a candidate of the line, or nil where they are not eligible.
    public func candidate(person: Int, line: Int) -> Candidate? {
        let all = candidates[line]
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].person < person { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].person == person ? all[low] : nil
    }

    public func project(of line: Int) -> Project { firm.projects[demand.lines[line].project] }
    public func need(of line: Int) -> DemandLine { project(of: line).lines[demand.lines[line].line] }

    /// How much the value of a line counts: its chance, as the policy takes proposed work; zero leaves it out.
    public func weight(of line: Int) -> Share { weights[line] }

    public func priority(of line: Int) -> Priority { need(of: line).priority ?? project(of: line).priority }
}

extension Policy {
    /// How much the value of work at that stage counts.
    package func weight(of stage: Stage) -> Share {
        switch stage {
        case .won: .whole
        case .lost: .zero
        case .proposed(let chance):
            switch tentative {
            case .weighted: chance
            case .full: .whole
            case .out: .zero
            }
        }
    }
}

private struct BookedPair: Hashable {
    let person: Identifier<Person>
    let line: LineID
}

/// Levels by person and skill in one flat table, so that thousands of people can be sifted for thousands of lines.
private struct LevelTable {
    private let columns: [Identifier<Skill>: Int]
    private let levels: [Int8]
    private let peopleCount: Int

    init(of firm: Firm) {
        var columns: [Identifier<Skill>: Int] = [:]
        for person in firm.people {
            for skill in person.skills where columns[skill.skill] == nil { columns[skill.skill] = columns.count }
        }
        var levels = [Int8](repeating: 0, count: columns.count * firm.people.count)
        for (index, person) in firm.people.enumerated() {
            for skill in person.skills {
                guard let column = columns[skill.skill] else { continue }
                levels[column * firm.people.count + index] = Int8(clamping: skill.level)
            }
        }
        self.columns = columns
        self.levels = levels
        peopleCount = firm.people.count
    }

    /// Positions of the people who have all the skills at their levels or above.
    func people(atLeast required: [SkillLevel]) -> [Int] {
        let known = required.compactMap { need in
            columns[need.skill].map { (column: $0, level: Int8(clamping: need.level)) }
        }
        guard known.count == required.count else { return [] }
        return (0..<peopleCount).filter { person in
            known.allSatisfy { levels[$0.column * peopleCount + person] >= $0.level }
        }
    }
}
