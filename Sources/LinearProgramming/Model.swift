// SPDX-License-Identifier: GPL-3.0-or-later

/// A row of a model, in the order in which rows were added.
public struct Row: Hashable, Sendable {
    public let index: Int

    public init(_ index: Int) { self.index = index }
}

/// A column (a variable) of a model, in the order in which columns were added.
public struct Column: Hashable, Sendable {
    public let index: Int

    public init(_ index: Int) { self.index = index }
}

/// A linear or mixed-integer program, stored column by column in flat arrays.
///
///     var model = Model(.maximise)
///     let hours = model.addRow(.atMost(40))
///     let x = model.addColumn(objective: 3, .atLeast(0), entries: [(hours, 2)])
///     // solve(model) is .optimal with objective 60, value 20 for x and price 1.5 for an hour
///
/// Rows come before the columns that use them. A model says nothing until it is solved: wrong numbers are reported by
/// ``solve(_:with:from:)`` as a ``SolveError``.
public struct Model: Sendable {
    public enum Goal: Hashable, Sendable { case maximise, minimise }
    public enum Kind: Hashable, Sendable { case continuous, integer }

    public var goal: Goal
    /// Added to every objective value.
    public var constant = 0.0
    /// How rows and columns are called in text.
    public var naming = Naming()

    var rowLower: [Double] = []
    var rowUpper: [Double] = []
    var columnLower: [Double] = []
    var columnUpper: [Double] = []
    var objective: [Double] = []
    var isInteger: [Bool] = []
    public private(set) var hasIntegers = false
    /// The entries of column j are at `starts[j] ..< starts[j + 1]`, in the order given.
    var starts: [Int32] = [0]
    var rowIndices: [Int32] = []
    var coefficients: [Double] = []

    public init(_ goal: Goal) { self.goal = goal }

    public var rowCount: Int { rowLower.count }
    public var columnCount: Int { objective.count }
    public var nonzeroCount: Int { coefficients.count }

    /// Adds a row whose sum must stay within `bounds`.
    public mutating func addRow(_ bounds: Bounds) -> Row {
        rowLower.append(bounds.lower)
        rowUpper.append(bounds.upper)
        return Row(rowCount - 1)
    }

    /// Adds a column with its coefficient in the objective and in each row that it touches; each row at most once.
    @discardableResult
    public mutating func addColumn(
        objective coefficient: Double, _ bounds: Bounds, _ kind: Kind = .continuous, entries: [(Row, Double)]
    ) -> Column {
        objective.append(coefficient)
        columnLower.append(bounds.lower)
        columnUpper.append(bounds.upper)
        isInteger.append(kind == .integer)
        if kind == .integer { hasIntegers = true }
        for (row, value) in entries where value != 0 {
            rowIndices.append(Int32(row.index))
            coefficients.append(value)
        }
        starts.append(Int32(coefficients.count))
        return Column(columnCount - 1)
    }
}

extension Model {
    public var rows: [Row] { (0..<rowCount).map(Row.init) }
    public var columns: [Column] { (0..<columnCount).map(Column.init) }

    /// The bounds of a row; setting them keeps every ``Basis`` of the model usable.
    public subscript(row: Row) -> Bounds {
        get { Bounds(lower: rowLower[row.index], upper: rowUpper[row.index]) }
        set {
            rowLower[row.index] = newValue.lower
            rowUpper[row.index] = newValue.upper
        }
    }

    /// The bounds of a column; setting them keeps every ``Basis`` of the model usable.
    public subscript(column: Column) -> Bounds {
        get { Bounds(lower: columnLower[column.index], upper: columnUpper[column.index]) }
        set {
            columnLower[column.index] = newValue.lower
            columnUpper[column.index] = newValue.upper
        }
    }

    /// The objective coefficient of a column.
    public subscript(objective column: Column) -> Double {
        get { objective[column.index] }
        set { objective[column.index] = newValue }
    }

    mutating func makeInteger(_ column: Column) {
        isInteger[column.index] = true
        hasIntegers = true
    }

    public func kind(of column: Column) -> Kind { isInteger[column.index] ? .integer : .continuous }

    /// The rows that a column touches and its coefficients there, in the order in which they were given.
    public func entries(of column: Column) -> [(row: Row, coefficient: Double)] {
        entryRange(column.index).map { (Row(Int(rowIndices[$0])), coefficients[$0]) }
    }

    func entryRange(_ column: Int) -> Range<Int> { Int(starts[column])..<Int(starts[column + 1]) }
}
