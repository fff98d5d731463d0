// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// The bookings of a commitment by position, and how much of them can still be kept.
///
/// Where people have less time than they had, or lines ask for less, what is kept shrinks in proportion until all of it
/// fits together: into each person's weeks, overtime included, and into each line. So a plan that keeps all of it
/// always exists.
struct KeptWork {
    private struct Entry {
        let person: Int
        let line: Int
        let week: Int
        let isCover: Bool
        var hours: Hours
    }

    /// Beside pinned work, ordered by person, line and week.
    private let entries: [Entry]

    init(of situation: Situation) {
        let firm = situation.firm
        let people = Dictionary(firm.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [Entry] = []
        for kept in firm.commitment?.kept ?? [] {
            guard let person = people[kept.person], let line = situation.demand.index(of: kept.line) else { continue }
            for item in kept.weeks {
                guard let week = firm.horizon.index(of: item.week) else { continue }
                let hours = item.hours - situation.pinned.hours(person: person, line: line, week: week)
                if hours > .zero {
                    found.append(Entry(person: person, line: line, week: week, isCover: false, hours: hours))
                }
            }
            for item in kept.cover {
                guard let week = firm.horizon.index(of: item.week), situation.isFrozen(week) else { continue }
                found.append(Entry(person: person, line: line, week: week, isCover: true, hours: item.hours))
            }
        }
        entries = found.sorted { ($0.person, $0.line, $0.week) < ($1.person, $1.line, $1.week) }
    }

    /// What is kept in frozen weeks, as pinned work.
    func frozen(in situation: Situation) -> [PinnedWork.Entry] {
        var found = entries.filter { situation.isFrozen($0.week) }
        found = shrunk(
            found, \.hours, by: { [$0.person, $0.week] },
            into: { entry in
                let cell = situation.capacity[entry.person, entry.week]
                let most = cell.plannable + situation.overtimeLimit(person: entry.person, week: entry.week)
                return max(.zero, most - situation.pinned.hours(person: entry.person, week: entry.week))
            })
        found = shrunk(
            found, \.hours, by: { situation.openKey(line: $0.line, week: $0.week) },
            into: {
                situation.open(line: $0.line, week: $0.week)
            })
        return found.filter { $0.hours > .zero }.map {
            PinnedWork.Entry(person: $0.person, line: $0.line, week: $0.week, hours: $0.hours)
        }
    }

    /// What is kept in weeks that are open: a promise for each person and line, by stretch or by week.
    func promises(in situation: Situation) -> [Promise] {
        guard let commitment = situation.firm.commitment else { return [] }
        var parts = parts(in: situation)
        fitIntoPeople(&parts, in: situation)
        fitIntoLines(&parts, in: situation)
        return parts.map { part in
            Promise(
                origin: .kept, person: part.person, line: part.line, weeks: part.weeks, wanted: part.wanted,
                hours: min(
                    part.wanted, Hours(seconds: Int((part.share * part.whole.inHours * 3600 + 1e-6).rounded(.down)))),
                price: commitment.price)
        }
    }

    /// A booking in one stretch of a steady line or in one week of a loose one.
    private struct Part {
        let person: Int
        let line: Int
        let weeks: Range<Int>
        let wanted: Hours
        /// What all of it delivers by week: for a steady line the whole line in the person's hands, else what is wanted.
        let delivery: [Hours]
        /// The part of that which can be kept.
        var share: Double

        var whole: Hours { delivery.reduce(.zero, +) }
    }

    private func parts(in situation: Situation) -> [Part] {
        let open = entries.filter { !situation.isFrozen($0.week) && !$0.isCover }
        let pairs = Dictionary(grouping: open) { [$0.person, $0.line] }
        return pairs.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.flatMap { pair, entries -> [Part] in
            let (person, line) = (pair[0], pair[1])
            let isPossible =
                situation.candidate(person: person, line: line) != nil && situation.weight(of: line) > .zero
            guard situation.need(of: line).spread == .steady else {
                return entries.map { entry in
                    let seat =
                        situation.need(of: line).spread == .anytime
                        ? entry.hours.inHours
                        : situation.openHours(line: line, week: entry.week).inHours * situation.seat(of: line)
                    return Part(
                        person: person, line: line, weeks: entry.week..<entry.week + 1, wanted: entry.hours,
                        delivery: [entry.hours],
                        share: isPossible ? min(1, seat / entry.hours.inHours) : 0)
                }
            }
            return situation.stretches[line].compactMap { stretch in
                let wanted = entries.filter { stretch.contains($0.week) }.reduce(Hours.zero) { $0 + $1.hours }
                guard wanted > .zero else { return nil }
                let delivery = stretch.map { situation.delivery(person: person, line: line, week: $0) }
                let whole = delivery.reduce(Hours.zero, +)
                let canHold =
                    isPossible && whole > .zero && situation.canHold(person: person, line: line, through: stretch)
                let share = canHold ? min(situation.seat(of: line), wanted.inHours / whole.inHours) : 0
                return Part(
                    person: person, line: line, weeks: stretch, wanted: wanted, delivery: delivery, share: share)
            }
        }
    }

    private func fitIntoPeople(_ parts: inout [Part], in situation: Situation) {
        let owned = Dictionary(grouping: parts.indices) { parts[$0].person }
        for (person, members) in owned {
            for week in situation.firstOpenWeek..<situation.firm.horizon.weekCount {
                let busy = members.filter { parts[$0].weeks.contains(week) }
                let load = busy.reduce(0.0) { sum, index in
                    sum + parts[index].share * parts[index].delivery[week - parts[index].weeks.lowerBound].inHours
                }
                let most =
                    situation.openCapacity(person: person, week: week)
                    + situation.openOvertime(person: person, week: week)
                guard load > most.inHours else { continue }
                for index in busy where parts[index].delivery[week - parts[index].weeks.lowerBound] > .zero {
                    parts[index].share *= most.inHours / load
                }
            }
        }
    }

    private func fitIntoLines(_ parts: inout [Part], in situation: Situation) {
        func key(_ part: Part) -> [Int] {
            situation.need(of: part.line).spread == .anytime ? [part.line] : [part.line, part.weeks.lowerBound]
        }
        for (_, members) in Dictionary(grouping: parts.indices, by: { key(parts[$0]) }) {
            let line = parts[members[0]].line
            let isSteady = situation.need(of: line).spread == .steady
            let sum = members.reduce(0.0) { sum, index in
                sum + parts[index].share * (isSteady ? 1 : parts[index].whole.inHours)
            }
            let most: Double =
                switch situation.need(of: line).spread {
                case .steady: 1
                case .weekly: situation.openHours(line: line, week: parts[members[0]].weeks.lowerBound).inHours
                case .anytime: situation.openTotal(line: line).inHours
                }
            guard sum > most else { continue }
            for index in members { parts[index].share *= most / sum }
        }
    }
}

extension Firm {
    /// The position of the first week that may still be planned; zero where nothing is frozen.
    var firstOpenWeek: Int {
        guard let day = commitment?.frozenBefore else { return 0 }
        return min(horizon.weekCount, max(0, horizon.firstWeek.distance(to: Week(of: day))))
    }
}
