// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Outlook
internal import Pages
internal import Planning
internal import Reports
internal import ScenarioFiles
internal import Staffing
internal import Verification
internal import WhatIf

extension Site {
    func forecast(_ visit: Visit, _ query: Form) async throws -> WebPage {
        var page = WebPage("Forecast", at: ["forecast"], visit, live: true)
        guard let scene = try await scene(visit, &page) else { return page }
        let planned = scene.shown
        let basis = Figures.Basis(rawValue: query["against"]) ?? .weighted
        let per: Period = scene.firm.horizon.weekCount > 16 ? .month : .week
        for grouping in [Forecast.Grouping.skill, .role] {
            let forecast = Forecast(of: planned, by: grouping, per: per)
            page.add(CapacityCharts(of: forecast, in: scene.firm, against: basis).section)
        }
        let free = bench(of: planned)
        page.section("bench", "Who is free") {
            Tables.plain("Bench", ["Name", "Role", "Free from", "Hours"], numbers: [3]) {
                free.map { entry in
                    let person = scene.firm.people.first { $0.id == entry.person }
                    return [
                        Tables.link(person?.name ?? entry.person.text, ["people", entry.person.text]),
                        .text(person?.role?.text ?? ""), .text("\(entry.freeFrom)"),
                        .text(Numbers.hours(entry.weeks.total)),
                    ]
                }
            }
        }
        return page
    }

    /// The scenarios of the folder; two of them side by side where the query names them.
    func scenarios(_ visit: Visit, _ query: Form) async throws -> WebPage {
        var page = WebPage("Scenarios", at: ["scenarios"], visit)
        let folder = folder
        let names = try await Solving.files.run { folder.scenarios() }
        let desk = try visit.desk(self)
        let draft = await desk.draft
        page.section("files", "In this folder") {
            Tables.plain("Scenarios", ["File", ""]) {
                names.map { name in
                    [
                        .text(name),
                        name == draft.base
                            ? .text("open")
                            : visit.may(.plan)
                                ? Forms.post(["scenarios", "open"], visit) {
                                    Forms.hidden("scenario", name)
                                    Forms.hidden("seen", "\(draft.version)")
                                    Forms.button("Open", label: "Open \(name)")
                                } : .nothing,
                    ]
                }
            }
            if !draft.steps.isEmpty {
                HTML("p", .class("note"), text: "Opening another scenario throws away the draft of this one.")
            }
        }
        page.section("choose", "Side by side") {
            HTML("form", .init("method", "get"), .action(.path(["scenarios"]))) {
                HTML("div", .class("fields")) {
                    Forms.select("a", "Base", names.map { ($0, $0) }, chosen: query["a"])
                    Forms.select("b", "Against it", names.map { ($0, $0) }, chosen: query["b"])
                    Forms.button("Compare")
                }
            }
        }
        if !query["a"].isEmpty || !query["b"].isEmpty { try await compare(query["a"], query["b"], names, &page) }
        return page
    }

    private func compare(_ first: String, _ second: String, _ names: [String], _ page: inout WebPage) async throws {
        for name in [first, second] where !names.contains(name) {
            throw Refused.notFound("There is no scenario \(name).")
        }
        do {
            let (base, other) = (try await open.base(first), try await open.base(second))
            let comparison = try await Solving.quick.run {
                try WhatIf.compare(
                    Contender(first, base.firm), with: first == second ? [] : [Contender(second, other.firm)], .weighted
                )
            }
            for section in ComparisonPage(of: comparison).page.sections { page.add(section) }
        } catch {
            page.section("comparison", "\(first) and \(second)") { HTML("pre", .class("problems"), text: "\(error)") }
        }
    }

    /// The draft: what it changes, what that brings, and where it is saved.
    func draftPage(_ visit: Visit) async throws -> WebPage {
        var page = WebPage("Draft", at: ["draft"], visit, live: true)
        guard let scene = try await scene(visit, &page) else { return page }
        page.add("standing", Standing.html(scene, visit, then: "/draft"))
        guard scene.isDraft else {
            page.section("empty", "No changes yet") {
                HTML("p") {
                    "Move a project, hire somebody or mark leave on the "
                    Tables.link("board", ["board"])
                    "; it is kept here until it is saved."
                }
                HTML("p") { Tables.link("Check and commit the open scenario", ["commit"]) }
            }
            return page
        }
        if let (before, after) = scene.compared {
            let difference = PlanDifference(from: before.plan, to: after.plan)
            let turnover = Turnover(difference)
            page.section("moves", "Who moves") {
                HTML("p", text: words(turnover))
            }
        }
        let text = try scene.draft.file(named: "\(scene.base.scenario.firm.name), changed")
        page.section("save", "Save it as a change file") {
            HTML("pre", .class("file"), text: text)
            Forms.post(["draft", "save"], visit) {
                HTML("div", .class("fields")) {
                    Forms.hidden("seen", "\(scene.draft.version)")
                    Forms.field(
                        "scenario", "Name of the scenario", value: "\(scene.base.scenario.firm.name), changed")
                    Forms.field("file", "File", value: "", hint: "apollo-slips.yaml")
                    Forms.button("Save")
                }
            }
            HTML("p", .class("note")) {
                "The file starts from \(scene.base.file) and is opened in its place. Files that are there already are "
                    + "not overwritten."
            }
        }
        return page
    }

    private func words(_ turnover: Turnover) -> String {
        "\(turnover.bookings) bookings move or shrink, by \(Numbers.hours(turnover.hours)) h; "
            + "\(turnover.newBookings) are new. \(Numbers.hours(turnover.newHours)) h are worked where they were not."
    }
}
