// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Hours of a person, day by day of the horizon, in which tasks can be done one after another.
struct TaskTime {
    /// Position in `Firm.people`.
    let person: Int
    /// Position of the only project whose tasks may take these hours; nil for free hours, which any may take.
    let project: Int?
    let days: [Hours]
}

extension Firm {
    /// The hours that each person has for tasks: those pinned on a project for that project's tasks, and what is left
    /// beside all pinned work for anybody's.
    /// - Parameters:
    ///   - able: positions of the people who are looked at.
    ///   - tasked: positions of the projects that have tasks.
    func taskTimes(
        of able: [Int], _ capacity: Capacity, bookings: [Booking], for tasked: [Int]
    ) -> [TaskTime] {
        let pinned = pinnedWeeks(bookings)
        return able.flatMap { person -> [TaskTime] in
            let plannable = plannableDays(of: person, capacity)
            var free = plannable
            var times: [TaskTime] = []
            for (project, weeks) in pinned[person] {
                let days = zip(daily(weeks, by: plannable), free).map { min($0, $1) }
                free = zip(free, days).map { $0 - $1 }
                if tasked.contains(project) { times.append(TaskTime(person: person, project: project, days: days)) }
            }
            return [TaskTime(person: person, project: nil, days: free)] + times
        }
    }

    /// The hours that a plan gives each person on each project.
    func taskTimes(of able: [Int], _ capacity: Capacity, in plan: Plan, for tasked: [Int]) -> [TaskTime] {
        let position = Dictionary(projects.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let place = Dictionary(people.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var weeks = [[Int: [Hours]]](repeating: [:], count: people.count)
        for assignment in plan.assignments {
            guard let person = place[assignment.person], let project = position[assignment.line.project] else {
                continue
            }
            for item in assignment.weeks {
                guard let week = horizon.index(of: item.week) else { continue }
                weeks[person][project, default: Array(repeating: .zero, count: horizon.weekCount)][week] += item.hours
            }
        }
        return able.flatMap { person in
            let plannable = plannableDays(of: person, capacity)
            return tasked.compactMap { project in
                weeks[person][project].map {
                    TaskTime(person: person, project: project, days: daily($0, by: plannable))
                }
            }
        }
    }

    /// For each person the projects that they are pinned on, in the order of the files, with the hours of each week.
    private func pinnedWeeks(_ bookings: [Booking]) -> [[(project: Int, weeks: [Hours])]] {
        let position = Dictionary(projects.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let place = Dictionary(people.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var found = [[Int: [Hours]]](repeating: [:], count: people.count)
        for booking in bookings where booking.firmness == .pinned {
            guard let person = place[booking.person], let project = position[booking.line.project],
                projects[project].stage != .lost
            else { continue }
            for (week, hours) in weeks(of: booking, by: people[person]) {
                found[person][project, default: Array(repeating: .zero, count: horizon.weekCount)][week] += hours
            }
        }
        return found.map { weeks in weeks.sorted { $0.key < $1.key }.map { (project: $0.key, weeks: $0.value) } }
    }

    /// Hours of weeks over their days, as the person is there; at most as many as a day has.
    private func daily(_ weeks: [Hours], by plannable: [Hours]) -> [Hours] {
        zip(horizon.weeks, weeks).flatMap { week, hours -> [Hours] in
            guard let inside = week.days.intersection(horizon.days) else { return [] }
            let first = inside.first - horizon.days.first
            return hours.shared(by: Array(plannable[first..<first + inside.dayCount])).map { min($0, Hours(24)) }
        }
    }
}
