// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// The understanding of a table of deals.
final class DealReading {
    private let format: DealTable
    private let table: Table
    private let known: [String: Opportunity]
    /// Where each column stands.
    private var at: [DealTable.Column: Int] = [:]
    /// Said in the header of the amounts: `Amount (EUR)`.
    private var headerCurrency: Currency?
    /// Whether chances are of 100, as they are where one of them is above 1 or has a `%`.
    private var isPercent = true
    private(set) var problems: [Problem]

    init(_ format: DealTable, _ table: Table, over known: [Opportunity]) {
        self.format = format
        self.known = Dictionary(known.map { ($0.id.text, $0) }) { first, _ in first }
        self.table = table
        problems = table.problems
        findColumns()
        if let column = at[.probability] {
            isPercent =
                table.header[column].text.contains("%")
                || table.rows.contains { row in
                    row[column].text.hasSuffix("%") || (Double(row[column].text) ?? 0) > 1
                }
        }
    }

    private func findColumns() {
        for (index, cell) in table.header.enumerated() {
            let name = cell.text.lowercased()
            let bare = name.split(separator: "(").first.map { String($0).trimmed } ?? name
            let column =
                format.columns[name]
                ?? DealTable.Column.allCases.first { $0.names.contains(name) || $0.names.contains(bare) }
            guard let column else { continue }
            if let first = at[column] {
                problems.append(
                    cell.fault(.duplicateKey(column.rawValue, first: table.header[first].place)))
                continue
            }
            at[column] = index
            if column == .value, let open = cell.text.firstIndex(of: "("), cell.text.hasSuffix(")") {
                headerCurrency = Currency(String(cell.text[cell.text.index(after: open)...].dropLast()))
            }
        }
        let missing = [DealTable.Column.id, .name, .value].filter { at[$0] == nil }.map(\.rawValue)
        if !missing.isEmpty {
            let start = SourcePlace(file: table.name, line: 1, column: 1)
            let place = table.header.first?.place ?? start
            problems.append(Problem(.terms(.dealColumns(missing, in: table.header.map(\.text))), at: place))
        }
    }

    func deals() -> [Opportunity] {
        guard [.id, .name, .value].allSatisfy({ at[$0] != nil }) else { return [] }
        var places: [String: SourcePlace] = [:]
        return table.rows.compactMap { row in
            guard let id = cell(.id, row) else {
                problems.append(row[0].fault(.missingKey("id", of: "a deal", example: "D-1042")))
                return nil
            }
            if let first = places[id.text] {
                problems.append(id.fault(.duplicateKey(id.text, first: first)))
                return nil
            }
            places[id.text] = id.place
            return deal(id, row)
        }
    }

    private func cell(_ column: DealTable.Column, _ row: [Excerpt]) -> Excerpt? {
        at[column].map { row[$0] }.flatMap { $0.text.isEmpty ? nil : $0 }
    }

    private func deal(_ id: Excerpt, _ row: [Excerpt]) -> Opportunity? {
        let before = problems.count
        let old = known[id.text]
        let currency = attempt { () throws(Problem) in try self.currency(row, old) } ?? format.currency
        let stage = attempt { () throws(Problem) in try self.stage(row, old) } ?? DealTable.Stage(.lead)
        let chance = attempt { () throws(Problem) in try self.chance(row, stage, old) } ?? nil
        let value = attempt { () throws(Problem) in try self.value(row, in: currency) } ?? .zero
        let closes = cell(.closes, row).flatMap { cell in attempt { () throws(Problem) in try day(cell) } }
        if cell(.name, row) == nil { problems.append(id.fault(.missingKey("name", of: "a deal", example: "Ferries"))) }
        guard problems.count == before else { return nil }
        return Opportunity(
            id: Identifier(id.text), name: cell(.name, row)?.text ?? "",
            client: text(.client, row, old?.client), stage: stage.stage, chance: chance, value: value,
            currency: currency, closes: at[.closes] == nil ? old?.closes : closes,
            owner: text(.owner, row, old?.owner),
            project: at[.project] == nil ? old?.project : cell(.project, row).map { Identifier($0.text) })
    }

