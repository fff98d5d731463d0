// SPDX-License-Identifier: GPL-3.0-or-later

import Scheduling
import Staffing

/// Tasks and people's hours as a problem of scheduling. Its axis has a period of 24 hours for each day of the horizon;
/// somebody who works six hours is there for the first six of it. Its groups are projects.
struct TaskBoard {
    static let day = 24 * 3600

    let firm: Firm
    let sites: [TaskSite]
    let times: [TaskTime]
    /// Why a site is not in the problem.
    let reasons: [TaskSchedule.Reason?]
    /// The sites that are.
    let members: [Int]
    /// Positions of the projects that have any of them.
    let groups: [Int]
    let problem: ScheduleProblem

    init(_ firm: Firm, _ sites: [TaskSite], _ times: [TaskTime]) {
        let options = sites.map { site in times.indices.filter { firm.may(times[$0], do: site) } }
        var reasons = zip(sites, options).map { site, options in options.isEmpty ? firm.reason(for: site) : nil }
        for site in sites.inOrder where reasons[site] == nil {
            let open = sites[site].after.first { reasons[$0.site] != nil }
            reasons[site] = open.map { .waits(for: sites[$0.site].id) }
        }
        let members = sites.indices.filter { reasons[$0] == nil }
        let groups = Array(Set(members.map { sites[$0].project })).sorted()
        let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        let group = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
        let first = firm.horizon.days.first
        problem = ScheduleProblem(
            periodLength: TaskBoard.day, periodCount: firm.horizon.days.dayCount,
            workers: times.map { .init(capacity: $0.days.map { min($0.seconds, TaskBoard.day) }) },
            tasks: members.map { member in
                let site = sites[member]
                return ScheduleProblem.Task(
                    options: options[member].map { .init(worker: $0, work: site.task.work.seconds) },
                    predecessors: site.after.compactMap { before in
                        place[before.site].map { .init($0, lag: before.lagDays * TaskBoard.day) }
                    },
                    release: max(0, site.start - first) * TaskBoard.day,
                    due: max(0, site.due - first + 1) * TaskBoard.day,
                    weight: firm.projects[site.project].lateness, group: group[site.project] ?? 0)
            })
        (self.firm, self.sites, self.times) = (firm, sites, times)
        (self.reasons, self.members, self.groups) = (reasons, members, groups)
    }
}

extension Project {
    /// What a day of lateness counts: twice as much for each step of priority, half as much where the work is not won.
    fileprivate var lateness: Int {
        let steps =
            switch priority {
            case .critical: 8
            case .high: 4
            case .normal: 2
            case .low: 1
            }
        return stage == .won ? 2 * steps : steps
    }
}

extension [TaskSite] {
    /// Positions, each after those before it.
    fileprivate var inOrder: [Int] {
        var (order, isDone) = ([Int](), [Bool](repeating: false, count: count))
        while order.count < count {
            let next = indices.filter { !isDone[$0] && self[$0].after.allSatisfy { isDone[$0.site] } }
            guard !next.isEmpty else { return order }
            for site in next { isDone[site] = true }
            order += next
        }
        return order
    }
}

extension Firm {
    /// Whoever owns it, or else whoever has the skill at its level and is not excluded; in hours of its own project, or in
    /// free ones.
    fileprivate func may(_ time: TaskTime, do site: TaskSite) -> Bool {
        let person = people[time.person]
        return (site.task.owner.map { $0 == person.id } ?? true)
            && person.level(in: site.task.skill.skill) ?? 0 >= site.task.skill.level
            && !excludes(person, from: site) && (time.project.map { $0 == site.project } ?? true)
    }

    /// Positions of those who have the skill of any of the tasks at its level.
    func ablePeople(for sites: [TaskSite]) -> [Int] {
        let least = Dictionary(sites.map { ($0.task.skill.skill, $0.task.skill.level) }, uniquingKeysWith: min)
        return people.indices.filter { person in
            people[person].skills.contains { skill in least[skill.skill].map { $0 <= skill.level } ?? false }
        }
    }

    private func excludes(_ person: Person, from site: TaskSite) -> Bool {
        exclusions.contains { exclusion in
            guard exclusion.person == person.id else { return false }
            return switch exclusion.target {
            case .client(let client): client == projects[site.project].client
            case .project(let project): project == site.id.project
            case .line: false
            }
        }
    }

    /// Why nobody's hours are good for a task.
    fileprivate func reason(for site: TaskSite) -> TaskSchedule.Reason {
        let skill = site.task.skill
        let levels = people.compactMap { $0.level(in: skill.skill) }
        guard let best = levels.max() else { return .skill(skill) }
        guard best >= skill.level else { return .level(skill, best: best) }
        let able = people.filter { person in
            (site.task.owner.map { $0 == person.id } ?? true) && person.level(in: skill.skill) ?? 0 >= skill.level
        }
        return able.allSatisfy { excludes($0, from: site) } ? .excluded : .noTime
    }
}
