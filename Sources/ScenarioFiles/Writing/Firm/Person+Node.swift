// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Person {
    func node(in currency: Currency) -> Node {
        typealias Format = PersonFormat
        var record = Record(in: currency)
        if name != id.text { record.set(Format.name, name) }
        record.set(Format.role, role)
        record.set(Format.grade, grade)
        record.set(Format.office, office)
        if !travels { record.set(Format.travels, "no") }
        record.set(Format.calendar, calendar)
        record.set(Format.skills, skills)
        if contract != Dated(always: .share(.whole)) { record.set(Format.contract, contract) }
        record.set(Format.cost, cost)
        record.set(Format.leave, leave.map(\.text))
        record.set(Format.internalTime, internalTime?.text)
        record.set(Format.target, target?.text)
        record.set(Format.overtime, overtime?.node(in: currency))
        record.set(Format.knows, knows.map(\.text))
        record.set(Format.wishes, wishes.map(\.text))
        record.set(Format.mentors, mentors.map(\.text))
        return record.node
    }
}

extension Overtime {
    func node(in currency: Currency) -> Node {
        if limit == .zero, pay == .whole { return .written("none") }
        var record = Record(in: currency)
        record.set(OvertimeFormat.limit, limit.text)
        record.set(OvertimeFormat.pay, pay.text)
        return record.node
    }
}