    /// What the file says, or what is known where it has no such column.
    private func text(_ column: DealTable.Column, _ row: [Excerpt], _ old: String?) -> String {
        (at[column] == nil ? old : cell(column, row)?.text) ?? ""
    }

    private func attempt<Value>(_ body: () throws(Problem) -> Value) -> Value? {
        do {
            return try body()
        } catch {
            problems.append(error)
            return nil
        }
    }

    private func currency(_ row: [Excerpt], _ old: Opportunity?) throws(Problem) -> Currency {
        guard let cell = cell(.currency, row) else { return headerCurrency ?? old?.currency ?? format.currency }
        // As in `Euro - EUR`.
        guard let currency = Currency(String(cell.text.suffix(3))) else { throw cell.fault(.notACurrency(cell.text)) }
        return currency
    }

    private func stage(_ row: [Excerpt], _ old: Opportunity?) throws(Problem) -> DealTable.Stage {
        guard let cell = cell(.stage, row) else {
            return old.flatMap { at[.stage] == nil ? DealTable.Stage($0.stage) : nil } ?? DealTable.Stage(.lead)
        }
        let word = cell.text.lowercased()
        if let mapped = format.stages[word] { return mapped }
        if let stage = Opportunity.Stage(rawValue: word) ?? DealTable.usualStages[word] {
            return DealTable.Stage(stage)
        }
        let known = Opportunity.Stage.allCases.map(\.rawValue)
        throw cell.fault(.terms(.unknownStage(cell.text, known: known)))
    }

    /// Of open deals; the chance of others follows from their stage.
    private func chance(_ row: [Excerpt], _ stage: DealTable.Stage, _ old: Opportunity?) throws(Problem) -> Share? {
        guard stage.stage.isOpen else { return nil }
        guard let cell = cell(.probability, row) else {
            let isKept = at[.probability] == nil && stage.chance == nil && old?.stage == stage.stage
            return isKept ? old?.chance : stage.chance
        }
        let number = cell.without(suffix: "%")?.trimmed ?? cell
        let share = Share(
            millionths: try number.exact(
                scale: isPercent ? 10_000 : 1_000_000, most: isPercent ? 100 : 1, smallest: "0.0001%"))
        guard Opportunity.isChance(share) else { throw cell.fault(.impossibleChance(cell.text)) }
        return share
    }

    private func value(_ row: [Excerpt], in currency: Currency) throws(Problem) -> Money {
        guard let cell = cell(.value, row) else { return .zero }
        let (thousands, decimals): (Character, Character) = format.hasDecimalCommas ? (".", ",") : (",", ".")
        let parts = cell.text.split(separator: decimals, omittingEmptySubsequences: false)
        let groups = (parts.first ?? "").split(separator: thousands, omittingEmptySubsequences: false)
        guard parts.count <= 2, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
            throw cell.fault(.notANumber(cell.text))
        }
        let plain = groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
        return try Excerpt(text: plain, place: cell.place).money(currency)
    }

    /// `2026-05-15`, also with a time behind it, `15.05.2026`, or with slashes where their order is known.
    private func day(_ cell: Excerpt) throws(Problem) -> Day {
        let text = cell.text
        let marks: [(mark: Character, order: DealTable.DateOrder?)] = [(".", .dayFirst), ("/", format.dates)]
        for (mark, order) in marks {
            let parts = text.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count == 3, let order else { continue }
            let (day, month) = order == .dayFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
            guard let year = Int(parts[2]), parts[2].count == 4, let month = Int(month), let day = Int(day),
                let found = Day(year: year, month: month, day: day), Limit.years.contains(year)
            else { throw cell.fault(.notADate(text)) }
            return found
        }
        let rest = text.dropFirst(10)
        guard rest.isEmpty || rest.hasPrefix("T") || rest.hasPrefix(" ") else {
            throw cell.fault(text.contains("/") ? .terms(.dateOrderUnknown(text)) : .notADate(text))
        }
        return try Excerpt(text: String(text.prefix(10)), place: cell.place).day()
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
