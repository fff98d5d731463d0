// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How a project, a phase or a line of it stands.
public struct HealthFigures: Sendable, Equatable {
    /// The hours that were agreed: of the lines' demand.
    public var agreed = Hours.zero
    /// Approved.
    public var worked = Hours.zero
    /// Booked after the day.
    public var ahead = Hours.zero
    public var value = EarnedValue.zero
    /// What is booked after the day costs.
    public var aheadCost = Money.zero

    /// What it will take in all; above the agreed hours, more than was agreed.
    public var expected: Hours { worked + ahead }

    static func += (left: inout HealthFigures, right: HealthFigures) {
        left.agreed += right.agreed
        left.worked += right.worked
        left.ahead += right.ahead
        left.value += right.value
        left.aheadCost += right.aheadCost
    }
}

public struct MilestoneStanding: Sendable, Equatable {
    public let phase: Identifier<Phase>
    public let name: String
    public let due: Day
    /// When the phase ends, by its dates.
    public let expected: Day
    public let reached: Day?
    /// After the due date; below zero where early.
    public var daysLate: Int { (reached ?? expected) - due }
}

public struct ProjectHealth: Sendable, Equatable {
    public struct Part: Sendable, Equatable {
        /// Nil for work that no line of the files names.
        public let line: Identifier<DemandLine>?
        public let phase: Identifier<Phase>?
        public let name: String
        public let figures: HealthFigures
    }

    public let project: Identifier<Project>
    public let name: String
    public let lines: [Part]
    /// Of projects that have phases; lines of no phase together.
    public let phases: [Part]
    public let total: HealthFigures
    public let milestones: [MilestoneStanding]
    /// What the client may be charged, with what amendments add to it; nil where there is no budget.
    public let budget: Money?
    /// What the approved work is worth at the agreed rates.
    public let worked: Money
    /// What the work that is booked after the day is worth.
    public let ahead: Money
    /// Expenses and third parties.
    public let expenses: Money

    /// Below zero: over budget, once all is done.
    public var budgetLeft: Money? { budget.map { $0 - worked - ahead } }
}

extension Controlling {
    /// Each project's health at the end of a day, in the order of the files; lost projects, and those without work
    /// agreed, booked or done are left out.
    public func health(on day: Day) throws(MissingRate) -> [ProjectHealth] {
        let demand = Dictionary(Demand(of: firm).lines.map { ($0.id, $0.total) }) { first, _ in first }
        let month = Month(of: day)
        var work: [Identifier<Project>: [Worked]] = [:]
        for item in worked where item.month <= month && item.day <= day { work[item.project, default: []].append(item) }
        let booked = Dictionary(grouping: accounts.booked, by: \.line.project)
        var result: [ProjectHealth] = []
        for project in firm.projects where project.stage != .lost {
            let survey = ProjectSurvey(
                controlling: self, project: project, day: day, work: work[project.id] ?? [],
                booked: booked[project.id] ?? [])
            let health = try survey.health(demand)
            let total = health.total
            if total.agreed + total.expected > .zero { result.append(health) }
        }
        return result
    }
}

/// One project's work, by line.
private struct ProjectSurvey {
    let controlling: Controlling
    let project: Project
    let day: Day
    let work: [Worked]
    let booked: [BookedWork]

    func health(_ demand: [LineID: Hours]) throws(MissingRate) -> ProjectHealth {
        let known = Set(project.lines.map(\.id))
        let workByLine = Dictionary(grouping: work) { $0.line.flatMap { known.contains($0) ? $0 : nil } }
        let bookedByLine = Dictionary(grouping: booked) { known.contains($0.line.line) ? $0.line.line : nil }
        var lines = project.lines.map { line in
            ProjectHealth.Part(
                line: line.id, phase: line.phase, name: line.name,
                figures: figures(
                    line.phase, demand[LineID(project.id, line.id)] ?? .zero, workByLine[line.id] ?? [],
                    bookedByLine[line.id] ?? []))
        }
        let others = figures(nil, .zero, workByLine[nil] ?? [], bookedByLine[nil] ?? [])
        if others.expected > .zero || others.value.budget > .zero {
            lines.append(ProjectHealth.Part(line: nil, phase: nil, name: "on no line", figures: others))
        }
        var worth = Money.zero
        for item in work where item.billable { worth += try controlling.worth(of: item) ?? .zero }
        var ahead = Money.zero
        for item in booked { ahead += try controlling.worth(of: item.with(item.hours(after: day))) ?? .zero }
        return ProjectHealth(
            project: project.id, name: project.name, lines: lines, phases: phases(lines), total: sum(lines),
            milestones: milestones, budget: budget, worked: worth, ahead: ahead, expenses: try expenses)
    }

