// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum PhaseFormat {
    static let start = Field(
        "start", .start,
        "The phase begins no earlier; or the first and the last day on which it may begin, where that is to be chosen.",
        example: "2026-01-12 .. 2026-02-09")
    static let after = Field(
        "after", .dependencies(.end),
        "The phases that end before it begins, and for how long it then waits, or may overlap.",
        example: "design + 2 weeks")
    static let with = Field(
        "with", .dependencies(.start), "The phases that begin before it does, or with it, and how long it then waits.",
        example: "design + 3 weeks")
    static let length = Field(
        "length", .phaseLength,
        "How long it takes, or between what, with the likeliest between them or else their middle; or give its `end`.",
        example: "3 weeks")
    static let end = Field("end", .date, "Its last day; or give its `length`.", example: "2026-02-27")
    static let milestone = Field(
        "milestone", .milestone, "What is due at its end, and when; and what each week begun after that costs.",
        example: "Beta by 2026-04-17")
    static let tasks = Field(
        "tasks", .entries("tasks by their ids", .record(TaskFormat.record)),
        "What is to be done in it, each by one person.",
        example: "{ api: { skill: { swift: 3 }, hours: 40h }, app: { skill: { swift: 2 }, hours: 60h, after: api } }")
    static let record = RecordFormat("a phase", short: true, start, after, with, length, end, milestone, tasks)
}

enum MilestoneFormat {
    static let name = Field("name", .text, "What is due.", required: true, example: "Beta")
    static let due = Field("by", .date, "When it is due.", required: true, example: "2026-04-17")
    static let penalty = Field(
        "penalty", .weeklyMoney, "What each week begun after the date costs, times the chance of the project.",
        required: true, example: "2000/week")
    static let record = RecordFormat("a milestone", short: true, name, due, penalty)
}

extension Form<Stated> {
    static var phaseLength: Form<Stated> {
        .word(.phaseLength) { text, _ throws(Problem) in
            guard let number = text.without(suffix: " weeks") ?? text.without(suffix: " week") else {
                throw text.fault(
                    .wrongUnit(text.text, wanted: Word.phaseLength.name, example: Word.phaseLength.example))
            }
            return try number.trimmed.stated(unit: " weeks", example: "8 .. 9 .. 12") { part throws(Problem) in
                try part.whole(in: 1...Limit.weeks)
            }
        }
    }
}

extension Form<DayRange> {
    /// One day, or the first and the last of a window.
    static var start: Form<DayRange> { .word(.start) { text, _ throws(Problem) in try text.days() } }
}

extension Form<Money> {
    static var weeklyMoney: Form<Money> {
        .word(.weeklyMoney) { text, reading throws(Problem) in
            let money = try text.number(before: "/week", of: .weeklyMoney)
                .money(reading.currency, mostMinorUnits: Limit.minorUnitsPerWeek, unit: "/week")
            guard money > .zero else { throw text.fault(.outOfRange(text.text, least: "above 0", most: "any sum")) }
            return money
        }
    }
}

extension Form<Milestone> {
    /// A sentence, or keys where being late costs something.
    static var milestone: Form<Milestone> {
        let sentence = Form.milestoneSentence
        let record = Form<Milestone>.record(MilestoneFormat.record) { row in
            Milestone(
                name: row[MilestoneFormat.name, placeholder: ""],
                due: row[MilestoneFormat.due, placeholder: Day(number: 0)], penalty: row[MilestoneFormat.penalty])
        }
        return Form(shape: .either(sentence.shape, record.shape)) { node, reading in
            if case .mapping = node.content { record.read(node, reading) } else { sentence.read(node, reading) }
        }
    }

    private static var milestoneSentence: Form<Milestone> {
        .word(.milestone) { text, _ throws(Problem) in
            guard let range = text.text.ranges(of: " by ").last else {
                throw text.fault(.notASentence(text.text, of: Word.milestone.name, example: Word.milestone.example))
            }
            let name = text.part(text.text.startIndex..<range.lowerBound).trimmed
            let due = text.part(range.upperBound..<text.text.endIndex).trimmed
            return Milestone(name: name.text, due: try due.day())
        }
    }
}

