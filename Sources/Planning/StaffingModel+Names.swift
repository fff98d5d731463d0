// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// Names as a planner would read them: `capacity[ana,2026-W07]`, `share[ana,apollo.backend,2026-W03..2026-W12]`.
    func naming() -> Naming {
        let names = Names(situation: situation)
        let decisions = decisions
        let limits = limits
        return Naming(row: { names.name(of: limits[$0]) }, column: { names.name(of: decisions[$0]) })
    }
}

private struct Names: Sendable {
    let situation: Situation

    func name(of limit: StaffingModel.Limit) -> String {
        switch limit {
        case .stretch(let line, let stretch): "line[\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .week(let line, let week): "line[\(self.line(line)),\(self.week(week))]"
        case .total(let line): "line[\(self.line(line))]"
        case .capacity(let person, let weeks): "capacity[\(self.person(person)),\(week(weeks[0]))]"
        case .pool(let pool, let week): "pool[\(self.pool(pool)),\(self.week(week))]"
        case .promise(let index): "promise[\(promise(index))]"
        case .budget: "budget"
        case .worth: "worth"
        case .keptBooking(let person, let line): "booking[\(self.person(person)),\(self.line(line))]"
        case .booking(let limit): name(of: limit)
        case .goal(let measure): "goal[\(measure.rawValue)]"
        case .apart(let person): "apart[\(self.person(person))]"
        case .seat(let person, let line, let stretch):
            "seat[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        }
    }

    func name(of decision: StaffingModel.Decision) -> String {
        switch decision {
        case .share(let person, let line, let stretches):
            "share[\(self.person(person)),\(self.line(line)),\(weeks(line, stretches))]"
        case .hours(let person, let line, let week):
            "hours[\(self.person(person)),\(self.line(line)),\(self.week(week))]"
        case .poolShare(let pool, let line, let stretch):
            "share[\(self.pool(pool)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .poolHours(let pool, let line, let week):
            "hours[\(self.pool(pool)),\(self.line(line)),\(self.week(week))]"
        case .kept(let index): "kept[\(promise(index))]"
        case .moves(let person, let line): "moves[\(self.person(person)),\(self.line(line))]"
        case .overtime(let person, let week): "overtime[\(self.person(person)),\(self.week(week))]"
        case .choice(let choice): name(of: choice)
        case .level: "level"
        case .above(let person): "above[\(self.person(person))]"
        case .below(let person): "below[\(self.person(person))]"
        }
    }

    private func name(of choice: BookingChoice) -> String {
        switch choice {
        case .holds(let person, let line, let stretch):
            "holds[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .works(let person, let line, let week):
            "works[\(self.person(person)),\(self.line(line)),\(self.week(week))]"
        case .subcontracts(let pool, let line, let stretch):
            "holds[\(self.pool(pool)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .manned(let line, let stretch): "manned[\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .staffed(let line, let stretch): "staffed[\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .visits(let person, let site, let week):
            "visits[\(self.person(person)),\(situation.firm.offices[site].id),\(self.week(week))]"
        case .steps(let person, let line, let stretch):
            "steps[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .seated(let person, let line, let stretch):
            "seated[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .odd(let person, let line, let stretch):
            "odd[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .rest(let person, let line, let stretch):
            "rest[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        }
    }

    private func name(of limit: BookingLimit) -> String {
        switch limit {
        case .largest(let person, let line, let week):
            "largest[\(self.person(person)),\(self.line(line)),\(self.week(week))]"
        case .smallest(let person, let line, let week):
            "smallest[\(self.person(person)),\(self.line(line)),\(self.week(week))]"
        case .poolHolds(let pool, let line, let stretch):
            "largest[\(self.pool(pool)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .poolThere(let pool, let line, let stretch):
            "smallest[\(self.pool(pool)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .atOnce(let person, let week): "at_once[\(self.person(person)),\(self.week(week))]"
        case .teamMost(let line, let week): "team_most[\(self.line(line)),\(self.week(week))]"
        case .teamLeast(let line, let week): "team_least[\(self.line(line)),\(self.week(week))]"
        case .member(let line, let stretch, let index):
            "member[\(self.line(line)),\(weeks(line, stretch...stretch)),\(index)]"
        case .staff(let line, let stretch, let index):
            "staff[\(self.line(line)),\(weeks(line, stretch...stretch)),\(index)]"
        case .mixLeast(let line, let stretch, let quota):
            "mix_least[\(self.line(line)),\(weeks(line, stretch...stretch)),\(grade(line, quota))]"
        case .mixMost(let line, let stretch, let quota):
            "mix_most[\(self.line(line)),\(weeks(line, stretch...stretch)),\(grade(line, quota))]"
        case .company(let person, let index): "company[\(self.person(person)),\(index)]"
        case .visit(let person, let index): "visit[\(self.person(person)),\(index)]"
        case .sites(let person, let week): "sites[\(self.person(person)),\(self.week(week))]"
        case .multiple(let person, let line, let stretch):
            "multiple[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .whole(let person, let line, let stretch):
            "whole[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .remainder(let person, let line, let stretch):
            "remainder[\(self.person(person)),\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .filled(let line, let stretch): "filled[\(self.line(line)),\(weeks(line, stretch...stretch))]"
        case .oneOdd(let line, let stretch): "one_odd[\(self.line(line)),\(weeks(line, stretch...stretch))]"
        }
    }

    private func grade(_ line: Int, _ quota: Int) -> String { situation.need(of: line).mix[quota].grade.text }

    /// The place in the list comes last, since two half-pinned bookings may be alike.
    private func promise(_ index: Int) -> String {
        let promise = situation.promises[index]
        let who = promise.person.map { self.person($0) } ?? "anybody"
        return "\(who),\(line(promise.line)),\(week(promise.weeks.lowerBound)),\(index)"
    }

    private func person(_ index: Int) -> String { situation.firm.people[index].id.text }
    private func line(_ index: Int) -> String { situation.demand.lines[index].id.description }
    private func pool(_ index: Int) -> String { situation.firm.subcontractors[index].id.text }
    private func week(_ index: Int) -> String { situation.firm.horizon.firstWeek.advanced(by: index).description }

    private func weeks(_ line: Int, _ stretches: ClosedRange<Int>) -> String {
        let first = situation.stretches[line][stretches.lowerBound].lowerBound
        let last = situation.stretches[line][stretches.upperBound].upperBound - 1
        return "\(week(first))..\(week(last))"
    }
}
