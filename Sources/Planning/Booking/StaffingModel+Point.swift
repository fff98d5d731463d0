// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// What is booked as a point of this program, to begin a search with.
    func start(at booked: Booker.Booked) -> Nearby {
        var values = [Double](repeating: 0, count: decisions.count)
        let known = Dictionary(
            zip(booked.model.decisions, booked.answer.values), uniquingKeysWith: { first, _ in first })
        var held = Held(situation)
        for (column, decision) in decisions.enumerated() {
            values[column] = known[decision] ?? 0
            held.add(decision, values[column])
        }
        for (column, decision) in decisions.enumerated() {
            guard case .choice(let choice) = decision else { continue }
            values[column] = held.value(of: choice)
        }
        return Nearby(
            basis: Basis(
                rows: Array(repeating: .basic, count: limits.count),
                columns: Array(repeating: .atLower, count: decisions.count)),
            point: Nearby.Point(values: values, rowPrices: Array(repeating: 0, count: limits.count)))
    }
}

/// Who holds how much, and the choices that follow.
private struct Held {
    private let situation: Situation
    private var shares: [Support.Place: Double] = [:]
    private var pools: [Support.Place: Double] = [:]
    private var hours: [Support.Place: Double] = [:]
    private var sites: Set<Support.Place> = []
    private let offices: [Identifier<Office>: Int]

    init(_ situation: Situation) {
        self.situation = situation
        offices = Dictionary(
            situation.firm.offices.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func add(_ decision: StaffingModel.Decision, _ value: Double) {
        guard value > 1e-9 else { return }
        switch decision {
        case .share(let person, let line, let stretches):
            for stretch in stretches {
                shares[.init(who: person, line: line, place: stretch), default: 0] += value
                for week in situation.stretches[line][stretch] { visit(person, line, week) }
            }
        case .hours(let person, let line, let week):
            hours[.init(who: person, line: line, place: week)] = value
            visit(person, line, week)
        case .poolShare(let pool, let line, let stretch):
            pools[.init(who: pool, line: line, place: stretch), default: 0] += value
        case .poolHours, .overtime, .kept, .moves, .choice, .level, .above, .below: break
        }
    }

    private mutating func visit(_ person: Int, _ line: Int, _ week: Int) {
        guard let site = situation.siteAway(person: person, line: line).flatMap({ offices[$0] }),
            situation.isBusy(person: person, line: line, week: week)
        else { return }
        sites.insert(.init(who: person, line: site, place: week))
    }

    func value(of choice: BookingChoice) -> Double {
        switch choice {
        case .holds(let person, let line, let stretch): share(person, line, stretch) > 0 ? 1 : 0
        case .works(let person, let line, let week):
            hours[.init(who: person, line: line, place: week)] == nil ? 0 : 1
        case .subcontracts(let pool, let line, let stretch):
            pools[.init(who: pool, line: line, place: stretch)] == nil ? 0 : 1
        case .manned(let line, let stretch):
            shares.keys.contains { $0.line == line && $0.place == stretch }
                || pools.keys.contains { $0.line == line && $0.place == stretch } ? 1 : 0
        case .staffed(let line, let stretch):
            shares.keys.contains { $0.line == line && $0.place == stretch } ? 1 : 0
        case .visits(let person, let site, let week):
            sites.contains(.init(who: person, line: site, place: week)) ? 1 : 0
        case .steps(let person, let line, let stretch): steps(person, line, stretch).count
        case .seated(let person, let line, let stretch): isSeated(person, line, stretch) ? 1 : 0
        case .odd(let person, let line, let stretch):
            steps(person, line, stretch).rest > 0 && !isSeated(person, line, stretch) ? 1 : 0
        case .rest(let person, let line, let stretch): steps(person, line, stretch).rest
        }
    }

    private func share(_ person: Int, _ line: Int, _ stretch: Int) -> Double {
        shares[.init(who: person, line: line, place: stretch)] ?? 0
    }

    private func isSeated(_ person: Int, _ line: Int, _ stretch: Int) -> Bool {
        share(person, line, stretch) > situation.seat(of: line) - 1e-9
    }

    private func steps(_ person: Int, _ line: Int, _ stretch: Int) -> (count: Double, rest: Double) {
        guard let step = situation.stepShare(of: line, stretch: stretch)?.fraction, step > 0 else { return (0, 0) }
        let share = share(person, line, stretch)
        let count = (share / step + 1e-6).rounded(.down)
        let rest = share - count * step
        return (count, rest > 1e-9 ? rest : 0)
    }
}
