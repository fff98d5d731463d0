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
///   - steps: schedules that are tried from each of two starts; fewer where there are more than 300 tasks.
///   - threads: how many searches run at a time; the answer does not depend on it.
///
/// ```swift
/// let schedule = levelTasks(in: Situation(of: firm))
/// for entry in schedule.entries { print(entry.task, entry.person, entry.begin.day, entry.end.day) }
/// ```
public func levelTasks(
    in situation: Situation, plan: Plan? = nil, adding bookings: [Booking] = [], steps: Int = usualSteps,
    threads: Int = 2
) -> TaskSchedule {
    let firm = situation.firm
    let sites = firm.taskSites()
    let tasked = Array(Set(sites.map(\.project))).sorted()
    let able = firm.ablePeople(for: sites)
    let times =
        plan.map { firm.taskTimes(of: able, situation.capacity, in: $0, for: tasked) }
        ?? firm.taskTimes(of: able, situation.capacity, bookings: firm.bookings + bookings, for: tasked)
    let board = TaskBoard(firm, sites, times.filter { $0.days.contains { $0 > .zero } })
    let tries = Tries(steps: min(steps, max(steps / 40, steps * 300 / max(1, board.members.count))), starts: 2)
    return board.answer(findSchedule(for: board.problem, goal: .lateness, tries: tries, threads: threads))
}

/// A fraction of a second.
public let usualSteps = 20_000
