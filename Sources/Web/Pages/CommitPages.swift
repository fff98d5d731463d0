// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Finance
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Outlook
internal import Planning
internal import Reports
internal import ScenarioFiles
internal import Staffing

extension Site {
    /// Who does something in the ledger, and when.
    func actor(_ visit: Visit) throws -> Ledger.Actor {
        guard let user = visit.user else { throw Refused(.unauthorized, "Log in", "Log in first.") }
        return Ledger.Actor(name: user.name, time: settings.now().formatted(.iso8601))
    }

    func addCommitting(to router: Router<Visit>) {
        action("commit", on: router, .plan) { visit, form in
            try await commit(visit, form)
            return Address("/log")
        }
        action("undo", on: router, .plan) { visit, _ in
            let (folder, actor, day) = (folder, try actor(visit), open.today())
            _ = try await ledger({ try $0.undo(today: day, by: actor) }, at: folder)
            await open.refresh()
            return Address("/log")
        }
    }

    /// Does something with the ledger, and says in words what it refuses.
    func ledger<Result: Sendable>(
        _ work: @escaping @Sendable (Ledger) throws -> Result, at folder: Folder
    ) async throws -> Result {
        guard folder.hasLedger else {
            throw Refused.wrong("There is no ledger in this folder; `muster ledger init` makes one.")
        }
        do {
            return try await Solving.files.run { try work(try Ledger.open(at: folder.ledger)) }
        } catch let error as LedgerError {
            guard error.isRefusal else { throw error }
            throw Refused(.conflict, "The ledger refuses", "\(error)")
        }
    }

    /// Whole bookings of the open scenario, ready to be committed; or why they are not.
    private func toBook(_ visit: Visit) async throws -> Result<PlanToBook, Refused> {
        let scene = try await visit.desk(self).scene()
        guard !scene.isDraft else {
            return .failure(.wrong("Save the draft first: what is committed is a scenario that stands in a file."))
        }
        guard let booked = scene.booked else {
            if case .failed(let why)? = scene.search { return .failure(.wrong("There are no whole bookings: \(why)")) }
            guard scene.search != nil else {
                return .failure(
                    .wrong(
                        "This scenario is planned by goals or within a budget, in shares; `muster commit` books those.")
                )
            }
            return .failure(.wrong("Whole bookings are still being searched; look again in a moment."))
        }
        let base = scene.base
        let known = try await ledger({ try $0.committed() }, at: folder)
        if base.scenario.plansOnLedger, known.event != base.committed?.event {
            return .failure(.wrong("Bookings have changed since the plan was made; it is being made anew."))
        }
        return .success(try await Solving.quick.run { PlanToBook(booked, of: base, on: known) })
    }

    func commitPage(_ visit: Visit) async throws -> WebPage {
        var page = WebPage("Commit", at: ["commit"], visit, live: true)
        guard let scene = try await scene(visit, &page) else { return page }
        page.add("standing", Standing.html(scene, visit, then: "/commit"))
        switch try await toBook(visit) {
        case .failure(let refused):
            page.section("wait", "Not yet") { HTML("p", text: refused.words) }
        case .success(let booking):
            page.add("alerts", AlertList.html(booking.alerts, booking.firm, visit))
            page.section("book", "Book it") { bookForm(booking, visit) }
        }
        return page
    }

    private func bookForm(_ booking: PlanToBook, _ visit: Visit) -> [HTML] {
        let (more, less) = booking.changes
        guard !(more.isDust && less.isDust) else {
            return [HTML("p", text: "All of it is booked already, from this week on.")]
        }
        return [
            HTML(
                "p", text: "It books \(Numbers.hours(more)) h more, and \(Numbers.hours(less)) h less, than is booked."),
            Forms.post(["commit"], visit) {
                Forms.hidden("digest", booking.plan.plan.digest)
                Forms.hidden("event", "\(booking.known.event)")
                for kind in booking.errors {
                    HTML("div", .class("fields")) {
                        HTML("label", .class("check")) {
                            HTML(
                                "input", .init("type", "checkbox"), .init("name", "despite"),
                                .init("value", kind.rawValue))
                            " in spite of \(kind.rawValue), because"
                        }
                        Forms.field("reason-\(kind.rawValue)", "Reason", required: false)
                    }
                }
                Forms.button("Commit")
            },
        ]
    }

    private func commit(_ visit: Visit, _ form: Form) async throws {
        let booking = try await toBook(visit).get()
        guard booking.plan.plan.digest == form["digest"], "\(booking.known.event)" == form["event"] else {
            throw Refused(
                .conflict, "Changed meanwhile",
                "The plan or the bookings have changed since the page was made; nothing is committed. Look again.")
        }
        let despite = form.all("despite")
        let unaccepted = booking.errors.filter { !despite.contains($0.rawValue) }
        guard unaccepted.isEmpty else {
            throw Refused.wrong(
                "Nothing is committed: the check found \(unaccepted.map(\.rawValue).joined(separator: ", ")). Accept each "
                    + "with a reason, or change the plan.")
        }
        let accepted = try booking.errors.map { kind in
            let reason = form["reason-\(kind.rawValue)"]
            guard !reason.isEmpty else { throw Refused.wrong("Say why \(kind.rawValue) is accepted.") }
            return CommitRecord.Accepted(kind.rawValue, reason: reason)
        }
        let actor = try actor(visit)
        try await ledger(
            { ledger in
                let plan = PlanToCommit(booking.plan.plan, booking.booklet, accepted: accepted)
                guard try ledger.commit(plan, after: booking.known, by: actor) != nil else {
                    throw Refused.wrong("All of it is booked already; nothing was written.")
                }
            }, at: folder)
        await open.refresh()
    }

    func log(_ visit: Visit) async throws -> WebPage {
        var page = WebPage("Log", at: ["log"], visit)
        let entries = try await ledger({ try $0.log(most: 100) }, at: folder)
        let commits = try await ledger({ try $0.commitEvents().map(\.number) }, at: folder)
        page.section("log", "Who did what, and when") {
            Tables.plain("Events", ["Event", "When", "Who", "What", "Note"]) {
                entries.map { entry in
                    [
                        commits.contains(entry.number)
                            ? Tables.link("\(entry.number)", ["log", "\(entry.number)"]) : .text("\(entry.number)"),
                        .text(String(entry.time.prefix(16).replacing("T", with: " "))), .text(entry.who),
                        .text("\(entry.verb) \(entry.subject)"), .text(entry.note),
                    ]
                }
            }
        }
        if visit.may(.plan), !commits.isEmpty {
            page.section("undo", "Take back") {
                HTML("p") {
                    "Takes back the latest commitment that stands, by opposite entries; what concerns weeks that are past "
                        + "stays."
                }
                Forms.post(["undo"], visit) { Forms.button("Take back the latest commitment") }
            }
        }
        return page
    }

    func event(_ number: String, _ visit: Visit) async throws -> WebPage {
        var page = WebPage("Event \(number)", at: ["log", number], visit)
        guard let event = Int(number), let record = try await ledger({ try $0.commitRecord(of: event) }, at: folder)
        else {
            throw Refused.notFound("There is no commitment of that number.")
        }
        let text = CommitReport(record).text(Style(width: 100, isColoured: false))
        page.section("record", "What it changed") { HTML("pre", .class("report"), text: text) }
        return page
    }
}
