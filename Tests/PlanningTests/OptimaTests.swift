// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Generation
import LinearProgramming
import Matching
import Planning
import ScenarioFiles
import Staffing
import Testing

/// The optima of the exported models as another solver found them: `Benchmarks/confirm --update` writes the table.
@Suite struct OptimaTests {
    static let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// Left out without MUSTER_SLOW, since they take long in a debug build.
    static let slow: Set = ["Scenarios/audit/base.yaml", "Scenarios/it-services/base.yaml"]
    static let isPatient = ProcessInfo.processInfo.environment["MUSTER_SLOW"] != nil

    struct Known: CustomTestStringConvertible {
        /// The path of an example, or the command that generates the firm.
        let scenario: String
        let rows: Int
        let columns: Int
        let nonzeros: Int
        let optimum: Double
        var testDescription: String { scenario }

        init(_ fields: [Substring]) throws {
            scenario = String(fields[0])
            rows = try #require(Int(fields[1]))
            columns = try #require(Int(fields[2]))
            nonzeros = try #require(Int(fields[3]))
            optimum = try #require(Double(fields[4]))
        }

        func firm() throws -> Firm {
            guard scenario.hasPrefix("generate ") else {
                return try Scenario.read(at: OptimaTests.home.appending(path: scenario).path).firm
            }
            let words = scenario.split(separator: " ").dropFirst()
            let options = Dictionary(
                uniqueKeysWithValues: zip(words, words.dropFirst()).filter { $0.0.hasPrefix("--") })
            let generator = FirmGenerator(
                people: try #require(options["--people"].flatMap { Int($0) }),
                weeks: try #require(options["--weeks"].flatMap { Int($0) }),
                seed: try #require(options["--seed"].flatMap { UInt64($0) }),
                spread: try #require(options["--spread"].flatMap { FirmGenerator.SpreadMix(rawValue: String($0)) }))
            return try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": generator.text()])).firm
        }
    }

    static func known() throws -> [Known] {
        try String(contentsOf: home.appending(path: "Benchmarks/optima.csv"), encoding: .utf8)
            .split(separator: "\n").dropFirst()
            .map { try Known($0.split(separator: ",")) }
    }

    @Test func everyExampleIsListed() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.home.appending(path: "Scenarios").path)
        let listed = try Self.known().map(\.scenario).filter { !$0.hasPrefix("generate ") }
        #expect(listed == folders.sorted().map { "Scenarios/\($0)/base.yaml" })
    }

    @Test(arguments: try known().filter { isPatient || !slow.contains($0.scenario) })
    func solvesToTheOptimumOfAnotherSolver(known: Known) throws {
        let model = StaffingModel(of: Situation(of: try known.firm())).model
        #expect(model.rowCount == known.rows)
        #expect(model.columnCount == known.columns)
        #expect(model.nonzeroCount == known.nonzeros)
        guard case .optimal(let solution) = try solve(model) else {
            Issue.record("no optimum")
            return
        }
        #expect(
            abs(solution.objective - known.optimum) <= 1e-6 * abs(known.optimum) + 1e-6,
            "if the model or the example is meant to have changed, `Benchmarks/confirm --update` asks HiGHS again")
    }
}
