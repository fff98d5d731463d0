// SPDX-License-Identifier: GPL-3.0-or-later

/// The parts of a model that share no row, each a model of its own.
struct Blocks {
    /// The rows and columns of each block, ascending.
    private(set) var rows: [[Int]] = []
    private(set) var columns: [[Int]] = []

    var count: Int { rows.count }

    /// - Parameter minimumSize: parts with fewer rows, columns and entries together are taken together, in the order of
    ///   their first rows, since each solve has a fixed cost.
    init(of model: Model, minimumSize: Int) {
        var parts = DisjointSets(count: model.rowCount)
        for column in 0..<model.columnCount {
            let entries = model.entryRange(column)
            for entry in entries.dropFirst() {
                parts.join(Int(model.rowIndices[entries.lowerBound]), Int(model.rowIndices[entry]))
            }
        }
        let part = (0..<model.rowCount).map { parts.representative(of: $0) }
        var sizes = [Int](repeating: 0, count: model.rowCount)
        for row in part.indices { sizes[part[row]] += 1 }
        for column in 0..<model.columnCount {
            let entries = model.entryRange(column)
            if let first = entries.first { sizes[part[Int(model.rowIndices[first])]] += 1 + entries.count }
        }
        var blockOfPart = [Int](repeating: -1, count: model.rowCount)
        var filled = Int.max
        for row in part.indices where blockOfPart[part[row]] < 0 {
            if filled >= minimumSize { openBlock(&filled) }
            blockOfPart[part[row]] = count - 1
            filled += sizes[part[row]]
        }
        if rows.isEmpty { openBlock(&filled) }
        for row in part.indices { rows[blockOfPart[part[row]]].append(row) }
        for column in 0..<model.columnCount {
            // A column in no row goes anywhere; the first block is as good as any.
            let block = model.entryRange(column).first.map { blockOfPart[part[Int(model.rowIndices[$0])]] } ?? 0
            columns[block].append(column)
        }
    }

    private mutating func openBlock(_ filled: inout Int) {
        rows.append([])
        columns.append([])
        filled = 0
    }

    /// A block as a model. The constant of the whole goes with the first.
    func model(_ block: Int, of whole: Model) -> Model {
        var model = Model(whole.goal)
        model.constant = block == 0 ? whole.constant : 0
        for row in rows[block] { _ = model.addRow(whole[Row(row)]) }
        for column in columns[block] {
            let entries = whole.entryRange(column).map { entry in
                // Rows are ascending, so a row's place in its block is found by halving.
                (Row(rows[block].place(of: Int(whole.rowIndices[entry]))), whole.coefficients[entry])
            }
            let at = Column(column)
            model.addColumn(objective: whole[objective: at], whole[at], whole.kind(of: at), entries: entries)
        }
        return model
    }

    func origin(_ block: Int, of whole: Nearby) -> Nearby {
        Nearby(
            basis: basis(block, of: whole.basis),
            point: whole.point.map { point in
                Nearby.Point(
                    values: columns[block].map { point.values[$0] },
                    rowPrices: rows[block].map { point.rowPrices[$0] })
            })
    }

    private func basis(_ block: Int, of whole: Basis) -> Basis {
        Basis(
            rows: rows[block].map { whole.rows.indices.contains($0) ? whole.rows[$0] : .basic },
            columns: columns[block].map { whole.columns.indices.contains($0) ? whole.columns[$0] : .atLower })
    }
}

extension [Int] {
    fileprivate func place(of value: Int) -> Int {
        var (low, high) = (0, count - 1)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Union–find with path halving; the smallest member represents its set.
private struct DisjointSets {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func representative(of member: Int) -> Int {
        var member = member
        while parent[member] != member {
            parent[member] = parent[parent[member]]
            member = parent[member]
        }
        return member
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (representative(of: a), representative(of: b))
        if a != b { parent[max(a, b)] = min(a, b) }
    }
}
