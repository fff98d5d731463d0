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
        [hours.text(style), value.text(style), budgets.text(style), milestones(style)].filter { !$0.isEmpty }.joined(
            separator: "\n")
    }

    /// What is shown of it, but for milestones.
    package func tables() -> [FigureTable] { [hours, value, budgets] }

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

    private typealias Measure = (column: FigureTable.Column, figure: @Sendable (HealthFigures) -> FigureTable.Figure)

    private static let hours: [Measure] = [
        (.init("agreed h", "agreed hours"), { .hours($0.agreed) }),
        (.init("worked", "worked hours"), { .hours($0.worked) }),
        (.init("ahead", "hours ahead"), { .hours($0.ahead) }),
        (.init("in all", "expected hours"), { .hours($0.expected) }),
        (.init("done"), { .share($0.value.done) }),
    ]

    private static let value: [Measure] = [
        (.init("BAC", "budget at completion"), { .money($0.value.budget) }),
        (.init(only: "work scheduled"), { .money($0.value.scheduled) }),
        (.init(only: "work performed"), { .money($0.value.performed) }),
        (.init(only: "actual cost"), { .money($0.value.spent) }),
        (.init("CV", "cost variance"), { .money($0.value.costVariance) }),
        (.init("SV", "schedule variance"), { .money($0.value.scheduleVariance) }),
        (.init("CPI", "cost index"), { .index($0.value.costIndex) }),
        (.init("SPI", "schedule index"), { .index($0.value.scheduleIndex) }),
        (.init("EAC", "estimate at completion"), { .money($0.value.estimateAtCompletion) }),
        (.init("ETC", "estimate to complete"), { .money($0.value.estimateToComplete) }),
        (.init("VAC", "variance at completion"), { .money($0.value.varianceAtCompletion) }),
    ]

    private func table(
        _ title: String, _ measures: [Measure], hasMoney: Bool, isBad: (HealthFigures) -> Bool
    ) -> FigureTable {
        var table = FigureTable(title, "of", in: currency, measures.map(\.column), hasMoney: hasMoney)
        func add(_ key: String, _ name: String, _ item: HealthFigures) {
            table.add(key, name, measures.map { $0.figure(item) }, isBad(item) ? .bad : nil)
        }
        for project in projects {
            add(project.project.text, project.name, project.total)
            guard isDetailed else { continue }
            for part in project.phases {
                add(
                    "\(project.project).\(part.phase?.text ?? "")",
                    part.phase.map { "  phase \($0)" } ?? "  \(part.name)", part.figures)
            }
            for part in project.lines {
                add("\(project.project).\(part.line?.text ?? "")", "  \(part.name)", part.figures)
            }
        }
        return table
    }

    /// All measures, for programs.
    private var work: FigureTable {
        table("Work and earned value", HealthReport.hours + HealthReport.value, hasMoney: true) { _ in false }
    }

    private var hours: FigureTable {
        var table = table("Work on \(day), in hours", HealthReport.hours, hasMoney: false) {
            $0.agreed > .zero && $0.expected > $0.agreed
        }
        table.notes.append("Ahead: booked after the day.")
        return table
    }

    private var value: FigureTable {
        var table = table("Earned value of labour", HealthReport.value, hasMoney: true) {
            $0.value.costIndex.map { $0 < Share(percent: 90) } ?? false
        }
        table.notes.append(
            "What the plan costs (BAC), what is done less what it cost (CV) or was to be done (SV), their quotients, what "
                + "the whole will cost (EAC), what of it is to come (ETC), and what the plan has left for it (VAC).")
        return table
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
