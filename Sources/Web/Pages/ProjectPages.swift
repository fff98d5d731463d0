// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Explanation
internal import Matching
internal import Outlook
internal import Planning
internal import Reports
internal import Staffing
internal import Verification

extension Site {
    func projects(_ visit: Visit) async throws -> WebPage {
        var page = WebPage("Projects", at: ["projects"], visit, live: true)
        guard let scene = try await scene(visit, &page) else { return page }
        let firm = scene.firm
        page.add(
            "projects",
            HTML("section", .id("projects")) {
                Tables.plain("All projects", ["Project", "Client", "State", "From", "Through", "Filled"], numbers: [5])
                {
                    firm.projects.enumerated().map { index, project in
                        let timeline = Explanation.Timeline(of: index, in: firm)
                        let days = timeline.phases.map(\.days)
                        let filled = scene.shown.figures.projects[index]
                        return [
                            Tables.link(project.name, ["projects", project.id.text]),
                            .text(firm.clientName(of: project)), .text(TimelineBoard.words(project.stage)),
                            .text(days.map(\.first).min().map { "\($0)" } ?? ""),
                            .text("\(timeline.ends)" + (timeline.isLate ? ", late" : "")),
                            .text(Numbers.percent(filled)),
                        ]
                    }
                }
            })
        return page
    }

    func project(_ key: String, _ visit: Visit) async throws -> WebPage {
        var page = WebPage(key, at: ["projects", key], visit, live: true)
        guard let scene = try await scene(visit, &page) else { return page }
        guard let index = scene.firm.projects.firstIndex(where: { $0.id.text == key }) else {
            throw Refused.notFound("There is no project \(key).")
        }
        let project = scene.firm.projects[index]
        page.title = project.name
        page.add("facts", facts(of: index, scene, visit))
        page.add("phases", phases(of: index, scene))
        page.add("work", work(on: project, scene, visit))
        let alerts = scene.alerts.filter { alert in
            alert.projects.contains(project.id) || alert.lines.contains { $0.project == project.id }
        }
        page.add("alerts", AlertList.html(alerts, scene.firm, visit))
        return page
    }

    private func facts(of index: Int, _ scene: Scene, _ visit: Visit) -> HTML {
        let (firm, project) = (scene.firm, scene.firm.projects[index])
        let earnings = scene.shown.figures.earnings[index]
        var facts = [
            ("Client", firm.clientName(of: project)), ("State", TimelineBoard.words(project.stage)),
            ("Priority", project.priority.rawValue), ("Filled", Numbers.percent(scene.shown.figures.projects[index])),
        ]
        if let deadline = project.deadline { facts.append(("Deadline", "\(deadline)")) }
        if visit.may(.seeMoney) {
            facts += [
                ("Revenue, \(firm.currency.code)", Numbers.money(earnings.revenue, in: firm.currency)),
                ("Margin, \(firm.currency.code)", Numbers.money(earnings.margin, in: firm.currency)),
            ]
            if let budget = project.budget {
                facts.append(("Budget, \(firm.currency.code)", Numbers.money(budget, in: firm.currency)))
            }
        }
        return HTML("section", .id("facts")) {
            Tables.tiles(facts)
            if visit.may(.plan), project.stage != .lost {
                Forms.post(["draft", "project"], visit, live: true) {
                    HTML("div", .class("fields")) {
                        Forms.hidden("seen", "\(scene.draft.version)")
                        Forms.hidden("project", project.id.text)
                        Forms.hidden("then", "/projects/\(project.id)")
                        Forms.field("weeks", "Weeks later (earlier: -)", type: "number", value: "1")
                        Forms.button("Move it")
                    }
                }
            }
            if let client = project.client, visit.may(.plan) {
                Forms.post(["links", "make"], visit) {
                    Forms.hidden("client", client.text)
                    Forms.button("Make a status page for \(firm.clientName(of: project))")
                }
            }
        }
    }

