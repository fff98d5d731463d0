// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Explanation
internal import Finance
internal import Hummingbird
internal import Ledger
internal import Matching
internal import Pages
internal import Planning
internal import Reports
internal import ScenarioFiles
internal import Staffing
internal import Verification

extension Site {
    func addClients(to router: Router<Visit>) {
        router.get("client/:token") { request, visit in
            let token = visit.parameters.get("token") ?? ""
            guard let client = links.client(token) else { throw Refused.notFound("There is no such page.") }
            return try await status(of: client, visit).response()
        }
        router.post("links/make") { request, visit in
            try visit.demand(.plan)
            let form = try await Form.read(request)
            try demandToken(form, visit)
            return try await madeLink(form["client"], visit).response()
        }
        action("links/withdraw", on: router, .plan) { visit, form in
            try links.withdraw(form["client"])
            return Address("/projects")
        }
    }

    /// Shows a new link, once.
    private func madeLink(_ client: String, _ visit: Visit) async throws -> WebPage {
        let firm = try await open.base(await visit.desk(self).draft.base).scenario.firm
        guard let known = firm.clients.first(where: { $0.id.text == client }) else {
            throw Refused.notFound("There is no client \(client).")
        }
        let secret = try links.make(for: client, on: "\(open.today())")
        var page = WebPage("A status page for \(known.name)", at: ["projects"], visit)
        page.section("link", "The link") {
            HTML("p") { HTML("a", .href(.path(["client", secret.text])), text: "/client/\(secret.text)") }
            HTML("p") {
                "Whoever has it sees the state of \(known.name)'s projects, and nothing else, without a password. It is "
                    + "shown this once; the file \(ClientLinks.file) holds only what it is recognised by."
            }
            Forms.post(["links", "withdraw"], visit) {
                Forms.hidden("client", client)
                Forms.button("Withdraw all links of \(known.name)")
            }
        }
        return page
    }

    func ownStatus(_ visit: Visit) async throws -> WebPage {
        guard let client = visit.user?.client else { throw Refused.notFound("There is no client of yours.") }
        return try await status(of: client, visit)
    }

    /// What a client may see: own projects with their dates, milestones and progress. No people, no hours, no money, and
    /// nothing of a draft.
    private func status(of client: String, _ visit: Visit) async throws -> WebPage {
        let base = try await open.base(await desks.local.draft.base)
        let firm = base.shares.situation.firm
        guard let known = firm.clients.first(where: { $0.id.text == client }) else {
            throw Refused.notFound("There is no such page.")
        }
        var page = WebPage("\(known.name): status", at: ["status"], visit)
        let (scenario, day) = (base.scenario, base.today)
        if folder.hasLedger {
            let own = try await ledger(
                { ledger in
                    let controlling = Controlling(
                        try ledger.accounts(of: scenario.firm, scenario.books), today: day)
                    return try Site.asking { () throws(MissingRate) in try ClientPage(of: known, controlling).page }
                }, at: folder)
            for section in own.sections { page.add(section) }
        } else {
            for (index, project) in firm.projects.enumerated()
            where project.client == known.id && project.stage == .won {
                page.add("project-\(index + 1)", Site.dates(of: index, in: firm))
            }
        }
        return page
    }

    private static func dates(of index: Int, in firm: Firm) -> HTML {
        let (project, timeline) = (firm.projects[index], Explanation.Timeline(of: index, in: firm))
        return HTML("section", .id("project-\(index + 1)")) {
            HTML("h2", text: project.name)
            HTML("p") {
                "Work ends on \(timeline.ends)"
                project.deadline.map { "; agreed: \($0)" + (timeline.isLate ? ", which is late" : "") } ?? ""
            }
            Tables.plain("Phases of \(project.name)", ["Phase", "From", "Through", "Milestone", "Agreed"]) {
                timeline.phases.map { phase in
                    [
                        .text(phase.id?.text ?? "all of it"), .text("\(phase.days.first)"),
                        .text("\(phase.ends)"), .text(phase.milestone?.name ?? ""),
                        .text(phase.milestone.map { "\($0.due)" + (phase.late == nil ? "" : ", late") } ?? ""),
                    ]
                }
            }
        }
    }
}
