// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

enum PinFormat {
    static let verb = Field<any Change>(
        "pin",
        Form(shape: .word(.pin)) { node, reading in
            guard let booking = reading.pin(node) else { return nil }
            return Pin(booking.person, on: booking.line, booking.amount, booking.days, booking.firmness)
        }, "A booking that is not to be moved.", example: Word.pin.example)

    static let record = RecordFormat(
        "what is unpinned", short: true, UnpinKeys.person, ChangeKeys.someProject, ChangeKeys.need)
    static let unpin = Field<any Change>(
        "unpin",
        .record(record) { row in
            Unpin(
                person: row[UnpinKeys.person], project: row[ChangeKeys.someProject], need: row[ChangeKeys.need])
        }, "Pinned bookings may be moved again.", example: "{ person: ana }")

    static let exclude = Field<any Change>(
        "exclude",
        Form(shape: .word(.exclusion)) { node, reading in
            reading.exclusion(node).map { Exclude($0.person, from: $0.target) }
        }, "Somebody must not be booked somewhere.", example: Word.exclusion.example)

    enum UnpinKeys {
        static let person = Field("person", .reference(.person, to: Person.self), "Whose bookings.", example: "ana")
    }
}

enum SubcontractFormat {
    static let pool = Field(
        "pool", .name(of: SubcontractorPool.self), "The pool, a new one or one that is there.", required: true,
        example: "freelancers")
    static let hours = Field(
        "hours", .weeklyHours, "At most, in each week.", default: "what it is", example: "40h/week")
    static let cost = Field("cost", .datedRate, "What an hour costs the firm.", default: "what it is", example: "95/h")
    static let record = RecordFormat(
        "subcontracting", short: true, pool, PoolFormat.name, PoolFormat.skills, PoolFormat.roles, hours, cost,
        PoolFormat.dates)
    static let verb = Field<any Change>(
        "subcontract",
        .record(record) { row in
            Subcontract(
                row[pool, placeholder: ""], name: row[PoolFormat.name], skills: row[PoolFormat.skills],
                roles: row[PoolFormat.roles], hoursPerWeek: row[hours], cost: row[cost], days: row[PoolFormat.dates])
        }, "A pool of subcontractors: a new one, or other terms of one.",
        example: "{ pool: freelancers, skills: { swift: 3 }, hours: 40h/week, cost: 95/h }")
}

enum HolidayFormat {
    static let calendar = Field(
        "calendar", .reference(.calendar, to: WorkCalendar.self), "Whose.", default: "all calendars", example: "lisbon")
    static let on = Field("on", .someTimeOff, "Which days.", required: true, example: "2026-06-12")
    static let record = RecordFormat("a holiday", short: true, calendar, on)
    static let verb = Field<any Change>(
        "holiday", .record(record) { row in Holiday(row[calendar], on: row[on, placeholder: []]) },
        "Days on which nobody works.", example: "{ calendar: lisbon, on: 2026-06-12 }")
}

enum SettingFormat {
    static let verb = Field<any Change>(
        "set",
        Form(shape: .paths) { node, reading in
            guard case .mapping(let entries) = node.content, !entries.isEmpty else {
                reading.report(.wrongShape(found: node.kind, wanted: "paths with values"), at: node.place)
                return nil
            }
            return Setting(entries.map { Setting.Step(path: $0.key, value: $0.value) })
        }, "Anything else, by its path in the files.", example: "{ policy.hand-over: 16h }")
}
