// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum TaskFormat {
    static let name = Field("name", .text, "What the task is.", default: "its id", example: "Interface")
    static let skill = Field(
        "skill", .oneSkill, "What whoever does it must be able to do: one skill, and its level.", required: true,
        example: "{ swift: 3 }")
    static let hours = Field(
        "hours", .taskHours, "How much work it is for the one person who does it.", required: true, example: "40h")
    static let owner = Field(
        "owner", .reference(.person, to: Person.self), "Who does it.", default: "whoever is best", example: "ana")
    static let after = Field(
        "after", .taskDependencies,
        "The tasks of the same phase that end before it begins, and for how many days of the calendar it then waits.",
        example: "api + 2 days")
    static let start = Field(
        "start", .date, "It begins no earlier.", default: "when its phase begins", example: "2026-02-09")
    static let due = Field(
        "due", .date, "Late if it ends after that day.", default: "the last day of its phase", example: "2026-03-06")
    static let record = RecordFormat("a task", short: true, name, skill, hours, owner, after, start, due)
}

extension Form<SkillLevel> {
    /// Skills with levels, of which there is one.
    static var oneSkill: Form<SkillLevel> {
        let skills = Form<[SkillLevel]>.skills
        return Form(shape: skills.shape) { node, reading in
            guard let read = skills.read(node, reading) else { return nil }
            if node.entries.count != 1 { reading.report(.notOneSkill(node.entries.count), at: node.place) }
            return read.first
        }
    }
}

extension Form<Hours> {
    /// More than nothing.
    static var taskHours: Form<Hours> {
        .word(.hours) { text, _ throws(Problem) in
            let hours = try text.hours(most: Limit.weeklyHours)
            guard hours > .zero else {
                throw text.fault(.outOfRange(text.text, least: "0.0025h", most: "\(Limit.weeklyHours)h"))
            }
            return hours
        }
    }
}

extension Form<[ProjectTask.Dependency]> {
    static var taskDependencies: Form<[ProjectTask.Dependency]> {
        let one = Form<ProjectTask.Dependency>.word(.taskDependency) { text, reading throws(Problem) in
            let (task, lag) = text.cut(at: "+") ?? (text, nil)
            reading.check(.task, task)
            return ProjectTask.Dependency(task: Identifier(task.text), lagDays: try lag?.days() ?? 0)
        }
        return Form(shape: .either(one.shape, .list(one.shape, isTall: false))) { node, reading in
            guard case .list(let nodes) = node.content else { return one.read(node, reading).map { [$0] } }
            return nodes.compactMap { one.read($0, reading) }
        }
    }
}

extension Excerpt {
    /// `3 days`
    fileprivate func days() throws(Problem) -> Int {
        guard let number = without(suffix: " days") ?? without(suffix: " day") else {
            throw fault(.wrongUnit(text, wanted: "a number of days", example: "2 days"))
        }
        return try number.trimmed.whole(in: 0...Limit.lagDays)
    }
}

extension Reading {
    /// The tasks of a phase; their circles are looked for once all are sound.
    func tasks(_ entries: [Node.Entry], of phase: Identifier<Phase>, in project: Identifier<Project>) -> [ProjectTask] {
        let before = problems.count
        if entries.count > Limit.tasks {
            report(entries[Limit.tasks].key.fault(.tooMany("tasks of one phase", most: Limit.tasks)))
        }
        declare(.task, entries.map(\.key.text))
        let tasks = entries.prefix(Limit.tasks).compactMap { entry in
            let id = Identifier<ProjectTask>(entry.key.text)
            places[.task(TaskID(project, phase, id))] = entry.key.place
            return record(entry.value.orEmptyMapping, TaskFormat.record) { task(id, $0) }
        }
        guard problems.count == before else { return tasks }
        for circle in circles(among: tasks, { $0.id }, { $0.after.map(\.task) }) {
            guard let place = places[.task(TaskID(project, phase, circle[0]))] else { continue }
            report(.cyclicTasks(chain: (circle + circle.prefix(1)).map(\.text)), at: place)
        }
        return tasks
    }

    private func task(_ id: Identifier<ProjectTask>, _ row: Row) -> ProjectTask {
        typealias Format = TaskFormat
        let (start, due) = (row[Format.start], row[Format.due])
        if let start, let due, due < start, let entry = row.entry(Format.due) {
            report(.datesReversed(start, due), at: entry.value.place)
        }
        return ProjectTask(
            id: id, name: row[Format.name] ?? id.text, skill: row[Format.skill, placeholder: SkillLevel("", 1)],
            work: row[Format.hours, placeholder: .zero], after: row[Format.after] ?? [], owner: row[Format.owner],
            start: start, due: due)
    }
}
