// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// The decided work of one kind of worker, people or subcontractor pools, in whole millionths and whole seconds.
struct Workforce {
    enum Kind { case people, pools }

    struct Holding {
        let worker: Int
        let line: Int
        /// By stretch of the line.
        var shares: [Share]
    }

    struct Hourly {
        let worker: Int
        let line: Int
        let week: Int
        var hours: Hours
    }

    let kind: Kind
    let situation: Situation
    /// By line, then by worker.
    var holdings: [Holding]
    var hourly: [Hourly]

    /// What the worker delivers in a week for the whole of a line.
    private func whole(_ worker: Int, line: Int, week: Int) -> Hours {
        switch kind {
        case .people: situation.delivery(person: worker, line: line, week: week)
        case .pools: situation.openHours(line: line, week: week)
        }
    }

    /// What the worker's week can hold.
    private func most(_ worker: Int, week: Int) -> Hours {
        switch kind {
        case .people:
            situation.openCapacity(person: worker, week: week) + situation.openOvertime(person: worker, week: week)
        case .pools: situation.openCapacity(ofPool: worker, week: week)
        }
    }

    private func stretch(_ holding: Holding, week: Int) -> Int? {
        situation.stretches[holding.line].firstIndex { $0.contains(week) }
    }

    func hours(of holding: Holding, week: Int) -> Hours {
        guard let stretch = stretch(holding, week: week), holding.shares[stretch] > .zero else { return .zero }
        return whole(holding.worker, line: holding.line, week: week).part(holding.shares[stretch])
    }

    /// Takes back, from the largest first, what a worker's week cannot hold.
    mutating func fitIntoWeeks() {
        let held = Dictionary(grouping: holdings.indices) { holdings[$0].worker }
        let loose = Dictionary(grouping: hourly.indices) { hourly[$0].worker }
        for worker in Set(held.keys).union(loose.keys).sorted() {
            let held = held[worker] ?? []
            let loose = Dictionary(grouping: loose[worker] ?? []) { hourly[$0].week }
            for week in 0..<situation.firm.horizon.weekCount {
                let most = most(worker, week: week)
                while case let excess = load(held, loose[week] ?? [], week: week) - most, excess > .zero {
                    shrink(held, loose[week] ?? [], by: excess, week: week)
                }
            }
        }
    }

    private func load(_ held: [Int], _ loose: [Int], week: Int) -> Hours {
        held.reduce(.zero) { $0 + hours(of: holdings[$1], week: week) } + loose.reduce(.zero) { $0 + hourly[$1].hours }
    }

    private mutating func shrink(_ held: [Int], _ loose: [Int], by excess: Hours, week: Int) {
        if let largest = loose.max(by: { hourly[$0].hours < hourly[$1].hours }), hourly[largest].hours > .zero {
            hourly[largest].hours = max(.zero, hourly[largest].hours - excess)
            return
        }
        let loads = held.map { hours(of: holdings[$0], week: week) }
        guard let position = loads.indices.max(by: { loads[$0] < loads[$1] }),
            let stretch = stretch(holdings[held[position]], week: week)
        else { return }
        let holding = holdings[held[position]]
        let seconds = whole(holding.worker, line: holding.line, week: week).seconds
        let less = Share(millionths: 1 + excess.seconds * 1_000_000 / max(1, seconds))
        holdings[held[position]].shares[stretch] = max(.zero, holding.shares[stretch] - less)
    }
}
