// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension ProjectTask {
    func node(in currency: Currency) -> Node {
        typealias Format = TaskFormat
        var record = Record(in: currency)
        if name != id.text { record.set(Format.name, name) }
        record.set(Format.skill, [skill])
        record.set(Format.hours, work.text + "h")
        record.set(Format.owner, owner)
        if after.count == 1 {
            record.set(Format.after, after[0].text)
        } else {
            record.set(Format.after, after.map(\.text))
        }
        record.set(Format.start, start)
        record.set(Format.due, due)
        return record.node
    }
}

extension ProjectTask.Dependency {
    fileprivate var text: String {
        lagDays == 0 ? task.text : "\(task) + \(lagDays == 1 ? "1 day" : "\(lagDays) days")"
    }
}
