// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Makes up what people are promised to when the plan is made: on work that runs or soon begins, now and then twice.
struct Promises {
    let firm: Firm
    /// For each line, the position of the person for whom it was cut out.
    let models: [LineID: Int]

    func draw(_ random: inout SplitMix64) -> [Booking] {
        let start = firm.horizon.days.first
        let near = DayRange(start, start + 7 * min(12, firm.horizon.weekCount) - 3)
        var pinned: Set<Int> = []
        var bookings: [Booking] = []
        for project in firm.projects {
            for line in project.lines where line.spread != .anytime {
                let id = LineID(project.id, line.id)
                guard let model = models[id], firm.people[model].canDo(line),
                    let run = project.days(of: line, within: firm.horizon).intersection(near),
                    run.first <= start + 14, let days = firm.people[model].employment(within: run), random.chance(40)
                else { continue }
                // Nobody is pinned twice: that would be a contradiction, not a clash.
                let isPinned = project.stage == .won && random.chance(25) && pinned.insert(model).inserted
                let promised: Booking.Firmness = project.stage == .won ? .confirmed : .tentative
                bookings.append(
                    Booking(
                        person: firm.people[model].id, line: id, amount: amount(line, for: firm.people[model], &random),
                        days: days,
                        firmness: isPinned ? .pinned : promised))
            }
        }
        return bookings
    }

    private func amount(_ line: DemandLine, for person: Person, _ random: inout SplitMix64) -> Booking.Amount {
        let share = Share(percent: 10 * random.within(2...4))
        guard person.contract.pieces.first?.value == .share(.whole) else { return .share(share) }
        switch line.amount {
        case .perWeek(let hours): return .perWeek(Hours(min(24, hours.seconds / 3600 / line.seats)))
        case .fullTimeEquivalents, .total, .byWeek: return .share(share)
        }
    }
}

extension Person {
    fileprivate func canDo(_ line: DemandLine) -> Bool {
        line.skills.allSatisfy { (level(in: $0.skill) ?? 0) >= $0.level }
    }

    /// The days on which there is a contract; made-up people have one piece of it.
    fileprivate func employment(within days: DayRange) -> DayRange? {
        guard let piece = contract.pieces.first else { return nil }
        let (first, last) = (max(days.first, piece.first ?? days.first), min(days.last, piece.last ?? days.last))
        return first <= last ? DayRange(first, last) : nil
    }
}
