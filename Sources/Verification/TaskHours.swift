// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// The hours that a task schedule takes of people's days and weeks, against what these hold.
struct TaskHours {
    private let entries: [TaskSchedule.Entry]
    private let situation: Situation
    private let plan: Plan?
    private let bookings: [Booking]
    /// What rounding to whole seconds may shift between the days of a week.
    private static let tolerance = Hours(seconds: 7)

    init(_ entries: [TaskSchedule.Entry], in situation: Situation, plan: Plan?, bookings: [Booking]) {
        self.entries = entries
        self.situation = situation
        self.plan = plan
        self.bookings = bookings
    }

    func violations() -> [TaskViolation] {
        situation.firm.people.indices.flatMap { person -> [TaskViolation] in
            let mine = entries.filter { $0.person == situation.firm.people[person].id }
            return mine.isEmpty ? [] : overfullDays(person, mine) + overfullWeeks(person, mine)
        }
    }

    /// Of a plan a day holds what it gives, overtime included; else what can be planned of it.
    private func overfullDays(_ person: Int, _ mine: [TaskSchedule.Entry]) -> [TaskViolation] {
        let firm = situation.firm
        let plannable = firm.plannableDays(of: person, situation.capacity)
        var used = [Hours](repeating: .zero, count: plannable.count)
        for item in mine.flatMap(\.days) where firm.horizon.days.contains(item.day) {
            used[item.day - firm.horizon.days.first] += item.hours
        }
        return used.indices.compactMap { index in
            let there = plan == nil ? plannable[index] : plannable[index] > .zero ? Hours(24) : .zero
            return used[index] > there
                ? .overfullDay(firm.people[person].id, firm.horizon.days.first + index, used: used[index], there: there)
                : nil
        }
    }

    private func overfullWeeks(_ person: Int, _ mine: [TaskSchedule.Entry]) -> [TaskViolation] {
        let pinned = plan == nil ? pinnedHours(of: person) : []
        return situation.firm.horizon.weeks.enumerated().compactMap { index, week in
            let used = mine.reduce(into: [Identifier<Project>: Hours]()) { sums, entry in
                for item in entry.days where week.days.contains(item.day) {
                    sums[entry.task.project, default: .zero] += item.hours
                }
            }
            let all = used.values.reduce(.zero, +)
            let open = plan.map { given(person, week, in: $0, used) } ?? self.open(person, index, pinned, used)
            return all > open + TaskHours.tolerance
                ? .overfullWeek(situation.firm.people[person].id, week, used: all, open: open) : nil
        }
    }

    /// Of what a plan gives a person on each project, no more than is used there.
    private func given(
        _ person: Int, _ week: Week, in plan: Plan, _ used: [Identifier<Project>: Hours]
    ) -> Hours {
        used.reduce(.zero) { sum, pair in
            let hours = plan.assignments.filter {
                $0.person == situation.firm.people[person].id && $0.line.project == pair.key
            }.flatMap(\.weeks).filter { $0.week == week }.total
            return sum + min(pair.value, hours + TaskHours.tolerance)
        }
    }

    /// For each week what is pinned of a person's hours on each project that is not lost.
    private func pinnedHours(of person: Int) -> [[Identifier<Project>: Hours]] {
        let firm = situation.firm
        var pinned = [[Identifier<Project>: Hours]](repeating: [:], count: firm.horizon.weekCount)
        for booking in bookings where booking.person == firm.people[person].id && booking.firmness == .pinned {
            let project = firm.projects.first { $0.id == booking.line.project }
            guard let project, project.stage != .lost else { continue }
            for (week, hours) in firm.weeks(of: booking) { pinned[week][project.id, default: .zero] += hours }
        }
        return pinned
    }

    /// What is free beside all pinned work, and of what is pinned on a project no more than is used there.
    private func open(
        _ person: Int, _ week: Int, _ pinned: [[Identifier<Project>: Hours]], _ used: [Identifier<Project>: Hours]
    ) -> Hours {
        let free = situation.capacity[person, week].plannable - pinned[week].values.reduce(.zero, +)
        return used.reduce(max(.zero, free)) { $0 + min($1.value, pinned[week][$1.key] ?? .zero) }
    }
}
