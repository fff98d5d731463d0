// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Staffing

extension Alert {
    /// An alert as people read it.
    public struct Words: Sendable, Equatable, CustomStringConvertible {
        /// What is wrong, with the numbers in it.
        public let message: String
        /// The cheapest obvious way out.
        public let advice: String

        init(_ message: String, _ advice: String) {
            self.message = message
            self.advice = advice
        }

        /// `Ben is booked 52 h in 2026-W07 and has 40 h: move 12 h, or allow overtime`.
        public var description: String { message + ": " + advice }
    }

    /// The one place in which alerts become words. People and projects go by their names, lines by their ids.
    public func words(in firm: Firm) -> Words {
        let say = Wording(firm: firm)
        let when = say.weeks(weeks)
        return switch cause {
        case .notEmployed(let load): say.notEmployed(load, when)
        case .leaveClash(let load): say.leaveClash(load, when)
        case .contradictoryPins(let load): say.contradictoryPins(load, when)
        case .overbooked(let load): say.overbooked(load, severity, when)
        case .poolOverbooked(let load): say.poolOverbooked(load, when)
        case .excluded(let promise, let target): say.excluded(promise, target)
        case .unqualified(let promise, let obstacles): say.unqualified(promise, obstacles)
        case .notWon(let promise, let stage): say.notWon(promise, stage)
        case .outsideDates(let promise, let days): say.outsideDates(promise, days, when)
        case .lineOverpinned(let surplus): say.lineOverpinned(surplus, when)
        case .lineOverbooked(let surplus): say.lineOverbooked(surplus, when)
        case .bottleneck(let bottleneck): say.bottleneck(bottleneck, when)
        case .onlyHolder(let person, let skill, let lines): say.onlyHolder(person, skill, lines)
        case .lateMilestone(let project, let milestone, let end): say.lateMilestone(project, milestone, end)
        case .lateProject(let project, let deadline, let end): say.lateProject(project, deadline, end)
        case .lateTask(let task, let person, let due, let end): say.lateTask(task, person, due, end)
        case .undoneTask(let task, let reason): say.undoneTask(task, reason)
        case .unfilled(let line, let hours, let reason, let nearest): say.unfilled(line, hours, reason, nearest, when)
        case .milestoneAtRisk(let project, let milestone, let lines, let hours):
            say.milestoneAtRisk(project, milestone, lines, hours)
        case .sustainedLoad(let person, let ratio, _): say.sustainedLoad(person, ratio, weeks)
        case .contractEnds(let person, let end, let lines, let hours): say.contractEnds(person, end, lines, hours)
        case .underTarget(let person, let ratio, let target): say.underTarget(person, ratio, target, hours ?? .zero)
        case .overTarget(let person, let ratio, let target): say.overTarget(person, ratio, target, hours ?? .zero)
        case .overBudget(let project, let revenue, let budget): say.overBudget(project, revenue, budget)
        case .thinMargin(let project, let revenue, let margin, let limit):
            say.thinMargin(project, revenue, margin, limit)
        case .loss(let project, let revenue, let margin): say.loss(project, revenue, margin)
        }
    }
}
