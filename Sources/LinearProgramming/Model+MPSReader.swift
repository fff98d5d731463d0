// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    /// Reads a model in MPS format, with the names as its ``naming``.
    ///
    /// The first N row is the objective, minimised unless an OBJSENSE section says MAX; further N rows become rows
    /// without bounds. A right-hand side of the objective is minus its constant. An upper bound below zero on a column
    /// without a lower bound removes the lower bound of zero. An integer column without any bound lies in 0 … 1.
    ///
    /// - Throws: the first thing that makes no sense.
    public init(mps text: String, format: MPSFormat) throws(MPSError) {
        var reader = MPSReader(format)
        var line = 0
        for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) where !reader.isDone {
            line += 1
            do {
                try reader.read(bytes)
            } catch {
                throw MPSError(line: line, problem: error)
            }
        }
        guard reader.isDone else { throw MPSError(line: line, problem: .noEnd) }
        guard reader.objectiveName != nil else { throw MPSError(line: line, problem: .noObjective) }
        self = reader.finished()
    }
}

private struct MPSReader {
    private enum Section: String {
        case name = "NAME"
        case sense = "OBJSENSE"
        case rows = "ROWS"
        case columns = "COLUMNS"
        case rhs = "RHS"
        case ranges = "RANGES"
        case bounds = "BOUNDS"
        case end = "ENDATA"
    }

    private struct PendingColumn {
        var name: String
        var objective = 0.0
        var entries: [(Row, Double)] = []
    }

    private let format: MPSFormat
    private var section: Section?
    private var model = Model(.minimise)
    private(set) var objectiveName: String?
    private var rowNames: [String] = []
    private var columnNames: [String] = []
    private var rows: [String: Row] = [:]
    private var columns: [String: Column] = [:]
    private var types: [String] = []
    private var pending: PendingColumn?
    private var isInInteger = false
    private var hasBound: Set<Column> = []

    init(_ format: MPSFormat) { self.format = format }

    var isDone: Bool { section == .end }

    mutating func read(_ line: Substring.UTF8View) throws(MPSError.Problem) {
        guard let first = line.first(where: { $0 > 0x20 }), line.first != UInt8(ascii: "*") else { return }
        if line.first == first {
            try open(line)
        } else {
            try data(line)
        }
    }

    private mutating func open(_ line: Substring.UTF8View) throws(MPSError.Problem) {
        let words = MPSFields(line, .free, hasType: false).rest
        guard let next = Section(rawValue: words[0].uppercased()) else { throw .unknownSection(words[0]) }
        if section == .columns { try closeColumn() }
        section = next
        if next == .sense, words.count > 1 { try sense(words[1]) }
    }

    private mutating func data(_ line: Substring.UTF8View) throws(MPSError.Problem) {
        switch section {
        case nil, .name, .end: throw .dataOutsideSection
        case .sense: try sense(MPSFields(line, .free, hasType: false).rest[0])
        case .rows: try row(MPSFields(line, format, hasType: true))
        case .columns: try column(MPSFields(line, format, hasType: false))
        case .rhs: try rightHandSide(MPSFields(line, format, hasType: false))
        case .ranges: try range(MPSFields(line, format, hasType: false))
        case .bounds: try bound(MPSFields(line, format, hasType: true))
        }
    }

    private mutating func sense(_ word: String) throws(MPSError.Problem) {
        switch word.uppercased() {
        case "MAX", "MAXIMIZE", "MAXIMISE": model.goal = .maximise
        case "MIN", "MINIMIZE", "MINIMISE": model.goal = .minimise
        default: throw .unknownSection(word)
        }
    }

    private mutating func row(_ fields: MPSFields) throws(MPSError.Problem) {
        guard let name = fields.rest.first else { throw .fieldCount(0) }
        let type = fields.type.uppercased()
        if type == "N" && objectiveName == nil {
            objectiveName = name
            return
        }
        let bounds: Bounds =
            switch type {
            case "N": .free
            case "L": .atMost(0)
            case "G": .atLeast(0)
            case "E": .exactly(0)
            default: throw .unknownRowType(fields.type)
            }
        guard rows[name] == nil, name != objectiveName else { throw .duplicateRow(name) }
        rows[name] = model.addRow(bounds)
        rowNames.append(name)
        types.append(type)
    }

