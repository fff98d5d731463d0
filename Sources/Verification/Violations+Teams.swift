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
    /// number, pinned ones included; and by their part of the hours that people have there, a share being so much of what is
    /// open. A grade of which too much is pinned gets no share.
    func mixes(_ shares: DecidedShares) -> [Violation] {
        shares.stretches.flatMap { item -> [Violation] in
            let quotas = situation.need(of: item.place.line).mix
            guard !quotas.isEmpty, !item.people.isEmpty else { return [] }
            let work = work(item)
            return quotas.flatMap { [fewMembers(work, $0, item), largePart(work, $0, item)].compactMap(\.self) }
        }
    }

    /// Hours by person, pinned ones and those that shares come to, in the order of the people.
    private func work(_ item: DecidedShares.Stretch) -> [(person: Int, hours: Double)] {
        var hours = pinnedHours(item.place)
        for held in item.people { hours[held.holder, default: 0] += held.share.fraction * openHours(item.place) }
        return hours.sorted { $0.key < $1.key }.map { (person: $0.key, hours: $0.value) }
    }

    private func fewMembers(
        _ work: [(person: Int, hours: Double)], _ quota: DemandLine.GradeQuota, _ item: DecidedShares.Stretch
    ) -> Violation? {
        let members = work.count { firm.people[$0.person].grade == quota.grade }
        guard members < quota.atLeast else { return nil }
        return .gradeMissing(
            line(item.place.line), begin(item.place.line, item.place.stretch), quota.grade, members: members,
            least: quota.atLeast)
    }

    private func largePart(
        _ work: [(person: Int, hours: Double)], _ quota: DemandLine.GradeQuota, _ item: DecidedShares.Stretch
    ) -> Violation? {
        guard item.people.contains(where: { firm.people[$0.holder].grade == quota.grade }) else { return nil }
        let all = work.reduce(0) { $0 + $1.hours }
        let mine = work.reduce(0) { $0 + (firm.people[$1.person].grade == quota.grade ? $1.hours : 0) }
        // Each share may have been rounded by a millionth or two.
        let rounding = 2e-6 * Double(item.people.count + 1) * openHours(item.place)
        guard mine > quota.atMost.fraction * all + rounding else { return nil }
        return .gradeBeyond(
            line(item.place.line), begin(item.place.line, item.place.stretch), quota.grade,
            part: Share(millionths: Int((mine / all * 1e6).rounded())), most: quota.atMost)
    }

    /// What a whole share of the stretch comes to.
    private func openHours(_ place: DecidedShares.Place) -> Double {
        situation.stretches[place.line][place.stretch].reduce(0) {
            $0 + situation.openHours(line: place.line, week: $1).inHours
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
