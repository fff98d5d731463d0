// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Who can do what, so that lines ask for what there is.
struct Talent {
    private let people: [Person]
    /// The positions of the people who have a skill, at whatever level.
    private let holders: [Identifier<Skill>: [Int]]

    init(of people: [Person]) {
        self.people = people
        var holders: [Identifier<Skill>: [Int]] = [:]
        for (position, person) in people.enumerated() {
            for held in person.skills { holders[held.skill, default: []].append(position) }
        }
        self.holders = holders
    }

    /// One to three of the model's skills, at their level or a little below, such that a second person has them, too
    /// where the firm has one. Four lines of a hundred are hard: they ask for more than that.
    func requirement(for model: Int, _ random: inout SplitMix64) -> [SkillLevel] {
        if random.chance(4) { return hardRequirement(for: model, &random) }
        let held = people[model].skills
        var wanted: [SkillLevel] = []
        for _ in 0...random.position(weights: [55, 38, 7]) {
            let pick = held[random.position(weights: held.map(\.level))]
            if wanted.contains(where: { $0.skill == pick.skill }) { continue }
            let easier = random.position(weights: [4, 4, 2])
            wanted.append(SkillLevel(pick.skill, max(1, pick.level - easier)))
        }
        while !isHeldByTwo(wanted) {
            if wanted.count > 1 {
                wanted.removeLast()
            } else if let only = wanted.first, only.level > 1 {
                wanted = [SkillLevel(only.skill, only.level - 1)]
            } else {
                return wanted
            }
        }
        return wanted
    }

    private func hardRequirement(for model: Int, _ random: inout SplitMix64) -> [SkillLevel] {
        let known = random.pick(people[model].skills)
        let rare = Identifier<Skill>(Trades.skills[random.within(8...24)].skill)
        return known.skill == rare ? [SkillLevel(rare, 5)] : [known, SkillLevel(rare, random.within(3...5))]
    }

    /// One line in three would like a skill beyond those it needs.
    func preference(beyond needed: [SkillLevel], _ random: inout SplitMix64) -> [SkillLevel] {
        guard random.chance(33) else { return [] }
        let skill = Identifier<Skill>(Trades.skills[random.position(weights: Trades.weights)].skill)
        return needed.contains { $0.skill == skill } ? [] : [SkillLevel(skill, random.within(2...4))]
    }

    private func isHeldByTwo(_ wanted: [SkillLevel]) -> Bool {
        guard let rarest = wanted.map({ holders[$0.skill] ?? [] }).min(by: { $0.count < $1.count }) else { return true }
        var found = 0
        for person in rarest
        where wanted.allSatisfy({ (people[person].level(in: $0.skill) ?? 0) >= $0.level }) {
            found += 1
            if found == 2 { return true }
        }
        return false
    }
}
