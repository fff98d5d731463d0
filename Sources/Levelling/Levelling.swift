// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
import Scheduling
public import Staffing

/// Levels the tasks of all projects against the hours that named people have, day by day: least late first, by the
/// priority of their projects, then each project as early as can be.
///
/// - Parameters:
///   - plan: a plan whose hours the tasks are done in: on each project those that the plan gives a person there. Without
///     one, tasks are done in hours that are pinned on their project, or in those that are free beside all pinned work.
///   - bookings: bookings on top of those of the firm.
///   - threads: how many searches run at a time; the answer does not depend on it.
///
/// ```swift
/// let schedule = levelTasks(in: Situation(of: firm))
/// for entry in schedule.entries { print(entry.task, entry.person, entry.begin.day, entry.end.day) }
/// ```
public func levelTasks(
    in situation: Situation, plan: Plan? = nil, adding bookings: [Booking] = [], threads: Int = 2
) -> TaskSchedule {
    let firm = situation.firm
    let sites = firm.taskSites()
    let tasked = Array(Set(sites.map(\.project))).sorted()
    let times =
        plan.map { firm.taskTimes(situation.capacity, in: $0, of: tasked) }
        ?? firm.taskTimes(situation.capacity, bookings: firm.bookings + bookings, of: tasked)
    let board = TaskBoard(firm, sites, times.filter { $0.days.contains { $0 > .zero } })
    let found = findSchedule(
        for: board.problem, goal: .lateness, effort: .levelling(board.members.count), threads: threads)
    return board.answer(found)
}

extension Effort {
    /// A fraction of a second.
    fileprivate static func levelling(_ tasks: Int) -> Effort {
        Effort(steps: min(20_000, max(500, 6_000_000 / max(1, tasks))), starts: 2)
    }
}