    private func phases(of index: Int, _ scene: Scene) -> HTML {
        let timeline = Explanation.Timeline(of: index, in: scene.firm)
        return HTML("section", .id("phases")) {
            HTML("h2", text: "Phases")
            Tables.plain("Phases", ["Phase", "From", "Through", "Milestone", "Due", "Slack, weeks"], numbers: [5]) {
                timeline.phases.map { phase in
                    [
                        .text(phase.id?.text ?? "all of it"), .text("\(phase.days.first)"), .text("\(phase.days.last)"),
                        .text(phase.milestone?.name ?? ""),
                        .text(phase.milestone.map { "\($0.due)" + (phase.late == nil ? "" : ", late") } ?? ""),
                        .text("\(phase.slackWeeks)"),
                    ]
                }
            }
        }
    }

    private func work(on project: Project, _ scene: Scene, _ visit: Visit) -> HTML {
        let planned = scene.shown
        return HTML("section", .id("work")) {
            HTML("h2", text: "Who works on it")
            Tables.plain("Work", ["Need", "Asked, h", "Filled, h", "Who"], numbers: [1, 2]) {
                planned.situation.demand.lines.enumerated().filter { $0.element.id.project == project.id }.map {
                    position, line in
                    let coverage = planned.figures.lines[position]
                    let workers = planned.plan.assignments.filter { $0.line == line.id }
                    let people = scene.firm.people.filter { person in workers.contains { $0.person == person.id } }
                    return [
                        .text(project.lines[line.line].name), .text(Numbers.hours(coverage.asked)),
                        .text(Numbers.hours(coverage.filled)),
                        .list(
                            people.flatMap { person -> [HTML] in
                                let hours = workers.filter { $0.person == person.id }.reduce(Hours.zero) {
                                    $0 + $1.weeks.total
                                }
                                return [
                                    Tables.link(person.name, ["people", person.id.text]),
                                    .text(" \(Numbers.hours(hours)) h "),
                                ]
                                    + (visit.may(.plan)
                                        ? [Tables.why(person.id.text, line.id.description, "why?"), .text(" ")] : [])
                            }),
                    ]
                }
            }
        }
    }
}

extension Explanation.Timeline {
    var isLate: Bool { deadline.map { ends > $0 } ?? false }
}

extension Firm {
    func clientName(of project: Project) -> String {
        project.client.map { id in clients.first { $0.id == id }?.name ?? id.text } ?? ""
    }
}

/// Tables and tiles as the site's pages have them.
enum Tables {
    static func plain(
        _ caption: String, _ head: [String], numbers: Set<Int> = [], rows: () -> [[HTML]]
    ) -> HTML {
        HTML("div", .class("scroll"), .role("region"), .label(caption), .init("tabindex", 0)) {
            HTML("table", .class("plain")) {
                HTML("caption", .class("unseen"), text: caption)
                HTML("thead") {
                    HTML("tr") {
                        for (column, name) in head.enumerated() {
                            HTML("th", [.column] + (numbers.contains(column) ? [.class("n")] : []), [.text(name)])
                        }
                    }
                }
                HTML("tbody") {
                    for row in rows() {
                        HTML("tr") {
                            for (column, cell) in row.enumerated() {
                                if column == 0 {
                                    HTML("th", .row) { cell }
                                } else {
                                    HTML("td", numbers.contains(column) ? [.class("n")] : [], [cell])
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    static func tiles(_ facts: [(String, String)]) -> HTML {
        HTML("dl", .class("tiles")) {
            for fact in facts {
                HTML("div") {
                    HTML("dt", text: fact.0)
                    HTML("dd", text: fact.1)
                }
            }
        }
    }

    static func link(_ words: String, _ path: [String]) -> HTML { HTML("a", .href(.path(path)), text: words) }

    static func why(_ person: String, _ line: String, _ words: String) -> HTML {
        HTML(
            "a",
            [
                .href(.path(["why"], query: [.init("person", person), .init("line", line)])),
                .label("\(words) \(person) on \(line)"),
            ], [.text(words)])
    }
}
