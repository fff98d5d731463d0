// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// A made-up firm as a scenario file, section by section.
struct FirmText {
    private(set) var text = ""

    init(_ firm: Firm) {
        head(firm)
        section("calendars", firm.calendars, calendar)
        section("offices", firm.offices) { office in
            let calendar = office.calendar.map { ", calendar: \($0)" } ?? ""
            return ["  \(office.id): { name: \(office.name)\(calendar) }"]
        }
        section("clients", firm.clients) { ["  \($0.id): { name: \($0.name) }"] }
        section("people", firm.people, person)
        section("rates", firm.rates.entries) { ["  \($0.role): \($0.rate.written(\.written))"] }
        section("projects", firm.projects, project)
        section("bookings", firm.bookings) {
            ["  - \($0.person) on \($0.line), \($0.amount.written), \($0.days)\(firmness($0))"]
        }
        section("together", firm.together) { ["  - \(list($0.map(\.text)))"] }
        section("subcontractors", firm.subcontractors, pool)
        policy(firm.policy)
    }

    private mutating func head(_ firm: Firm) {
        text += """
            muster: 1
            scenario: \(firm.name)
            horizon: \(firm.horizon.days)
            currency: \(firm.currency.code)

            """
        if let calendar = firm.calendar { text += "calendar: \(calendar)\n" }
    }

    private mutating func section<Entry>(_ key: String, _ entries: [Entry], _ lines: (Entry) -> [String]) {
        guard !entries.isEmpty else { return }
        text += "\n\(key):\n"
        for entry in entries {
            for line in lines(entry) { text += line + "\n" }
        }
    }

    private mutating func policy(_ policy: Policy) {
        text += "\npolicy:\n"
        if let overtime = policy.overtime {
            text += "  overtime: { up to: \(overtime.limit.written), at: \(overtime.pay.written) }\n"
        }
        if case .share(let share)? = policy.internalTime { text += "  internal: \(share.written)\n" }
        if let target = policy.target { text += "  target: \(target.written)\n" }
        let counts = [("at once", policy.bookable.atOnce), ("sites", policy.bookable.sites)]
        let rules = counts.compactMap { key, count in count.map { "\(key): \($0)" } }
        if !rules.isEmpty { text += "  bookable: { \(rules.joined(separator: ", ")) }\n" }
    }
}

private func calendar(_ calendar: WorkCalendar) -> [String] {
    ["  \(calendar.id):", "    week: \(calendar.pattern.written)"]
        + (calendar.holidays.isEmpty ? [] : ["    holidays:"] + calendar.holidays.map { "      - \($0.written)" })
}

private func person(_ person: Person) -> [String] {
    var lines = ["  \(person.id):", "    name: \(person.name)"]
    if let role = person.role { lines.append("    role: \(role)") }
    if let grade = person.grade { lines.append("    grade: \(grade)") }
    if let office = person.office { lines.append("    office: \(office)") }
    if !person.travels { lines.append("    travels: no") }
    lines.append("    skills: \(written(person.skills))")
    if person.contract != Dated(always: .share(.whole)) {
        lines.append("    contract: \(person.contract.written(\.written))")
    }
    lines.append("    cost: \(person.cost.written(\.written))")
    if person.leave.count > 3 {
        lines.append("    leave:")
        lines += person.leave.map { "      - \($0.written)" }
    } else if !person.leave.isEmpty {
        lines.append("    leave: \(list(person.leave.map(\.written)))")
    }
    if !person.knows.isEmpty { lines.append("    knows: \(list(person.knows.map(\.text)))") }
    if !person.wishes.isEmpty { lines.append("    wishes: \(list(person.wishes.map(\.text)))") }
    if !person.mentors.isEmpty { lines.append("    mentors: \(list(person.mentors.map(\.text)))") }
    return lines
}

private func project(_ project: Project) -> [String] {
    var lines = ["  \(project.id):", "    name: \(project.name)"]
    if let client = project.client { lines.append("    client: \(client)") }
    if case .proposed(let chance) = project.stage { lines.append("    stage: proposed \(chance.written)") }
    if project.priority != .normal { lines.append("    priority: \(project.priority.rawValue)") }
    if let days = project.days { lines.append("    dates: \(days)") }
    if let deadline = project.deadline { lines.append("    deadline: \(deadline)") }
    if let office = project.office { lines.append("    office: \(office)") }
    if let site = project.site { lines.append("    site: \(site)") }
    if !project.phases.isEmpty { lines.append("    phases:") }
    lines += project.phases.map(phase)
    lines.append("    needs:")
    return lines + project.lines.map(need)
}

private func phase(_ phase: Phase) -> String {
    var parts: [String] = []
    if let start = phase.start { parts.append("start: \(start)") }
    parts += phase.after.map { "after: \($0.phase)" }
    switch phase.extent {
    case .weeks(let weeks): parts.append("length: \(weeks) weeks")
    case .until(let last): parts.append("end: \(last)")
    }
    if let milestone = phase.milestone { parts.append("milestone: \(milestone.name) by \(milestone.due)") }
    return "      \(phase.id): { \(parts.joined(separator: ", ")) }"
}

private func need(_ line: DemandLine) -> String {
    var parts: [String] = []
    if let phase = line.phase { parts.append("phase: \(phase)") }
    if !line.skills.isEmpty { parts.append("skills: \(written(line.skills))") }
    if !line.preferred.isEmpty { parts.append("prefer: \(written(line.preferred))") }
    if let role = line.role { parts.append("role: \(role)") }
    if let office = line.office { parts.append("office: \(office)") }
    parts.append("hours: \(line.amount.written)")
    if line.spread != .steady { parts.append("spread: \(line.spread.rawValue)") }
    if let team = line.team {
        parts.append("team: \(team.written)")
    } else if line.seats > 1 {
        parts.append("team: \(line.seats)")
    }
    if !line.mix.isEmpty {
        parts.append("mix: { \(line.mix.map { "\($0.grade): \($0.written)" }.joined(separator: ", ")) }")
    }
    if !line.billable {
        parts.append("rate: none")
    } else if let rate = line.rate {
        parts.append("rate: \(rate.written(\.written))")
    }
    if let priority = line.priority { parts.append("priority: \(priority.rawValue)") }
    return "      \(line.id): { \(parts.joined(separator: ", ")) }"
}

private func firmness(_ booking: Booking) -> String {
    booking.firmness == .confirmed ? "" : ", \(booking.firmness.rawValue)"
}

private func pool(_ pool: SubcontractorPool) -> [String] {
    [
        "  \(pool.id):", "    name: \(pool.name)", "    skills: \(written(pool.skills))",
        "    roles: \(list(pool.roles.map(\.text)))", "    hours: \(pool.hoursPerWeek.written)/week",
        "    cost: \(pool.cost.written(\.written))",
    ]
}
