// SPDX-License-Identifier: GPL-3.0-or-later

/// A point of a model, with the prices and the basis that go with it.
public struct Solution: Equatable, Sendable {
    /// In the model's own units, its constant included.
    public var objective: Double
    /// No point of the model is better than this. Equal to `objective` at an optimum; infinite when nothing is known.
    public var bound: Double
    /// One for each column.
    public var values: [Double]
    /// What one more unit of a row's right-hand side would add to the objective, whichever the goal. For an integer
    /// program this, `reducedCosts` and `basis` belong to the linear relaxation.
    public var rowPrices: [Double]
    /// What one more unit of a column would add to the objective, its use of the rows paid at `rowPrices`.
    public var reducedCosts: [Double]
    /// The slack basis where an early end left a point that is no vertex.
    public var basis: Basis
    /// Simplex iterations before any branching.
    public var iterations: Int
    /// Branch-and-bound nodes looked at.
    public var nodes: Int

    /// |objective − bound| / |objective|; zero at an optimum.
    public var relativeGap: Double {
        objective == bound ? 0 : abs(objective - bound) / max(abs(objective), .leastNormalMagnitude)
    }

    public subscript(column: Column) -> Double { values[column.index] }
    public subscript(row: Row) -> Double { rowPrices[row.index] }
}
