// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Project {
    func node(in currency: Currency) -> Node {
        typealias Format = ProjectFormat
        var record = Record(in: currency)
        if name != id.text { record.set(Format.name, name) }
        record.set(Format.client, client)
        if stage != .won { record.set(Format.stage, stage.text) }
        if priority != .normal { record.set(Format.priority, priority.rawValue) }
        record.set(Format.dates, days)
        record.set(Format.deadline, deadline)
        record.set(Format.calendar, calendar)
        record.set(Format.office, office)
        record.set(Format.budget, budget?.text(in: currency))
        record.set(Format.rates, rates.declarations(in: currency))
        record.set(Format.phases, phases.map { ($0.id.text, $0.node(in: currency)) })
        record.set(Format.needs, lines.map { ($0.id.text, $0.node(in: currency)) })
        return record.node
    }
}

extension Phase {
    fileprivate func node(in currency: Currency) -> Node {
        typealias Format = PhaseFormat
        var record = Record(in: currency)
        record.set(Format.start, start)
        if after.count == 1 {
            record.set(Format.after, after[0].text)
        } else {
            record.set(Format.after, after.map(\.text))
        }
        switch extent {
        case .weeks(let count): record.set(Format.length, weeksText(count))
        case .until(let last): record.set(Format.end, last)
        }
        record.set(Format.milestone, milestone?.text)
        return record.node
    }
}

extension DemandLine {
    fileprivate func node(in currency: Currency) -> Node {
        typealias Format = NeedFormat
        var record = Record(in: currency)
        if name != id.text { record.set(Format.name, name) }
        record.set(Format.phase, phase)
        record.set(Format.dates, days)
        record.set(Format.skills, skills)
        record.set(Format.prefer, preferred)
        record.set(Format.role, role)
        record.set(Format.office, office)
        record.set(Format.hours, amount.node)
        if spread != .steady { record.set(Format.spread, spread.rawValue) }
        if seats != 1 { record.set(Format.team, "\(seats)") }
        record.set(Format.rate, billable ? rate?.node(in: currency) : .written("none"))
        record.set(Format.priority, priority?.rawValue)
        return record.node
    }
}

extension DemandLine.Amount {
    fileprivate var node: Node {
        switch self {
        case .perWeek(let hours): .written(hours.text + "h/week")
        case .total(let hours): .written(hours.text + "h total")
        case .fullTimeEquivalents(let people): .written(people.number + " fte")
        case .byWeek(let list): .written(list.map { $0.text + "h" })
        }
    }
}
