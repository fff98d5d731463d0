// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing
public import Verification

/// Time entries, each with how far it has come.
public struct TimeReport {
    private let entries: [TimeEntry]

    public init(_ entries: [TimeEntry]) {
        self.entries = entries
    }

    public func text(_ style: Style) -> String {
        guard !entries.isEmpty else { return "No time.\n" }
        var table = TextTable([
            .number("no"), .text("day"), .text("person", .cut(floor: 6)), .text("work", .cut(floor: 8)),
            .number("hours"), .text(""), .text("state"), .text("note", .cut(floor: 6)),
        ])
        for entry in entries {
            table.add([
                .init("\(entry.number)"), .init("\(entry.day)"), .init(entry.person.text), .init(entry.work),
                .init(Numbers.clock(entry.hours)), .init(entry.remark, .quiet), .init(entry.state.rawValue),
                .init(entry.note),
            ])
        }
        let sum = entries.reduce(Hours.zero) { $0 + $1.hours }
        table.add(["", "", "", .init("in all", .quiet), .init(Numbers.clock(sum), .strong), "", "", ""])
        return table.lines(style).joined(separator: "\n") + "\n"
    }

    public func json() -> JSON {
        .array(
            entries.map { entry in
                .object([
                    "number": .integer(entry.number.value), "person": .string(entry.person.text),
                    "project": .string(entry.project.text), "line": entry.line.map { .string($0.text) } ?? .null,
                    "day": .string("\(entry.day)"), "month": .string("\(entry.month)"),
                    "hours": .number(entry.hours.decimal), "billable": .bool(entry.billable),
                    "note": .string(entry.note), "state": .string(entry.state.rawValue),
                    "reverses": entry.reverses.map { .integer($0.value) } ?? .null,
                ])
            })
    }

    public func csv() -> String {
        CSV.text(
            [
                [
                    "number", "person", "project", "line", "date", "month", "hours", "billable", "note", "state",
                    "reverses",
                ]
            ]
                + entries.map { entry in
                    [
                        "\(entry.number)", entry.person.text, entry.project.text, entry.line?.text ?? "",
                        "\(entry.day)", "\(entry.month)", entry.hours.decimal, entry.billable ? "yes" : "no",
                        entry.note, entry.state.rawValue, entry.reverses.map { "\($0)" } ?? "",
                    ]
                })
    }
}

extension TimeEntry {
    fileprivate var work: String { project.text + (line.map { ".\($0)" } ?? "") }

    /// What is out of the ordinary about it.
    fileprivate var remark: String {
        [
            billable ? nil : "not billable", reverses.map { "takes back \($0)" },
            month == Month(of: day) ? nil : "in \(month)",
        ].compactMap(\.self).joined(separator: ", ")
    }
}

/// Expenses, each with how far it has come.
public struct ExpenseReport {
    private let expenses: [Expense]

    public init(_ expenses: [Expense]) {
        self.expenses = expenses
    }

    public func text(_ style: Style) -> String {
        guard !expenses.isEmpty else { return "No expenses.\n" }
        var table = TextTable([
            .number("no"), .text("day"), .text("project", .cut(floor: 6)), .text("what", .cut(floor: 8)),
            .text("whom", .cut(floor: 6)), .number("cost"), .text(""), .text(""), .text("state"),
        ])
        for expense in expenses {
            let remark = [
                expense.billable ? nil : "not billable", expense.reverses.map { "takes back \($0)" },
                expense.month == Month(of: expense.day) ? nil : "in \(expense.month)",
            ].compactMap(\.self).joined(separator: ", ")
            table.add([
                .init("\(expense.number)"), .init("\(expense.day)"), .init(expense.project.text),
                .init(expense.category),
                .init(expense.supplier.isEmpty ? expense.person?.text ?? "" : expense.supplier),
                .init(Numbers.exact(expense.cost, in: expense.currency)), .init(expense.currency.code),
                .init(remark, .quiet), .init(expense.state.rawValue),
            ])
        }
        return table.lines(style).joined(separator: "\n") + "\n"
    }

    public func json() -> JSON {
        .array(
            expenses.map { expense in
                .object([
                    "number": .integer(expense.number.value), "project": .string(expense.project.text),
                    "person": expense.person.map { .string($0.text) } ?? .null,
                    "supplier": .string(expense.supplier), "category": .string(expense.category),
                    "day": .string("\(expense.day)"), "month": .string("\(expense.month)"),
                    "cost": .number(expense.cost.decimal(in: expense.currency)),
                    "tax": .number(expense.tax.decimal(in: expense.currency)),
                    "currency": .string(expense.currency.code), "billable": .bool(expense.billable),
                    "receipt": .string(expense.receipt), "note": .string(expense.note),
                    "state": .string(expense.state.rawValue),
                    "reverses": expense.reverses.map { .integer($0.value) } ?? .null,
                ])
            })
    }

    public func csv() -> String {
        CSV.text(
            [
                [
                    "number", "project", "person", "supplier", "category", "date", "month", "cost", "tax", "currency",
                    "billable", "receipt", "note", "state", "reverses",
                ]
            ]
                + expenses.map { expense in
                    [
                        "\(expense.number)", expense.project.text, expense.person?.text ?? "", expense.supplier,
                        expense.category, "\(expense.day)", "\(expense.month)",
                        expense.cost.decimal(in: expense.currency), expense.tax.decimal(in: expense.currency),
                        expense.currency.code, expense.billable ? "yes" : "no", expense.receipt, expense.note,
                        expense.state.rawValue, expense.reverses.map { "\($0)" } ?? "",
                    ]
                })
    }
}

/// Whose time sheets lack hours.
public struct MissingTimeReport {
    private let missing: [MissingTime]
    private let days: DayRange
    private let firm: Firm

    public init(_ missing: [MissingTime], _ days: DayRange, _ firm: Firm) {
        self.missing = missing
        self.days = days
        self.firm = firm
    }

    public func text(_ style: Style) -> String {
        guard !missing.isEmpty else { return "Nobody's hours are missing, \(days).\n" }
        var table = TextTable([
            .text("person", .cut(floor: 8)), .number("there"), .number("entered"), .number("missing"),
            .number("days"), .text("first"),
        ])
        for item in missing {
            table.add([
                .init(firm.people.first { $0.id == item.person }?.name ?? item.person.text),
                .init(Numbers.clock(item.expected)), .init(Numbers.clock(item.entered)),
                .init(Numbers.clock(item.missing), .bad), .init("\(item.days.count)"),
                .init(item.days.first.map { "\($0)" } ?? ""),
            ])
        }
        return ([style.heading("Missing time, \(days)")] + table.lines(style)).joined(separator: "\n") + "\n"
    }

    public func json() -> JSON {
        .array(
            missing.map { item in
                .object([
                    "person": .string(item.person.text), "expected": .number(item.expected.decimal),
                    "entered": .number(item.entered.decimal), "missing": .number(item.missing.decimal),
                    "days": .array(item.days.map { .string("\($0)") }),
                ])
            })
    }
}
