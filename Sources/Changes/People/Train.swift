// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Somebody learns something, or gets better at it: from the first day on, since skills have no dates. What the
/// training takes is time away.
public struct Train: Change {
    public var person: Identifier<Person>
    public var skills: [SkillLevel]
    public var away: [TimeOff]

    public init(_ person: Identifier<Person>, _ skills: [SkillLevel], away: [TimeOff] = []) {
        self.person = person
        self.skills = skills
        self.away = away
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let index = try firm.position(of: person)
        guard !skills.isEmpty else { throw Refusal("skills", .missing(examples: ["skills: { kotlin: 3 }"])) }
        var pupil = firm.people[index]
        for skill in skills {
            if let level = pupil.level(in: skill.skill), level >= skill.level {
                throw Refusal("skills", .notHigher(person: pupil.name, skill: skill.skill.text, level: level))
            }
            if let place = pupil.skills.firstIndex(where: { $0.skill == skill.skill }) {
                pupil.skills[place] = skill
            } else {
                pupil.skills.append(skill)
            }
        }
        for off in away { try firm.check(off.days, key: "away") }
        pupil.leave += away
        try firm.check(pupil.leave, key: "away")
        firm.people[index] = pupil
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let absence = away.isEmpty ? "" : ", away \(phrasing.list(away.map(phrasing.timeOff)))"
        return "Train \(phrasing.name(person)) to \(phrasing.skills(skills))\(absence)"
    }
}
