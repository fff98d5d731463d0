// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension Violation: CustomStringConvertible {
    /// In words, without characters of the plan file that could steer a terminal.
    public var description: String { words.printable }

    private var words: String {
        switch self {
        case .stranger(let name): "the firm has no \(name)"
        case .offStretch(let line, let held):
            "\(line): the share held from \(held.first) to \(held.last) does not follow the line's stretches"
        case .notEligible(let person, let line, let why): "\(person) may not work on \(line): \(why)"
        case .poolNotEligible(let pool, let line): "\(pool) may not work on \(line)"
        case .overloaded(let person, let week, let load, let limit):
            "\(person), \(week): \(load.decimal) h planned, \(limit.decimal) h possible"
        case .poolOverloaded(let pool, let week, let load, let limit):
            "\(pool), \(week): \(load.decimal) h planned, \(limit.decimal) h possible"
        case .frozenBroken(let pool, let line, let week, let planned, let kept):
            "\(pool) on \(line), \(week): \(planned.decimal) h planned in a frozen week, \(kept.decimal) h were to stay"
        case .overBudget(let moved, let budget): "\(moved) moved, the change budget allows \(budget)"
        case .overfilled(let line, let week, let filled, let asked):
            "\(line), \(week): \(filled.decimal) h planned, \(asked.decimal) h asked for"
        case .overfilledTotal(let line, let filled, let asked):
            "\(line): \(filled.decimal) h planned in all, \(asked.decimal) h asked for"
        case .pinBroken(let person, let line, let week, let planned, let pinned):
            "\(person) on \(line), \(week): \(planned.decimal) h pinned in the plan, \(pinned.decimal) h in the scenario"
        case .overshared(let line, let week, let share):
            "\(line), from \(week): shares add up to \(share.decimal)"
        case .overseated(let person, let line, let week): "\(person) holds more than a seat of \(line) from \(week)"
        case .emptyShare(let person, let line, let week):
            "\(person) holds a share of \(line) from \(week) and delivers nothing of it"
        case .unsteady(let who, let line, let week, let planned, let share):
            "\(who) on \(line), \(week): \(planned.decimal) h planned, the share makes \(share.decimal) h"
        case .wrongKind(let person, let line, let kind):
            "\(person) on \(line): \(kind.rawValue) work does not belong there"
        case .overcovered(let line, let week, let cover, let missing):
            "\(line), \(week): \(cover.decimal) h of cover, \(missing.decimal) h missing through absence"
        case .startMissing(let project, let phase): "\(project).\(phase): no start, though its start is to be chosen"
        case .startTooEarly(let project, let phase, let day, let earliest):
            "\(project).\(phase) begins on \(day); the phases before it allow no earlier day than \(earliest)"
        case .startOutsideWindow(let project, let phase, let day):
            "\(project).\(phase) begins on \(day), which is not one of the days of its window"
        case .startsElsewhere: "the work lies at other starts than the plan's"
        case .startsValueWrong(let stated, let actual):
            "starts: worth \(stated.minorUnits) minor units stated, the bookings make \(actual.minorUnits)"
        case .startsBoundWrong(let stated, let actual):
            "starts: bound \(stated.minorUnits) minor units stated, the prices make \(actual.minorUnits)"
        case .startsBoundBelow: "starts: the plan is worth more than its bound"
        case .startsPlannedWrong(let planned, let all): "starts: \(planned) choices stated as planned, there are \(all)"
        case .badStartsPrice(let what): "starts: the price of \(what) is not one the firm can have"
        case .negativeHours(let line, let week): "\(line), \(week): negative hours"
        case .unfilledWrong(let line, let week, let stated, let actual):
            "\(line), \(week): \(stated.decimal) h stated as unfilled, \(actual.decimal) h are"
        case .unfilledTotalWrong(let line, let stated, let actual):
            "\(line): \(stated.decimal) h stated as unfilled, \(actual.decimal) h are"
        case .reasonWrong(let line): "\(line): the reason stated for what stays unfilled cannot be"
        case .tooSmall(let person, let line, let week, let share, let least):
            "\(person) on \(line), from \(week): a share of \(share.decimal), the smallest booking is \(least.decimal)"
        case .offStep(let person, let line, let week, let share, let step):
            "\(person) on \(line), from \(week): a share of \(share.decimal) is no whole number of steps of \(step.decimal)"
        case .sliver(let person, let line, let week, let hours, let least):
            "\(person) on \(line), \(week): \(hours.decimal) h planned, the smallest slice is \(least.decimal) h"
        case .tooManyLines(let person, let week, let lines, let most):
            "\(person), \(week): on \(lines) lines at once, \(most) are allowed"
        case .tooManySites(let person, let week, let sites, let most):
            "\(person), \(week): at \(sites) sites away from the office, \(most) are allowed"
        case .unaccompanied(let person, let project, let week, let others, .mentors):
            "\(person) on \(project), \(week): without a mentor (\(others.map(\.text).joined(separator: ", ")))"
        case .unaccompanied(let person, let project, let week, let others, .together):
            "\(person) on \(project), \(week): without \(others.map(\.text).joined(separator: ", ")), with whom they work together"
        case .teamTooSmall(let line, let week, let members, let least):
            "\(line), from \(week): a team of \(members), at least \(least) are asked for"
        case .teamTooLarge(let line, let week, let members, let most):
            "\(line), from \(week): a team of \(members), at most \(most) are allowed"
        case .gradeMissing(let line, let week, let grade, let members, let least):
            "\(line), from \(week): \(members) of the grade \(grade), at least \(least) are asked for"
        case .gradeBeyond(let line, let week, let grade, let part, let most):
            "\(line), from \(week): the grade \(grade) has \(part.decimal) of the work, at most \(most.decimal) is allowed"
        case .digestWrong(let stated, let actual):
            "the plan was made from another input: digest \(stated.prefix(12))…, the scenario has \(actual.prefix(12))…"
        case .objectiveWrong(let stage, let stated, let actual):
            "\(stage.rawValue): objective \(stated.minorUnits) minor units stated, the bookings make \(actual.minorUnits)"
        case .boundWrong(let stage, let stated, let actual):
            "\(stage.rawValue): bound \(stated.minorUnits) minor units stated, the prices make \(actual.minorUnits)"
        case .boundBelowObjective(let stage): "\(stage.rawValue): the objective is above its bound"
        case .searchedWrong(let searched, let objective, let bound):
            "no bookable plan is said to be worth more than \(searched.minorUnits) minor units: this one is worth \(objective.minorUnits), and the prices bound them at \(bound.minorUnits)"
        case .searchedFractional:
            "the best of all bookable plans is stated beside a plan that keeps no rules of booking"
        case .badPrice(let stage, let what): "\(stage.rawValue): the price of \(what) is not one the firm can have"
        case .stagesWrong: "the certificate must have the stages staffing and cover, in that order"
        case .goalsWrong: "the goals of the plan are not those of the scenario"
        case .goalWrong(let goal, let what, let stated, let actual):
            "\(goal.rawValue): \(what) \(stated.text) stated, \(actual.text) is right"
        case .goalMissed(let goal, let best, let reached):
            "\(goal.rawValue): \(reached.text) reached, which is further from the best, \(best.text), than allowed"
        case .badGoalPrice(let goal, let what):
            "\(goal.rawValue): the price of \(what) is not one the firm can have"
        case .statusWrong(let stated, let gap): "status '\(stated.rawValue)' with a gap of \(gap)"
        case .figureWrong(let name, let stated, let actual): "\(name): \(stated) stated, the bookings make \(actual)"
        }
    }
}

extension GoalValue {
    fileprivate var text: String {
        switch self {
        case .money(let money): "\(money.minorUnits) minor units"
        case .hours(let hours): "\(hours.decimal) h"
        }
    }
}
