// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum PhaseFormat {
    static let start = Field("start", .date, "The phase begins no earlier.", example: "2026-01-12")
    static let after = Field(
        "after", .dependencies, "The phases that end before it begins, and for how long it then waits.",
        example: "design + 2 weeks")
    static let length = Field(
        "length", .weeks(1...Limit.weeks), "How long it takes; or give its `end`.", example: "3 weeks")
    static let end = Field("end", .date, "Its last day; or give its `length`.", example: "2026-02-27")
    static let milestone = Field(
        "milestone", .milestone, "What is due at its end, and when.", example: "Beta by 2026-04-17")
    static let record = RecordFormat("a phase", short: true, start, after, length, end, milestone)
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
        return Phase(
            id: Identifier(id.text), start: start, after: after,
            extent: length.map { .weeks($0) } ?? end.map { .until($0) } ?? .weeks(1), milestone: row[Format.milestone])
    }

    /// Reports phases that wait for each other in a circle, and those that end beyond the years that are read.
    private func checkOrder(of phases: [Phase], in project: Identifier<Project>) {
        let settled = zip(phases, phasesDays(phases, in: project))
        var unsettled = settled.filter { $0.1 == nil }.map(\.0)
        // Whoever only waits for a circle is not part of it.
        while let outside = unsettled.first(where: { phase in
            !unsettled.contains { $0.after.contains { $0.phase == phase.id } }
        }) {
            unsettled.removeAll { $0.id == outside.id }
        }
        if let first = unsettled.first {
            var chain = [first]
            while let next = unsettled.first(where: { phase in
                chain.last?.after.contains { $0.phase == phase.id } ?? false
            }) {
                if let start = chain.firstIndex(where: { $0.id == next.id }) {
                    let circle = chain[start...].map(\.id.text) + [next.id.text]
                    if let place = places[.phase(project, next.id)] { report(.cyclicPhases(chain: circle), at: place) }
                    break
                }
                chain.append(next)
            }
        }
        for case (let phase, let days?) in settled where !Limit.years.contains(days.last.date.year) {
            if let place = places[.phase(project, phase.id)] {
                report(.outOfRange("\(days.last)", least: "1900-01-01", most: "2199-12-31"), at: place)
            }
        }
    }

    private func phasesDays(_ phases: [Phase], in project: Identifier<Project>) -> [DayRange?] {
        Project(
            id: project, name: "", client: nil, stage: .won, priority: .normal, days: nil, deadline: nil, calendar: nil,
            office: nil, budget: nil, phases: phases, rates: RateCard(), lines: []
        ).phaseDays()
    }
}
