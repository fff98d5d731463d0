// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Planning
public import Staffing
public import Verification

/// Capacity against demand over the horizon, by skill, role or office.
///
/// A person with several skills stands in the row of each, and so does a line that asks for several: rows by skill
/// overlap, and do not add up. The total counts every hour once. Levels are not told apart, and subcontractors are
/// not counted.
///
/// ```swift
/// let forecast = Forecast(of: Situation(of: firm), by: .skill, per: .month)
/// for row in forecast.rows { print(row.key, row.cells.map { $0.surplus(.weighted) }) }
/// ```
public struct Forecast: Sendable, Equatable {
    public enum Grouping: String, Sendable, CaseIterable {
        case skill, role, office
    }

    /// What a row is about.
    public enum Key: Hashable, Sendable, CustomStringConvertible {
        case skill(Identifier<Skill>)
        case role(Identifier<Role>)
        case office(Identifier<Office>)
        /// People who have none, and lines that ask for none.
        case any

        public var description: String {
            switch self {
            case .skill(let skill): skill.text
            case .role(let role): role.text
            case .office(let office): office.text
            case .any: "(any)"
            }
        }
    }

    public struct Row: Sendable, Equatable {
        public let key: Key
        /// By column.
        public internal(set) var cells: [Cell]
        /// Of the whole horizon.
        public var sum: Cell { cells.reduce(Cell(), +) }
    }

    /// Hours of a group in a period.
    public struct Cell: Sendable, Equatable {
        /// Contracted less holidays and leave.
        public var effective = Hours.zero
        /// Effective less time inside the firm: what can be planned on projects.
        public var plannable = Hours.zero
        /// Asked for by won work.
        public var confirmed = Hours.zero
        /// Won work, and proposed work times its chance, each line and week rounded to the second.
        public var weighted = Hours.zero
        /// As if everything were won.
        public var exposure = Hours.zero
        /// Planned on people; zero in a forecast made without a plan.
        public var load = Hours.zero

        public func demand(_ basis: Figures.Basis) -> Hours {
            switch basis {
            case .confirmed: confirmed
            case .weighted: weighted
            case .exposure: exposure
            }
        }

        /// plannable − demand, in hours; a deficit is negative.
        public func surplus(_ basis: Figures.Basis) -> Hours { plannable - demand(basis) }

        /// Load / effective capacity, over people and weeks as sum over sum; nil where there is no capacity.
        public var utilisation: Double? { effective > .zero ? load.inHours / effective.inHours : nil }

        public static func + (left: Cell, right: Cell) -> Cell {
            Cell(
                effective: left.effective + right.effective, plannable: left.plannable + right.plannable,
                confirmed: left.confirmed + right.confirmed, weighted: left.weighted + right.weighted,
                exposure: left.exposure + right.exposure, load: left.load + right.load)
        }
    }

    public let grouping: Grouping
    public let period: Period
    public let columns: [Column]
    /// In the order in which people, then lines, first name the key; `(any)` last, where there is anything in it.
    /// Offices stand as the files list them.
    public let rows: [Row]
    /// Every hour once.
    public let total: Row

    /// FTE = hours / full-time hours of the column.
    public func fullTimeEquivalents(_ hours: Hours, in column: Int) -> Double {
        let full = columns[column].fullTime
        return full > .zero ? hours.inHours / full.inHours : 0
    }
}

extension Forecast {
    /// Without a plan: what there is, against what is asked for.
    public init(of situation: Situation, by grouping: Grouping, per period: Period) {
        self.init(ForecastSums(situation, grouping, period), grouping, period)
    }

    /// With the hours that the plan puts on people.
    public init(of planned: PlannedFirm, by grouping: Grouping, per period: Period) {
        var sums = ForecastSums(planned.situation, grouping, period)
        sums.add(Tally(of: planned.plan, in: planned.situation))
        self.init(sums, grouping, period)
    }

    private init(_ sums: ForecastSums, _ grouping: Grouping, _ period: Period) {
        self.grouping = grouping
        self.period = period
        columns = sums.columns
        rows = sums.rows
        total = sums.total
    }
}
