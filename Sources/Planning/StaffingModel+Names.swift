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
        case .booking(let person, let line): "booking[\(self.person(person)),\(self.line(line))]"
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
        }
    }

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
