// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming
import Matching
import Planning
public import Staffing
public import Verification

/// What a what-if is worth when no more than so much of the base's plan may move: from nothing to as much as pays.
///
/// Among equally good plans the one that moves less is taken: moving an hour costs the smallest coin, which is not counted
/// in the totals.
public struct Frontier: Sendable, Equatable {
    /// What the budget counts.
    public enum Axis: String, Sendable, CaseIterable {
        /// Bookings, each a person on a line.
        case moves
        case hours
    }

    /// A plan that keeps to a budget.
    public struct Point: Sendable, Equatable {
        /// Nil for no limit.
        public let budget: Commitment.Budget?
        /// What is moved in fact.
        public let bookings: Int
        public let hours: Hours
        public let totals: Totals
        /// How far the best plan within the budget can be above this one at most, as a part of its value.
        public let gap: Double
    }

    public let axis: Axis
    /// The tightest budget first, and only budgets that bring more than the one before; the last point has none.
    public let points: [Point]

    /// - Parameters:
    ///   - base: whose plan's bookings are to be kept.
    ///   - result: the what-if, with its plan made freely.
    public init(
        _ axis: Axis, of result: Comparison.Case, keeping base: Comparison.Case, _ basis: Figures.Basis,
        options: Options = Options()
    ) throws {
        func point(_ budget: Commitment.Budget?) throws -> Point {
            var firm = result.firm
            let coin = Rate(perHour: Money(minorUnits: 1))
            firm.commitment = Commitment(kept: base.planned.plan.bookings, price: coin, budget: budget)
            let planned = try makePlan(for: firm, with: options, from: result.planned)
            let moves = Moves(of: planned.plan, in: planned.situation)
            let free = PlannedFirm(planned.plan, in: result.planned.situation)
            return Point(
                budget: budget, bookings: moves.moved.count, hours: moves.movedHours, totals: Totals(of: free, basis),
                gap: planned.plan.certificate.gap)
        }
        let free = try point(nil)
        var points: [Point] = []
        for budget in axis.budgets(below: free) {
            if let last = points.last, last.totals.worth >= free.totals.worth { break }
            let next = try point(budget)
            if next.isBetter(than: points.last) { points.append(next) }
        }
        self.axis = axis
        self.points = points + [free.orBetter(points.last)]
    }

    /// Which part of what free moving brings each point brings: from 0 to 1; nil where it brings nothing.
    public func gain(of point: Point) -> Double? {
        guard let first = points.first?.totals.worth, let last = points.last?.totals.worth, last > first else {
            return nil
        }
        return Double((point.totals.worth - first).minorUnits) / Double((last - first).minorUnits)
    }
}

extension Frontier.Point {
    /// The plan of a tighter budget where the search within this one has found none that is worth more.
    fileprivate func orBetter(_ tighter: Frontier.Point?) -> Frontier.Point {
        guard let tighter, tighter.totals.worth > totals.worth else { return self }
        return Frontier.Point(
            budget: budget, bookings: tighter.bookings, hours: tighter.hours, totals: tighter.totals, gap: gap)
    }

    fileprivate func isBetter(than tighter: Frontier.Point?) -> Bool {
        tighter.map { totals.worth > $0.totals.worth } ?? true
    }
}

extension Frontier.Axis {
    /// Steps that widen: 0, 1, 2, 3, 5, 8, … bookings; 0 hours and the seven largest of 1, 2, 5, 10, 20, 50, … hours; all
    /// below what moves freely.
    fileprivate func budgets(below free: Frontier.Point) -> [Commitment.Budget] {
        switch self {
        case .moves:
            var steps = [0]
            var next = (1, 2)
            while next.0 < free.bookings {
                steps.append(next.0)
                next = (next.1, next.0 + next.1)
            }
            return steps.map { .bookings($0) }
        case .hours:
            var steps: [Hours] = []
            var power = 1
            while Hours(power) < free.hours {
                steps += [Hours(power), Hours(2 * power), Hours(5 * power)].filter { $0 < free.hours }
                power *= 10
            }
            return ([.zero] + steps.suffix(7)).map { .hours($0) }
        }
    }
}

extension Comparison {
    /// Draws the curve of each variant.
    public mutating func draw(_ axis: Frontier.Axis, options: Options = Options()) throws {
        for index in variants.indices {
            variants[index].frontier = try Frontier(
                axis, of: variants[index].result, keeping: base, basis, options: options)
        }
    }
}
