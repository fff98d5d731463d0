// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

/// Weeks in a row in which somebody has the same hours on a line.
struct BookingRun: Equatable, Sendable {
    /// Who works, by position in the firm.
    enum Who: Hashable, Sendable {
        case person(Int)
        case pool(Int)
    }

    let who: Who
    /// Position in `Demand.lines`.
    let line: Int
    /// Nil for subcontractors, and where work of several kinds is taken together.
    let kind: Assignment.Kind?
    let weeks: ClosedRange<Week>
    let hoursPerWeek: Hours
    /// From the first through the last day on which they work.
    let days: DayRange

    var weekCount: Int { weeks.lowerBound.distance(to: weeks.upperBound) + 1 }
    var hours: Hours { weekCount * hoursPerWeek }
}

/// The bookings of a plan as runs.
struct BookingRuns {
    let situation: Situation
    private let people: [Identifier<Person>: Int]
    private let pools: [Identifier<SubcontractorPool>: Int]
    private let lines: [LineID: Int]
    private let plan: Plan
    /// Whether each person works, by day of the horizon.
    private let working: [[Bool]]

    init(of planned: PlannedFirm) {
        situation = planned.situation
        plan = planned.plan
        working = planned.situation.firm.people.map(planned.situation.firm.workingDays)
        people = positions(situation.firm.people.map(\.id))
        pools = positions(situation.firm.subcontractors.map(\.id))
        lines = positions(situation.demand.lines.map(\.id))
    }

    /// In the order of the plan: of people, then of subcontractors.
    func all() -> [BookingRun] {
        let staffed = plan.assignments.flatMap { item -> [BookingRun] in
            guard let person = people[item.person], let line = lines[item.line] else { return [] }
            return runs(of: item.weeks, .person(person), line, item.kind)
        }
        let bought = plan.subcontracts.flatMap { item -> [BookingRun] in
            guard let pool = pools[item.pool], let line = lines[item.line] else { return [] }
            return runs(of: item.weeks, .pool(pool), line, nil)
        }
        return staffed + bought
    }

    /// Of each person, whatever kind of work it is: hours on a line in a week are one booking. By line, then by week.
    func byPerson() -> [[BookingRun]] {
        var hours = [[Int: [Week: Hours]]](repeating: [:], count: situation.firm.people.count)
        for item in plan.assignments {
            guard let person = people[item.person], let line = lines[item.line] else { continue }
            for week in item.weeks { hours[person][line, default: [:]][week.week, default: .zero] += week.hours }
        }
        return hours.enumerated().map { person, ofLine in
            ofLine.keys.sorted().flatMap { line in
                let weeks = (ofLine[line] ?? [:]).sorted { $0.key < $1.key }.map { WeekHours($0.key, $0.value) }
                return runs(of: weeks, .person(person), line, nil)
            }
        }
    }

    private func runs(
        of weeks: [WeekHours], _ who: BookingRun.Who, _ line: Int, _ kind: Assignment.Kind?
    ) -> [BookingRun] {
        var spans: [(weeks: ClosedRange<Week>, hours: Hours)] = []
        for item in weeks where item.hours > .zero {
            if let last = spans.last, last.hours == item.hours, last.weeks.upperBound.advanced(by: 1) == item.week {
                spans[spans.count - 1].weeks = last.weeks.lowerBound...item.week
            } else {
                spans.append((item.week...item.week, item.hours))
            }
        }
        return spans.map { span in
            BookingRun(
                who: who, line: line, kind: kind, weeks: span.weeks, hoursPerWeek: span.hours,
                days: days(of: span.weeks, who, line))
        }
    }

    /// The days of the weeks within the horizon and the line, from the first to the last on which the person works.
    /// Subcontractors have no calendar of their own, and nobody who is overbooked need be there at all.
    private func days(of weeks: ClosedRange<Week>, _ who: BookingRun.Who, _ line: Int) -> DayRange {
        let firm = situation.firm
        let whole = DayRange(weeks.lowerBound.monday, weeks.upperBound.sunday)
        let inside = whole.intersection(firm.horizon.days) ?? whole
        let open = inside.intersection(situation.demand.lines[line].days) ?? inside
        switch who {
        case .pool: return open
        case .person(let person):
            let start = firm.horizon.days.first
            let days = (open.first.number...open.last.number).lazy.map { Day(number: $0) }.filter { day in
                working[person].indices.contains(day - start) && working[person][day - start]
            }
            guard let first = days.first, let last = days.last else { return open }
            return DayRange(first, last)
        }
    }
}

extension Stage {
    /// Whether its work is to be counted on.
    var isWon: Bool {
        switch self {
        case .won: true
        case .proposed, .lost: false
        }
    }

    /// As files write it.
    var word: String {
        switch self {
        case .won: "won"
        case .proposed: "proposed"
        case .lost: "lost"
        }
    }

    /// That it is won.
    var chance: Share {
        switch self {
        case .won: .whole
        case .proposed(let chance): chance
        case .lost: .zero
        }
    }
}
