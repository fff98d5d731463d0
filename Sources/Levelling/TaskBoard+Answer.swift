// SPDX-License-Identifier: GPL-3.0-or-later

import Scheduling
import Staffing

extension TaskBoard {
    /// The schedule in days and names. What would end after the horizon is not done.
    func answer(_ found: Found) -> TaskSchedule {
        let slack = found.schedule.slack(in: problem)
        var entries: [TaskSchedule.Entry] = []
        var undone: [TaskSchedule.Undone] = []
        var member = 0
        for (index, site) in sites.enumerated() {
            if let reason = reasons[index] {
                undone.append(.init(task: site.id, reason: reason, due: site.due))
                continue
            }
            let placed = found.schedule.placements[member]
            if placed.end > problem.end {
                undone.append(.init(task: site.id, reason: .afterHorizon, due: site.due))
            } else {
                entries.append(entry(site, placed, slack: slack[member]))
            }
            member += 1
        }
        return TaskSchedule(
            entries: entries, undone: undone, ends: ends(of: entries, besides: undone),
            unavoidable: found.rank.first == found.bound.first
                ? 1 : Double(found.bound.first) / Double(found.rank.first))
    }

    private func entry(_ site: TaskSite, _ placed: Schedule.Placement, slack: Int) -> TaskSchedule.Entry {
        let time = times[placed.worker]
        return TaskSchedule.Entry(
            task: site.id, person: firm.people[time.person].id, isInBookedHours: time.project != nil,
            begin: moment(placed.start), end: moment(placed.end - 1, more: 1), days: days(placed, time),
            slack: Hours(seconds: slack), due: site.due)
    }

    private func moment(_ point: Int, more: Int = 0) -> TaskSchedule.Moment {
        TaskSchedule.Moment(
            firm.horizon.days.first + point / TaskBoard.day, into: Hours(seconds: point % TaskBoard.day + more))
    }

    /// What of each day falls between the ends of a task.
    private func days(_ placed: Schedule.Placement, _ time: TaskTime) -> [TaskSchedule.DayHours] {
        (placed.start / TaskBoard.day...(placed.end - 1) / TaskBoard.day).compactMap { number in
            let begin = number * TaskBoard.day
            let seconds =
                min(placed.end, begin + min(time.days[number].seconds, TaskBoard.day)) - max(placed.start, begin)
            return seconds > 0 ? .init(firm.horizon.days.first + number, Hours(seconds: seconds)) : nil
        }
    }

    /// Of projects all of whose tasks are done.
    private func ends(
        of entries: [TaskSchedule.Entry], besides undone: [TaskSchedule.Undone]
    ) -> [TaskSchedule.End] {
        zip(groups, earliestGroupEnds(of: problem)).compactMap { project, earliest in
            let id = firm.projects[project].id
            guard !undone.contains(where: { $0.task.project == id }),
                let last = entries.filter({ $0.task.project == id }).map(\.end.day).max()
            else { return nil }
            return TaskSchedule.End(project: id, last: last, earliest: moment(max(0, earliest - 1)).day)
        }
    }
}
