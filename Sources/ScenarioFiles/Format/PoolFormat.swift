// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum PoolFormat {
    static let name = Field("name", .text, "The pool's name.", default: "its id", example: "Freelancers")
    static let skills = Field("skills", .skills, "What they can do.", example: "{ swift: 4 }")
    static let roles = Field(
        "roles", .list(.name(of: Role.self)),
        "What they can be sold as; the first decides the rate where the work has none and no role.",
        example: "[engineer]")
    static let hours = Field(
        "hours", .weeklyHours, "At most, in each week.", required: true, example: "40h/week")
    static let cost = Field("cost", .datedRate, "What an hour costs the firm.", required: true, example: "95/h")
    static let dates = Field(
        "dates", .dates, "When they can be called in.", default: "always", example: "2026-03-01 .. 2026-06-30")
    static let record = RecordFormat("a pool of subcontractors", short: true, name, skills, roles, hours, cost, dates)
}

extension Reading {
    func pools() -> [SubcontractorPool] {
        declarations(sections.subcontractors, PoolFormat.record) { id, row in
            typealias Format = PoolFormat
            return SubcontractorPool(
                id: Identifier(id), name: row[Format.name] ?? id, skills: row[Format.skills] ?? [],
                roles: row[Format.roles] ?? [], hoursPerWeek: row[Format.hours, placeholder: .zero],
                cost: row[Format.cost, placeholder: Dated(pieces: [])], days: row[Format.dates])
        } at: {
            .pool(Identifier($0))
        }
    }
}
