// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

extension TaskSchedule {
    /// Every promise that the schedule breaks, by arithmetic from the firm alone; empty where it keeps all.
    /// - Parameters:
    ///   - plan: the plan in whose hours the tasks are done, if there is one.
    ///   - bookings: bookings on top of those of the firm.
    public func violations(
        in situation: Situation, plan: Plan? = nil, adding bookings: [Booking] = []
    ) -> [TaskViolation] {
        let firm = situation.firm
        let asked = firm.askedTasks()
        let counts = (entries.map(\.task) + undone.map(\.task)).reduce(into: [TaskID: Int]()) {
            $0[$1, default: 0] += 1
        }
        var found: [TaskViolation] = asked.compactMap { task in
            let count = counts[task.id] ?? 0
            return count == 1 ? nil : .count(task.id, count)
        }
        let known = Dictionary(asked.map { ($0.id, $0) }) { first, _ in first }
        for undone in undone where known[undone.task] == nil { found.append(.stranger("\(undone.task)")) }
        for entry in entries {
            guard let task = known[entry.task] else {
                found.append(.stranger("\(entry.task)"))
                continue
            }
            found += firm.violations(entry, of: task, entries)
        }
        found += TaskHours(entries, in: situation, plan: plan, bookings: firm.bookings + bookings).violations()
        return found + clashes() + wrongEnds()
    }

    /// Tasks that the same person does at once in hours of the same kind.
    private func clashes() -> [TaskViolation] {
        struct Hands: Hashable {
            let person: Identifier<Person>
            let project: Identifier<Project>?
        }
        var groups: [Hands: [Entry]] = [:]
        for entry in entries {
            let hands = Hands(person: entry.person, project: entry.isInBookedHours ? entry.task.project : nil)
            groups[hands, default: []].append(entry)
        }
        let pairs = groups.values.flatMap { group -> [(Entry, Entry)] in
            let sorted = group.sorted { $0.begin < $1.begin }
            return Array(zip(sorted, sorted.dropFirst()))
        }
        return pairs.filter { $0.0.end > $0.1.begin }.map { TaskViolation.together($0.0.task, $0.1.task) }
            .sorted { $0.description < $1.description }
    }

    private func wrongEnds() -> [TaskViolation] {
        ends.filter { end in
            end.last < end.earliest
                || end.last != entries.filter { $0.task.project == end.project }.map(\.end.day).max()
        }.map { .endWrong($0.project) }
    }
}

/// A task of the files with what follows from its phase.
private struct AskedTask {
    let id: TaskID
    let task: ProjectTask
    let project: Project
    let phase: Phase
    let days: DayRange
}

extension Firm {
    /// The tasks of phases within the horizon, of projects that count.
    fileprivate func askedTasks() -> [AskedTask] {
        projects.filter { $0.stage == .won || ($0.stage != .lost && policy.tentative != .out) }.flatMap { project in
            zip(project.phases, project.phaseDays()).flatMap { phase, days -> [AskedTask] in
                guard let days, days.overlaps(horizon.days) else { return [] }
                return phase.tasks(beginning: days.first).map {
                    AskedTask(
                        id: TaskID(project.id, phase.id, $0.id), task: $0, project: project, phase: phase, days: days)
                }
            }
        }
    }

    fileprivate func violations(
        _ entry: TaskSchedule.Entry, of asked: AskedTask, _ entries: [TaskSchedule.Entry]
    ) -> [TaskViolation] {
        guard let person = people.first(where: { $0.id == entry.person }) else {
            return [.stranger("\(entry.person)")]
        }
        var found: [TaskViolation] = []
        if !may(person, do: asked) { found.append(.notAble(asked.id, person.id)) }
        let stated = entry.days.reduce(.zero) { $0 + $1.hours }
        if stated != asked.task.work { found.append(.work(asked.id, stated: stated, asked: asked.task.work)) }
        if !entry.isInOrder { found.append(.daysWrong(asked.id)) }
        let first = max(asked.days.first, asked.task.start ?? asked.days.first, horizon.days.first)
        if entry.begin.day < first || entry.end.day > horizon.days.last { found.append(.outside(asked.id)) }
        if entry.due != asked.task.due ?? asked.days.last { found.append(.dueWrong(asked.id)) }
        for other in entries where other.task.project == asked.id.project {
            guard let lag = asked.lagDays(after: other.task) else { continue }
            if entry.begin < TaskSchedule.Moment(other.end.day + lag, into: other.end.into) {
                found.append(.order(asked.id, after: other.task))
            }
        }
        return found
    }

    private func may(_ person: Person, do asked: AskedTask) -> Bool {
        let isExcluded = exclusions.contains {
            $0.person == person.id
                && ($0.target == .project(asked.project.id) || asked.project.client.map { .client($0) } == $0.target)
        }
        return !isExcluded && (asked.task.owner ?? person.id) == person.id
            && person.skills.contains { $0.skill == asked.task.skill.skill && $0.level >= asked.task.skill.level }
    }
}

extension AskedTask {
    /// For how many days it waits once another task has ended; nil where it does not.
    func lagDays(after other: TaskID) -> Int? {
        if other.phase == id.phase { return task.after.first { $0.task == other.task }?.lagDays }
        return project.phases(whoseTasksHold: phase.id).first { $0.phase == other.phase }.map { 7 * $0.lagWeeks }
    }
}

extension TaskSchedule.Entry {
    /// Days run forward, have hours, and lie between begin and end.
    fileprivate var isInOrder: Bool {
        zip(days, days.dropFirst()).allSatisfy { $0.day < $1.day } && days.allSatisfy { $0.hours > .zero }
            && days.first?.day == begin.day && days.last?.day == end.day && begin < end
    }
}
