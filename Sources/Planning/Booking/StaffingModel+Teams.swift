// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// Wherever anybody holds a share of a line, as many people do as its team may have; whoever is pinned there counts,
    /// and so does each pool.
    mutating func addTeams(_ shares: PersonShares) {
        let members = members(shares)
        for line in situation.demand.lines.indices where situation.weight(of: line) > .zero {
            let need = situation.need(of: line)
            guard need.team != nil || !need.mix.isEmpty else { continue }
            switch need.spread {
            case .steady:
                for stretch in situation.stretches[line].indices {
                    addTeam(need, line, stretch, people: members[line]?[stretch] ?? [])
                }
            case .weekly, .anytime:
                guard let most = need.team?.most else { continue }
                for week in situation.demand.lines[line].weeks { addTeam(line, week: week, most: most) }
            }
        }
    }

    /// By line and stretch: who could hold a share, with the position of that in the choices.
    private func members(_ shares: PersonShares) -> [Int: [Int: [(person: Int, choice: Int)]]] {
        var members: [Int: [Int: [(person: Int, choice: Int)]]] = [:]
        for (person, pieces) in shares.pieces.enumerated() {
            for (index, piece) in pieces.enumerated() {
                members[piece.line, default: [:]][piece.stretch, default: []]
                    .append((person, booking.held[person][index]))
            }
        }
        return members
    }

    private mutating func addTeam(_ need: DemandLine, _ line: Int, _ stretch: Int, people: [(person: Int, choice: Int)])
    {
        let weeks = situation.stretches[line][stretch]
        guard !situation.isFrozen(weeks.lowerBound) else { return }
        let pinned = situation.peoplePinned(on: line, through: weeks)
        var all = people.filter { !pinned.contains($0.person) }.map(\.choice)
        if need.team != nil { for pool in situation.pools(for: line) { all.append(addPoolHold(pool, line, stretch)) } }
        if let most = need.team?.most, all.count > most - pinned.count {
            let row = addRow(
                .booking(.teamMost(line: line, week: weeks.lowerBound)), atMost: Double(max(0, most - pinned.count)))
            for member in all { booking.choices[member].entries.append((row, 1)) }
        }
        if let least = need.team?.least, least > 1 {
            let manned = booking.add(.manned(line: line, stretch: stretch))
            for (index, member) in (all + people.filter { pinned.contains($0.person) }.map(\.choice)).enumerated() {
                let row = addRow(.booking(.member(line: line, stretch: stretch, index: index)), atMost: 0)
                booking.choices[member].entries.append((row, 1))
                booking.choices[manned].entries.append((row, -1))
            }
            let row = addRow(
                .booking(.teamLeast(line: line, week: weeks.lowerBound)), .atLeast(-Double(pinned.count)))
            for member in all { booking.choices[member].entries.append((row, 1)) }
            booking.choices[manned].entries.append((row, -Double(least)))
        }
        addGrades(need, line, stretch, people, pinned)
    }

    /// Wherever anybody of the firm holds a share, so many people of each grade do as the mix asks for. Pools have no grades
    /// and ask for none.
    private mutating func addGrades(
        _ need: DemandLine, _ line: Int, _ stretch: Int, _ people: [(person: Int, choice: Int)], _ pinned: Set<Int>
    ) {
        let quotas = need.mix.enumerated().filter { $0.element.atLeast > 0 }
        guard !quotas.isEmpty else { return }
        let staffed = booking.add(.staffed(line: line, stretch: stretch))
        for (index, member) in people.enumerated() {
            let row = addRow(.booking(.staff(line: line, stretch: stretch, index: index)), atMost: 0)
            booking.choices[member.choice].entries.append((row, 1))
            booking.choices[staffed].entries.append((row, -1))
        }
        for (index, quota) in quotas {
            func isOf(_ person: Int) -> Bool { situation.firm.people[person].grade == quota.grade }
            let row = addRow(
                .booking(.mixLeast(line: line, stretch: stretch, quota: index)),
                .atLeast(-Double(pinned.count(where: isOf))))
            for member in people where isOf(member.person) && !pinned.contains(member.person) {
                booking.choices[member.choice].entries.append((row, 1))
            }
            booking.choices[staffed].entries.append((row, -Double(quota.atLeast)))
        }
    }

    private mutating func addPoolHold(_ pool: Int, _ line: Int, _ stretch: Int) -> Int {
        let holds = booking.add(.subcontracts(pool: pool, line: line, stretch: stretch))
        let row = addRow(.booking(.poolHolds(pool: pool, line: line, stretch: stretch)), atMost: 0)
        booking.addPoolEntry(pool: pool, line: line, stretch: stretch, (row, 1))
        booking.choices[holds].entries.append((row, -1))
        let least = situation.leastPoolShare(of: line, stretch: stretch)
        if least > 0 {
            let row = addRow(.booking(.poolThere(pool: pool, line: line, stretch: stretch)), .atLeast(0))
            booking.addPoolEntry(pool: pool, line: line, stretch: stretch, (row, 1))
            booking.choices[holds].entries.append((row, -least))
        }
        return holds
    }

    private mutating func addTeam(_ line: Int, week: Int, most: Int) {
        let pinned = situation.peoplePinned(on: line, through: week..<week + 1)
        let all = situation.candidates[line].compactMap { candidate in
            pinned.contains(candidate.person)
                ? nil : booking.works[.init(who: candidate.person, line: line, place: week)]
        }
        guard all.count > most - pinned.count else { return }
        let row = addRow(
            .booking(.teamMost(line: line, week: week)), atMost: Double(max(0, most - pinned.count)))
        for member in all { booking.choices[member].entries.append((row, 1)) }
    }

    /// People of a grade work no more than their part of what people work on the line through a stretch, pinned work
    /// included; where that alone is more, no more than their part of the rest.
    mutating func addMixes(_ shares: PersonShares) {
        var rows: [Support.Place: Row] = [:]
        for line in situation.demand.lines.indices where situation.weight(of: line) > .zero {
            for (index, quota) in situation.need(of: line).mix.enumerated() where quota.atMost < .whole {
                for (stretch, weeks) in situation.stretches[line].enumerated()
                where !situation.isFrozen(weeks.lowerBound) {
                    rows[.init(who: index, line: line, place: stretch)] = addRow(
                        .booking(.mixMost(line: line, stretch: stretch, quota: index)),
                        atMost: max(0, situation.room(for: quota, on: line, through: weeks)))
                }
            }
        }
        guard !rows.isEmpty else { return }
        for (person, pieces) in shares.pieces.enumerated() {
            for (at, piece) in pieces.enumerated() {
                for (index, quota) in situation.need(of: piece.line).mix.enumerated() {
                    guard let row = rows[.init(who: index, line: piece.line, place: piece.stretch)] else { continue }
                    let hours = situation.stretches[piece.line][piece.stretch].reduce(0.0) {
                        $0 + situation.delivery(person: person, line: piece.line, week: $1).inHours
                    }
                    let isOfGrade = situation.firm.people[person].grade == quota.grade
                    let part = (isOfGrade ? 1 : 0) - quota.atMost.fraction
                    if hours > 0 { booking.ofShare[person][at].append((row, part * hours)) }
                }
            }
        }
    }
}

