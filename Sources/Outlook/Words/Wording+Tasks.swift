// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// What is said of tasks.
extension Wording {
    func lateTask(_ task: TaskID, _ person: Identifier<Person>, _ due: Day, _ end: Day) -> Alert.Words {
        .init(
            "\(task) is due on \(due), and \(name(person)) ends it on \(end)",
            "begin it earlier, free somebody for it, or agree on \(end)")
    }

    func undoneTask(_ task: TaskID, _ reason: TaskSchedule.Reason) -> Alert.Words {
        switch reason {
        case .skill(let skill):
            .init(
                "\(task) is done by nobody, since nobody has \(skill.skill)",
                "hire for \(skill.skill), or train somebody")
        case .level(let skill, let best):
            .init(
                "\(task) is done by nobody, since nobody has \(skill.skill) at level \(skill.level), the best is \(best)",
                "train somebody, or ask for \(skill.skill) at level \(best)")
        case .excluded:
            .init("\(task) is done by nobody, since whoever could do it is excluded", "lift an exclusion")
        case .noTime:
            .init(
                "\(task) is done by nobody, since whoever could do it has no time for the project",
                "free somebody for it, or let somebody else own it")
        case .afterHorizon:
            .init(
                "\(task) is not done, since there are not enough hours for it before the horizon ends",
                "begin it earlier, free somebody for it, or cut the work")
        case .waits(let before):
            .init("\(task) is done by nobody, since it waits for \(before)", "see to \(before) first")
        }
    }
}
