// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Makes up the people of a firm.
struct Workforce {
    let horizon: DayRange
    let offices: [Place]
    let clients: [Client]

    func draw(count: Int, _ random: inout SplitMix64) -> [Person] {
        var names = PersonNames()
        return (0..<count).map { _ in person(named: names.next(&random), &random) }
    }

    private func person(named name: String, _ random: inout SplitMix64) -> Person {
        let grade = Trades.grades[random.position(weights: Trades.grades.map(\.frequency))]
        let office = offices[random.position(weights: offices.map(\.frequency))]
        let employment = employment(&random)
        return Person(
            id: Identifier(idText(name)), name: name, role: Identifier(grade.role), office: Identifier(office.id),
            calendar: nil, skills: skills(of: grade, &random), contract: contract(during: employment, &random),
            cost: cost(of: grade, &random),
            leave: Leave(horizon: employment).draw(&random),
            internalTime: nil, target: nil, overtime: nil, knows: knownClients(&random), wishes: [])
    }

    /// Common skills more often than rare ones, at levels that the grade has.
    private func skills(of grade: Trades.Grade, _ random: inout SplitMix64) -> [SkillLevel] {
        var held: [SkillLevel] = []
        let wanted = random.within(grade.skillCount)
        while held.count < wanted {
            let skill = Identifier<Skill>(Trades.skills[random.position(weights: Trades.weights)].skill)
            if held.contains(where: { $0.skill == skill }) { continue }
            // The first is what they are known for.
            let level = random.within(grade.levels) - (held.count > 1 ? 1 : 0)
            held.append(SkillLevel(skill, max(1, level)))
        }
        return held
    }

    /// In a year about six of a hundred join, and as many leave.
    private func employment(_ random: inout SplitMix64) -> DayRange {
        let weeks = horizon.dayCount / 7
        let draw = random.below(100 * 52)
        guard weeks > 4, draw < 12 * weeks else { return horizon }
        let change = random.within(2...(weeks - 2))
        if draw < 6 * weeks { return DayRange(horizon.first + 7 * change, horizon.last) }
        return DayRange(horizon.first, horizon.first + 7 * change - 3)
    }

    private func contract(during employment: DayRange, _ random: inout SplitMix64) -> Dated<Contract> {
        let first = employment.first > horizon.first ? employment.first : nil
        let last = employment.last < horizon.last ? employment.last : nil
        var hours = hours(&random)
        // A pattern that alternates says by its own date which week comes first.
        if first != nil || last != nil, case .pattern = hours { hours = .share(Share(percent: 80)) }
        return Dated(pieces: [Dated.Piece(hours, first: first, last: last)])
    }

    /// One in five works part-time.
    private func hours(_ random: inout SplitMix64) -> Contract {
        guard random.chance(20) else { return .share(.whole) }
        switch random.below(6) {
        case 0: return .pattern(pattern([[8, 8, 8, 8, 0, 0, 0]]))
        case 1: return .pattern(pattern([[8, 8, 8, 8, 8, 0, 0], [8, 8, 8, 0, 0, 0, 0]]))
        default: return .share(Share(percent: random.pick([80, 80, 80, 60, 60, 50, 90, 70])))
        }
    }

    private func pattern(_ weeks: [[Int]]) -> WeekPattern {
        WeekPattern(weeks: weeks.map { $0.map { Hours($0) } }, anchor: horizon.first)
    }

    private func cost(of grade: Trades.Grade, _ random: inout SplitMix64) -> Dated<Rate> {
        let now = Rate(perHour: Money(minorUnits: 100 * random.within(grade.cost)))
        let raise = Rate(perHour: now.perHour + Money(minorUnits: 50 * random.within(2...6)))
        guard random.chance(30), horizon.dayCount > 120 else { return Dated(always: now) }
        let date = (horizon.first + 90).date
        guard let day = Day(year: date.year, month: date.month, day: 1) else { return Dated(always: now) }
        return Dated(pieces: [
            Dated.Piece(now, first: nil, last: day - 1), Dated.Piece(raise, first: day, last: nil),
        ])
    }

    private func knownClients(_ random: inout SplitMix64) -> [Identifier<Client>] {
        var known: [Identifier<Client>] = []
        for _ in 0..<random.within(0...min(4, clients.count)) {
            let client = random.pick(clients).id
            if !known.contains(client) { known.append(client) }
        }
        return known
    }
}
