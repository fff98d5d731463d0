// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing
import Verification

/// Who does something of which lines in which weeks, cover aside.
struct BookedPlaces {
    /// Hours by line and week, then by person.
    private(set) var hours: [Int: [Int: [(person: Int, hours: Double)]]] = [:]
    private var lines: [Int: [Int: Set<Int>]] = [:]
    /// Whom each person needs beside them.
    let needs: [Int: [[Int]]]

    init(of tally: Tally, in situation: Situation) {
        needs = Dictionary(grouping: situation.companionships(), by: \.person).mapValues { $0.map(\.anyOf) }
        for entry in tally.entries where entry.hours > .zero && entry.kind != .cover {
            hours[entry.line, default: [:]][entry.week, default: []].append((entry.person, entry.hours.inHours))
            lines[entry.person, default: [:]][entry.week, default: []].insert(entry.line)
        }
    }

    func lines(of person: Int, week: Int) -> Set<Int> { lines[person]?[week] ?? [] }
}

extension UnmetReasons {
    /// The rule of booking that keeps those from a line who have time for it: of each of them the first that would be broken
    /// by as much as they could do, in the order of the rules; of all the first. Nil where somebody breaks none.
    func ruleBroken(
        line: Int, week: Int, by free: [Candidate], _ booked: BookedPlaces
    ) -> Unfilled.BookingRule? {
        let weeks = weeks(of: line, around: week)
        // Through all weeks of a share; whoever is full in one of them has no time.
        let able = free.map(\.person).filter { person in
            weeks.allSatisfy { isOff(person, line, $0) || !spare(person: person, week: $0).isDust }
        }
        let rules = able.map { rule(keeping: $0, from: line, through: weeks, booked) }
        guard !rules.isEmpty, !rules.contains(nil) else { return nil }
        return Unfilled.BookingRule.allCases.first { rules.contains($0) }
    }

    /// Of a steady line the stretch that has the week.
    private func weeks(of line: Int, around week: Int) -> Range<Int> {
        guard situation.need(of: line).spread == .steady else { return week..<week + 1 }
        return situation.stretches[line].first { $0.contains(week) } ?? week..<week + 1
    }

    private func isOff(_ person: Int, _ line: Int, _ week: Int) -> Bool {
        !situation.isBusy(person: person, line: line, week: week)
    }

    private func rule(
        keeping person: Int, from line: Int, through weeks: Range<Int>, _ booked: BookedPlaces
    ) -> Unfilled.BookingRule? {
        let busy = weeks.filter { !isOff(person, line, $0) }
        if breaksMix(person, line, weeks, booked) { return .mix }
        if busy.contains(where: { lacksCompany(person, line, $0, booked) }) { return .company }
        if isTooSmall(person, line, weeks, booked) { return .smallest }
        if busy.contains(where: { isOnEnoughLines(person, line, $0, booked) }) { return .atOnce }
        return busy.contains { isAtEnoughSites(person, line, $0, booked) } ? .sites : nil
    }

    /// Whether the mix asks for others who are not there, or has no room for another minute of the person's grade.
    private func breaksMix(_ person: Int, _ line: Int, _ weeks: Range<Int>, _ booked: BookedPlaces) -> Bool {
        let entries = weeks.flatMap { booked.hours[line]?[$0] ?? [] }
        let grade = situation.firm.people[person].grade
        return situation.need(of: line).mix.contains { quota in
            func isOf(_ other: Int) -> Bool { situation.firm.people[other].grade == quota.grade }
            let members = Set(entries.map(\.person)).union([person]).count(where: isOf)
            if members < quota.atLeast { return true }
            guard grade == quota.grade, quota.atMost < .whole else { return false }
            let all = entries.reduce(0) { $0 + $1.hours }
            let mine = entries.reduce(0) { $0 + (isOf($1.person) ? $1.hours : 0) }
            return mine + 1.0 / 60 > quota.atMost.fraction * (all + 1.0 / 60)
        }
    }

    private func lacksCompany(_ person: Int, _ line: Int, _ week: Int, _ booked: BookedPlaces) -> Bool {
        let project = situation.demand.lines[line].project
        return (booked.needs[person] ?? []).contains { anyOf in
            !anyOf.contains { other in
                booked.lines(of: other, week: week).contains { situation.demand.lines[$0].project == project }
            }
        }
    }

    /// Whether the person's time, or what is left of the line, is less than may be booked; nobody's who is on it already.
    private func isTooSmall(_ person: Int, _ line: Int, _ weeks: Range<Int>, _ booked: BookedPlaces) -> Bool {
        guard !weeks.contains(where: { booked.lines(of: person, week: $0).contains(line) }) else { return false }
        return weeks.contains { week in
            guard !isOff(person, line, week) else { return false }
            let left = situation.demand.lines[line].hours(in: week) - tally.filled(line: line, week: week)
            let room = min(left, spare(person: person, week: week))
            guard situation.need(of: line).spread == .steady else {
                return situation.isSliver(room, person: person, line: line, week: week)
            }
            let stretch = situation.stretches[line].firstIndex { $0.contains(week) } ?? 0
            let all = situation.delivery(person: person, line: line, week: week)
            return room + Hours(seconds: 2) < all.part(situation.leastShare(of: line, stretch: stretch))
        }
    }

    private func isOnEnoughLines(_ person: Int, _ line: Int, _ week: Int, _ booked: BookedPlaces) -> Bool {
        guard let most = situation.firm.policy.bookable.atOnce else { return false }
        let lines = booked.lines(of: person, week: week)
        return !lines.contains(line) && lines.count >= most
    }

    private func isAtEnoughSites(_ person: Int, _ line: Int, _ week: Int, _ booked: BookedPlaces) -> Bool {
        guard let most = situation.firm.policy.bookable.sites,
            let site = situation.siteAway(person: person, line: line)
        else { return false }
        let sites = Set(
            booked.lines(of: person, week: week).compactMap { situation.siteAway(person: person, line: $0) })
        return !sites.contains(site) && sites.count >= most
    }
}
