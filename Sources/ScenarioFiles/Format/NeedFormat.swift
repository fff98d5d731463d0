// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum NeedFormat {
    static let name = Field("name", .text, "What the work is.", default: "its id", example: "Backend")
    static let phase = Field(
        "phase", .reference(.phase, to: Phase.self), "The phase through which it runs.", example: "build")
    static let dates = Field(
        "dates", .dates, "When it runs.", default: "the phase's, else the project's",
        example: "2026-02-02 .. 2026-04-10")
    static let skills = Field(
        "skills", .skills, "What everyone on it must be able to do.", example: "{ swift: 3 }")
    static let prefer = Field("prefer", .skills, "What they had better be able to do.", example: "{ sql: 2 }")
    static let role = Field(
        "role", .name(of: Role.self), "What the work is sold as.", default: "the role of whoever does it",
        example: "engineer")
    static let office = Field(
        "office", .reference(.office, to: Office.self), "Where it must be done.", example: "lisbon")
    static let hours = Field(
        "hours", .demand,
        "How much work: a week, in total, in full-time people, or week by week. The first three may be a range, with the "
            + "likeliest between its ends, or else their middle.", required: true, example: "32h/week")
    static let spread = Field(
        "spread", .choice("a spread", DemandLine.Spread.self), "How freely the work may be handed around.",
        default: "steady", example: "weekly")
    static let team = Field(
        "team", .team,
        "So many equal seats, of which one person holds at most one; a single one where the spread is `anytime`. "
            + "Or, of steady work, from how many people to how many.", default: "one seat, for any number of people",
        example: "2 .. 4")
    static let mix = Field(
        "mix", .mix, "Who has to be among the people on steady work, by grade, in bookable plans.",
        example: "{ senior: at least 1, junior: at most 40% }")
    static let rate = Field(
        "rate", .lineRate, "What an hour is sold for, or `none` for work that is not billed.",
        default: "the rate of its role", example: "140/h")
    static let priority = Field(
        "priority", .choice("a priority", Priority.self), "How much an unmet hour hurts.", default: "the project's",
        example: "high")
    static let record = RecordFormat(
        "a need", short: true, name, phase, dates, skills, prefer, role, office, hours, spread, team, mix, rate,
        priority)
}

/// How much work there is, and between what it may turn out to be.
struct StatedAmount {
    let amount: DemandLine.Amount
    var range: DemandLine.AmountRange?

    fileprivate init(_ amount: DemandLine.Amount) {
        self.amount = amount
    }

    fileprivate init(_ stated: Stated, _ amount: (Int) -> DemandLine.Amount) {
        self.amount = amount(stated.planned)
        range = stated.range.map { .init(least: amount($0.lowerBound), most: amount($0.upperBound)) }
    }
}

extension Form<StatedAmount> {
    static var demand: Form<StatedAmount> {
        let one = Form.word(.demand) { text, _ throws(Problem) in
            if let number = text.without(suffix: " fte") {
                return StatedAmount(
                    try number.trimmed.stated(unit: " fte") { part throws(Problem) in
                        try part.exact(
                            scale: 1_000_000, most: Limit.fullTimePeople, unit: " fte",
                            smallest: "a millionth of a person")
                    }
                ) { .fullTimeEquivalents(Share(millionths: $0)) }
            }
            if let number = text.without(suffix: "h total") {
                return StatedAmount(try number.trimmed.statedHours(most: Limit.totalHours, unit: "h total")) {
                    .total(Hours(seconds: $0))
                }
            }
            let number = try text.number(before: "h/week", of: .demand)
            return StatedAmount(try number.statedHours(most: Limit.weeklyHours, unit: "h/week")) {
                .perWeek(Hours(seconds: $0))
            }
        }
        let week = Form<Hours>.hours
        return Form(shape: .either(one.shape, .list(week.shape, isTall: false))) { node, reading in
            guard case .list(let nodes) = node.content else { return one.read(node, reading) }
            guard nodes.count <= Limit.weeks else {
                reading.report(.tooMany("weeks", most: Limit.weeks), at: node.place)
                return nil
            }
            let hours = nodes.compactMap { week.read($0, reading) }
            if hours.reduce(.zero, +) > Hours(Limit.totalHours) {
                reading.report(.outOfRange("the sum", least: "0h", most: "\(Limit.totalHours)h"), at: node.place)
            }
            return StatedAmount(.byWeek(hours))
        }
    }
}

/// What a line's work is sold for.
enum LineRate {
    case rate(Dated<Rate>)
    case notBilled
}

extension Form<LineRate> {
    static var lineRate: Form<LineRate> {
        let some = Form<Dated<Rate>>.datedRate
        return Form(shape: .either(.word(.noRate), some.shape)) { node, reading in
            if case .text("none") = node.content { return .notBilled }
            return some.read(node, reading).map { .rate($0) }
        }
    }
}

extension Reading {
    func lines(_ entries: [Node.Entry], of project: Identifier<Project>) -> [DemandLine] {
        let room = Limit.lines - lineCount
        if room >= 0, entries.count > room { report(entries[room].key.fault(.tooMany("needs", most: Limit.lines))) }
        lineCount += entries.count
        return entries.compactMap { entry in
            let id = Identifier<DemandLine>(entry.key.text)
            places[.line(LineID(project, id))] = entry.key.place
            return record(entry.value.orEmptyMapping, NeedFormat.record) { line(id, $0) }
        }
    }

    func line(_ id: Identifier<DemandLine>, _ row: Row) -> DemandLine {
        typealias Format = NeedFormat
        var (rate, billable): (Dated<Rate>?, Bool) = (nil, true)
        switch row[Format.rate] {
        case .rate(let own): rate = own
        case .notBilled: billable = false
        case nil: break
        }
        let spread = row[Format.spread] ?? .steady
        let (team, mix) = (row[Format.team], row[Format.mix] ?? [])
        checkTeam(team, mix, spread, row)
        let stated = row[Format.hours, placeholder: StatedAmount(.total(.zero))]
        return DemandLine(
            id: id, name: row[Format.name] ?? id.text, phase: row[Format.phase], days: row[Format.dates],
            skills: row[Format.skills] ?? [], preferred: row[Format.prefer] ?? [], role: row[Format.role],
            office: row[Format.office], amount: stated.amount, range: stated.range, spread: spread,
            seats: team?.seats ?? 1, team: team?.team, mix: mix, rate: rate, billable: billable,
            priority: row[Format.priority])
    }
}
