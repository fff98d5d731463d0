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
        record.set(Format.site, site)
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
        case .weeks(let count):
            record.set(
                Format.length,
                weeks.map { Stated(planned: count, range: $0).text(unit: " weeks") { "\($0)" } } ?? weeksText(count))
        case .until(let last): record.set(Format.end, last)
        }
        record.set(Format.milestone, milestone?.text)
        record.set(Format.tasks, tasks.map { ($0.id.text, $0.node(in: currency)) })
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
        record.set(Format.hours, amount.node(within: range))
        if spread != .steady { record.set(Format.spread, spread.rawValue) }
        record.set(Format.team, team?.text(seats: seats))
        record.set(Format.mix, mix.map { (id: $0.grade.text, node: .written($0.text)) })
        record.set(Format.rate, billable ? rate?.node(in: currency) : .written("none"))
        record.set(Format.priority, priority?.rawValue)
        return record.node
    }
}

extension DemandLine.Team {
    /// One number where nobody has to be there beside others, and there are as many seats as people.
    fileprivate func text(seats: Int) -> String {
        least == 1 && most == seats ? "\(most)" : "\(least) .. \(most)"
    }
}

extension DemandLine.GradeQuota {
    fileprivate var text: String {
        let least = atLeast > 0 ? ["at least \(atLeast)"] : []
        return (least + (atMost < .whole || least.isEmpty ? ["at most \(atMost.text)"] : []))
            .joined(separator: " and ")
    }
}

extension DemandLine.Amount {
    fileprivate func node(within range: DemandLine.AmountRange?) -> Node {
        switch self {
        case .perWeek(let hours): .written(stated(hours.seconds, within: range).text(of: "h/week"))
        case .total(let hours): .written(stated(hours.seconds, within: range).text(of: "h total"))
        case .fullTimeEquivalents(let people):
            .written(
                stated(people.millionths, within: range).text(unit: " fte") { Share(millionths: $0).number })
        case .byWeek(let list): .written(list.map { $0.text + "h" })
        }
    }

    private func stated(_ planned: Int, within range: DemandLine.AmountRange?) -> Stated {
        guard let range, let least = range.least.units, let most = range.most.units, least < most else {
            return Stated(planned: planned, range: nil)
        }
        return Stated(planned: planned, range: least...most)
    }

    /// Seconds, or millionths of a person.
    private var units: Int? {
        switch self {
        case .perWeek(let hours), .total(let hours): hours.seconds
        case .fullTimeEquivalents(let people): people.millionths
        case .byWeek: nil
        }
    }
}

extension Stated {
    /// Of hours, by their seconds.
    fileprivate func text(of unit: String) -> String {
        text(unit: unit, step: Hours.finest.seconds) { Hours(seconds: $0).text }
    }
}
