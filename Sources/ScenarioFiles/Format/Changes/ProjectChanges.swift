// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

enum MoveFormat {
    static let record = RecordFormat(
        "a move in time", short: true, ChangeKeys.project, ChangeKeys.phase, ChangeKeys.weeks)
    static let delay = Field<any Change>(
        "delay",
        .record(record) { row in
            let project = row.project
            return Delay(project, phase: row.phase(of: project), weeks: row[ChangeKeys.weeks, placeholder: 1])
        }, "A project begins and ends later; its deadline stays.", example: "{ project: apollo, by: 3 weeks }")
    static let advance = Field<any Change>(
        "advance",
        .record(record) { row in
            let project = row.project
            return Advance(project, phase: row.phase(of: project), weeks: row[ChangeKeys.weeks, placeholder: 1])
        }, "A project begins and ends earlier; its deadline stays.", example: "{ project: apollo, by: 2 weeks }")
}

enum ExtendFormat {
    static let need = Field(
        "need", .reference(.need, to: DemandLine.self), "Only this need of the project.", default: "the whole project",
        example: "backend")
    static let record = RecordFormat(
        "an extension", short: true, ChangeKeys.project, ChangeKeys.phase, need, ChangeKeys.weeks)
    static let verb = Field<any Change>(
        "extend",
        .record(record) { row in
            let (project, weeks) = (row.project, row[ChangeKeys.weeks, placeholder: 1])
            row.reading.declareNeeds(of: project)
            if let entry = row.entry(need), row.has(ChangeKeys.phase) {
                row.reading.report(entry.key.fault(.conflictingKeys(ChangeKeys.phase.name, need.name)))
            }
            let part = row[need].map { .need($0) } ?? row.phase(of: project).map { Extend.Part.phase($0) }
            return Extend(project, part, weeks: weeks)
        }, "A project, a phase or a need takes longer.", example: "{ project: apollo, phase: build, by: 2 weeks }")
}

enum ScaleFormat {
    static let skill = Field("skill", .name(of: Skill.self), "All work that asks for this skill.", example: "kotlin")
    static let by = Field("by", .share, "How much of what it is.", required: true, example: "120%")
    static let record = RecordFormat(
        "a change of demand", short: true, ChangeKeys.someProject, ChangeKeys.need, ChangeKeys.client, skill, by)
    static let verb = Field<any Change>(
        "scale",
        .record(record) { row in
            Scale(
                project: row[ChangeKeys.someProject], need: row[ChangeKeys.need], client: row[ChangeKeys.client],
                skill: row[skill], by: row[by, placeholder: .whole])
        }, "More hours, or fewer.", example: "{ project: apollo, by: 120% }")
}

enum StageFormat {
    static let at = Field("at", .share, "The chance that it is won.", required: true, example: "40%")
    static let won = RecordFormat("a win", short: true, ChangeKeys.project)
    static let lost = RecordFormat("a loss", short: true, ChangeKeys.project)
    static let proposed = RecordFormat("a chance", short: true, ChangeKeys.project, at)
    static let win = Field<any Change>(
        "win", .record(won) { row in Win(row.project) }, "A project is won for certain.", example: "{ project: apollo }"
    )
    static let lose = Field<any Change>(
        "lose", .record(lost) { row in Lose(row.project) }, "A project is lost, and its bookings go.",
        example: "{ project: apollo }")
    static let chance = Field<any Change>(
        "chance",
        .record(proposed) { row in
            let share = row[at, placeholder: .whole]
            if let entry = row.entry(at), case .text(let text) = entry.value.content,
                row[at] != nil, share == .zero || share >= .whole
            {
                row.reading.report(.impossibleChance(text), at: entry.value.place)
            }
            return Chance(row.project, at: share)
        }, "A project is proposed, and won with this chance.", example: "{ project: apollo, at: 40% }")
}

enum RerateFormat {
    static let role = Field("role", .name(of: Role.self), "What is sold.", example: "engineer")
    static let to = Field(
        "to", .priceChange, "The new price, or how much of the price so far.", required: true, example: "150/h")
    static let record = RecordFormat(
        "a change of price", short: true, ChangeKeys.someProject, ChangeKeys.need, role, to, ChangeKeys.from)
    static let verb = Field<any Change>(
        "rerate",
        .record(record) { row in
            let (project, role) = (row[ChangeKeys.someProject], row[role])
            let isForRole = project != nil && role != nil && !row.has(ChangeKeys.need)
            if !isForRole {
                _ = row.only(["need", "project", "role"], of: record.name, example: ChangeKeys.need.shape.example)
            }
            let what: Rerate.What? =
                switch (project, role, row[ChangeKeys.need]) {
                case (_, _, let need?): .need(need)
                case (let project?, let role?, nil): .roleOf(project, role)
                case (let project?, nil, nil): .project(project)
                case (nil, let role?, nil): .role(role)
                case (nil, nil, nil): nil
                }
            guard let what, let price = row[to] else { return nil }
            return Rerate(what, price, from: row[ChangeKeys.from])
        }, "What work is sold for.", example: "{ need: apollo.backend, to: 150/h }")
}

extension Form<PriceChange> {
    static var priceChange: Form<PriceChange> {
        .word(.priceChange) { text, reading throws(Problem) in
            text.text.hasSuffix("%")
                ? .share(try text.share(as: .priceChange)) : .to(try text.rate(reading.currency, as: .priceChange))
        }
    }
}

extension Row {
    /// The project of a change that needs one.
    var project: Identifier<Project> { self[ChangeKeys.project, placeholder: ""] }

    /// The phase of a change, one of that project's.
    func phase(of project: Identifier<Project>) -> Identifier<Phase>? {
        reading.declarePhases(of: project)
        return self[ChangeKeys.phase]
    }
}
