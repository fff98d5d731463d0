// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// A plan in the making: the solver's numbers as exact shares and hours, kept within every limit.
struct Draft {
    var people: Workforce
    var pools: Workforce

    /// Rounds shares up to whole millionths and hours down to whole seconds, then takes back what rounding gave out
    /// beyond a line, a seat or a week. Rounded down, a share of 44/60 would make 43:59:59 of its 44 hours.
    init(of values: [Double], in model: StaffingModel) {
        let situation = model.situation
        var shares: [Workforce.Kind: [Pair: [Double]]] = [.people: [:], .pools: [:]]
        var hourly: [Workforce.Kind: [Workforce.Hourly]] = [.people: [], .pools: []]
        func add(_ kind: Workforce.Kind, _ worker: Int, _ line: Int, _ stretches: ClosedRange<Int>, _ value: Double) {
            let none = [Double](repeating: 0, count: situation.stretches[line].count)
            for stretch in stretches {
                shares[kind]?[Pair(line: line, worker: worker), default: none][stretch] += value
            }
        }
        func add(_ kind: Workforce.Kind, _ worker: Int, _ line: Int, week: Int, _ value: Double) {
            let hours = Hours(seconds: Int((value * 3600 + 0.01).rounded(.down)))
            guard hours > .zero else { return }
            hourly[kind]?.append(Workforce.Hourly(worker: worker, line: line, week: week, hours: hours))
        }
        for (decision, value) in zip(model.decisions, values) where value > 0 {
            switch decision {
            case .share(let person, let line, let stretches): add(.people, person, line, stretches, value)
            case .poolShare(let pool, let line, let stretch): add(.pools, pool, line, stretch...stretch, value)
            case .hours(let person, let line, let week): add(.people, person, line, week: week, value)
            case .poolHours(let pool, let line, let week): add(.pools, pool, line, week: week, value)
            case .overtime, .kept, .moves, .choice, .level, .above, .below: break
            }
        }
        func workforce(_ kind: Workforce.Kind) -> Workforce {
            Workforce(
                kind: kind, situation: situation, holdings: Draft.rounded(shares[kind] ?? [:], of: kind, in: situation),
                hourly: hourly[kind] ?? [])
        }
        people = workforce(.people)
        pools = workforce(.pools)
        fitIntoLines(situation)
        people.fitIntoWeeks()
        pools.fitIntoWeeks()
    }

    /// Leaves out what rounding has made smaller than the smallest slice of loose work.
    mutating func dropSlivers() {
        let situation = people.situation
        people.hourly.removeAll {
            situation.isSliver($0.hours, person: $0.worker, line: $0.line, week: $0.week)
        }
    }

    private struct Pair: Hashable, Comparable {
        let line: Int
        let worker: Int

        static func < (left: Pair, right: Pair) -> Bool { (left.line, left.worker) < (right.line, right.worker) }
    }

    private static func rounded(
        _ shares: [Pair: [Double]], of kind: Workforce.Kind, in situation: Situation
    ) -> [Workforce.Holding] {
        shares.sorted { $0.key < $1.key }.compactMap { pair, values in
            let most = kind == .people ? situation.largestShare(of: pair.line) : .whole
            // A hundredth of a millionth is the solver's noise.
            let whole = values.map { min(most, Share(millionths: Int(($0 * 1_000_000 - 0.01).rounded(.up)))) }
            guard whole.contains(where: { $0 > .zero }) else { return nil }
            return Workforce.Holding(worker: pair.worker, line: pair.line, shares: whole)
        }
    }

    private mutating func fitIntoLines(_ situation: Situation) {
        var given: [LineSpan: Share] = [:]
        func fit(_ workforce: inout Workforce) {
            for index in workforce.holdings.indices {
                let line = workforce.holdings[index].line
                for stretch in situation.stretches[line].indices {
                    let span = LineSpan(line: line, part: stretch)
                    let left = Share.whole - (given[span] ?? .zero)
                    let share = min(workforce.holdings[index].shares[stretch], left)
                    workforce.holdings[index].shares[stretch] = share
                    given[span, default: .zero] += share
                }
            }
        }
        fit(&people)
        fit(&pools)
        var spent: [LineSpan: Hours] = [:]
        func fitHours(_ workforce: inout Workforce) {
            for index in workforce.hourly.indices {
                let entry = workforce.hourly[index]
                let isWeekly = situation.need(of: entry.line).spread == .weekly
                let span = LineSpan(line: entry.line, part: isWeekly ? entry.week : 0)
                let asked =
                    isWeekly
                    ? situation.openHours(line: entry.line, week: entry.week) : situation.openTotal(line: entry.line)
                let hours = min(entry.hours, asked - (spent[span] ?? .zero))
                workforce.hourly[index].hours = hours
                spent[span, default: .zero] += hours
            }
        }
        fitHours(&people)
        fitHours(&pools)
    }

    /// A stretch or a week of a line, or all of it.
    private struct LineSpan: Hashable {
        let line: Int
        let part: Int
    }
}
