// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@testable import Generation

/// Weekly work is a transport problem: with whole numbers it has a best plan in whole hours, and that can be found by
/// trying all plans, week by week and line by line.
@Suite struct WholeHoursTests {
    @Test func thePlanIsTheBestOfAllInWholeHours() throws {
        var random = SplitMix64(seed: 7)
        for number in 0..<TinyFirmsTests.count / 2 {
            var tiny = TinyFirm.draw(&random, weeks: 1...3, spreads: ["weekly"])
            tiny.roundToWholeHours()
            let plan = try makePlan(for: firm(tiny.yaml, horizon: tiny.horizon)).plan
            let best = (0..<tiny.weeks).reduce(0) { $0 + tiny.best(in: $1) }
            #expect(
                plan.certificate.objective.minorUnits == Int((best * 100).rounded()), "firm \(number)\n\(tiny.yaml)")
            #expect(plan.certificate.status == .optimal)
        }
    }
}

extension TinyFirm {
    fileprivate mutating func roundToWholeHours() {
        holiday = nil
        for index in lines.indices {
            lines[index].hours = min(6, lines[index].hours)
            lines[index].team = 1
        }
        for index in workers.indices {
            workers[index].hoursPerDay = min(3, workers[index].hoursPerDay)
            // Whole hours of overtime: as much again as the week has, or none.
            workers[index].overtime = workers[index].overtime.map { (100, $0.pay) }
        }
        if let hours = pool?.hours { pool?.hours = min(6, hours) }
    }

    /// The best value of one week, over all ways to give out whole hours. The pool stands behind the workers.
    fileprivate func best(in week: Int) -> Double {
        struct State: Hashable {
            var line = 0
            var used: [Int]
        }
        let limits = workers.indices.map { Int(openCapacity($0, week) + overtime($0, week)) } + [pool?.hours ?? 0]
        var known: [State: Double] = [:]

        func best(_ state: State) -> Double {
            if let value = known[state] { return value }
            let value: Double
            if state.line == lines.count {
                value = workers.indices.reduce(0) { sum, worker in
                    sum - premium(worker) * max(0, Double(state.used[worker]) - openCapacity(worker, week))
                }
            } else {
                value = share(Int(open(state.line, week)), from: 0, state)
            }
            known[state] = value
            return value
        }
        /// Gives hours of the line to workers from that one on.
        func share(_ left: Int, from worker: Int, _ state: State) -> Double {
            guard worker < limits.count else {
                return best(State(line: state.line + 1, used: state.used))
            }
            let value: Double? =
                worker < workers.count
                ? (isEligible(worker, state.line) ? self.value(worker, state.line) : nil) : poolValue(state.line)
            let most = value == nil ? 0 : min(left, limits[worker] - state.used[worker])
            return (0...max(0, most)).map { hours in
                var next = state
                next.used[worker] += hours
                return Double(hours) * (value ?? 0) + share(left - hours, from: worker + 1, next)
            }.max() ?? 0
        }
        return best(State(used: limits.map { _ in 0 }))
    }
}
