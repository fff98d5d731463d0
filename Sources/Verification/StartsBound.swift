// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Staffing

/// What no plan can be worth more than, whatever starts it chooses: see ``StartsProof``.
///
/// A firm's value splits at given prices into what all hours cost and a part for each project, which depends on that
/// project's starts alone. So there is a table for each list of prices, and any combination of starts is looked up.
public struct StartsBound: Sendable {
    /// The ways to begin of a project that has several.
    public struct Choice: Sendable {
        /// Position in `Firm.projects`.
        public let project: Int
        public let placements: Placements
        /// The penalties of each placement times the weight of the project, in minor units.
        let penalties: [Double]
        /// For each placement, the variant of each of the project's lines.
        let variants: [[Int]]
    }

    /// A list of prices spelled out: minor units.
    public struct Table: Sendable {
        let base: Double
        /// By choice, then by placement.
        let gains: [[Double]]

        /// No plan at the starts is worth more. A combination has the position of a placement for each choice.
        public func most(at combination: [Int]) -> Double {
            zip(gains, combination).reduce(base) { $0 + $1.0[$1.1] }
        }

        /// No plan at any starts is worth more.
        var most: Double { gains.reduce(base) { $0 + ($1.max() ?? 0) } }
    }

    /// Combinations that are looked at one by one; of more, each list of prices is held against all of them alone.
    public static let mostCombinations = 20_000

    public let choices: [Choice]
    /// The firm with the lines of those projects at the n-th of the dates that they may have.
    private let situations: [Situation]
    /// How many dates each line of a choice may have, by choice and line.
    private let counts: [[Int]]

    public init(of firm: Firm) {
        let all = firm.projects.indices.map { firm.placements(of: $0) }
        var choices: [Choice] = []
        var dates: [[[DayRange]]] = []
        for (index, placements) in all.enumerated() where placements.all.count > 1 {
            let projects = placements.all.map { firm.placed(at: $0).projects[index] }
            var variants: [[Int]] = projects.map { _ in [] }
            var days: [[DayRange]] = []
            for line in firm.projects[index].lines.indices {
                var known: [DayRange] = []
                for (position, project) in projects.enumerated() {
                    let range = project.days(of: project.lines[line], within: firm.horizon)
                    if !known.contains(range) { known.append(range) }
                    variants[position].append(known.firstIndex(of: range) ?? 0)
                }
                days.append(known)
            }
            let weight = firm.policy.weight(of: firm.projects[index].stage).fraction
            choices.append(
                Choice(
                    project: index, placements: placements,
                    penalties: projects.map { weight * Double(firm.penalty(of: $0).minorUnits) }, variants: variants))
            dates.append(days)
        }
        self.choices = choices
        counts = dates.map { $0.map(\.count) }
        let base = firm.placed(at: all.flatMap { $0.all.first ?? [] })
        situations = (0..<(counts.joined().max() ?? 1)).map { number in
            Situation(of: base.varied(choices.map(\.project), dates, number: number))
        }
    }

    /// How many combinations of starts there are; no more than an integer holds.
    public var combinations: Int { StartsBound.product(choices.map(\.placements.all.count)) }

    /// The same of a firm, without working anything else out.
    public static func combinations(of firm: Firm) -> Int {
        product(firm.projects.indices.map { max(1, firm.placements(of: $0).all.count) })
    }

    private static func product(_ counts: [Int]) -> Int {
        counts.reduce(1) { product, count in
            let (product, overflow) = product.multipliedReportingOverflow(by: count)
            return overflow ? .max : product
        }
    }

    /// The starts of a combination, of the projects that have a choice.
    public func starts(of combination: [Int]) -> [PhaseStart] {
        zip(choices, combination).flatMap { $0.placements.all[$1] }
    }

    public func table(of prices: StagePrices) -> Table {
        let bounds = situations.map { Bound(situation: $0, prices: PriceBook(prices, in: $0)) }
        let movable = Set(choices.map(\.project))
        let first = situations[0]
        var base = bounds[0].capacity()
        for (index, line) in first.demand.lines.enumerated() where !movable.contains(line.project) {
            base += bounds[0].most(of: index) + first.pinnedValue(of: index)
        }
        for (index, project) in first.firm.projects.enumerated() where !movable.contains(index) {
            base -= first.weight(of: project) * Double(first.firm.penalty(of: project).minorUnits)
        }
        let places = situations.map { positions($0.demand.lines.map(\.id)) }
        let gains = zip(choices, counts).map { choice, counts in
            let project = first.firm.projects[choice.project]
            let most = zip(project.lines, counts).map { line, count in
                (0..<count).map { number -> Double in
                    guard let index = places[number][LineID(project.id, line.id)] else { return 0 }
                    return bounds[number].most(of: index) + situations[number].pinnedValue(of: index)
                }
            }
            return zip(choice.variants, choice.penalties).map { variants, penalty in
                zip(most, variants).reduce(-penalty) { $0 + $1.0[$1.1] }
            }
        }
        return Table(base: base, gains: gains)
    }

    /// No plan at any starts is worth more, by all tables together.
    public func most(by tables: [Table]) -> Double {
        guard combinations <= StartsBound.mostCombinations else { return tables.map(\.most).min() ?? .infinity }
        var (most, combination) = (-Double.infinity, first)
        while true {
            most = max(most, tables.map { $0.most(at: combination) }.min() ?? .infinity)
            guard let next = next(after: combination) else { return most }
            combination = next
        }
    }

    /// Every project as early as it can be.
    public var first: [Int] { choices.map { _ in 0 } }

    /// Combinations in order, the last project's starts turning fastest.
    public func next(after combination: [Int]) -> [Int]? {
        var next = combination
        for index in choices.indices.reversed() {
            if next[index] + 1 < choices[index].placements.all.count {
                next[index] += 1
                return next
            }
            next[index] = 0
        }
        return nil
    }
}

extension Firm {
    /// The firm with the lines of some projects at their n-th dates, where they have so many. From the second on without
    /// projects that neither of them needs: those without lines that move and without bookings.
    fileprivate func varied(_ movable: [Int], _ dates: [[[DayRange]]], number: Int) -> Firm {
        var firm = self
        for (project, lines) in zip(movable, dates) {
            for (line, days) in lines.enumerated() where number < days.count {
                firm.projects[project].lines[line].days = days[number]
                firm.projects[project].lines[line].phase = nil
            }
        }
        guard number > 0 else { return firm }
        let booked = Set(bookings.map(\.line.project))
        firm.projects = firm.projects.enumerated().filter { movable.contains($0) || booked.contains($1.id) }.map(\.1)
        return firm
    }
}
