// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A pool of subcontractors: a new one, or another answer to what is said of one that is there.
public struct Subcontract: Change {
    public var pool: Identifier<SubcontractorPool>
    public var name: String?
    public var skills: [SkillLevel]?
    public var roles: [Identifier<Role>]?
    public var hoursPerWeek: Hours?
    public var cost: Dated<Rate>?
    public var days: DayRange?

    public init(
        _ pool: Identifier<SubcontractorPool>, name: String? = nil, skills: [SkillLevel]? = nil,
        roles: [Identifier<Role>]? = nil, hoursPerWeek: Hours? = nil, cost: Dated<Rate>? = nil, days: DayRange? = nil
    ) {
        self.pool = pool
        self.name = name
        self.skills = skills
        self.roles = roles
        self.hoursPerWeek = hoursPerWeek
        self.cost = cost
        self.days = days
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let place = firm.subcontractors.firstIndex { $0.id == pool }
        let now = place.map { firm.subcontractors[$0] }
        guard let hours = hoursPerWeek ?? now?.hoursPerWeek else {
            throw Refusal("hours", .missing(examples: ["hours: 40h/week"]))
        }
        guard let cost = cost ?? now?.cost else { throw Refusal("cost", .missing(examples: ["cost: 95/h"])) }
        if let days { try firm.check(days, key: "dates") }
        let new = SubcontractorPool(
            id: pool, name: name ?? now?.name ?? pool.text, skills: skills ?? now?.skills ?? [],
            roles: roles ?? now?.roles ?? [], hoursPerWeek: hours, cost: cost, days: days ?? now?.days)
        if let place { firm.subcontractors[place] = new } else { firm.subcontractors.append(new) }
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let hours = hoursPerWeek.map { " up to \(phrasing.hours($0)) a week" } ?? ""
        let price = cost?.pieces.first.map { " at \(phrasing.rate($0.value))" } ?? ""
        let when = days.map { " " + phrasing.dates($0) } ?? ""
        return "Subcontract to \(name ?? phrasing.name(pool))\(hours)\(price)\(when)"
    }
}
