// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Makes up projects until they ask for as many hours as the firm is meant to be loaded with.
///
/// Each line is cut out for somebody who has time while it runs (its model), so that the work asks for what people
/// can do, and then for a little less: others can do it, too.
struct Portfolio {
    private let firm: Firm
    private let spread: FirmGenerator.SpreadMix
    private var random: SplitMix64

    private let talent: Talent
    private var free: FreeTime
    private var remaining: Hours
    private var projects: [Project] = []
    private var models: [LineID: Int] = [:]
    private var names = ProjectNames()

    init(firm: Firm, load: Share, spread: FirmGenerator.SpreadMix, random: SplitMix64) {
        self.firm = firm
        self.spread = spread
        self.random = random
        talent = Talent(of: firm.people)
        free = FreeTime(of: firm)
        remaining = free.total.times(load)
    }

    /// The projects, and for each line the position of the person for whom it was cut out.
    mutating func draw() -> (projects: [Project], models: [LineID: Int]) {
        // The last hours may be too few for another line.
        var failures = 0
        while remaining >= Self.smallestLine, failures < 50 {
            let before = remaining
            addProject()
            failures = remaining < before ? 0 : failures + 1
        }
        return (projects, models)
    }

    private static let smallestLine = Hours(4)

    private mutating func addProject() {
        let client = random.pick(firm.clients)
        let (id, name) = names.next(for: client, &random)
        var project = frame(id: id, name: name, client: client)
        var lineNames: [String] = []
        let wanted = 2 + random.position(weights: [3, 4, 3, 2])
        for _ in 0..<wanted where remaining >= Self.smallestLine {
            let phase = project.phases.isEmpty ? nil : random.pick(project.phases).id
            let days = phase.flatMap(project.days(of:)) ?? project.days(within: firm.horizon)
            let weeks = firm.horizon.indices(touching: days)
            guard let model = free.someone(during: weeks, &random) else { continue }
            var line = line(for: model, named: &lineNames)
            line.phase = phase
            guard add(&line, to: &project, for: model) else { continue }
            models[LineID(project.id, line.id)] = model
        }
        if !project.lines.isEmpty { projects.append(project) }
    }

    /// Adds the line, made smaller where it would ask for more than remains; false when nothing of it is left.
    private mutating func add(_ line: inout DemandLine, to project: inout Project, for model: Int) -> Bool {
        var trial = firm
        func demand(_ line: DemandLine) -> LineDemand? {
            trial.projects = [project]
            trial.projects[0].lines = [line]
            return Demand(of: trial).lines.first
        }
        guard var asked = demand(line), asked.total > .zero else { return false }
        if asked.total > remaining {
            let pace = asked.pace.first?.scaledDown(by: remaining, over: asked.total) ?? .zero
            guard pace >= Hours(1) else { return false }
            line.amount = .perWeek(Hours(pace.seconds / 3600))
            line.seats = 1
            guard let smaller = demand(line) else { return false }
            asked = smaller
        }
        remaining = remaining - asked.total
        free.take(asked, from: model)
        project.lines.append(line)
        return true
    }

    private mutating func line(for model: Int, named taken: inout [String]) -> DemandLine {
        let skills = talent.requirement(for: model, &random)
        let base = Trades.skills.first { skills.first?.skill.text == $0.skill }?.work ?? "support"
        var name = base
        var number = 2
        while taken.contains(name) {
            name = "\(base)-\(number)"
            number += 1
        }
        taken.append(name)
        let seats = firm.people.count >= 20 && random.chance(8) ? 2 : 1
        var line = DemandLine(
            id: Identifier(name), name: name, phase: nil, days: nil, skills: skills,
            preferred: talent.preference(beyond: skills, &random),
            role: random.chance(4) ? firm.people[model].role : nil,
            office: random.chance(4) ? firm.people[model].office : nil,
            amount: amount(seats: seats), spread: spread.draw(&random), seats: seats,
            rate: random.chance(30)
                ? Dated(always: Rate(perHour: Money(minorUnits: 500 * random.within(17...34)))) : nil,
            billable: !random.chance(3), priority: random.chance(10) ? random.pick(Priority.allCases) : nil)
        if line.spread == .anytime { line.seats = 1 }
        return line
    }

    private mutating func amount(seats: Int) -> DemandLine.Amount {
        if random.chance(6) { return .fullTimeEquivalents(Share(percent: seats * random.pick([20, 40, 50, 60, 80]))) }
        let weekly = 4 * (2 + random.position(weights: [3, 4, 6, 8, 8, 7, 6, 4, 3]))
        return .perWeek(Hours(seats * weekly))
    }

    private mutating func frame(id: String, name: String, client: Client) -> Project {
        let weeks = min(3 + min(random.below(38), random.below(38), random.below(38)), 2 * firm.horizon.weekCount)
        let first = start(ofWeeks: weeks)
        let days = DayRange(first, first + 7 * weeks - 3)
        let phases = weeks >= 12 && random.chance(35) ? phases(of: days, weeks: weeks) : []
        let stage: Stage = random.chance(20) ? .proposed(Share(percent: 10 * random.within(3...9))) : .won
        let priorities: [Priority] = [.critical, .high, .normal, .low]
        return Project(
            id: Identifier(id), name: name, client: client.id, stage: stage,
            priority: priorities[random.position(weights: [5, 20, 55, 20])], days: phases.isEmpty ? days : nil,
            deadline: random.chance(30) ? days.last + 7 * random.within(phases.isEmpty ? 0...3 : 1...4) : nil,
            calendar: nil,
            office: random.chance(70) ? random.pick(firm.offices).id : nil,
            budget: nil, phases: phases, rates: RateCard(), lines: [])
    }

    /// Of a few Mondays, the one about which people have the most time; some projects have begun already.
    private mutating func start(ofWeeks weeks: Int) -> Day {
        let horizon = firm.horizon
        var best: (week: Int, hours: Int)?
        for _ in 0..<4 {
            let week = random.within(1 - min(weeks, horizon.weekCount)...max(1, horizon.weekCount - 2))
            let inside = max(0, week)..<min(horizon.weekCount, max(1, week + weeks))
            let hours = free.average(inside)
            if best.map({ hours > $0.hours }) ?? true { best = (week, hours) }
        }
        return horizon.firstWeek.monday + 7 * (best?.week ?? 0)
    }

    /// Two or three phases one after the other; one milestone in eight is due too soon.
    private mutating func phases(of days: DayRange, weeks: Int) -> [Phase] {
        let names = ["concept", "build", "rollout"]
        let lengths = weeks >= 20 ? [weeks / 4, weeks - weeks / 4 - 4, 4] : [weeks / 3, weeks - weeks / 3]
        var end = days.first
        return lengths.indices.map { index in
            end = end + 7 * lengths[index]
            let due = end - 3 + 7 * (random.chance(12) ? -1 : random.within(1...3))
            return Phase(
                id: Identifier(names[index]), start: index == 0 ? days.first : nil,
                after: index == 0 ? [] : [Phase.Dependency(phase: Identifier(names[index - 1]), lagWeeks: 0)],
                extent: .weeks(lengths[index]),
                milestone: index == 0 ? nil : Milestone(name: index == 1 ? "Beta" : "Handed over", due: due))
        }
    }
}
