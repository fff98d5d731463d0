// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Reports
import Staffing
import Verification

extension Timeline {
    /// With more projects than that their teams are folded.
    private static let mostOpen = 12

    public var section: Page.Section {
        Page.Section("timeline", "Projects in time") {
            if !entries.isEmpty {
                Legend(legend).html
                HTML(
                    "div", .class("scroll timeline"), .role("region"), .label("Projects in time"), .init("tabindex", 0)
                ) {
                    block([label("", look: "tl-axis")], axis)
                    entries.map(html)
                }
                phaseTable.folded
                moneyTable.html
            }
        }
    }

    private var legend: [Legend.Entry] {
        var entries: [Legend.Entry] = [.fill(.confirmed, "won"), .fill(.tentative, "proposed")]
        if firm.projects.contains(where: { $0.phases.contains(where: \.hasWindow) }) {
            entries.append(.fill(.exposure, "may lie anywhere in here"))
        }
        if hasGhosts { entries.append(.fill(.ghost, "before")) }
        entries += [.line(.due, "due"), .fill(.quiet, "hours a week, full height at 40 h")]
        return entries
    }

    private var scale: TimelineScale { TimelineScale(of: firm.horizon) }

    /// Labels at the left, which stay, and what they name at the right.
    private func block(_ labels: [HTML], _ drawing: Drawing) -> HTML {
        HTML("div", .class("tl-row")) {
            HTML("div", [.class("tl-labels")], labels)
            drawing.html(isFixed: true)
        }
    }

    private func label(_ text: String, _ note: String = "", look: String, more: HTML = .nothing) -> HTML {
        HTML("div", .class(look), .title(text)) {
            HTML("span", text: text)
            if !note.isEmpty { HTML("small", text: note) }
            more
        }
    }

    private var axis: Drawing {
        var drawing = Drawing(width: scale.width, height: TimelineScale.axis, name: "Weeks")
        for month in firm.horizon.months {
            let x = scale(week: month.weeks.lowerBound)
            drawing.add(Mark.line(x, 0, x, TimelineScale.axis, .grid))
            drawing.add(
                Mark.text(TextWidth.fit(month.name, in: scale.width(of: month.weeks.count) - 8, size: 11), x + 4, 11))
        }
        for (index, week) in firm.horizon.weeks.enumerated() where scale.showsWeek(index) {
            drawing.add(
                Mark.text(String(Numbers.week(week).dropFirst()), scale.middle(week: index), 25, .middle, .quiet))
        }
        return drawing
    }

    private func html(_ entry: Entry) -> HTML {
        let bars = TimelineDrawing(entry: entry, scale: scale, firm: firm)
        let labels = [projectLabel(entry)] + entry.bars.map { label($0.name, look: "tl-phase") }
        return HTML("div", .class("tl-project")) {
            block(labels, bars.phases)
            if !entry.team.isEmpty {
                HTML(
                    "details", entries.count > Timeline.mostOpen ? [] : [.init("open", "open")],
                    [
                        HTML(
                            "summary",
                            text: "\(entry.team.count == 1 ? "1 on it" : "\(entry.team.count) on it"), "
                                + "\(Numbers.hours(entry.team.reduce(.zero) { $0 + $1.total })) h"),
                        block(
                            entry.team.map { label($0.name, "\(Numbers.hours($0.total)) h", look: "tl-member") },
                            bars.team),
                    ])
            }
        }
    }

    private func projectLabel(_ entry: Entry) -> HTML {
        let project = entry.project
        let stage: String =
            switch project.stage {
            case .won: ""
            case .proposed(let chance): "proposed, \(Numbers.percent(chance))"
            case .lost: "lost"
            }
        let money = project.budget.map {
            "\(Numbers.money(entry.earnings.revenue, in: firm.currency)) of \(Numbers.money($0, in: firm.currency)) \(firm.currency.code)"
        }
        return label(
            project.name, [stage, money ?? ""].filter { !$0.isEmpty }.joined(separator: " · "), look: "tl-name",
            more: project.budget.map { budgetBar(entry.earnings.revenue, of: $0) } ?? .nothing)
    }

    /// How much of what the client has agreed to pay the plan uses up; what is beyond is hatched.
    private func budgetBar(_ used: Money, of budget: Money) -> HTML {
        let most = max(used, budget)
        let x = LinearScale(from: 0...max(1, Double(most.minorUnits)), to: 0, 150)
        let percent = budget > .zero ? Numbers.percent(Double(used.minorUnits) / Double(budget.minorUnits)) : "--"
        var drawing = Drawing(width: 150, height: 5, name: "Budget: \(percent) used by the plan")
        drawing.add(Mark.rect(0, 0, x(Double(budget.minorUnits)), 5, .capacity))
        drawing.add(Mark.rect(0, 0, x(Double(min(used, budget).minorUnits)), 5, .confirmed))
        if used > budget {
            let end = x(Double(budget.minorUnits))
            drawing.add(Mark.rect(end, 0, 150 - end, 5, .over))
        }
        return drawing.html(isFixed: true)
    }

    private var phaseTable: PlainTable {
        var table = PlainTable(
            "Phases and milestones",
            [.text("phase"), .text("from"), .text("to"), .text("before"), .text("milestone"), .text("due"), .text("")])
        for entry in entries {
            table.addHeading(entry.project.name)
            for bar in entry.bars {
                table.add([
                    .init(bar.name), "\(bar.days.first)", "\(bar.days.last)", .init(bar.ghost.map { "\($0)" } ?? ""),
                    .init(bar.milestone?.name ?? ""), .init(bar.milestone.map { "\($0.due)" } ?? ""),
                    bar.weeksLate > 0 ? .init("\(Numbers.weeks(bar.weeksLate)) late", .bad) : "",
                ])
            }
        }
        return table
    }

    private var moneyTable: PlainTable {
        var table = PlainTable(
            "Projects, as if each were won, in \(firm.currency.code)",
            [
                .text("project"), .text("stage"), .number("asked, h"), .number("filled"), .number("revenue"),
                .number("cost"), .number("margin"), .number(""), .number("budget"),
            ])
        func money(_ money: Money) -> String { Numbers.money(money, in: firm.currency) }
        for entry in entries {
            let project = entry.project
            let isLoss = entry.earnings.margin < .zero
            let isOver = project.budget.map { entry.earnings.revenue > $0 } ?? false
            let stage =
                switch project.stage {
                case .won: "won"
                case .proposed(let chance): Numbers.percent(chance)
                case .lost: "lost"
                }
            table.add([
                .init(project.name), .init(stage), .init(Numbers.hours(entry.coverage.asked)),
                .init(Numbers.percent(entry.coverage), entry.coverage.unfilled.isDust ? nil : .warn),
                .init(money(entry.earnings.revenue)), .init(money(entry.earnings.cost)),
                .init(money(entry.earnings.margin), isLoss ? .bad : nil),
                .init(Numbers.percent(entry.earnings.marginRatio), isLoss ? .bad : nil),
                .init(project.budget.map(money) ?? "", isOver ? .bad : nil),
            ])
        }
        return table
    }
}
