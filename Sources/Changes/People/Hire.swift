// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Somebody new, after everybody else; like somebody who is there, or with skills and a cost of their own.
///
/// `like` lends everything that is not said: role, grade, office, whether they travel, calendar, skills, cost, internal
/// time, target, overtime, the clients known, the mentors, and the hours a week that the other has on the first day. It lends no leave and no wishes.
public struct Hire: Change {
    public var id: Identifier<Person>
    public var like: Identifier<Person>?
    public var name: String?
    public var role: Identifier<Role>?
    public var grade: Identifier<Grade>?
    public var office: Identifier<Office>?
    public var travels: Bool?
    public var calendar: Identifier<WorkCalendar>?
    public var skills: [SkillLevel]?
    public var contract: Dated<Contract>?
    public var cost: Dated<Rate>?
    public var internalTime: InternalTime?
    public var target: Share?
    public var overtime: Overtime?
    public var knows: [Identifier<Client>]?
    public var mentors: [Identifier<Person>]?
    /// The first and the last day of employment; open where nil.
    public var from: Day?
    public var until: Day?

    public init(
        _ id: Identifier<Person>, like: Identifier<Person>? = nil, name: String? = nil, role: Identifier<Role>? = nil,
        grade: Identifier<Grade>? = nil, office: Identifier<Office>? = nil, travels: Bool? = nil,
        calendar: Identifier<WorkCalendar>? = nil, skills: [SkillLevel]? = nil,
        contract: Dated<Contract>? = nil, cost: Dated<Rate>? = nil, internalTime: InternalTime? = nil,
        target: Share? = nil, overtime: Overtime? = nil, knows: [Identifier<Client>]? = nil,
        mentors: [Identifier<Person>]? = nil, from: Day? = nil,
        until: Day? = nil
    ) {
        self.id = id
        self.like = like
        self.name = name
        self.role = role
        self.grade = grade
        self.office = office
        self.travels = travels
        self.calendar = calendar
        self.skills = skills
        self.contract = contract
        self.cost = cost
        self.internalTime = internalTime
        self.target = target
        self.overtime = overtime
        self.knows = knows
        self.mentors = mentors
        self.from = from
        self.until = until
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        guard !firm.people.contains(where: { $0.id == id }) else { throw Refusal("person", .taken(.person, id.text)) }
        var model: Person?
        if let like { model = firm.people[try firm.position(of: like, key: "like")] }
        guard let skills = skills ?? model?.skills else {
            throw Refusal("skills", .missing(examples: ["skills: { swift: 3 }", "like: ana"]))
        }
        guard let cost = cost ?? model?.cost else { throw Refusal("cost", .missing(examples: ["cost: 62/h"])) }
        try firm.check(office)
        try firm.check(calendar)
        for client in knows ?? [] { try firm.check(client, key: "knows") }
        for mentor in mentors ?? [] { _ = try firm.position(of: mentor, key: "mentors") }
        try firm.check(from: from, until: until)
        firm.people.append(
            Person(
                id: id, name: name ?? id.text, role: role ?? model?.role, grade: grade ?? model?.grade,
                office: office ?? model?.office,
                calendar: calendar ?? model?.calendar, skills: skills,
                contract: try employment(like: model, in: firm.horizon), cost: cost, leave: [],
                internalTime: internalTime ?? model?.internalTime, target: target ?? model?.target,
                overtime: overtime ?? model?.overtime, knows: knows ?? model?.knows ?? [], wishes: [],
                mentors: mentors ?? model?.mentors ?? [], travels: travels ?? model?.travels ?? true))
    }

    /// The contract between the first and the last day.
    private func employment(like model: Person?, in horizon: Horizon) throws(Refusal) -> Dated<Contract> {
        if let contract {
            let clipped = contract.clipped(from: from, until: until, continuing: { $0.continuing(from: $1) })
            guard !clipped.pieces.isEmpty else {
                let first = from ?? until ?? horizon.days.first
                let days = DayRange(first, until ?? max(first, horizon.days.last))
                throw Refusal("contract", .notEmployed(person: name ?? id.text, days))
            }
            return clipped
        }
        let value = model?.contract.nearest(to: from ?? horizon.days.first) ?? .share(.whole)
        let first = from ?? (value.alternates ? horizon.days.first : nil)
        return Dated(pieces: [.init(first.map { value.continuing(from: $0) } ?? value, first: first, last: until)])
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let whom =
            if let like {
                ", like \(phrasing.name(like))"
            } else if let skills, !skills.isEmpty {
                " with \(phrasing.skills(skills))"
            } else {
                ""
            }
        let span = phrasing.span(from: from, until: until)
        return "Hire \(name ?? id.text)\(whom)\(span.isEmpty ? "" : (like == nil ? "" : ",") + span)"
    }
}
