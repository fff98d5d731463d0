// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Planning
import Staffing

/// Turns what is unfilled in a plan into people to hire: by the scarce skill of the line and by month, unfilled hours /
/// the plannable hours of somebody who works full time in that month.
struct HireNeeds {
    static let anySkill = "(any)"

    let situation: Situation
    /// Months in order, with what a full-time person could be planned for.
    private let fullTime: [(month: String, hours: Hours)]
    /// Plannable hours of each person over the whole horizon.
    private let plannable: [Hours]

    init(in situation: Situation) {
        self.situation = situation
        fullTime = Self.fullTime(in: situation.firm)
        plannable = situation.firm.people.indices.map { person in
            situation.capacity.weeks(of: person).reduce(.zero) { $0 + $1.plannable }
        }
    }

    /// In the order in which the firm's lines first name the skill, then of months.
    func all(for plan: Plan) -> [HireNeed] {
        var skills: [String] = []
        var unmet: [String: [String: Hours]] = [:]
        for unfilled in plan.unfilled {
            guard let line = situation.demand.index(of: unfilled.line) else { continue }
            let skill = scarceSkill(of: situation.need(of: line))
            if unmet[skill] == nil { skills.append(skill) }
            for item in unfilled.weeks {
                unmet[skill, default: [:]][Period.month.name(of: item.week), default: .zero] += item.hours
            }
        }
        return skills.flatMap { skill in
            fullTime.compactMap { month, full in
                guard let hours = unmet[skill]?[month], full > .zero else { return nil }
                let thousandths = (2000 * hours.seconds + full.seconds) / (2 * full.seconds)
                return thousandths > 0 ? HireNeed(skill: skill, month: month, thousandths: thousandths) : nil
            }
        }
    }

    /// Of the skills that a line asks for, the one for which those who have it at the level have fewest plannable hours
    /// over the horizon; the first of them where several are as scarce.
    func scarceSkill(of line: DemandLine) -> String {
        let supply = line.skills.map { asked in
            zip(situation.firm.people, plannable).reduce(Hours.zero) { sum, item in
                (item.0.level(in: asked.skill) ?? 0) >= asked.level ? sum + item.1 : sum
            }
        }
        guard let least = supply.indices.min(by: { supply[$0] < supply[$1] }) else { return Self.anySkill }
        return line.skills[least].skill.text
    }

    /// By month, the plannable hours of somebody who works all hours of the firm's calendar, with its holidays and the
    /// firm's internal time.
    private static func fullTime(in firm: Firm) -> [(month: String, hours: Hours)] {
        var alone = firm
        alone.people = [
            Person(
                id: "full-time", name: "", role: nil, office: nil, calendar: nil, skills: [],
                contract: Dated(always: .share(.whole)), cost: Dated(always: .zero), leave: [], internalTime: nil,
                target: nil, overtime: nil, knows: [], wishes: [])
        ]
        var months: [(month: String, hours: Hours)] = []
        for (week, cell) in zip(firm.horizon.weeks, Capacity(of: alone).weeks(of: 0)) {
            let month = Period.month.name(of: week)
            if months.last?.month == month {
                months[months.count - 1].hours += cell.plannable
            } else {
                months.append((month, cell.plannable))
            }
        }
        return months
    }
}
