// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

enum HireFormat {
    static let person = Field(
        "person", .name(of: Person.self), "The new person's id.", required: true, example: "nia")
    static let like = Field(
        "like", .reference(.person, to: Person.self), "Who lends everything that is not said.", example: "ana")
    static let cost = Field(
        "cost", .datedRate, "What an hour costs the firm.", default: "of whom she is like", example: "58/h")
    static let record = RecordFormat(
        "a hire", short: true, person, PersonFormat.name, like, PersonFormat.role, PersonFormat.grade,
        PersonFormat.office, PersonFormat.travels, PersonFormat.calendar, PersonFormat.skills, PersonFormat.contract,
        cost, PersonFormat.internalTime,
        PersonFormat.target, PersonFormat.overtime, PersonFormat.knows, PersonFormat.mentors, ChangeKeys.from,
        ChangeKeys.until)
    static let verb = Field<any Change>(
        "hire",
        .record(record) { row in
            typealias Format = PersonFormat
            return Hire(
                row[person, placeholder: ""], like: row[like], name: row[Format.name], role: row[Format.role],
                grade: row[Format.grade], office: row[Format.office], travels: row[Format.travels],
                calendar: row[Format.calendar], skills: row[Format.skills],
                contract: row[Format.contract], cost: row[cost], internalTime: row[Format.internalTime],
                target: row[Format.target], overtime: row[Format.overtime], knows: row[Format.knows],
                mentors: row[Format.mentors], from: row[ChangeKeys.from], until: row[ChangeKeys.until])
        }, "Somebody new.", example: "{ person: nia, name: Nia, like: ana, from: 2026-04-13 }")
}

enum DepartsFormat {
    static let on = Field("on", .date, "The last day.", required: true, example: "2026-03-31")
    static let record = RecordFormat("a departure", short: true, ChangeKeys.person, on)
    static let verb = Field<any Change>(
        "departs",
        .record(record) { row in
            Departs(row[ChangeKeys.person, placeholder: ""], on: row[on, placeholder: Day(number: 0)])
        }, "Somebody's last day.", example: "{ person: ana, on: 2026-03-31 }")
}

enum AbsentFormat {
    static let dates = Field(
        "dates", .someTimeOff, "Which days, whole or in part.", required: true, example: "2026-02-16 .. 2026-02-20")
    static let record = RecordFormat("an absence", short: true, ChangeKeys.person, dates)
    static let verb = Field<any Change>(
        "absent",
        .record(record) { row in Absent(row[ChangeKeys.person, placeholder: ""], row[dates, placeholder: []]) },
        "Somebody is away.", example: "{ person: ana, dates: 2026-03-02 .. 2026-03-20 }")
}

enum ContractFormat {
    static let to = Field(
        "to", .contract, "The new hours: a share of the calendar's week, or a week pattern.", required: true,
        example: "60%")
    static let record = RecordFormat(
        "a change of contract", short: true, ChangeKeys.person, to, ChangeKeys.from, ChangeKeys.until)
    static let verb = Field<any Change>(
        "contract",
        .record(record) { row in
            let (hours, from) = (row[to, placeholder: .share(.whole)], row[ChangeKeys.from])
            return ContractChange(
                row[ChangeKeys.person, placeholder: ""], to: from.map { hours.counted(from: $0) } ?? hours,
                from: from, until: row[ChangeKeys.until])
        }, "Somebody works other hours, or is given a new contract.",
        example: "{ person: ana, to: 60%, from: 2026-04-01 }")
}

enum TrainFormat {
    static let skills = Field(
        "skills", .skills, "What the person can do afterwards.", required: true, example: "{ kotlin: 3 }")
    static let away = Field(
        "away", .someTimeOff, "Days that the training takes.", example: "2026-02-02 .. 2026-02-06")
    static let record = RecordFormat("a training", short: true, ChangeKeys.person, skills, away)
    static let verb = Field<any Change>(
        "train",
        .record(record) { row in
            Train(row[ChangeKeys.person, placeholder: ""], row[skills, placeholder: []], away: row[away] ?? [])
        }, "Somebody learns something.", example: "{ person: ana, skills: { kotlin: 3 }, away: 2026-02-02 }")
}

enum RaiseFormat {
    static let to = Field("to", .rate, "The new cost rate.", example: "65/h")
    static let by = Field("by", .share, "How much more.", example: "3%")
    static let record = RecordFormat("a raise", short: true, ChangeKeys.anybody, to, by, ChangeKeys.from)
    static let verb = Field<any Change>(
        "raise",
        .record(record) { row in
            guard let cost = row.rise(to, by, of: record.name) else { return nil }
            return Raise(row[ChangeKeys.anybody], cost, from: row[ChangeKeys.from])
        }, "Somebody's cost rate, or everybody's.", example: "{ person: ana, to: 65/h, from: 2026-04-01 }")
}

enum TargetFormat {
    static let person = Field(
        "person", .reference(.person, to: Person.self), "Whose target.", default: "the firm's", example: "ana")
    static let at = Field("at", .share, "The wished utilisation.", required: true, example: "75%")
    static let record = RecordFormat("a target", short: true, person, at)
    static let verb = Field<any Change>(
        "target", .record(record) { row in Target(row[person], at: row[at, placeholder: .zero]) },
        "Another wished utilisation.", example: "{ person: ana, at: 75% }")
}

enum OvertimeChangeFormat {
    static let person = Field(
        "person", .reference(.person, to: Person.self), "Whose overtime.", default: "the firm's rule", example: "ana")
    static let pay = Field(
        "at", .share, "What an hour of it costs against an ordinary one.", default: "what it costs now",
        example: "150%")
    static let record = RecordFormat(
        "a rule of overtime", short: true, person, OvertimeFormat.limit, pay)
    static let verb = Field<any Change>("overtime", form, "How much overtime there may be.", example: "none")

    /// `none` for the whole firm, or a record.
    private static var form: Form<any Change> {
        let some = Form<any Change>.record(record) { row in
            OvertimeRule(row[person], upTo: row[OvertimeFormat.limit, placeholder: .zero], at: row[pay])
        }
        return Form(shape: .either(.word(.noOvertime), some.shape)) { node, reading in
            if case .text("none") = node.content { return OvertimeRule(upTo: .zero) }
            return some.read(node, reading)
        }
    }
}

extension Contract {
    /// The same weeks, of which the first holds that day.
    fileprivate func counted(from day: Day) -> Contract {
        guard case .pattern(let pattern) = self, pattern.weeks.count > 1 else { return self }
        return .pattern(WeekPattern(weeks: pattern.weeks, anchor: day))
    }
}
