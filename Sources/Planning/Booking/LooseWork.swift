// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// Hours of weekly and anytime lines beside settled shares: which of them break a rule of booking.
struct LooseWork {
    private let situation: Situation
    /// Above zero, by person, line and week.
    private let hours: [(place: Support.Place, hours: Double)]
    /// Lines that a person is on by a pin or a share, by person and week.
    private let steady: [[Set<Int>]]

    init(_ values: [Double], of model: StaffingModel, within support: Support) {
        let situation = model.situation
        self.situation = situation
        hours = zip(model.decisions, values).compactMap { decision, value in
            guard case .hours(let person, let line, let week) = decision, value > 1e-6 else { return nil }
            return (Support.Place(who: person, line: line, place: week), value)
        }
        var steady = situation.firm.people.map { _ in
            [Set<Int>](repeating: [], count: situation.firm.horizon.weekCount)
        }
        for entry in situation.pinned.entries { steady[entry.person][entry.week].insert(entry.line) }
        for place in support.shares.keys {
            for week in situation.stretches[place.line][place.place] { steady[place.who][week].insert(place.line) }
        }
        self.steady = steady
    }

    /// What must not be worked so that the rest keeps the rules; nothing where all is well.
    /// - Parameter strictness: the part of the smallest slice below which hours go at once; the rest may grow first.
    func offenders(strictness: Double) -> Set<Support.Place> {
        var gone = Set(hours.filter { isTooSmall($0.place, $0.hours, strictness) }.map(\.place))
        gone.formUnion(beyond(gone, { TeamKey(line: $0.line, week: $0.place) }) { teamRoom($0.line, week: $0.place) })
        gone.formUnion(beyond(gone, { PersonKey(person: $0.who, week: $0.place) }) { dutyRoom($0.who, week: $0.place) })
        gone.formUnion(withoutCompany(beside: gone))
        gone.formUnion(atOtherSites(beside: gone))
        return gone
    }

    private struct TeamKey: Hashable {
        let line: Int
        let week: Int
    }

    private struct PersonKey: Hashable {
        let person: Int
        let week: Int
    }

    private func isTooSmall(_ place: Support.Place, _ hours: Double, _ strictness: Double) -> Bool {
        hours < situation.leastSlice(person: place.who, line: place.line, week: place.place).inHours * strictness - 1e-4
    }

    /// Of the places of one key that are not gone, the smallest beyond so many.
    private func beyond<Key: Hashable>(
        _ gone: Set<Support.Place>, _ key: (Support.Place) -> Key, most: (Support.Place) -> Int?
    ) -> [Support.Place] {
        var counts: [Key: Int] = [:]
        var beyond: [Support.Place] = []
        let counted = hours.filter { !gone.contains($0.place) && !isSteady($0.place) }
        for (place, _) in counted.sorted(by: { ($0.hours, $1.place) > ($1.hours, $0.place) }) {
            guard let most = most(place) else { continue }
            counts[key(place), default: 0] += 1
            if counts[key(place), default: 0] > most { beyond.append(place) }
        }
        return beyond
    }

    private func isSteady(_ place: Support.Place) -> Bool { steady[place.who][place.place].contains(place.line) }

    private func teamRoom(_ line: Int, week: Int) -> Int? {
        situation.need(of: line).team.map {
            max(0, $0.most - situation.peoplePinned(on: line, through: week..<week + 1).count)
        }
    }

    private func dutyRoom(_ person: Int, week: Int) -> Int? {
        situation.firm.policy.bookable.atOnce.map { (most: Int) -> Int in
            // Of a line of which all is pinned a share would mean nothing, but the pin keeps the person busy.
            let busy = steady[person][week].count { line in
                situation.pinned.hours(person: person, line: line, week: week) > .zero
                    || situation.isBusy(person: person, line: line, week: week)
            }
            return max(0, most - busy)
        }
    }

    private func withoutCompany(beside gone: Set<Support.Place>) -> [Support.Place] {
        let needs = Dictionary(grouping: situation.companionships(), by: \.person)
        guard !needs.isEmpty else { return [] }
        let left = hours.filter { !gone.contains($0.place) }
        let loose = Set(left.map { [$0.place.who, situation.demand.lines[$0.place.line].project, $0.place.place] })
        return left.map(\.place).filter { place in
            let project = situation.demand.lines[place.line].project
            return (needs[place.who] ?? []).contains { need in
                !need.anyOf.contains { other in
                    loose.contains([other, project, place.place])
                        || steady[other][place.place].contains { situation.demand.lines[$0].project == project }
                }
            }
        }
    }

    private func atOtherSites(beside gone: Set<Support.Place>) -> [Support.Place] {
        guard let most = situation.firm.policy.bookable.sites else { return [] }
        var sites: [PersonKey: Set<Identifier<Office>>] = [:]
        return hours.map(\.place).filter { place in
            guard !gone.contains(place), let site = situation.siteAway(person: place.who, line: place.line) else {
                return false
            }
            let key = PersonKey(person: place.who, week: place.place)
            var known =
                sites[key]
                ?? Set(steady[place.who][place.place].compactMap { situation.siteAway(person: place.who, line: $0) })
            defer { sites[key] = known }
            guard known.contains(site) || known.count < most else { return true }
            known.insert(site)
            return false
        }
    }
}
