// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    /// The model in CPLEX LP format, as GLPK, HiGHS and others read it. Names come from ``naming``, with the characters
    /// the format does not allow replaced. Numbers read back to the same values.
    ///
    /// The format has no row with two different bounds that every reader knows: such a row `r` is written as two, `r` and
    /// `r~upper`. Rows without bounds constrain nothing and are left out. A constant is written as a column fixed to one.
    public func lpText() -> String {
        var writer = LPWriter(self)
        return writer.text()
    }
}

private struct LPWriter {
    let model: Model
    let names: TextNames
    private var out = ""

    init(_ model: Model) {
        self.model = model
        names = TextNames(model)
    }

    /// The format wants a term in every expression; this one adds nothing.
    private var nothing: String { names.columns.first ?? TextNames.nothing }

    mutating func text() -> String {
        out = model.goal == .maximise ? "Maximize\n" : "Minimize\n"
        out += " \(TextNames.objective):"
        var terms = model.columns.map { (model[objective: $0], names.columns[$0.index]) }.filter { $0.0 != 0 }
        if model.constant != 0 { terms.append((model.constant, TextNames.constant)) }
        expression(terms)
        out += "\nSubject To\n"
        writeRows()
        out += "Bounds\n"
        if model.constant != 0 { out += " \(TextNames.constant) = 1\n" }
        if model.columnCount == 0 { out += " \(TextNames.nothing) = 0\n" }
        for column in model.columns { bound(model[column], names.columns[column.index]) }
        if model.hasIntegers {
            out += "Generals\n"
            for column in model.columns where model.kind(of: column) == .integer {
                out += " \(names.columns[column.index])\n"
            }
        }
        out += "End\n"
        return out
    }

    private mutating func writeRows() {
        var terms = [[(Double, String)]](repeating: [], count: model.rowCount)
        for column in model.columns {
            for (row, coefficient) in model.entries(of: column) {
                terms[row.index].append((coefficient, names.columns[column.index]))
            }
        }
        let bounded = model.rows.filter { model[$0] != .free }
        if bounded.isEmpty { out += " \(TextNames.nothing): 0 \(nothing) <= 0\n" }
        for row in bounded {
            let bounds = model[row]
            let name = names.rows[row.index]
            if bounds.lower == bounds.upper {
                line(name, terms[row.index], "=", bounds.lower)
            } else {
                let isRange = bounds.lower.isFinite && bounds.upper.isFinite
                if bounds.lower.isFinite { line(name, terms[row.index], ">=", bounds.lower) }
                if bounds.upper.isFinite {
                    line(isRange ? name + "~upper" : name, terms[row.index], "<=", bounds.upper)
                }
            }
        }
    }

    private mutating func line(_ name: String, _ terms: [(Double, String)], _ sense: String, _ value: Double) {
        out += " \(name):"
        expression(terms)
        out += " \(sense) \(shortest(value))\n"
    }

    private mutating func expression(_ terms: [(Double, String)]) {
        if terms.isEmpty { out += " 0 \(nothing)" }
        for (index, (coefficient, name)) in terms.enumerated() {
            if index > 0, index.isMultiple(of: 8) { out += "\n  " }
            out += coefficient < 0 ? " - " : index == 0 ? " " : " + "
            if abs(coefficient) != 1 { out += shortest(abs(coefficient)) + " " }
            out += name
        }
    }

    private mutating func bound(_ bounds: Bounds, _ name: String) {
        switch (bounds.lower, bounds.upper) {
        case (0, .infinity): return
        case (-.infinity, .infinity): out += " \(name) free\n"
        case (bounds.upper, _): out += " \(name) = \(shortest(bounds.lower))\n"
        case (_, .infinity): out += " \(name) >= \(shortest(bounds.lower))\n"
        case (-.infinity, _): out += " -inf <= \(name) <= \(shortest(bounds.upper))\n"
        default: out += " \(shortest(bounds.lower)) <= \(name) <= \(shortest(bounds.upper))\n"
        }
    }
}