    private mutating func column(_ fields: MPSFields) throws(MPSError.Problem) {
        if fields.rest.count >= 3, fields.rest[1] == "'MARKER'" {
            guard let marker = fields.rest.last, ["'INTORG'", "'INTEND'"].contains(marker) else {
                throw .unknownMarker(fields.rest[2])
            }
            try closeColumn()
            isInInteger = marker == "'INTORG'"
            return
        }
        let (name, pairs) = try fields.pairs(nameIsOptional: false)
        if pending?.name != name {
            try closeColumn()
            guard columns[name] == nil else { throw .scatteredColumn(name) }
            pending = PendingColumn(name: name)
        }
        for (rowName, value) in pairs {
            if rowName == objectiveName {
                pending?.objective += value
            } else {
                let row = try known(rowName)
                pending?.entries.append((row, value))
            }
        }
    }

    private mutating func closeColumn() throws(MPSError.Problem) {
        guard let column = pending else { return }
        pending = nil
        var seen: Set<Row> = []
        for (row, _) in column.entries where !seen.insert(row).inserted {
            throw .duplicateEntry(column: column.name, row: rowNames[row.index])
        }
        columns[column.name] = model.addColumn(
            objective: column.objective, isInInteger ? .between(0, 1) : .atLeast(0),
            isInInteger ? .integer : .continuous, entries: column.entries)
        columnNames.append(column.name)
    }

    private func known(_ name: String) throws(MPSError.Problem) -> Row {
        guard let row = rows[name] else { throw .unknownRow(name) }
        return row
    }

    private mutating func rightHandSide(_ fields: MPSFields) throws(MPSError.Problem) {
        for (name, value) in try fields.pairs(nameIsOptional: true).pairs {
            if name == objectiveName {
                model.constant = -value
                continue
            }
            let row = try known(name)
            switch types[row.index] {
            case "L": model[row] = .atMost(value)
            case "G": model[row] = .atLeast(value)
            case "E": model[row] = .exactly(value)
            default: break  // a row without bounds has no side
            }
        }
    }

    private mutating func range(_ fields: MPSFields) throws(MPSError.Problem) {
        for (name, value) in try fields.pairs(nameIsOptional: true).pairs where name != objectiveName {
            let row = try known(name)
            let bounds = model[row]
            switch types[row.index] {
            case "L": model[row] = .between(bounds.upper - abs(value), bounds.upper)
            case "G": model[row] = .between(bounds.lower, bounds.lower + abs(value))
            case "E": model[row] = .between(bounds.lower + min(value, 0), bounds.upper + max(value, 0))
            default: break
            }
        }
    }

    private mutating func bound(_ fields: MPSFields) throws(MPSError.Problem) {
        let type = fields.type.uppercased()
        let needsValue = ["LO", "UP", "FX", "LI", "UI"].contains(type)
        guard needsValue || ["FR", "MI", "PL", "BV"].contains(type) else { throw .unknownBoundType(fields.type) }
        // The name of the set may be missing, and a value may stand where none is needed.
        let isNamed = fields.rest.count >= (needsValue ? 3 : 2)
        guard fields.rest.count >= (needsValue ? 2 : 1), fields.rest.count <= 3 else {
            throw .fieldCount(fields.rest.count)
        }
        let name = fields.rest[isNamed ? 1 : 0]
        guard let column = columns[name] else { throw .unknownColumn(name) }
        let value = needsValue ? try number(fields.rest[isNamed ? 2 : 1]) : 0
        apply(type, value, to: column)
    }

    private mutating func apply(_ type: String, _ value: Double, to column: Column) {
        if hasBound.insert(column).inserted && type != "UP" && type != "UI" && model.kind(of: column) == .integer {
            model[column].upper = .infinity
        }
        if ["LI", "UI", "BV"].contains(type) { model.makeInteger(column) }
        switch type {
        case "LO", "LI": model[column].lower = value
        case "UP", "UI":
            model[column].upper = value
            if value < 0 && model[column].lower == 0 { model[column].lower = -.infinity }
        case "FX": model[column] = .exactly(value)
        case "FR": model[column] = .free
        case "MI": model[column].lower = -.infinity
        case "PL": model[column].upper = .infinity
        case "BV": model[column] = .between(0, 1)
        default: preconditionFailure("bound type \(type)")
        }
    }

    func finished() -> Model {
        var model = model
        let (rowNames, columnNames) = (rowNames, columnNames)
        model.naming = Naming(row: { rowNames[$0] }, column: { columnNames[$0] })
        return model
    }
}
