// SPDX-License-Identifier: GPL-3.0-or-later

/// A promise of a model that a point does not keep, and by how much, in the row's or column's own units.
public enum Violation: Hashable, Sendable {
    case row(Row, by: Double)
    case column(Column, by: Double)
    /// An integer column, and its distance from the nearest whole number.
    case fraction(Column, by: Double)
}

extension Model {
    /// The objective at a point, by arithmetic alone, the constant included.
    public func objective(at values: [Double]) -> Double {
        precondition(values.count == columnCount, "one value for each column")
        return zip(objective, values).reduce(constant) { $0 + $1.0 * $1.1 }
    }

    /// The sum of each row at a point.
    public func activities(at values: [Double]) -> [Double] {
        precondition(values.count == columnCount, "one value for each column")
        var sums = [Double](repeating: 0, count: rowCount)
        for column in 0..<columnCount where values[column] != 0 {
            for entry in entryRange(column) { sums[Int(rowIndices[entry])] += coefficients[entry] * values[column] }
        }
        return sums
    }

    /// Every promise that a point breaks, by arithmetic alone: rows first, then columns.
    ///
    /// - Parameter tolerance: how far outside counts, relative to 1 + |bound|; absolute for whole numbers.
    public func violations(at values: [Double], tolerance: Double = 1e-6) -> [Violation] {
        func amount(_ bounds: Bounds, _ value: Double) -> Double? {
            let outside = bounds.violation(by: value)
            let bound = value < bounds.lower ? bounds.lower : bounds.upper
            return outside > tolerance * (1 + abs(bound)) || value.isNaN ? outside : nil
        }
        var violations: [Violation] = []
        for (row, sum) in zip(rows, activities(at: values)) {
            if let by = amount(self[row], sum) { violations.append(.row(row, by: by)) }
        }
        for (column, value) in zip(columns, values) {
            if let by = amount(self[column], value) { violations.append(.column(column, by: by)) }
            let fraction = abs(value - value.rounded())
            if kind(of: column) == .integer && fraction > tolerance {
                violations.append(.fraction(column, by: fraction))
            }
        }
        return violations
    }
}
