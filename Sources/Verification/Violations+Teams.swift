// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension PlanCheck {
    /// On a steady line as many people as its team is said to have, in each stretch in which anybody holds a share: people
    /// with a share, people who are pinned there, and each pool of subcontractors with a share. Where pins alone are more
    /// than the team, nobody else.
    func teams(_ shares: DecidedShares) -> [Violation] {
        shares.stretches.compactMap { item in
            let place = item.place
            guard let team = situation.need(of: place.line).team, situation.need(of: place.line).spread == .steady,
                !item.people.isEmpty || !item.pools.isEmpty
            else { return nil }
            let pinned = Set(pinnedHours(place).keys)
            let members = pinned.union(item.people.map(\.holder)).count + item.pools.count
            let (id, week) = (line(place.line), begin(place.line, place.stretch))
            if members < team.least { return .teamTooSmall(id, week, members: members, least: team.least) }
            let limit = max(team.most, pinned.count)
            return members > limit ? .teamTooLarge(id, week, members: members, most: limit) : nil
        }
    }

    /// The grades on a steady line, in each stretch in which anybody of the firm holds a share: people of a grade by their
    /// number, pinned ones included; and by their part of the hours that people do there. Where more than that part is pinned,
    /// their part of all else.
    func mixes(_ shares: DecidedShares) -> [Violation] {
        shares.stretches.flatMap { item -> [Violation] in
            let quotas = situation.need(of: item.place.line).mix
            guard !quotas.isEmpty, !item.people.isEmpty else { return [] }
            return quotas.flatMap { [fewMembers($0, item), largePart($0, item)].compactMap(\.self) }
        }
    }

    private func isOf(_ grade: Identifier<Grade>, _ person: Int) -> Bool { firm.people[person].grade == grade }

    private func fewMembers(_ quota: DemandLine.GradeQuota, _ item: DecidedShares.Stretch) -> Violation? {
        let all = Set(pinnedHours(item.place).keys).union(item.people.map(\.holder))
        let members = all.count { isOf(quota.grade, $0) }
        guard members < quota.atLeast else { return nil }
        return .gradeMissing(
            line(item.place.line), begin(item.place.line, item.place.stretch), quota.grade, members: members,
            least: quota.atLeast)
    }

    private func largePart(_ quota: DemandLine.GradeQuota, _ item: DecidedShares.Stretch) -> Violation? {
        let place = item.place
        var (all, mine) = (0.0, 0.0)
        for held in item.people {
            let hours = held.share.fraction * delivery(held.holder, place)
            all += hours
            if isOf(quota.grade, held.holder) { mine += hours }
        }
        var (pinned, pinnedMine) = (0.0, 0.0)
        for (person, hours) in pinnedHours(place).sorted(by: { $0.key < $1.key }) {
            pinned += hours
            if isOf(quota.grade, person) { pinnedMine += hours }
        }
        if pinnedMine <= quota.atMost.fraction * pinned { (all, mine) = (all + pinned, mine + pinnedMine) }
        let open = situation.stretches[place.line][place.stretch].reduce(0) {
            $0 + situation.openHours(line: place.line, week: $1).inHours
        }
        let slack = Double(item.people.count) * rounding(of: place.line, stretch: place.stretch).fraction * open
        guard mine > quota.atMost.fraction * all + slack else { return nil }
        return .gradeBeyond(
            line(place.line), begin(place.line, place.stretch), quota.grade,
            part: Share(millionths: Int((mine / all * 1e6).rounded())), most: quota.atMost)
    }

    /// What the whole of a stretch comes to in somebody's hands.
    private func delivery(_ person: Int, _ place: DecidedShares.Place) -> Double {
        situation.stretches[place.line][place.stretch].reduce(0) {
            $0 + situation.delivery(person: person, line: place.line, week: $1).inHours
        }
    }

    /// Hours that people are pinned for on a line in a stretch.
    private func pinnedHours(_ place: DecidedShares.Place) -> [Int: Double] {
        var hours: [Int: Double] = [:]
        for position in tally.entriesOfLine[place.line] ?? [] {
            let entry = tally.entries[position]
            guard entry.kind == .pinned, entry.hours > .zero,
                situation.stretches[place.line][place.stretch].contains(entry.week)
            else { continue }
            hours[entry.person, default: 0] += entry.hours.inHours
        }
        return hours
    }
}
