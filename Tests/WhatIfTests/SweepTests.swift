// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import ScenarioFiles
import SmallFirms
import Staffing
import Synchronization
import Testing

@testable import WhatIf

@Suite struct SweepTests {
    /// Demand, filled, revenue, cost, bench, hires, as worked out beside ``twoProposals(chances:)``.
    static let outcomes: [String: [String]] = [
        "": ["8", "8", "800", "400", "32", ""], "sure": ["38", "38", "3800", "1900", "2", ""],
        "risk": ["28", "28", "2800", "1400", "12", ""],
        "sure risk": ["58", "40", "4000", "2000", "0", "swift 2026-01 450"],
    ]

    @Test func eachDrawIsOneOfFourOutcomes() throws {
        let rows = try Sweep(of: twoProposals(), draws: 40).rows()
        #expect(rows.map(\.draw) == (1...40).map { $0 })
        for row in rows {
            let found = [
                "\(row.asked.seconds / 3600)", "\(row.filled.seconds / 3600)", "\(row.revenue.minorUnits / 100)",
                "\(row.cost.minorUnits / 100)", "\(row.bench.seconds / 3600)",
                row.hires.map { "\($0.skill) \($0.month) \($0.thousandths)" }.joined(),
            ]
            #expect(Self.outcomes[row.wins.map(\.text).joined(separator: " ")] == found)
        }
        #expect(Set(rows.map(\.wins)).count == 4)
    }

    /// Four standard deviations of 4,000 draws are 0.027 at a chance of 75 %.
    @Test func proposalsAreWonAsOftenAsTheirChanceSays() throws {
        let sweep = Sweep(of: try twoProposals(), draws: 4000)
        let fates = (0..<4000).map(sweep.fate)
        #expect(abs(Double(fates.count { $0.isWon[1] == true }) / 4000 - 0.75) < 0.027)
        #expect(abs(Double(fates.count { $0.isWon[2] == true }) / 4000 - 0.25) < 0.027)
        // Independent of each other: both in 3 of 16 draws.
        #expect(abs(Double(fates.count { $0.isWon == [nil, true, true] }) / 4000 - 0.1875) < 0.025)
    }

    @Test func anotherSeedDrawsOtherwise() throws {
        let firm = try twoProposals()
        func fates(_ seed: UInt64) -> [Fate] { (0..<64).map(Sweep(of: firm, draws: 64, seed: seed).fate) }
        #expect(fates(1) == fates(1))
        #expect(fates(1) != fates(2))
    }

    /// A project has its luck by its name: others come and go without changing it.
    @Test func aProposalKeepsItsLuckWhateverElseIsProposed() throws {
        let firm = try twoProposals()
        var alone = firm
        alone.projects.remove(at: 1)
        for draw in 0..<64 {
            let fate = Sweep(of: firm, draws: 64).fate(of: draw)
            #expect(Sweep(of: alone, draws: 64).fate(of: draw).isWon[1] == fate.isWon[2])
        }
    }

    @Test func withoutDrawsProposalsStayOpen() throws {
        let firm = try twoProposals()
        let rows = try Sweep(of: firm, points: [.init(values: ["0w"], firm: firm)], draws: nil).rows()
        #expect(rows.count == 1)
        #expect(rows[0].draw == nil)
        // Proposals ask for all of their hours, and their money counts by their chance: 8 h, 30 h × 75 %, 2 h × 25 %.
        #expect(rows[0].asked == Hours(58))
        #expect(rows[0].revenue == Money(minorUnits: 100 * (800 + 2250 + 50)))
    }

    @Test func theRowsDoNotDependOnThreadsOrOrder() throws {
        let text = FirmGenerator(
            people: 25, weeks: 8, seed: 5, load: Share(percent: 110), spread: .mixed
        ).text()
        let firm = try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": text])).firm
        let sweep = Sweep(of: firm, draws: 24, seed: 9)
        let rows = try sweep.rows(threads: 1)
        #expect(Set(rows.map(\.wins)).count > 4)
        #expect(try sweep.rows(threads: 4) == rows)
        #expect(try sweep.rows(Array((0..<24).reversed()), threads: 3) == rows)
        #expect(try sweep.rows([17]) == [rows[17]])
    }

    @Test func aStoppedSweepFinishesWhatItIsAt() throws {
        let sweep = Sweep(of: try twoProposals(), draws: 40)
        let taken = Mutex<[SweepRow]>([])
        try sweep.run(
            Array(0..<40), threads: 1, isStopped: { taken.withLock { !$0.isEmpty } },
            onRows: { rows in taken.withLock { $0 += rows } })
        let first = taken.withLock { $0 }
        // All the draws with the fate of the first.
        #expect(first.count < 40)
        #expect(Set(first.map(\.wins)).count == 1)
        let rest = (0..<40).filter { number in !first.contains { $0.number == number } }
        #expect(try (first + sweep.rows(rest)).sorted { $0.number < $1.number } == sweep.rows())
    }

    private struct Full: Error {}

    @Test func whatCannotBeKeptEndsTheSweep() throws {
        let sweep = Sweep(of: try twoProposals(), draws: 40)
        #expect(throws: Full.self) { try sweep.run(Array(0..<40), threads: 2) { _ in throw Full() } }
    }
}
