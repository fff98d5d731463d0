// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Matching
import Staffing

extension Support {
    /// Who an allocation has on what. How much is left open between the smallest booking and a seat, but where shares
    /// come in steps.
    ///
    /// - Parameter onlyThere: no hours of loose lines but where the allocation has some, and of anytime lines wherever it has
    ///   some of them in any week.
    init(of allocation: Allocation, in firm: AllocationOfFirm, onlyThere: Bool = false) {
        let situation = firm.situation
        var pools: Set<Place> = []
        if onlyThere { loose = [] }
        var there: Set<Place> = []
        let companions = Set(situation.companionships().flatMap(\.anyOf))
        for (option, shares) in zip(firm.problem.options, allocation.shares) {
            let job = firm.job(of: option)
            let line = job.line
            if let week = job.week {
                if onlyThere, shares[0] > 1e-9, case .person(let person) = firm.worker(of: option) {
                    there.insert(Place(who: person, line: line, place: job.hours == nil ? week : -1))
                }
                // Somebody may be there only since this one is.
                if case .person(let person) = firm.worker(of: option), companions.contains(person), shares[0] > 1e-9 {
                    slices[Place(who: person, line: line, place: week)] =
                        situation.leastSlice(person: person, line: line, week: week).inHours
                }
                continue
            }
            for (stretch, share) in shares.enumerated() where share > 1e-9 {
                switch firm.worker(of: option) {
                case .pool(let pool):
                    pools.insert(Place(who: pool, line: line, place: stretch))
                    let isStepped = situation.stepShare(of: line, stretch: stretch) != nil
                    // What is left to somebody for good hangs on what the pool has.
                    let least = isStepped ? share : min(situation.leastPoolShare(of: line, stretch: stretch), share)
                    if least > 0 { poolShares[Place(who: pool, line: line, place: stretch)] = least }
                case .person(let person):
                    let isStepped = situation.stepShare(of: line, stretch: stretch) != nil
                    let least = min(situation.leastBooking(of: line, stretch: stretch), share)
                    hold(
                        person: person, line: line, stretch: stretch,
                        isStepped ? share...share : least...situation.seat(of: line))
                }
            }
        }
        if onlyThere { loose = there }
        // Where the team is limited, only the pools that are part of it.
        for line in firm.jobs.filter({ $0.week == nil }).map(\.line)
        where situation.need(of: line).team != nil {
            for stretch in situation.stretches[line].indices {
                for pool in situation.pools(for: line) {
                    let place = Place(who: pool, line: line, place: stretch)
                    if !pools.contains(place) { barredPools.insert(place) }
                }
            }
        }
    }

    /// Who a solved integer program has on what.
    init(of values: [Double], in model: StaffingModel) {
        let situation = model.situation
        var held: [Place: Double] = [:]
        for (decision, value) in zip(model.decisions, values) {
            guard value > 0 else { continue }
            if case .poolShare(let pool, let line, let stretch) = decision,
                situation.stepShare(of: line, stretch: stretch) != nil
            {
                poolShares[Place(who: pool, line: line, place: stretch)] = value
            }
            guard case .share(let person, let line, let stretches) = decision else { continue }
            for stretch in stretches { held[Place(who: person, line: line, place: stretch), default: 0] += value }
        }
        for (decision, value) in zip(model.decisions, values) {
            guard case .choice(let choice) = decision else { continue }
            switch choice {
            case .holds(let person, let line, let stretch):
                guard value > 0.5 else { continue }
                let share = held[Place(who: person, line: line, place: stretch)] ?? 0
                let least = situation.leastBooking(of: line, stretch: stretch)
                let step = situation.stepShare(of: line, stretch: stretch)
                hold(
                    person: person, line: line, stretch: stretch,
                    step == nil ? least...situation.seat(of: line) : share...share)
            case .works(let person, let line, let week):
                let place = Place(who: person, line: line, place: week)
                if value > 0.5 {
                    slices[place] = situation.leastSlice(person: person, line: line, week: week).inHours
                } else {
                    barred.insert(place)
                }
            case .subcontracts(let pool, let line, let stretch):
                let place = Place(who: pool, line: line, place: stretch)
                if value <= 0.5 {
                    barredPools.insert(place)
                } else {
                    let least = situation.leastPoolShare(of: line, stretch: stretch)
                    if least > 0 { poolShares[place] = max(least, poolShares[place] ?? 0) }
                }
            case .manned, .staffed, .visits, .steps, .seated, .odd, .rest: break
            }
        }
    }
}
