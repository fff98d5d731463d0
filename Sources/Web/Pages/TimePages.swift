// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Finance
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Reports
internal import ScenarioFiles
internal import Staffing

extension Site {
    func addTime(to router: Router<Visit>) {
        action("time/add", on: router, .enterTime) { visit, form in
            try await enter(visit, form)
            return Address("/time")
        }
        action("time/submit", on: router, .enterTime) { visit, form in
            let filter = try await chosen(form, visit, own: true)
            let actor = try actor(visit)
            _ = try await ledger(
                { try $0.move(.time, filter, from: [.draft, .rejected], to: .submitted, by: actor) }, at: folder)
            return Address("/time")
        }
        action("time/delete", on: router, .enterTime) { visit, form in
            let (filter, actor) = (try await chosen(form, visit, own: true), try actor(visit))
            try await ledger({ try $0.delete(.time, filter.numbers, by: actor) }, at: folder)
            return Address("/time")
        }
        action("time/review", on: router, .approveTime) { visit, form in
            let isApproved = form["as"] == "approved"
            let reason = form["reason"]
            if !isApproved, reason.isEmpty { throw Refused.wrong("Say why it is sent back.") }
            let (filter, actor) = (try await chosen(form, visit, own: false), try actor(visit))
            _ = try await ledger(
                {
                    try $0.move(
                        .time, filter, from: [.submitted], to: isApproved ? .approved : .rejected,
                        note: isApproved ? "" : reason, by: actor)
                }, at: folder)
            return Address("/time")
        }
    }

    /// The entries that a form names; of a member, own ones alone.
    private func chosen(_ form: Form, _ visit: Visit, own: Bool) async throws -> EntryFilter {
        var filter = EntryFilter()
        filter.numbers = form.all("entry").compactMap { Int($0) }
        guard !filter.numbers.isEmpty else { throw Refused.wrong("Choose at least one entry.") }
        if own, visit.user?.role == .member {
            let mine = Set(try await entries(visit).map(\.number.value))
            guard filter.numbers.allSatisfy(mine.contains) else {
                throw Refused(.forbidden, "Not yours", "One of these entries is somebody else's.")
            }
        }
        return filter
    }

    /// What the visitor may see: own entries, or all of them for those who approve.
    private func entries(_ visit: Visit) async throws -> [TimeEntry] {
        var filter = EntryFilter()
        filter.first = open.today() - 62
        if visit.user?.role == .member {
            guard let person = visit.user?.person else { return [] }
            filter.person = Identifier(person)
        }
        let asked = filter
        return try await ledger({ try $0.time(asked) }, at: folder)
    }

    private func enter(_ visit: Visit, _ form: Form) async throws {
        let firm = try await open.base(await desks.local.draft.base).scenario.firm
        let who = visit.user?.role == .member ? visit.user?.person ?? "" : form["person"]
        guard let person = firm.people.first(where: { $0.id.text == who }) else {
            throw Refused.wrong("There is nobody called \(who).")
        }
        guard let (project, line) = firm.work(form["work"]) else {
            throw Refused.wrong("There is no project or need \(form["work"]).")
        }
        guard let day = Day(form["day"]) else { throw Refused.wrong("`\(form["day"])` is no day.") }
        guard let hours = Hours(written: form["hours"]) else {
            throw Refused.wrong("`\(form["hours"])` are no hours: write 7.5 or 7:30, a day at most.")
        }
        let entry = TimeEntry(
            number: EntryNumber(0), person: person.id, project: project, line: line, day: day, month: nil, hours: hours,
            billable: form["free"] != "yes", note: form["note"].printable,
            state: form["draft"] == "yes" ? .draft : .submitted)
        let actor = try actor(visit)
        _ = try await ledger({ try $0.add([(entry, nil)], by: actor) }, at: folder)
    }

    func time(_ visit: Visit, _ query: Form) async throws -> WebPage {
        var page = WebPage("Time", at: ["time"], visit)
        guard folder.hasLedger else {
            page.section("none", "No ledger") {
                HTML("p", text: "Time is kept in a ledger; `muster ledger init` makes one.")
            }
            return page
        }
        let firm = try await open.base(await desks.local.draft.base).scenario.firm
        let all = try await entries(visit)
        page.add("enter", entryForm(firm, visit))
        let waiting = all.filter { $0.state == .submitted }
        if visit.may(.approveTime) {
            page.section("approve", "To be approved") {
                entryList(waiting, firm, visit, ["time", "review"], "Approve", canRefuse: true)
            }
        }
        let mine = all.filter { $0.state == .draft || $0.state == .rejected }
        page.section("drafts", "Not submitted yet") {
            entryList(mine, firm, visit, ["time", "submit"], "Submit", canRefuse: false)
        }
        page.section("recent", "The last two months") {
            Site.table(Array(all.reversed().prefix(200)), firm, boxes: false)
        }
        return page
    }

