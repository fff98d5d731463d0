// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum PhaseFormat {
    static let start = Field("start", .date, "The phase begins no earlier.", example: "2026-01-12")
    static let after = Field(
        "after", .dependencies, "The phases that end before it begins, and for how long it then waits.",
        example: "design + 2 weeks")
    static let length = Field(
        "length", .phaseLength,
        "How long it takes, or between what, with the likeliest between them or else their middle; or give its `end`.",
        example: "3 weeks")
    static let end = Field("end", .date, "Its last day; or give its `length`.", example: "2026-02-27")
    static let milestone = Field(
        "milestone", .milestone, "What is due at its end, and when.", example: "Beta by 2026-04-17")
    static let tasks = Field(
        "tasks", .entries("tasks by their ids", .record(TaskFormat.record)),
        "What is to be done in it, each by one person.",
        example: "{ api: { skill: { swift: 3 }, hours: 40h }, app: { skill: { swift: 2 }, hours: 60h, after: api } }")
    static let record = RecordFormat("a phase", short: true, start, after, length, end, milestone, tasks)
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

extension Form<Milestone> {
    static var milestone: Form<Milestone> {
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
    static var dependencies: Form<[Phase.Dependency]> {
        let one = Form<Phase.Dependency>.word(.dependency) { text, reading throws(Problem) in
            let (phase, lag) = text.cut(at: "+") ?? (text, nil)
            reading.check(.phase, phase)
            return Phase.Dependency(
                phase: Identifier(phase.text), lagWeeks: try lag?.weeks(in: 0...Limit.weeks) ?? 0)
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
        let (start, after) = (row[Format.start], row[Format.after] ?? [])
        let (length, end) = (row[Format.length], row[Format.end])
        if !row.has(Format.length), !row.has(Format.end) {
            report(.missingKey("length", of: "a phase", example: Format.length.shape.example), at: row.place)
        } else if row.has(Format.length), row.has(Format.end) {
            report(.conflictingKeys("length", "end"), at: id.place)
        }
        if !row.has(Format.start), !row.has(Format.after) || after.isEmpty {
            report(id.fault(.phaseWithoutStart(id.text)))
        }
        if let start, let end, end < start, let entry = row.entry(Format.end) {
            report(.datesReversed(start, end), at: entry.value.place)
        }
        var tasks = Sections.Section()
        tasks.add(row, Format.tasks)
        return Phase(
            id: Identifier(id.text), start: start, after: after,
            extent: length.map { .weeks($0.planned) } ?? end.map { .until($0) } ?? .weeks(1), weeks: length?.range,
            milestone: row[Format.milestone], tasks: self.tasks(tasks.entries, of: Identifier(id.text), in: project))
    }

    /// Reports phases that wait for each other in a circle, and those that end beyond the years that are read.
    private func checkOrder(of phases: [Phase], in project: Identifier<Project>) {
        let settled = zip(phases, phasesDays(phases, in: project))
        let waiting = settled.filter { $0.1 == nil }.map(\.0)
        for circle in circles(among: waiting, { $0.id }, { $0.after.map(\.phase) }) {
            guard let place = places[.phase(project, circle[0])] else { continue }
            report(.cyclicPhases(chain: (circle + circle.prefix(1)).map(\.text)), at: place)
        }
        for case (let phase, let days?) in settled where !Limit.years.contains(days.last.date.year) {
            guard let place = places[.phase(project, phase.id)] else { continue }
            report(.outOfRange("\(days.last)", least: "1900-01-01", most: "2199-12-31"), at: place)
        }
    }

    private func phasesDays(_ phases: [Phase], in project: Identifier<Project>) -> [DayRange?] {
        Project(
            id: project, name: "", client: nil, stage: .won, priority: .normal, days: nil, deadline: nil, calendar: nil,
            office: nil, budget: nil, phases: phases, rates: RateCard(), lines: []
        ).phaseDays()
    }
}
