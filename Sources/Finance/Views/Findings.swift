// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Something that the accounts show and that belongs into the register.
public enum Finding: Sendable, Hashable {
    case lateMilestone(Identifier<Project>, name: String, days: Int)
    case overBudget(Identifier<Project>, by: Money)
    /// More was worked and booked on a line than was agreed.
    case beyondAgreed(LineID, by: Hours)
    /// Work that no line of the project, and so no contract or amendment, names.
    case unnamedWork(Identifier<Project>, Hours)
    /// Work beyond the cap of a contract.
    case beyondCap(Identifier<ClientContract>, Identifier<Project>?, Hours)
    /// People whose approved time of a month is less than their working hours, with what is missing.
    case missingTime(Month, [Missing])

    public struct Missing: Sendable, Hashable {
        public let person: Identifier<Person>
        public let hours: Hours
    }

    /// The same for the same trouble, however large it is by now.
    public var cause: String {
        switch self {
        case .lateMilestone(let project, let name, _): "late:\(project):\(name)"
        case .overBudget(let project, _): "budget:\(project)"
        case .beyondAgreed(let line, _): "scope:\(line)"
        case .unnamedWork(let project, _): "scope:\(project)"
        case .beyondCap(let contract, _, _): "cap:\(contract)"
        case .missingTime(let month, _): "time:\(month)"
        }
    }

    public var project: Identifier<Project>? {
        switch self {
        case .lateMilestone(let project, _, _), .overBudget(let project, _), .unnamedWork(let project, _): project
        case .beyondAgreed(let line, _): line.project
        case .beyondCap(_, let project, _): project
        case .missingTime: nil
        }
    }
}

extension Controlling {
    /// What is to be raised on a day: late milestones, budgets that will not do, work that nobody has agreed to, and the
    /// time that the month before lacks. In the order of the files.
    public func findings(on day: Day) throws(MissingRate) -> [Finding] {
        var result: [Finding] = []
        for project in try health(on: day) {
            for item in project.milestones where item.daysLate > 0 && item.reached == nil {
                result.append(.lateMilestone(project.project, name: item.name, days: item.daysLate))
            }
            if let left = project.budgetLeft, left < .zero { result.append(.overBudget(project.project, by: -left)) }
            result += beyondScope(project)
        }
        for proposal in accounts.proposals(through: day) {
            for case .beyondCap(_, let hours, _) in proposal.notes {
                result.append(.beyondCap(proposal.contract, onlyProject(of: proposal.contract), hours))
            }
        }
        let month = Month(of: day).previous
        let missing = missingTime(month)
        return result + (missing.isEmpty ? [] : [.missingTime(month, missing)])
    }

    /// Of projects that somebody pays for; a minute more is not worth anybody's attention.
    private func beyondScope(_ health: ProjectHealth) -> [Finding] {
        guard pricing.contract(of: health.project) != nil else { return [] }
        return health.lines.compactMap { part in
            let excess = part.figures.expected - part.figures.agreed
            guard excess > .zero, !excess.isDust else { return nil }
            guard let line = part.line else { return .unnamedWork(health.project, part.figures.expected) }
            return .beyondAgreed(LineID(health.project, line), by: excess)
        }
    }

    /// Working hours less approved ones, of everybody who lacks a minute or more, in the order of the files.
    public func missingTime(_ month: Month) -> [Finding.Missing] {
        var entered: [Identifier<Person>: Hours] = [:]
        for work in worked where Month(of: work.day) == month { entered[work.person, default: .zero] += work.total }
        return firm.people.compactMap { person in
            let working = firm.workingHours(of: person, over: month.days).reduce(.zero, +)
            let missing = working - (entered[person.id] ?? .zero)
            return missing > .zero && !missing.isDust ? Finding.Missing(person: person.id, hours: missing) : nil
        }
    }
}
