// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a model was not handed to the solver. Each case names the place.
public enum SolveError: Error, Hashable, Sendable {
    case objectiveNotFinite(Column, Double)
    case constantNotFinite(Double)
    case coefficientNotFinite(Column, Row, Double)
    /// Not a number, crossed, or infinite on the wrong side.
    case rowBounds(Row, Bounds)
    /// Not a number, crossed, or infinite on the wrong side.
    case columnBounds(Column, Bounds)
    /// An integer column whose finite bound is not a whole number.
    case fractionalBound(Column, Bounds)
    case duplicateEntry(Column, Row)
    case unknownRow(Column, Row)
    /// More than 100 million rows or columns, or more than two thousand million entries.
    case tooLarge(rows: Int, columns: Int, nonzeros: Int)
    /// The basis has more rows or columns than the model.
    case foreignBasis(rows: Int, columns: Int)
    /// A negative relative gap, or one that is not a number.
    case relativeGap(Double)
    /// Called from a progress callback, on a thread that is solving.
    case alreadySolving
}

extension SolveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .objectiveNotFinite(let column, let value): "column \(column.index): objective coefficient \(value)"
        case .constantNotFinite(let value): "objective constant \(value)"
        case .coefficientNotFinite(let column, let row, let value):
            "column \(column.index), row \(row.index): coefficient \(value)"
        case .rowBounds(let row, let bounds): "row \(row.index): bounds \(bounds.lower) … \(bounds.upper)"
        case .columnBounds(let column, let bounds): "column \(column.index): bounds \(bounds.lower) … \(bounds.upper)"
        case .fractionalBound(let column, let bounds):
            "column \(column.index) is integer but its bounds are \(bounds.lower) … \(bounds.upper)"
        case .duplicateEntry(let column, let row): "column \(column.index) has two entries in row \(row.index)"
        case .unknownRow(let column, let row):
            "column \(column.index) has an entry in row \(row.index), which is not there"
        case .tooLarge(let rows, let columns, let nonzeros):
            "too large: \(rows) rows, \(columns) columns, \(nonzeros) entries"
        case .foreignBasis(let rows, let columns):
            "the basis is of a larger model, with \(rows) rows and \(columns) columns"
        case .relativeGap(let gap): "relative gap \(gap)"
        case .alreadySolving: "a progress callback must not solve"
        }
    }
}
