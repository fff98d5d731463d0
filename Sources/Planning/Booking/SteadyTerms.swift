// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// What the rules of booking say of everybody on a steady line.
struct SteadyTerms {
    let least: Double
    let most: Double
    let step: Double
    let work: LineWork
    /// The part of each week in which the line is open, by week of its stretches one after another.
    let open: [Double]
    let begin: Int

    init(of line: Int, in situation: Situation) {
        let stretches = situation.stretches[line].indices
        let steps = Set(stretches.compactMap { situation.stepShare(of: line, stretch: $0)?.millionths })
        most = situation.seat(of: line)
        work = LineWork(of: line, in: situation)
        open = situation.openParts(of: line)
        begin = situation.stretches[line].first?.lowerBound ?? 0
        // Where stretches differ in how much a step is of them, only whole seats fit all.
        least =
            steps.count > 1 ? most : stretches.map { situation.leastBooking(of: line, stretch: $0) }.max() ?? 0
        step = steps.count == 1 ? Double(steps.first ?? 0) / 1_000_000 : 0
    }
}

extension Situation {
    /// A week that asks for hours on closed days asks them of whoever is there at all.
    func openParts(of line: Int) -> [Double] {
        let demand = demand.lines[line]
        return stretches[line].joined().map { max(1e-9, demand.openPart(in: $0)) }
    }
}