    private func entryForm(_ firm: Firm, _ visit: Visit) -> HTML {
        HTML("section", .id("enter")) {
            HTML("h2", text: "Enter time")
            Forms.post(["time", "add"], visit) {
                HTML("div", .class("fields")) {
                    if visit.user?.role != .member {
                        Forms.select("person", "Who", firm.people.map { ($0.id.text, $0.name) })
                    }
                    Forms.select("work", "On", firm.works)
                    Forms.field("day", "Day", type: "date", value: "\(open.today())")
                    Forms.field("hours", "Hours", hint: "7:30")
                    Forms.field("note", "What was done", required: false)
                    HTML("label", .class("check")) {
                        HTML("input", .init("type", "checkbox"), .init("name", "free"), .init("value", "yes"))
                        " not billable"
                    }
                    HTML("label", .class("check")) {
                        HTML("input", .init("type", "checkbox"), .init("name", "draft"), .init("value", "yes"))
                        " submit it later"
                    }
                    Forms.button("Enter")
                }
            }
        }
    }

    private func entryList(
        _ entries: [TimeEntry], _ firm: Firm, _ visit: Visit, _ path: [String], _ words: String,
        canRefuse: Bool
    ) -> [HTML] {
        guard !entries.isEmpty else { return [HTML("p", .class("quiet"), text: "Nothing.")] }
        return [
            Forms.post(path, visit) {
                Site.table(entries, firm, boxes: true)
                HTML("div", .class("fields")) {
                    Forms.button(words, name: "as", value: "approved")
                    if canRefuse {
                        Forms.field("reason", "or send it back, because", required: false)
                        Forms.button("Send back", name: "as", value: "rejected")
                    }
                }
            }
        ]
    }

    private static func table(_ entries: [TimeEntry], _ firm: Firm, boxes: Bool) -> HTML {
        Tables.plain("Entries", ["Entry", "Day", "Who", "On", "Hours", "Note", "State"], numbers: [4]) {
            entries.map { entry in
                let work = entry.project.text + (entry.line.map { ".\($0)" } ?? "")
                return [
                    boxes
                        ? HTML("label", .class("check")) {
                            HTML(
                                "input", .init("type", "checkbox"), .init("name", "entry"),
                                .init("value", entry.number.value))
                            " \(entry.number.value)"
                        } : .text("\(entry.number.value)"),
                    .text("\(entry.day)"),
                    .text(firm.people.first { $0.id == entry.person }?.name ?? entry.person.text),
                    .text(work), .text(Numbers.clock(entry.hours)), .text(entry.note),
                    .text(entry.state.rawValue + (entry.billable ? "" : ", not billable")),
                ]
            }
        }
    }
}

extension Firm {
    /// A line by its full name, or a project.
    fileprivate func work(_ text: String) -> (Identifier<Project>, Identifier<DemandLine>?)? {
        for project in projects {
            if project.id.text == text { return (project.id, nil) }
            for line in project.lines where "\(project.id).\(line.id)" == text { return (project.id, line.id) }
        }
        return nil
    }

    /// Projects that are won, and their needs.
    fileprivate var works: [(value: String, words: String)] {
        projects.filter { $0.stage == .won }.flatMap { project in
            [(value: project.id.text, words: project.name)]
                + project.lines.map { (value: "\(project.id).\($0.id)", words: "\(project.name): \($0.name)") }
        }
    }
}

extension Hours {
    /// `7.5` or `7:30`: above zero, a day at most, whole minutes.
    init?(written text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let minutes: Int
        if parts.count == 2, parts[1].utf8.count == 2, let hours = Int(parts[0]), let rest = Int(parts[1]),
            (0...24).contains(hours), (0..<60).contains(rest)
        {
            minutes = hours * 60 + rest
        } else if let value = Double(text.replacing(",", with: ".")), value.isFinite, (0...24).contains(value) {
            minutes = Int((value * 60).rounded())
        } else {
            return nil
        }
        guard (1...1440).contains(minutes) else { return nil }
        self.init(seconds: minutes * 60)
    }
}
