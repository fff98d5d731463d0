// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

/// A step of a what-if: one verb, and what it is about.
enum ChangeFormat {
    static let verbs: [Field<any Change>] = [
        HireFormat.verb, DepartsFormat.verb, AbsentFormat.verb, ContractFormat.verb, TrainFormat.verb,
        RaiseFormat.verb, TargetFormat.verb, OvertimeChangeFormat.verb,
        MoveFormat.delay, MoveFormat.advance, ExtendFormat.verb, ScaleFormat.verb, AddFormat.verb, DropFormat.verb,
        StageFormat.win, StageFormat.lose, StageFormat.chance, RerateFormat.verb,
        PinFormat.verb, PinFormat.unpin, PinFormat.exclude,
        SubcontractFormat.verb, HolidayFormat.verb, SettingFormat.verb,
    ]
    static let record = RecordFormat("a change", fields: verbs.map(\.shape))
}

/// A change of a file, and where its verb and its keys stand.
struct ReadChange {
    let change: any Change
    let verb: Node.Entry

    /// The value of a key, else the verb itself.
    func place(of key: String?) -> SourcePlace {
        guard case .mapping(let entries) = verb.value.content,
            let entry = entries.first(where: { $0.key.text == key })
        else { return key == verb.key.text ? verb.value.place : verb.key.place }
        return entry.value.place
    }
}

extension Reading {
    /// The change that a node describes, or nil once its problems are reported.
    func change(_ node: Node) -> ReadChange? {
        record(node, ChangeFormat.record) { row in
            let verbs = ChangeFormat.verbs.filter { row.has($0) }
            guard let verb = verbs.first, let entry = row.entry(verb) else {
                if node.keys.allSatisfy(ScenarioFormat.verbs.contains) { report(.noVerb, at: row.place) }
                return nil
            }
            for other in verbs.dropFirst() {
                guard let entry = row.entry(other) else { continue }
                report(entry.key.fault(.severalVerbs(verb.name, other.name)))
            }
            return row[verb].map { ReadChange(change: $0, verb: entry) }
        }
    }
}

extension Row {
    /// The one of several keys that is there; a second one, or none at all, is reported.
    func only(_ names: [String], of record: String, example: String) -> String? {
        let there = names.filter { entry(named: $0) != nil }
        if there.isEmpty { reading.report(.missingKey(names[0], of: record, example: example), at: place) }
        for other in there.dropFirst() {
            guard let entry = entry(named: other) else { continue }
            reading.report(entry.key.fault(.conflictingKeys(there[0], other)))
        }
        return there.first
    }

    /// Reads a price from `to` and a rise in per cent from `by`.
    func rise(_ to: Field<Rate>, _ by: Field<Share>, of record: String) -> PriceChange? {
        switch only([to.name, by.name], of: record, example: to.shape.example) {
        case to.name: self[to].map { .to($0) }
        case by.name: self[by].map { .share(.whole + $0) }
        default: nil
        }
    }
}

extension Form<LineID> {
    /// A need by its full name, `apollo.backend`.
    static var need: Form<LineID> {
        .word(.need) { text, reading throws(Problem) in
            guard let (project, need) = text.cut(at: ".") else {
                throw text.fault(.notASentence(text.text, of: Word.need.name, example: Word.need.example))
            }
            reading.checkNeed(project, need)
            return LineID(Identifier(project.text), Identifier(need.text))
        }
    }
}

extension Form<[TimeOff]> {
    /// One time off, or a list of them.
    static var someTimeOff: Form<[TimeOff]> {
        let (one, all) = (Form<TimeOff>.timeOff, Form<[TimeOff]>.timesOff)
        return Form(shape: .either(one.shape, all.shape)) { node, reading in
            if case .list = node.content { all.read(node, reading) } else { one.read(node, reading).map { [$0] } }
        }
    }
}

extension Form<Contract> {
    /// The hours that are agreed on, without dates: weeks that alternate count from a day that is said elsewhere.
    static var contract: Form<Contract> {
        .word(.contract) { text, _ throws(Problem) in
            if text.words.count == 1 { return .share(try text.share(most: Limit.contractPercent, as: .contract)) }
            return .pattern(try text.weekPattern(from: WeekPattern.fullTime.anchor))
        }
    }
}

/// Keys that several verbs have.
enum ChangeKeys {
    static let person = Field(
        "person", .reference(.person, to: Person.self), "Whom it is about.", required: true, example: "ana")
    static let anybody = Field(
        "person", .reference(.person, to: Person.self), "Whom it is about.", default: "everybody", example: "ana")
    static let project = Field(
        "project", .reference(.project, to: Project.self), "The project.", required: true, example: "apollo")
    static let someProject = Field(
        "project", .reference(.project, to: Project.self), "The project.", example: "apollo")
    static let phase = Field(
        "phase", .reference(.phase, to: Phase.self), "Only this phase of the project.", default: "the whole project",
        example: "build")
    static let need = Field("need", .need, "The need.", example: "apollo.backend")
    static let client = Field(
        "client", .reference(.client, to: Client.self), "All projects of this client.", example: "northwind")
    static let weeks = Field(
        "by", .weeks(1...Limit.weeks), "How many weeks.", required: true, example: "3 weeks")
    static let from = Field("from", .date, "The first day.", default: "always", example: "2026-04-13")
    static let until = Field("until", .date, "The last day.", default: "for ever", example: "2026-06-30")
}
