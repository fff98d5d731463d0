// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum PersonFormat {
    static let name = Field("name", .text, "The person's name.", default: "the id", example: "Ana Duarte")
    static let role = Field(
        "role", .name(of: Role.self), "What the person is sold as.", example: "engineer")
    static let grade = Field(
        "grade", .name(of: Grade.self), "How senior the person is; the `mix` of needs asks for it.", example: "senior")
    static let office = Field(
        "office", .reference(.office, to: Office.self), "Where the person works.", example: "lisbon")
    static let travels = Field(
        "travels", .yesOrNo, "Whether they may be sent to the site of a project away from their office.",
        default: "yes", example: "no")
    static let calendar = Field(
        "calendar", .reference(.calendar, to: WorkCalendar.self), "When the person works.",
        default: "of the office, else of the firm", example: "lisbon")
    static let skills = Field(
        "skills", .skills, "What the person can do, from 1 (beginner) to 5 (expert).", example: "{ swift: 4, sql: 3 }")
    static let contract = Field(
        "contract", .datedContract,
        "The hours agreed on: a share of the calendar's week, or a week of the person's own; with dates where it changes.",
        default: "100%", example: "80%")
    static let cost = Field(
        "cost", .datedRate, "What an hour costs the firm; with dates where it changes.", required: true,
        example: "62/h")
    static let leave = Field(
        "leave", .timesOff, "Days away.", example: "[2026-02-16 .. 2026-02-20, 2026-03-05 2h]")
    static let internalTime = Field(
        "internal", .internalTime, "Time that cannot be planned on projects.", default: "the policy's", example: "10%")
    static let target = Field("target", .share, "The wished utilisation.", default: "the policy's", example: "80%")
    static let overtime = Field(
        "overtime", .overtime, "Work beyond the contract.", default: "the policy's", example: "{ up to: 10%, at: 150% }"
    )
    static let knows = Field(
        "knows", .list(.reference(.client, to: Client.self)), "Clients that the person has worked for.",
        example: "[northwind]")
    static let wishes = Field(
        "wishes", .list(.reference(.project, to: Project.self)), "Projects that the person would like.",
        example: "[apollo]")
    static let mentors = Field(
        "mentors", .list(.reference(.person, to: Person.self)),
        "The person works for a project only in weeks in which one of these does, in bookable plans.",
        example: "[ana]")
    static let record = RecordFormat(
        "a person", name, role, grade, office, travels, calendar, skills, contract, cost, leave, internalTime, target,
        overtime, knows, wishes, mentors)
}

extension Reading {
    func people() -> [Person] {
        declarations(sections.people, PersonFormat.record) { id, row in
            typealias Format = PersonFormat
            return Person(
                id: Identifier(id), name: row[Format.name] ?? id, role: row[Format.role], grade: row[Format.grade],
                office: row[Format.office], calendar: row[Format.calendar], skills: row[Format.skills] ?? [],
                contract: row[Format.contract] ?? Dated(always: .share(.whole)),
                cost: row[Format.cost, placeholder: Dated(pieces: [])],
                leave: row[Format.leave] ?? [], internalTime: row[Format.internalTime],
                target: row[Format.target], overtime: row[Format.overtime], knows: row[Format.knows] ?? [],
                wishes: row[Format.wishes] ?? [], mentors: row[Format.mentors] ?? [],
                travels: row[Format.travels] ?? true)
        } at: {
            .person(Identifier($0))
        }
    }
}
