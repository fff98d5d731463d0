// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Many scenarios of one firm that are planned one by one: the draws of an uncertain pipeline, the points of a grid, or
/// every draw at every point.
///
/// Scenarios are numbered from 0: all draws of the first point, then those of the next. What a scenario is follows from
/// the firm, the seed and its number alone, and so it does not matter who plans it, when, or after what.
///
/// ```swift
/// let sweep = Sweep(of: firm, draws: 500, seed: 1)
/// try sweep.run(Array(0..<sweep.count), threads: 2) { rows in … }
/// ```
public struct Sweep: Sendable {
    /// One combination of the values that are varied.
    public struct Point: Sendable {
        /// As the caller wrote them, in the order of what is varied.
        public let values: [String]
        public let firm: Firm

        public init(values: [String], firm: Firm) {
            self.values = values
            self.firm = firm
        }
    }

    /// Before anything is varied or drawn.
    public let firm: Firm
    public let points: [Point]
    /// Draws at each point; nil leaves proposals and ranges as the firm has them, and plans each point once.
    public let draws: Int?
    public let seed: UInt64

    public static let mostScenarios = 1_000_000

    /// - Parameter points: the firm alone, where nothing is varied.
    public init(of firm: Firm, points: [Point] = [], draws: Int?, seed: UInt64 = 1) {
        self.firm = firm
        self.points = points.isEmpty ? [Point(values: [], firm: firm)] : points
        self.draws = draws
        self.seed = seed
    }

    /// How many scenarios there are.
    public var count: Int { points.count * (draws ?? 1) }

    /// The position of a scenario's point in `points`.
    func point(of number: Int) -> Int { number / (draws ?? 1) }

    /// The draw of a scenario, from 1; nil without draws.
    func draw(of number: Int) -> Int? { draws.map { number % $0 + 1 } }

    /// What is decided for the scenario.
    func fate(of number: Int) -> Fate {
        let firm = points[point(of: number)].firm
        return draw(of: number).map { Fate(of: firm, by: Luck(seed: seed, draw: $0)) } ?? .open
    }
}