    private func figures(
        _ phase: Identifier<Phase>?, _ agreed: Hours, _ work: [Worked], _ booked: [BookedWork]
    ) -> HealthFigures {
        let pricing = controlling.pricing
        var result = HealthFigures()
        result.agreed = agreed
        result.worked = work.reduce(.zero) { $0 + $1.total }
        result.ahead = booked.reduce(.zero) { $0 + $1.hours(after: day) }
        result.aheadCost = booked.reduce(.zero) { $0 + pricing.cost(of: $1.with($1.hours(after: day))) }
        result.value.budget = booked.reduce(.zero) { $0 + pricing.cost(of: $1) }
        result.value.scheduled = result.value.budget - result.aheadCost
        result.value.spent = work.reduce(.zero) { $0 + controlling.cost(of: $1) }
        let done =
            judged(phase) ?? Share.ratio(result.value.spent, result.value.spent + result.aheadCost) ?? .zero
        result.value.performed = result.value.budget.times(done)
        return result
    }

    /// The latest judgement of the phase, else of the whole project, through the day.
    private func judged(_ phase: Identifier<Phase>?) -> Share? {
        func latest(_ phase: Identifier<Phase>?) -> Share? {
            controlling.accounts.progress.enumerated()
                .filter { $0.element.project == project.id && $0.element.phase == phase && $0.element.day <= day }
                .max { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }?.element.done
        }
        return phase.flatMap { latest($0) } ?? latest(nil)
    }

    private func phases(_ lines: [ProjectHealth.Part]) -> [ProjectHealth.Part] {
        guard !project.phases.isEmpty else { return [] }
        let named = project.phases.map { phase in
            ProjectHealth.Part(
                line: nil, phase: phase.id, name: phase.id.text, figures: sum(lines.filter { $0.phase == phase.id }))
        }
        let rest = lines.filter { line in !project.phases.contains { $0.id == line.phase } }
        let none = ProjectHealth.Part(line: nil, phase: nil, name: "in no phase", figures: sum(rest))
        return named + (rest.isEmpty ? [] : [none])
    }

    private func sum(_ parts: [ProjectHealth.Part]) -> HealthFigures {
        parts.reduce(into: HealthFigures()) { $0 += $1.figures }
    }

    private var milestones: [MilestoneStanding] {
        let contract = controlling.pricing.contract(of: project.id)?.id
        return zip(project.phases, project.phaseDays()).compactMap { phase, days in
            guard let milestone = phase.milestone, let days else { return nil }
            let reached = controlling.accounts.milestones.first {
                $0.contract == contract && $0.name == milestone.name && $0.day <= day
            }
            return MilestoneStanding(
                phase: phase.id, name: milestone.name, due: milestone.due,
                expected: controlling.firm.lastWorkingDay(of: project, in: days), reached: reached?.day)
        }
    }

    private var budget: Money? { project.budget }

    private var expenses: Money {
        get throws(MissingRate) {
            var sum = Money.zero
            for item in controlling.accounts.expenses where item.project == project.id && item.day <= day {
                sum += try controlling.home(item.cost, item.currency, item.day)
            }
            return sum
        }
    }
}

extension Controlling {
    /// What booked work would be sold for, at the rates of its Thursday; nil where there is none.
    func worth(of work: BookedWork) throws(MissingRate) -> Money? {
        let person: Identifier<Person> =
            switch work.whose {
            case .person(let id): id
            case .pool(let id): Identifier(id.text)
            }
        guard isBillable(work.line) else { return nil }
        return try worth(
            of: Worked(
                person: person, project: work.line.project, line: work.line.line, day: work.week.thursday,
                month: Month(of: work.week.thursday), billable: true, hours: work.hours))
    }

    func isBillable(_ line: LineID) -> Bool {
        projects[line.project]?.lines.first { $0.id == line.line }?.billable ?? true
    }
}
