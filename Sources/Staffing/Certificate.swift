// SPDX-License-Identifier: GPL-3.0-or-later

/// How good a plan is, with the prices that prove it.
///
/// The plan is made in two stages, each with its own bound: first who carries which share and which loose hours, then
/// who covers for absences from the hours that are left. A stage's bound follows from its prices by weak duality:
/// any prices that are not negative give a valid one, so whoever doubts it can add it up without a solver.
public struct Certificate: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable {
        /// The bound is met, but for rounding to whole seconds.
        case optimal
        /// The gap is known, and larger than rounding explains.
        case withinGap = "within gap"
        /// The solver ran out of the time it was given; the gap still holds.
        case timeLimit = "time limit"
        /// Somebody ended the search; the plan is the best in hand at that moment, and the gap still holds.
        case interrupted
    }

    public struct Stage: Sendable, Equatable {
        public enum Name: String, Sendable, CaseIterable {
            /// Shares of steady lines, hours of loose ones, overtime and subcontracting, decided together.
            case staffing
            /// Hours that stand in for absences, given the staffing.
            case cover
        }

        public let name: Name
        /// Value of the plan's hours: the sum of chance × (bill rate + unmet price − cost − misfit), less overtime
        /// premiums and hand-overs.
        public let objective: Money
        /// No plan of this stage is worth more.
        public let bound: Money
        public let prices: StagePrices

        public init(name: Name, objective: Money, bound: Money, prices: StagePrices) {
            self.name = name
            self.objective = objective
            self.bound = bound
            self.prices = prices
        }
    }

    public let status: Status
    public let stages: [Stage]
    /// No bookable plan is worth more, by a search of all of them that left none out. Unlike ``bound`` it is not to be
    /// added up from prices: to check it, search again.
    public let searched: Money?
    /// What is proven of each goal, in their order; empty where the firm goes by its sum of money alone. With goals, the
    /// stages are among the plans that keep them.
    public let goals: [GoalStage]

    public init(status: Status, stages: [Stage], searched: Money? = nil, goals: [GoalStage] = []) {
        self.status = status
        self.stages = stages
        self.searched = searched
        self.goals = goals
    }

    public var objective: Money { stages.reduce(.zero) { $0 + $1.objective } }
    public var bound: Money { stages.reduce(.zero) { $0 + $1.bound } }

    /// From the better of the two bounds: (bound − objective) / |bound|; never negative, and zero where they are the same
    /// but for the rounding of the bound, which goes up to the next minor unit in each stage.
    public var gap: Double { gap(to: min(bound, searched ?? bound)) }

    /// What the prices alone prove.
    public var pricedGap: Double { gap(to: bound) }

    private func gap(to bound: Money) -> Double {
        let missing = Double(bound.minorUnits - objective.minorUnits)
        return missing <= Double(stages.count) ? 0 : missing / max(1, abs(Double(bound.minorUnits)))
    }

    /// The largest gap that still counts as optimal: what rounding to whole seconds can cost.
    public static let roundingGap = 1e-4
}

/// What scarce things are worth at the margin, in major units of the currency; never negative. What is not listed is
/// worth nothing.
public struct StagePrices: Sendable, Equatable {
    /// For a steady line: of its whole share through those weeks. For a weekly line and for cover: of an hour in that
    /// one week. For an anytime line: of an hour, through all its weeks.
    public struct OfLine: Sendable, Equatable {
        public let line: LineID
        public let first: Week
        public let last: Week
        public let price: Double

        public init(line: LineID, first: Week, last: Week, price: Double) {
            self.line = line
            self.first = first
            self.last = last
            self.price = price
        }
    }

    /// Of an hour of a person's week, or of a subcontractor pool's.
    public struct OfHour<Owner: Sendable>: Sendable, Equatable {
        public let owner: Identifier<Owner>
        public let week: Week
        public let price: Double

        public init(owner: Identifier<Owner>, week: Week, price: Double) {
            self.owner = owner
            self.week = week
            self.price = price
        }
    }

    /// Of one person's seat on a steady line that several people share and that may change hands.
    public struct OfSeat: Sendable, Equatable {
        public let person: Identifier<Person>
        public let line: LineID
        public let first: Week
        public let last: Week
        public let price: Double

        public init(person: Identifier<Person>, line: LineID, first: Week, last: Week, price: Double) {
            self.person = person
            self.line = line
            self.first = first
            self.last = last
            self.price = price
        }
    }

    /// Of an hour of a promise, named by its position in `Situation.promises`.
    public struct OfPromise: Sendable, Equatable {
        public let promise: Int
        public let price: Double

        public init(promise: Int, price: Double) {
            self.promise = promise
            self.price = price
        }
    }

    /// Of an hour by which a person's load goes beyond their part of the common level; may be negative.
    public struct OfLoad: Sendable, Equatable {
        public let person: Identifier<Person>
        public let price: Double

        public init(person: Identifier<Person>, price: Double) {
            self.person = person
            self.price = price
        }
    }

    public let lines: [OfLine]
    public let people: [OfHour<Person>]
    public let pools: [OfHour<SubcontractorPool>]
    public let seats: [OfSeat]
    public let promises: [OfPromise]
    /// Of a major unit, or an hour, of each goal that was planned for before, in their order.
    public let goals: [Double]
    public let loads: [OfLoad]

    public static let none = StagePrices(lines: [], people: [], pools: [], seats: [])

    public init(
        lines: [OfLine], people: [OfHour<Person>], pools: [OfHour<SubcontractorPool>], seats: [OfSeat],
        promises: [OfPromise] = [], goals: [Double] = [], loads: [OfLoad] = []
    ) {
        self.lines = lines
        self.people = people
        self.pools = pools
        self.seats = seats
        self.promises = promises
        self.goals = goals
        self.loads = loads
    }
}
