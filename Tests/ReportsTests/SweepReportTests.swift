// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Synchronization
import Testing
import WhatIf

@testable import Reports

@Suite struct SweepReportTests {
    private let base = """
        people:
          ana: { cost: 50/h }
        projects:
          p:
            needs:
              x: { hours: 30h/week, rate: 100/h, spread: weekly }
        """

    /// The report of two points at which one piece of the firm reads otherwise.
    private func report(_ varied: String, _ old: String, _ new: [String]) throws -> [String] {
        let points = try new.map { Sweep.Point(values: [$0], firm: try firm(base.replacing(old, with: $0))) }
        let sweep = Sweep(of: try firm(base), points: points, draws: nil)
        let rows = Mutex<[SweepRow]>([])
        try sweep.run(Array(0..<sweep.count), threads: 1) { new in rows.withLock { $0 += new } }
        let input = try SweepInput(of: sweep, varied: [varied], version: "muster 0")
        let summary = SweepSummary(of: rows.withLock { $0 }, from: input)
        return SweepReport(of: summary, style: .plain).text().split(separator: "\n").map(String.init)
    }

    @Test func aDecisionHasABestPoint() throws {
        let lines = try report(
            "people.ana.contract=50%,100%", "cost: 50/h", ["cost: 50/h, contract: 50%", "cost: 50/h, contract: 100%"])
        #expect(lines.last == "  Worth most to the firm: ana.contract cost: 50/h, contract: 100%.")
    }

    /// Less work is not worth more because less of it can stay undone.
    @Test func amountsOfWorkHaveNone() throws {
        let lines = try report("projects.p.needs.x.hours=30h/week,90h/week", "30h/week", ["30h/week", "90h/week"])
        #expect(lines.last?.contains("90h/week") == true)
    }
}
