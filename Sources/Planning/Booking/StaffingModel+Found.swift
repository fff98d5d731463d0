// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation

extension StaffingModel {
    /// What an allocation gives to whom, as values of the columns that make hours. Overtime and promises kept follow from
    /// them and are left at nothing.
    func values(of allocation: Allocation, in firm: AllocationOfFirm) -> [Double] {
        var found: [Decision: Double] = [:]
        for (option, shares) in zip(firm.problem.options, allocation.shares) where shares.contains(where: { $0 > 0 }) {
            let job = firm.job(of: option)
            let line = job.line
            switch (firm.worker(of: option), job.week) {
            case (.person(let person), nil):
                let kept = shares.enumerated().map { stretch, share in
                    support?.share(person: person, line: line, stretch: stretch) == nil ? 0 : share
                }
                for run in Run.all(of: kept) {
                    found[.share(person: person, line: line, stretches: run.stretches)] = run.share
                }
            case (.pool(let pool), nil):
                for (stretch, share) in shares.enumerated() where share > 0 {
                    found[.poolShare(pool: pool, line: line, stretch: stretch)] = share
                }
            case (.person(let person), let week?):
                found[.hours(person: person, line: line, week: week)] = shares[0] * firm.hours(of: job)
            case (.pool(let pool), let week?):
                found[.poolHours(pool: pool, line: line, week: week)] = shares[0] * firm.hours(of: job)
            }
        }
        return decisions.map { found[$0] ?? 0 }
    }
}

/// A share that is held through stretches in a row.
struct Run: Equatable {
    let stretches: ClosedRange<Int>
    let share: Double

    /// Runs that add up to the shares of the stretches and begin only where these rise.
    static func all(of shares: [Double]) -> [Run] {
        var runs: [Run] = []
        var open: [(first: Int, share: Double)] = []
        var height = 0.0
        for (stretch, share) in (shares + [0]).enumerated() {
            while height > share, let last = open.popLast() {
                let gone = min(last.share, height - share)
                runs.append(Run(stretches: last.first...(stretch - 1), share: gone))
                if last.share > gone { open.append((last.first, last.share - gone)) }
                height = last.share > gone ? share : height - gone
            }
            if share > height {
                open.append((stretch, share - height))
                height = share
            }
        }
        return runs
    }
}
