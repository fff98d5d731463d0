// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum ProjectFormat {
    static let name = Field("name", .text, "The project's name.", default: "its id", example: "Apollo")
    static let client = Field(
        "client", .reference(.client, to: Client.self), "Whom it is for.", example: "northwind")
    static let stage = Field(
        "stage", .stage, "Whether it is won, lost, or proposed with a chance.", default: "won",
        example: "proposed 60%")
    static let priority = Field(
        "priority", .choice("a priority", Priority.self), "How much an unmet hour hurts.", default: "normal",
        example: "high")
    static let dates = Field(
        "dates", .dates, "When it runs.", default: "the span of its phases, else the horizon",
        example: "2026-01-12 .. 2026-04-17")
    static let deadline = Field("deadline", .date, "When it must be done.", example: "2026-04-30")
    static let calendar = Field(
        "calendar", .reference(.calendar, to: WorkCalendar.self), "Whose working days its work follows.",
        default: "of the office, else of the firm", example: "lisbon")
    static let office = Field(
        "office", .reference(.office, to: Office.self), "Where it is at home.", example: "lisbon")
    static let site = Field(
        "site", .reference(.office, to: Office.self),
        "Where its people work; whoever has another office travels there.", default: "nowhere in particular",
        example: "lisbon")
    static let budget = Field("budget", .money, "What the client has agreed to pay in all.", example: "180000")
    static let rates = Field(
        "rates", .rateCard, "Its own rate card, before the firm's.", example: "{ engineer: 150/h }")
    static let phases = Field(
        "phases", .entries("phases by their ids", .record(PhaseFormat.record)), "Its parts in time.",
        example: "{ design: { start: 2026-01-12, length: 3 weeks }, build: { after: design, length: 10 weeks } }")
    static let needs = Field(
        "needs", .entries("needs by their ids", .record(NeedFormat.record)), "The work that people are needed for.",
        example: "{ backend: { skills: { swift: 3 }, hours: 32h/week, rate: 140/h } }")
    static let record = RecordFormat(
        "a project", name, client, stage, priority, dates, deadline, calendar, office, site, budget, rates, phases,
        needs)
}

extension Form<[Node.Entry]> {
    /// Things by their ids, not yet understood.
    static func entries(_ keys: String, _ shape: Shape) -> Form {
        .map(keys, shape) { key, value, _ in Node.Entry(key: key, value: value) }
    }
}

extension Form<Stage> {
    static var stage: Form<Stage> {
        .word(.stage) { text, _ throws(Problem) in
            switch text.text {
            case "won": return .won
            case "lost": return .lost
            default:
                guard let chance = text.without(prefix: "proposed ")?.trimmed else {
                    throw text.fault(.unknownWord(text.text, of: "a stage", known: ["won", "proposed 60%", "lost"]))
                }
                let share = try chance.share()
                guard share > .zero, share < .whole else { throw chance.fault(.impossibleChance(chance.text)) }
                return .proposed(share)
            }
        }
    }
}

extension Form<RateCard> {
    static var rateCard: Form<RateCard> {
        let entries = Form<[RateCard.Entry]>.map("rates by role", Form<Dated<Rate>>.datedRate.shape) {
            role, node, reading in
            Form<Dated<Rate>>.datedRate.read(node, reading).map {
                RateCard.Entry(role: Identifier(role.text), rate: $0)
            }
        }
        return Form(shape: entries.shape) { node, reading in entries.read(node, reading).map { RateCard($0) } }
    }
}

extension Reading {
    func projects() -> [Project] {
        declarations(sections.projects, ProjectFormat.record) { id, row in
            project(Identifier(id), row)
        } at: {
            .project(Identifier($0))
        }
    }

    func project(_ id: Identifier<Project>, _ row: Row) -> Project {
        typealias Format = ProjectFormat
        var (phases, needs) = (Sections.Section(), Sections.Section())
        phases.add(row, Format.phases)
        if phases.entries.count > Limit.phases, let entry = row.entry(Format.phases) {
            report(entry.key.fault(.tooMany("phases of one project", most: Limit.phases)))
        }
        declare(.phase, phases)
        needs.add(row, Format.needs)
        needs.add(sections.tabledNeeds[id.text]?.entries ?? [], self)
        self.needs[id.text] = needs.isBroken ? nil : Declared(needs.ids)
        let project = Project(
            id: id, name: row[Format.name] ?? id.text, client: row[Format.client], stage: row[Format.stage] ?? .won,
            priority: row[Format.priority] ?? .normal, days: row[Format.dates], deadline: row[Format.deadline],
            calendar: row[Format.calendar], office: row[Format.office], site: row[Format.site],
            budget: row[Format.budget],
            phases: self.phases(Array(phases.entries.prefix(Limit.phases)), of: id),
            rates: row[Format.rates] ?? RateCard(),
            lines: lines(needs.entries, of: id))
        let start = project.days?.first ?? project.phaseDays().compactMap { $0?.first }.min()
        if let deadline = project.deadline, let start, deadline < start, let entry = row.entry(Format.deadline) {
            report(.deadlineBeforeStart(deadline: deadline, start: start), at: entry.value.place)
        }
        return project
    }
}