extension Situation {
    /// Whether a pool may be needed on a steady line whatever its hours cost: for a team of two at least, or to take what
    /// whole steps leave.
    func mayNeedPools(_ line: Int) -> Bool {
        need(of: line).team.map { $0.least > 1 } ?? false || firm.policy.bookable.step != nil
    }

    /// The least that a pool holds which holds anything, where it may be what makes a team of at least two: as much as a
    /// person. Elsewhere anything will do.
    func leastPoolShare(of line: Int, stretch: Int) -> Double {
        guard let team = need(of: line).team, team.least > 1 else { return 0 }
        return leastBooking(of: line, stretch: stretch)
    }

    /// Who has pinned hours on a line in any of the weeks.
    func peoplePinned(on line: Int, through weeks: Range<Int>) -> Set<Int> {
        guard weeks.contains(where: { pinned.hours(line: line, week: $0) > .zero }) else { return [] }
        return Set(
            firm.people.indices.filter { person in
                weeks.contains { pinned.hours(person: person, line: line, week: $0) > .zero }
            })
    }

    /// Hours that pinned work on the line leaves to people of the grade, beside their part of all else; below zero where
    /// it is too much for the quota already.
    func room(for quota: DemandLine.GradeQuota, on line: Int, through weeks: Range<Int>) -> Double {
        var room = 0.0
        for person in peoplePinned(on: line, through: weeks).sorted() {
            let hours = weeks.reduce(0.0) { $0 + pinned.hours(person: person, line: line, week: $1).inHours }
            room += hours * (quota.atMost.fraction - (firm.people[person].grade == quota.grade ? 1 : 0))
        }
        return room
    }
}
