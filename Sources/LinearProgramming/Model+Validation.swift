// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    /// The first thing in the model that the solver must not see.
    func validate() throws(SolveError) {
        guard rowCount <= 100_000_000, columnCount <= 100_000_000, nonzeroCount < Int(Int32.max) else {
            throw .tooLarge(rows: rowCount, columns: columnCount, nonzeros: nonzeroCount)
        }
        guard constant.isFinite else { throw .constantNotFinite(constant) }
        for index in 0..<rowCount {
            let bounds = self[Row(index)]
            guard bounds.isProper else { throw .rowBounds(Row(index), bounds) }
        }
        try validateColumns()
        try validateEntries()
    }

    private func validateColumns() throws(SolveError) {
        for index in 0..<columnCount {
            let column = Column(index)
            let bounds = self[column]
            guard objective[index].isFinite else { throw .objectiveNotFinite(column, objective[index]) }
            guard bounds.isProper else { throw .columnBounds(column, bounds) }
            if isInteger[index] {
                for bound in [bounds.lower, bounds.upper] where bound.isFinite && bound != bound.rounded() {
                    throw .fractionalBound(column, bounds)
                }
            }
        }
    }

    private func validateEntries() throws(SolveError) {
        var lastColumn = [Int](repeating: -1, count: rowCount)
        for column in 0..<columnCount {
            for entry in entryRange(column) {
                let row = Int(rowIndices[entry])
                guard lastColumn.indices.contains(row) else { throw .unknownRow(Column(column), Row(row)) }
                guard lastColumn[row] != column else { throw .duplicateEntry(Column(column), Row(row)) }
                guard coefficients[entry].isFinite else {
                    throw .coefficientNotFinite(Column(column), Row(row), coefficients[entry])
                }
                lastColumn[row] = column
            }
        }
    }
}
