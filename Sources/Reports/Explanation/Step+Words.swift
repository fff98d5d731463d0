// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Staffing
import Verification

extension Step {
    /// What to do, in a few words.
    func words(in firm: Firm) -> String {
        func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weeks" }
        switch self {
        case .first: return "put it before all else"
        case .move(let count):
            return count > 0 ? "move it \(weeks(count)) later" : "move it \(weeks(-count)) earlier"
        case .overtime(let person, let perWeek, _):
            return "\(Numbers.hours(perWeek)) h a week of overtime for \(firm.name(of: person))"
        case .level(let skill, let from, let to): return "accept \(skill) \(to) instead of \(from)"
        case .anyRole(let role): return "accept other roles than \(role)"
        case .anyOffice(let office): return "accept people outside \(office)"
        case .lift(let exclusion):
            return "lift the exclusion of \(firm.name(of: exclusion.person)) from \(exclusion.target)"
        case .subcontract(let pool, let isNew, let perWeek, let cost):
            let hours = "\(Numbers.hours(perWeek)) h a week"
            let price = "\(Numbers.rate(cost.perHour, in: firm.currency)) \(firm.currency.code)"
            return isNew
                ? "subcontract \(hours) at \(price) an hour"
                : "\(hours) more of \(firm.name(of: pool)) at \(price) an hour"
        case .seats(let from, let to): return "cut it into \(to) instead of \(from) seats"
        case .smaller(let share): return "do \(Numbers.percent(share)) less of it"
        }
    }

    var kind: String {
        switch self {
        case .first: "first"
        case .move(let weeks): weeks > 0 ? "later" : "earlier"
        case .overtime: "overtime"
        case .level: "level"
        case .anyRole: "role"
        case .anyOffice: "office"
        case .lift: "exclusion"
        case .subcontract: "subcontract"
        case .seats: "seats"
        case .smaller: "smaller"
        }
    }

    func json(in firm: Firm) -> JSON {
        var members: [JSON.Member] = [.init("kind", .string(kind))]
        func add(_ key: String, _ value: JSON) { members.append(.init(key, value)) }
        switch self {
        case .first: break
        case .move(let weeks): add("weeks", .integer(weeks))
        case .overtime(let person, let perWeek, let pay):
            add("person", .string(person.text))
            add("hours a week", .number(perWeek.decimal))
            add("pay", .real(pay.fraction))
        case .level(let skill, let from, let to):
            add("skill", .string(skill.text))
            add("from", .integer(from))
            add("to", .integer(to))
        case .anyRole(let role): add("role", .string(role.text))
        case .anyOffice(let office): add("office", .string(office.text))
        case .lift(let exclusion):
            add("person", .string(exclusion.person.text))
            add("from", .string(exclusion.target.description))
        case .subcontract(let pool, let isNew, let perWeek, let cost):
            add("pool", .string(pool.text))
            add("new", .bool(isNew))
            add("hours a week", .number(perWeek.decimal))
            add("cost", .number(cost.perHour.decimal(in: firm.currency)))
        case .seats(let from, let to):
            add("from", .integer(from))
            add("to", .integer(to))
        case .smaller(let share): add("by", .real(share.fraction))
        }
        return .object(members)
    }
}