extension Form<[Phase.Dependency]> {
    static func dependencies(_ edge: Phase.Dependency.Edge) -> Form<[Phase.Dependency]> {
        let one = Form<Phase.Dependency>.word(edge == .end ? .dependency : .companionship) {
            text, reading throws(Problem) in
            let overlap = edge == .end ? text.cut(at: " - ") : nil
            let (phase, lag) = overlap ?? text.cut(at: "+") ?? (text, nil)
            reading.check(.phase, phase)
            let weeks = try lag?.weeks(in: 0...Limit.weeks) ?? 0
            return Phase.Dependency(
                phase: Identifier(phase.text), lagWeeks: overlap == nil ? weeks : -weeks, edge: edge)
        }
        return Form(shape: .either(one.shape, .list(one.shape, isTall: false))) { node, reading in
            guard case .list(let nodes) = node.content else { return one.read(node, reading).map { [$0] } }
            return nodes.compactMap { one.read($0, reading) }
        }
    }
}

extension Reading {
    /// The phases of a project; their circles are looked for once all are sound.
    func phases(_ entries: [Node.Entry], of project: Identifier<Project>) -> [Phase] {
        let before = problems.count
        let phases = entries.compactMap { entry in
            record(entry.value.orEmptyMapping, PhaseFormat.record) { row in phase(entry.key, row, of: project) }
        }
        if problems.count == before { checkOrder(of: phases, in: project) }
        return phases
    }

    private func phase(_ id: Excerpt, _ row: Row, of project: Identifier<Project>) -> Phase {
        typealias Format = PhaseFormat
        places[.phase(project, Identifier(id.text))] = id.place
        let (window, after) = (row[Format.start], (row[Format.after] ?? []) + (row[Format.with] ?? []))
        let (start, latest) = (window?.first, window.flatMap { $0.first < $0.last ? $0.last : nil })
        let (length, end) = (row[Format.length], row[Format.end])
        if !row.has(Format.length), !row.has(Format.end) {
            report(.missingKey("length", of: "a phase", example: Format.length.shape.example), at: row.place)
        } else if row.has(Format.length), row.has(Format.end) {
            report(.conflictingKeys("length", "end"), at: id.place)
        }
        if !row.has(Format.start), !(row.has(Format.after) || row.has(Format.with)) || after.isEmpty {
            report(id.fault(.phaseWithoutStart(id.text)))
        }
        if let last = latest ?? start, let end, end < last, let entry = row.entry(Format.end) {
            report(.datesReversed(last, end), at: entry.value.place)
        }
        var tasks = Sections.Section()
        tasks.add(row, Format.tasks)
        return Phase(
            id: Identifier(id.text), start: start, latest: latest, after: after,
            extent: length.map { .weeks($0.planned) } ?? end.map { .until($0) } ?? .weeks(1), weeks: length?.range,
            milestone: row[Format.milestone], tasks: self.tasks(tasks.entries, of: Identifier(id.text), in: project))
    }

    /// Reports phases that wait for each other in a circle, and those that end beyond the years that are read.
    private func checkOrder(of phases: [Phase], in project: Identifier<Project>) {
        let settled = Array(zip(phases, phasesDays(phases, in: project)))
        let waiting = settled.filter { $0.1 == nil }.map(\.0)
        for circle in circles(among: waiting, { $0.id }, { $0.after.map(\.phase) }) {
            guard let place = places[.phase(project, circle[0])] else { continue }
            report(.cyclicPhases(chain: (circle + circle.prefix(1)).map(\.text)), at: place)
        }
        let all = settled + Array(zip(phases, phasesDays(phases.map(\.atLatest), in: project)))
        var reported: Set<Identifier<Phase>> = []
        for case (let phase, let days?) in all where !Limit.years.contains(days.last.date.year) {
            guard let place = places[.phase(project, phase.id)], reported.insert(phase.id).inserted else { continue }
            report(.outOfRange("\(days.last)", least: "1900-01-01", most: "2199-12-31"), at: place)
        }
        for case (let phase, let days?) in settled {
            guard let latest = phase.latest, days.first > latest, let place = places[.phase(project, phase.id)] else {
                continue
            }
            note(.windowMissed(phase.id.text, latest: latest, begins: days.first), at: place)
        }
    }

    private func phasesDays(_ phases: [Phase], in project: Identifier<Project>) -> [DayRange?] {
        Project(
            id: project, name: "", client: nil, stage: .won, priority: .normal, days: nil, deadline: nil, calendar: nil,
            office: nil, budget: nil, phases: phases, rates: RateCard(), lines: []
        ).phaseDays()
    }
}

extension Phase {
    /// With the last start of its window for its own.
    fileprivate var atLatest: Phase {
        var phase = self
        phase.start = latest ?? start
        phase.latest = nil
        return phase
    }
}
