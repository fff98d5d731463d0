// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@testable import Generation

/// Many tiny firms, each against the same problem written down once more, week by week, and solved by the textbook.
///
/// MUSTER_FIRMS in the environment asks for more of them.
@Suite struct TinyFirmsTests {
    static let count = ProcessInfo.processInfo.environment["MUSTER_FIRMS"].flatMap { Int($0) } ?? 600

    @Test func theBoundIsTheOptimumOfTheTextbook() throws {
        var random = SplitMix64(seed: 2026)
        for number in 0..<Self.count {
            let tiny = TinyFirm.draw(&random)
            let plan = try makePlan(for: firm(tiny.yaml, horizon: tiny.horizon)).plan
            let staffing = plan.certificate.stages[0]
            let expected = tiny.optimum() * 100
            let bound = Double(staffing.bound.minorUnits)
            let objective = Double(staffing.objective.minorUnits)
            #expect(abs(bound - expected) <= 3 + 2e-6 * expected, "firm \(number): \(expected)\n\(tiny.yaml)")
            // Rounding to whole seconds costs less than a second a booked week.
            #expect(objective >= expected - 200, "firm \(number): \(expected)\n\(tiny.yaml)")
            #expect(plan.certificate.status == .optimal || bound - objective < 200, "firm \(number)\n\(tiny.yaml)")
        }
    }
}

extension TinyFirm {
    /// What the best staffing is worth: a variable for each share of a stretch and each hour, a row for each week.
    func optimum() -> Double {
        var model = TextbookSimplex()
        var loads = workers.map { _ in [[(variable: Int, factor: Double)]](repeating: [], count: weeks) }
        var poolLoads = [[(variable: Int, factor: Double)]](repeating: [], count: weeks)
        for line in lines.indices {
            switch lines[line].spread {
            case "steady": addSteady(line, &model, &loads, &poolLoads)
            default: addLoose(line, &model, &loads, &poolLoads)
            }
        }
        for worker in workers.indices {
            for week in 0..<weeks where !loads[worker][week].isEmpty {
                let extra = model.variable(worth: -premium(worker))
                model.atMost(overtime(worker, week), [(extra, 1)])
                model.atMost(openCapacity(worker, week), loads[worker][week] + [(extra, -1)])
            }
        }
        for week in 0..<weeks { model.atMost(Double(pool?.hours ?? 0), poolLoads[week]) }
        return model.optimum()
    }

    private func addSteady(
        _ line: Int, _ model: inout TextbookSimplex, _ loads: inout [[[(variable: Int, factor: Double)]]],
        _ poolLoads: inout [[(variable: Int, factor: Double)]]
    ) {
        let stretches = stretches(line)
        var given = stretches.map { _ in [(variable: Int, factor: Double)]() }
        for worker in workers.indices where isEligible(worker, line) {
            var before: Int?
            for (index, stretch) in stretches.enumerated() {
                let hours = stretch.map { delivery(worker, line, $0) }
                guard hours.contains(where: { $0 > 0 }) else {
                    before = nil
                    continue
                }
                let share = model.variable(worth: hours.reduce(0, +) * value(worker, line))
                given[index].append((share, 1))
                if lines[line].team > 1 { model.atMost(1 / Double(lines[line].team), [(share, 1)]) }
                for (week, hours) in zip(stretch, hours) where hours > 0 { loads[worker][week].append((share, hours)) }
                if index > 0 {
                    // What is taken on here: the share less the one before.
                    let taken = model.variable(worth: -handOver(worker, line, from: stretch.lowerBound))
                    model.atMost(0, [(share, 1), (taken, -1)] + (before.map { [($0, -1)] } ?? []))
                }
                before = share
            }
        }
        if let value = poolValue(line) {
            for (index, stretch) in stretches.enumerated() {
                let share = model.variable(worth: stretch.reduce(0) { $0 + open(line, $1) } * value)
                given[index].append((share, 1))
                for week in stretch { poolLoads[week].append((share, open(line, week))) }
            }
        }
        for terms in given { model.atMost(1, terms) }
    }

    private func addLoose(
        _ line: Int, _ model: inout TextbookSimplex, _ loads: inout [[[(variable: Int, factor: Double)]]],
        _ poolLoads: inout [[(variable: Int, factor: Double)]]
    ) {
        let isWeekly = lines[line].spread == "weekly"
        var given: [Int: [(variable: Int, factor: Double)]] = [:]
        for week in lines[line].weeks {
            let row = isWeekly ? week : 0
            for worker in workers.indices where isEligible(worker, line) {
                let hours = model.variable(worth: value(worker, line))
                given[row, default: []].append((hours, 1))
                loads[worker][week].append((hours, 1))
                if isWeekly { model.atMost(open(line, week) / Double(lines[line].team), [(hours, 1)]) }
            }
            if let value = poolValue(line) {
                let hours = model.variable(worth: value)
                given[row, default: []].append((hours, 1))
                poolLoads[week].append((hours, 1))
            }
        }
        for (row, terms) in given { model.atMost(isWeekly ? open(line, row) : openTotal(line), terms) }
    }
}
