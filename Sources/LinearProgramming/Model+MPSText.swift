// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    /// The model in free MPS format. Names come from ``naming``, with the characters that readers stumble over replaced.
    /// Numbers read back to the same values; of a row with two bounds one is kept as such and the other as a distance,
    /// whichever way round is exact, or within one rounding where neither is.
    ///
    /// A model to maximise says so in an OBJSENSE section, which HiGHS reads and GLPK does not; for GLPK there is
    /// ``lpText()``. A constant is written as a column fixed to one, since readers disagree about the sign of a right-hand
    /// side of the objective.
    public func mpsText() -> String {
        var writer = MPSWriter(self)
        return writer.text()
    }
}

private struct MPSWriter {
    let model: Model
    let names: TextNames
    private var out = "NAME model\n"

    init(_ model: Model) {
        self.model = model
        names = TextNames(model)
    }

    mutating func text() -> String {
        if model.goal == .maximise { out += "OBJSENSE\n    MAX\n" }
        let sides = model.rows.map { Side(model[$0]) }
        out += "ROWS\n N \(TextNames.objective)\n"
        for (row, side) in sides.enumerated() { out += " \(side.type) \(names.rows[row])\n" }
        writeColumns()
        out += "RHS\n"
        for (row, side) in sides.enumerated() where side.value != 0 {
            out += " rhs \(names.rows[row]) \(shortest(side.value))\n"
        }
        if sides.contains(where: { $0.range != nil }) { out += "RANGES\n" }
        for (row, side) in sides.enumerated() {
            if let range = side.range { out += " range \(names.rows[row]) \(shortest(range))\n" }
        }
        out += "BOUNDS\n"
        for column in model.columns { bound(column) }
        if model.constant != 0 { out += " FX bound \(TextNames.constant) 1\n" }
        out += "ENDATA\n"
        return out
    }

    private mutating func writeColumns() {
        out += "COLUMNS\n"
        var kind = Model.Kind.continuous
        for column in model.columns {
            if model.kind(of: column) != kind {
                kind = model.kind(of: column)
                out += " marker 'MARKER' '\(kind == .integer ? "INTORG" : "INTEND")'\n"
            }
            let name = names.columns[column.index]
            let entries = model.entries(of: column)
            if model[objective: column] != 0 || entries.isEmpty {
                out += " \(name) \(TextNames.objective) \(shortest(model[objective: column]))\n"
            }
            for (row, coefficient) in entries {
                out += " \(name) \(names.rows[row.index]) \(shortest(coefficient))\n"
            }
        }
        if kind == .integer { out += " marker 'MARKER' 'INTEND'\n" }
        if model.constant != 0 {
            out += " \(TextNames.constant) \(TextNames.objective) \(shortest(model.constant))\n"
        }
    }

    private mutating func bound(_ column: Column) {
        let bounds = model[column]
        let name = names.columns[column.index]
        func line(_ type: String, _ value: Double? = nil) -> String {
            " \(type) bound \(name)" + (value.map { " " + shortest($0) } ?? "") + "\n"
        }
        if bounds == .free {
            out += line("FR")
        } else if bounds.lower == bounds.upper {
            out += line("FX", bounds.lower)
        } else {
            if bounds.lower == -.infinity { out += line("MI") }
            // An upper bound below zero would otherwise take the lower bound of zero with it.
            if bounds.lower.isFinite && bounds.lower != 0 { out += line("LO", bounds.lower) }
            if bounds.upper.isFinite { out += line("UP", bounds.upper) }
            // Several readers take an integer column without an upper bound for a binary one.
            if bounds.upper == .infinity && model.kind(of: column) == .integer { out += line("PL") }
        }
    }
}

/// A row's bounds in the terms of MPS: a type, a right-hand side and perhaps a range.
private struct Side {
    var type: Character
    var value = 0.0
    var range: Double?

    init(_ bounds: Bounds) {
        switch (bounds.lower.isFinite, bounds.upper.isFinite) {
        case (false, false): type = "N"
        case (true, false): (type, value) = ("G", bounds.lower)
        case (false, true): (type, value) = ("L", bounds.upper)
        case (true, true):
            let width = bounds.upper - bounds.lower
            if width == 0 {
                (type, value) = ("E", bounds.lower)
            } else if bounds.upper - width == bounds.lower {
                (type, value, range) = ("L", bounds.upper, width)
            } else {
                (type, value, range) = ("G", bounds.lower, width)
            }
        }
    }
}
