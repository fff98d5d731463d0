// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Explanation
internal import Pages
internal import Reports
internal import Staffing

/// When projects run, each with the buttons that move it, win it or lose it. With the script a bar can be dragged, and
/// moved by arrow keys.
enum TimelineBoard {
    /// Width of a week and height of a row in the drawing.
    private static let (week, height) = (14.0, 22.0)

    /// How many projects are shown unless all are asked for.
    private static let most = 60

    static func html(_ scene: Scene, _ visit: Visit, all: Bool, then: String) -> HTML {
        let firm = scene.firm
        let moved = Set(scene.draft.changes.compactMap { $0.value("project") })
        let order =
            firm.projects.indices.filter { moved.contains(firm.projects[$0].id.text) }
            + firm.projects.indices.filter { !moved.contains(firm.projects[$0].id.text) }
        let shown = all || order.count <= most ? Array(firm.projects.indices) : Array(order.prefix(most))
        let before = Dictionary(
            scene.base.firm.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return HTML("section", .id("timeline")) {
            HTML("h2", text: "When projects run")
            if visit.may(.plan) {
                HTML("p", .class("note")) {
                    "A bar can be dragged, or moved by the left and right arrow keys, a week at a time; the outline is "
                        + "where it is in the scenario."
                }
            }
            HTML("div", .class("scroll"), .role("region"), .label("Projects by week"), .init("tabindex", 0)) {
                HTML("table", .class("timeline")) {
                    HTML("thead") {
                        HTML("tr") {
                            HTML("th", .column, text: "Project")
                            if visit.may(.plan) { HTML("th", .column, text: "Move, decide") }
                            HTML("th", .column) { axis(firm.horizon) }
                        }
                    }
                    HTML("tbody") {
                        for index in shown {
                            let project = firm.projects[index]
                            HTML("tr", .id("run-\(index + 1)")) {
                                HTML("th", .row) {
                                    HTML("a", .href(.path(["projects", project.id.text])), text: project.name)
                                    HTML("small", text: " " + words(project.stage))
                                }
                                if visit.may(.plan) { HTML("td") { buttons(project, scene, visit, then) } }
                                HTML("td") { bar(index, before[project.id], scene, visit) }
                            }
                        }
                    }
                }
            }
            if shown.count < order.count {
                HTML("p") {
                    HTML(
                        "a", .href(.path(["board"], query: [.init("projects", "all")])),
                        text: "All \(order.count) projects")
                }
            }
        }
    }

    static func words(_ stage: Stage) -> String {
        switch stage {
        case .won: "won"
        case .proposed(let chance): "proposed, \(Numbers.percent(chance))"
        case .lost: "lost"
        }
    }

    private static func buttons(_ project: Project, _ scene: Scene, _ visit: Visit, _ then: String) -> HTML {
        Forms.post(["draft", "project"], visit, live: true) {
            HTML("div", .class("moves")) {
                Forms.hidden("seen", "\(scene.draft.version)")
                Forms.hidden("project", project.id.text)
                Forms.hidden("then", then)
                if project.stage != .lost {
                    Forms.button("◀", name: "weeks", value: "-1", label: "\(project.name) a week earlier")
                    Forms.button("▶", name: "weeks", value: "1", label: "\(project.name) a week later")
                }
                if project.stage != .won {
                    Forms.button("won", name: "as", value: "win", label: "\(project.name) is won")
                }
                if project.stage != .lost {
                    Forms.button("lost", name: "as", value: "lose", label: "\(project.name) is lost")
                }
            }
        }
    }

    private static func axis(_ horizon: Horizon) -> HTML {
        var drawing = Drawing(
            width: width(horizon), height: 14, name: "Weeks \(horizon.firstWeek) to \(horizon.lastWeek)")
        for (index, week) in horizon.weeks.enumerated() where index % 4 == 0 {
            drawing.add(Mark.text(Numbers.week(week), Double(index) * self.week, 11, .start, .quiet))
        }
        return drawing.html(isFixed: true)
    }

    private static func width(_ horizon: Horizon) -> Double { Double(horizon.weekCount) * week }

    private static func bar(_ index: Int, _ before: Project?, _ scene: Scene, _ visit: Visit) -> HTML {
        let (firm, project) = (scene.firm, scene.firm.projects[index])
        let timeline = Explanation.Timeline(of: index, in: firm)
        let (span, was) = (span(of: project, firm), before.map { self.span(of: $0, scene.base.firm) })
        let (first, last) = (Week(of: span.first), Week(of: span.last))
        let words = "\(project.name), \(first) to \(last), \(self.words(project.stage))"
        var drawing = Drawing(width: width(firm.horizon), height: height, name: words)
        if let was, was != span { drawing.add(rect(was, firm, 1, height - 2, .ghost)) }
        if timeline.phases.count > 1 {
            for phase in timeline.phases where phase.days.overlaps(firm.horizon.days) {
                drawing.add(
                    rect(
                        phase.days, firm, 4, height - 8, fill(project.stage),
                        hint: phase.id.map { "\($0), \(phase.days)" }))
            }
        } else {
            drawing.add(rect(span, firm, 4, height - 8, fill(project.stage), hint: words))
        }
        for phase in timeline.phases {
            guard let milestone = phase.milestone, firm.horizon.days.contains(milestone.due) else { continue }
            let x = position(of: milestone.due, firm) + week / 5
            drawing.add(Mark.line(x, 0, x, height, .due))
        }
        guard visit.may(.plan), project.stage != .lost else { return drawing.html(isFixed: true) }
        return HTML(
            "div", .class("bar-handle"), .init("tabindex", 0), .role("group"),
            .label(words + "; left and right arrow keys move it by a week"),
            .init("data-project", project.id.text), .init("data-seen", scene.draft.version),
            .init("data-week", "\(week)")
        ) { drawing.html(isFixed: true) }
    }

    private static func fill(_ stage: Stage) -> Palette.Fill {
        switch stage {
        case .won: .confirmed
        case .proposed: .tentative
        case .lost: .ghost
        }
    }

    /// From the first day of any work to the last.
    private static func span(of project: Project, _ firm: Firm) -> DayRange {
        let all =
            project.lines.map { project.days(of: $0, within: firm.horizon) } + project.phaseDays().compactMap(\.self)
        guard let first = all.map(\.first).min(), let last = all.map(\.last).max() else {
            return project.days(within: firm.horizon)
        }
        return DayRange(first, last)
    }

    private static func position(of day: Day, _ firm: Firm) -> Double {
        let days = day - firm.horizon.firstWeek.monday
        return min(max(0, Double(days)), Double(firm.horizon.weekCount * 7)) / 7 * week
    }

    private static func rect(
        _ days: DayRange, _ firm: Firm, _ y: Double, _ height: Double, _ fill: Palette.Fill, hint: String? = nil
    ) -> HTML {
        let (from, to) = (position(of: days.first, firm), position(of: days.last + 1, firm))
        return Mark.rect(from, y, max(2, to - from), height, fill, hint: hint, round: 2)
    }
}
