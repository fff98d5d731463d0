// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    /// A value that no point of the model can beat, computed from any row prices whatever by weak duality.
    ///
    /// For `.maximise` with prices y it is the constant + Σ max(y_i · row i within its bounds) + Σ max(d_j · column j
    /// within its bounds), where d_j = c_j − Σ y_i a_ij; for `.minimise` the same with min. A price whose sign would make
    /// its own term infinite is taken as zero first, which is allowed since any prices will do. A column without a bound
    /// on the side of its d_j makes the result infinite, unless |d_j| ≤ `tolerance` · (1 + |c_j|): optimal prices are
    /// that inexact. At optimal prices of a linear program the result is its optimum.
    public func bound(rowPrices: [Double], tolerance: Double = 1e-7) -> Double {
        precondition(rowPrices.count == rowCount, "one price for each row")
        let sign = goal == .maximise ? 1.0 : -1.0
        let prices = rowPrices.indices.map { row in
            best(sign * rowPrices[row], rowLower[row], rowUpper[row]).isFinite ? sign * rowPrices[row] : 0
        }
        var total = sign * constant
        for row in prices.indices { total += best(prices[row], rowLower[row], rowUpper[row]) }
        for column in 0..<columnCount {
            var reducedCost = sign * objective[column]
            for entry in entryRange(column) { reducedCost -= coefficients[entry] * prices[Int(rowIndices[entry])] }
            let term = best(reducedCost, columnLower[column], columnUpper[column])
            if term.isFinite {
                total += term
            } else if abs(reducedCost) > tolerance * (1 + abs(objective[column])) {
                return sign * .infinity
            }
        }
        return sign * total
    }

    /// The largest value of `slope` · x for x within the bounds.
    private func best(_ slope: Double, _ lower: Double, _ upper: Double) -> Double {
        slope == 0 ? 0 : slope * (slope > 0 ? upper : lower)
    }
}
