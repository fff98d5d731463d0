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
    func people(_ visit: Visit) async throws -> WebPage {
        var page = WebPage("People", at: ["people"], visit, live: true)
        guard let scene = try await scene(visit, &page) else { return page }
        let firm = scene.firm
        page.add(
            "people",
            HTML("section", .id("people")) {
                Tables.plain("Everybody", ["Name", "Role", "Office", "Skills", "Used", "Free, h"], numbers: [4, 5]) {
                    firm.people.enumerated().map { index, person in
                        let use = scene.shown.figures.people[index]
                        return [
                            Tables.link(person.name, ["people", person.id.text]), .text(person.role?.text ?? ""),
                            .text(person.office?.text ?? ""),
                            .text(person.skills.words),
                            .text(Numbers.percent(use.utilisation)), .text(Numbers.hours(use.bench)),
                        ]
                    }
                }
            })
        return page
    }

    func person(_ key: String, _ visit: Visit) async throws -> WebPage {
        var page = WebPage(key, at: ["people", key], visit, live: true)
        guard let scene = try await scene(visit, &page) else { return page }
        guard let index = scene.firm.people.firstIndex(where: { $0.id.text == key }) else {
            throw Refused.notFound("There is nobody called \(key).")
        }
        let (person, use) = (scene.firm.people[index], scene.shown.figures.people[index])
        page.title = person.name
        page.add(
            "facts",
            HTML("section", .id("facts")) {
                Tables.tiles([
                    ("Role", person.role?.text ?? "–"), ("Office", person.office?.text ?? "–"),
                    ("Working time, h", Numbers.hours(use.effective)), ("On projects, h", Numbers.hours(use.load)),
                    ("Used", Numbers.percent(use.utilisation)), ("Free, h", Numbers.hours(use.bench)),
                ])
                HTML(
                    "p", text: person.skills.words)
            })
        page.add("work", work(of: person, scene, visit))
        if visit.may(.plan) { page.add("ask", ask(about: person, scene, visit)) }
        let alerts = scene.alerts.filter { $0.people.contains(person.id) }
        page.add("alerts", AlertList.html(alerts, scene.firm, visit))
        return page
    }

    private func work(of person: Person, _ scene: Scene, _ visit: Visit) -> HTML {
        let work = scene.shown.plan.assignments.filter { $0.person == person.id }
        return HTML("section", .id("work")) {
            HTML("h2", text: "Where \(person.name) works")
            Tables.plain("Work", ["Need", "Weeks", "Hours", "Kind", ""], numbers: [2]) {
                work.map { item in
                    let weeks = item.weeks.map(\.week)
                    let span = weeks.min().flatMap { first in weeks.max().map { Numbers.weeks(first, $0) } } ?? ""
                    return [
                        Tables.link(item.line.description, ["projects", item.line.project.text]), .text(span),
                        .text(Numbers.hours(item.weeks.total)), .text(item.kind.rawValue),
                        visit.may(.plan) ? Tables.why(person.id.text, item.line.description, "why?") : .nothing,
                    ]
                }
            }
        }
    }

    private func ask(about person: Person, _ scene: Scene, _ visit: Visit) -> HTML {
        let lines = scene.shown.situation.demand.lines.map { (value: $0.id.description, words: $0.id.description) }
        return HTML("section", .id("ask")) {
            HTML("h2", text: "Why not elsewhere?")
            HTML("form", .init("method", "get"), .action(.path(["why"]))) {
                HTML("div", .class("fields")) {
                    Forms.hidden("person", person.id.text)
                    Forms.select("line", "Need", lines)
                    Forms.button("Ask")
                }
            }
        }
    }

    /// Why somebody is on a line, or why not, by planning anew.
    func why(_ visit: Visit, _ query: Form) async throws -> WebPage {
        let (person, line) = (query["person"], query["line"])
        var page = WebPage("Why?", at: ["why"], visit)
        guard let scene = try await scene(visit, &page) else { return page }
        let planned = scene.study?.planned ?? scene.base.shares
        let situation = planned.situation
        guard let who = situation.firm.people.firstIndex(where: { $0.id.text == person }) else {
            throw Refused.notFound("There is nobody called \(person).")
        }
        guard let what = situation.demand.lines.firstIndex(where: { $0.id.description == line }) else {
            throw Refused.notFound("There is no need \(line).")
        }
        let style = Style(width: 100, isColoured: false)
        let id = situation.demand.lines[what].id
        let isThere = planned.plan.assignments.contains { $0.line == id && $0.person.text == person }
        let text = try await Solving.quick.run {
            isThere
                ? WhyReport(of: try Explanation.why(person: who, line: what, in: planned, most: 4), in: situation.firm)
                    .text(style)
                : WhyNotReport(of: try whyNot(person: who, line: what, in: planned), in: situation.firm).text(style)
        }
        page.title = isThere ? "Why?" : "Why not?"
        page.add(
            "answer",
            HTML("section", .id("answer")) {
                HTML("pre", .class("report"), text: text)
                HTML("p", .class("note")) {
                    "Found by planning the whole firm anew, in shares. "
                    Tables.link(situation.firm.people[who].name, ["people", person])
                    ", "
                    Tables.link(id.project.text, ["projects", id.project.text])
                }
            })
        return page
    }
}
