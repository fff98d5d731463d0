// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Adds to a made-up firm what bookable plans have to keep to: grades, mentors, people who stay at home, sites, teams and
/// their mixes, and a limit on what anybody works on at once.
///
/// It draws from a stream of its own and takes nothing away, so that the firm is otherwise the one that it would be.
struct HouseRules {
    private var random: SplitMix64

    init(seed: UInt64) {
        // Any other stream than that of the firm.
        random = SplitMix64(seed: seed ^ 0x0052_756C_6573)
    }

    mutating func apply(to firm: inout Firm) {
        for position in firm.people.indices {
            firm.people[position].grade = firm.people[position].role.map { Identifier($0.text) }
            firm.people[position].travels = !random.chance(25)
        }
        for position in firm.people.indices where firm.people[position].grade == "junior" && random.chance(30) {
            firm.people[position].mentors = mentors(of: firm.people[position], among: firm.people)
        }
        firm.together = pairs(of: firm.people)
        for position in firm.projects.indices {
            if random.chance(20) { firm.projects[position].site = random.pick(firm.offices).id }
            for line in firm.projects[position].lines.indices {
                staff(&firm.projects[position].lines[line])
            }
        }
        firm.policy.bookable.atOnce = 4
        firm.policy.bookable.sites = 2
    }

    /// Up to three people, none of them junior, who know what the person knows best.
    private mutating func mentors(of person: Person, among people: [Person]) -> [Identifier<Person>] {
        guard let best = person.skills.first?.skill else { return [] }
        var able = people.filter { $0.grade != "junior" && $0.level(in: best) != nil }.map(\.id)
        var found: [Identifier<Person>] = []
        while found.count < 3, !able.isEmpty { found.append(able.remove(at: random.below(able.count))) }
        return found
    }

    /// One pair for every forty people: two of one office who know the same thing best and need no mentor.
    private mutating func pairs(of people: [Person]) -> [[Identifier<Person>]] {
        var free = people.filter { $0.mentors.isEmpty }
        var pairs: [[Identifier<Person>]] = []
        for _ in 0..<(people.count / 40) {
            let one = free.remove(at: random.below(free.count))
            let other = free.firstIndex { $0.office == one.office && $0.skills.first?.skill == one.skills.first?.skill }
            if let other { pairs.append([one.id, free.remove(at: other).id]) }
        }
        return pairs
    }

    /// Of steady lines some are for one person only, large ones for several, and some of these ask for a mix.
    private mutating func staff(_ line: inout DemandLine) {
        let draw = random.below(100)
        guard line.spread == .steady else { return }
        let isLarge = line.amount.isAtLeast(hoursPerWeek: 24)
        if line.seats > 1 {
            line.team = .init(line.seats, through: 2 * line.seats)
        } else if isLarge, draw < 30 {
            line.team = .init(1, through: 3)
        } else if draw < 12 {
            line.team = .init(1, through: 1)
        }
        guard isLarge, line.team?.most != 1 else { return }
        switch random.below(100) {
        case 0..<6: line.mix = [.init(grade: "senior", atLeast: 1)]
        case 6..<12: line.mix = [.init(grade: "junior", atMost: Share(percent: 40))]
        case 12..<15:
            line.mix = [.init(grade: "senior", atLeast: 1), .init(grade: "junior", atMost: Share(percent: 50))]
        default: break
        }
    }
}

extension DemandLine.Amount {
    /// Of a whole week; no total and no list is.
    fileprivate func isAtLeast(hoursPerWeek least: Int) -> Bool {
        switch self {
        case .perWeek(let hours): hours >= Hours(least)
        case .fullTimeEquivalents(let share): share.millionths * 40 >= least * 1_000_000
        case .total, .byWeek: false
        }
    }
}
