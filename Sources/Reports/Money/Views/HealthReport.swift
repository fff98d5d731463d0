// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing
public import Verification

/// How projects stand on a day; or one of them, with its phases and lines.
public struct HealthReport: Sendable {
    private let projects: [ProjectHealth]
    private let day: Day
    private let currency: Currency
    private let isDetailed: Bool

    public init(_ projects: [ProjectHealth], on day: Day, in currency: Currency, detailed: Bool) {
        self.projects = projects
        self.day = day
        self.currency = currency
        isDetailed = detailed
    }

    public func text(_ style: Style) -> String {
        [work.text(style), budgets.text(style), milestones(style)].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The table of work and earned value.
    public func csv() -> String { work.csv() }

    public func json() -> JSON {
        .object([
            "day": .string("\(day)"), "work": work.json(), "budgets": budgets.json(),
            "milestones": .array(
                projects.flatMap { project in
                    project.milestones.map { item in
                        .object([
                            "project": .string(project.project.text), "phase": .string(item.phase.text),
                            "name": .string(item.name), "due": .string("\(item.due)"),
                            "expected": .string("\(item.expected)"),
                            "reached": item.reached.map { .string("\($0)") } ?? .null,
                            "days late": .integer(item.daysLate),
                        ])
                    }
                }),
        ])
    }

    private var work: FigureTable {
        var table = FigureTable(
            "Work and earned value on \(day)", "of", in: currency,
            [
                .init("agreed h", "agreed hours"), .init("worked", "worked hours"), .init("ahead", "hours ahead"),
                .init("done", "done"), .init(only: "budget at completion"), .init(only: "work scheduled"),
                .init(only: "work performed"), .init(only: "actual cost"), .init("CV", "cost variance"),
                .init("SV", "schedule variance"), .init("CPI", "cost index"), .init("SPI", "schedule index"),
                .init("EAC", "estimate at completion"), .init(only: "estimate to complete"),
                .init("VAC", "variance at completion"),
            ])
        for project in projects {
            add(project.project.text, project.name, project.total, &table)
            guard isDetailed else { continue }
            for part in project.phases {
                let key = part.phase?.text ?? ""
                add("\(project.project).\(key)", "  phase \(part.phase?.text ?? part.name)", part.figures, &table)
            }
            for part in project.lines {
                add("\(project.project).\(part.line?.text ?? "")", "  \(part.name)", part.figures, &table)
            }
        }
        table.notes.append(
            "Hours worked, and booked after the day. Costs of labour: what is done less what it cost (CV) or what was to be "
                + "done (SV), their quotients, and what the whole will cost (EAC) against the plan (VAC).")
        return table
    }

    private func add(_ key: String, _ name: String, _ item: HealthFigures, _ table: inout FigureTable) {
        let value = item.value
        let isBad = value.costIndex.map { $0 < Share(percent: 90) } ?? false
        table.add(
            key, name,
            [
                .hours(item.agreed), .hours(item.worked), .hours(item.ahead), .share(value.done), .money(value.budget),
                .money(value.scheduled), .money(value.performed), .money(value.spent), .money(value.costVariance),
                .money(value.scheduleVariance), .index(value.costIndex), .index(value.scheduleIndex),
                value.estimateAtCompletion.map { .money($0) } ?? .none,
                value.estimateToComplete.map { .money($0) } ?? .none,
                value.varianceAtCompletion.map { .money($0) } ?? .none,
            ], isBad ? .bad : nil)
    }

    private var budgets: FigureTable {
        var table = FigureTable(
            "Budgets", "project", in: currency,
            [.init("budget"), .init("worked"), .init("ahead"), .init("left"), .init("expenses")])
        for project in projects {
            let isOver = project.budgetLeft.map { $0 < .zero } ?? false
            table.add(
                project.project.text, project.name,
                [
                    project.budget.map { .money($0) } ?? .none, .money(project.worked), .money(project.ahead),
                    project.budgetLeft.map { .money($0) } ?? .none, .money(project.expenses),
                ], isOver ? .bad : nil)
        }
        table.notes.append("Worked and ahead at the agreed rates; expenses as they cost.")
        return table
    }

    private func milestones(_ style: Style) -> String {
        var table = TextTable([
            .text("milestone", .cut(floor: 12)), .text("project", .cut(floor: 8)), .text("due"), .text("expected"),
            .text(""),
        ])
        for project in projects {
            for item in project.milestones {
                let late = item.daysLate
                let said = item.reached.map { "reached \($0)" } ?? (late > 0 ? "\(late) d late" : "")
                table.add([
                    .init(item.name), .init(project.name), .init("\(item.due)"), .init("\(item.expected)"),
                    .init(said, late > 0 ? .bad : nil),
                ])
            }
        }
        guard !table.isEmpty else { return "" }
        return ([style.heading("Milestones")] + table.lines(style)).joined(separator: "\n") + "\n"
    }
}
