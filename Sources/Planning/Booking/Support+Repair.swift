// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension Support {
    /// Takes out who cannot be there whatever the shares: where a search has measured by other hours than the rules, or where
    /// what somebody's presence hangs on is gone. What is left can be settled.
    mutating func repair(in situation: Situation) {
        while true {
            let groups = Dictionary(grouping: shares.keys) { Place(who: 0, line: $0.line, place: $0.place) }
            let gone =
                groups.sorted { $0.key < $1.key }.flatMap { beyondMix($0.value.sorted(), situation) }
                + groups.sorted { $0.key < $1.key }.flatMap { ofSmallTeam($0.value.sorted(), situation) }
                + unaccompanied(in: situation)
            guard !gone.isEmpty else { return }
            drop(gone)
        }
    }

    /// The people of a grade on a stretch who have too much of it even at their least, beside the most of all others.
    private func beyondMix(_ places: [Place], _ situation: Situation) -> [Place] {
        let (line, stretch) = (places[0].line, places[0].place)
        let weeks = situation.stretches[line][stretch]
        for quota in situation.need(of: line).mix where quota.atMost < .whole {
            let mine = places.filter { situation.firm.people[$0.who].grade == quota.grade }
            guard !mine.isEmpty else { continue }
            var least = 0.0
            for place in places {
                guard let bounds = shares[place] else { continue }
                let hours = weeks.reduce(0.0) {
                    $0 + situation.delivery(person: place.who, line: line, week: $1).inHours
                }
                least +=
                    mine.contains(place)
                    ? bounds.lowerBound * hours * (1 - quota.atMost.fraction)
                    : -bounds.upperBound * hours * quota.atMost.fraction
            }
            if least > max(0, situation.room(for: quota, on: line, through: weeks)) + 1e-9 { return mine }
        }
        return []
    }

    /// Everybody on a stretch whose team is too small, or lacks people of a grade.
    private func ofSmallTeam(_ places: [Place], _ situation: Situation) -> [Place] {
        let (line, stretch) = (places[0].line, places[0].place)
        let need = situation.need(of: line)
        guard need.team.map({ $0.least > 1 }) ?? false || need.mix.contains(where: { $0.atLeast > 0 }) else {
            return []
        }
        let people = situation.peoplePinned(on: line, through: situation.stretches[line][stretch])
            .union(places.map(\.who))
        let pools = poolShares.keys.count { $0.line == line && $0.place == stretch }
        let isSmall = people.count + pools < need.team?.least ?? 1
        let lacks = need.mix.contains { quota in
            people.count { situation.firm.people[$0].grade == quota.grade } < quota.atLeast
        }
        return isSmall || lacks ? places : []
    }

    /// Who needs somebody beside them, and has nobody there by a share, a pin or hours that are settled.
    private func unaccompanied(in situation: Situation) -> [Place] {
        let needs = Dictionary(grouping: situation.companionships(), by: \.person)
        guard !needs.isEmpty else { return [] }
        func project(_ line: Int) -> Int { situation.demand.lines[line].project }
        var there: Set<[Int]> = []
        for place in shares.keys {
            for week in situation.stretches[place.line][place.place] {
                there.insert([place.who, project(place.line), week])
            }
        }
        for place in slices.keys where !barred.contains(place) {
            there.insert([place.who, project(place.line), place.place])
        }
        for entry in situation.pinned.entries where entry.hours > .zero {
            there.insert([entry.person, project(entry.line), entry.week])
        }
        return shares.keys.sorted().filter { place in
            (needs[place.who] ?? []).contains { need in
                situation.stretches[place.line][place.place].contains { week in
                    situation.isBusy(person: place.who, line: place.line, week: week)
                        && !need.anyOf.contains { there.contains([$0, project(place.line), week]) }
                }
            }
        }
    }
}
