// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A promise that a task schedule breaks.
public enum TaskViolation: Sendable, Hashable {
    /// The schedule names a task or a person that the firm does not have.
    case stranger(String)
    /// A task that is to be done stands nowhere, or more than once.
    case count(TaskID, Int)
    /// The person lacks the skill or its level, is not its owner, or is excluded.
    case notAble(TaskID, Identifier<Person>)
    /// Hours that do not add up to the work of the task.
    case work(TaskID, stated: Hours, asked: Hours)
    /// Work outside its begin and end, or days that are out of order.
    case daysWrong(TaskID)
    /// Before its phase, its own start or the horizon begins, or after the horizon.
    case outside(TaskID)
    /// Before a task that it waits for has ended.
    case order(TaskID, after: TaskID)
    /// More on a day than the person is there for.
    case overfullDay(Identifier<Person>, Day, used: Hours, there: Hours)
    /// More in a week than the person has for these tasks.
    case overfullWeek(Identifier<Person>, Week, used: Hours, open: Hours)
    /// Two tasks at once in the same hours.
    case together(TaskID, TaskID)
    /// Not the day on which the task is due.
    case dueWrong(TaskID)
    /// Not the day on which the project's tasks end, or one before the day that is said to be the earliest.
    case endWrong(Identifier<Project>)
}

extension TaskViolation: CustomStringConvertible {
    public var description: String {
        switch self {
        case .stranger(let name): "\(name) is not in the firm"
        case .count(let task, let count): "\(task) stands \(count) times in the schedule"
        case .notAble(let task, let person): "\(person) may not do \(task)"
        case .work(let task, let stated, let asked): "\(task) gets \(stated.decimal) h of \(asked.decimal) h"
        case .daysWrong(let task): "the days of \(task) do not lie between its begin and its end"
        case .outside(let task): "\(task) is done when it may not be"
        case .order(let task, let before): "\(task) begins before \(before) has ended"
        case .overfullDay(let person, let day, let used, let there):
            "\(person) does tasks for \(used.decimal) h on \(day) and is there for \(there.decimal) h"
        case .overfullWeek(let person, let week, let used, let open):
            "\(person) does tasks for \(used.decimal) h in \(week) and has \(open.decimal) h for them"
        case .together(let task, let other): "\(task) and \(other) are done at once"
        case .dueWrong(let task): "\(task) is due on another day"
        case .endWrong(let project): "the tasks of \(project) end on another day"
        }
    }
}
