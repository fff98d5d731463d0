// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearProgramming
import Matching
import Staffing

/// The solved linear program that bounds what there is to be had, and shows where to look.
struct Relaxation {
    let model: StaffingModel
    let answer: Answer

    private var situation: Situation { model.situation }

    /// What no plan exceeds, by its prices. Where the program was stopped its point is worth less than that.
    var bound: Double { model.model.bound(rowPrices: answer.rowPrices) }

    /// Prices of an hour of everybody's weeks, people first, then pools.
    func prices(of firm: AllocationOfFirm) -> [[Double]] {
        let density = PriceDensity(
            of: Start(model: model, answer: answer))
        return firm.workers.map { worker in
            (0..<situation.firm.horizon.weekCount).map { week in
                switch worker {
                case .person(let person): density.person(person, week: week)
                case .pool(let pool): density.pool(pool, week: week)
                }
            }
        }
    }

    /// What it gives to whom, by option and stretch.
    func guide(_ firm: AllocationOfFirm) -> [[Double]] {
        let people = situation.firm.people.count
        var held: [Support.Place: Double] = [:]
        for (decision, value) in zip(model.decisions, answer.values) where value > 1e-9 {
            switch decision {
            case .share(let person, let line, let stretches):
                for stretch in stretches { held[.init(who: person, line: line, place: stretch), default: 0] += value }
            case .poolShare(let pool, let line, let stretch):
                held[.init(who: people + pool, line: line, place: stretch), default: 0] += value
            case .hours(let person, let line, let week): held[.init(who: person, line: line, place: week)] = value
            case .poolHours(let pool, let line, let week):
                held[.init(who: people + pool, line: line, place: week)] = value
            case .overtime, .kept, .moves, .choice, .level, .above, .below: break
            }
        }
        return firm.problem.options.map { option in
            let job = firm.job(of: option)
            guard let week = job.week else {
                return option.value.indices.map {
                    held[.init(who: option.worker, line: job.line, place: $0)] ?? 0
                }
            }
            let all = job.hours ?? situation.openHours(line: job.line, week: week).inHours
            return [(held[.init(who: option.worker, line: job.line, place: week)] ?? 0) / max(all, 1e-9)]
        }
    }

    /// When it has anytime lines worked: hours by line and week.
    func anytimeHours() -> [Int: [Int: Double]] {
        var hours: [Int: [Int: Double]] = [:]
        for (decision, value) in zip(model.decisions, answer.values) where value > 1e-6 {
            switch decision {
            case .hours(_, let line, let week), .poolHours(_, let line, let week):
                guard situation.need(of: line).spread == .anytime else { continue }
                hours[line, default: [:]][week, default: 0] += value
            case .share, .poolShare, .overtime, .kept, .moves, .choice, .level, .above, .below: break
            }
        }
        return hours
    }
}

extension Situation {
    /// Whether the linear program would be so large that prices found without it serve better: one and a half million
    /// entries, which a simplex method takes minutes for.
    var isBeyondLinearPrograms: Bool {
        var entries = 0
        for line in demand.lines.indices where weight(of: line) > .zero {
            entries += candidates[line].count * stretches[line].count * max(1, demand.lines[line].weeks.count / 2)
        }
        return entries > 1_500_000
    }

    /// Anytime lines as their even spread, by line and week.
    func evenHours() -> [Int: [Int: Double]] {
        var hours: [Int: [Int: Double]] = [:]
        for line in demand.lines.indices where weight(of: line) > .zero && need(of: line).spread == .anytime {
            for week in demand.lines[line].weeks where !isFrozen(week) {
                let open = openHours(line: line, week: week)
                if open > .zero { hours[line, default: [:]][week] = open.inHours }
            }
        }
        return hours
    }
}
