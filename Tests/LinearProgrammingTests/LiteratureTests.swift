// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearProgramming
import Testing

/// Published optima. Skipped where the instances are not installed: set MUSTER_DATA to their folder.
@Suite(.enabled(if: literature != nil, "no instances: set MUSTER_DATA to their folder"), .serialized)
struct LiteratureTests {
    /// Listed optima that are known to agree to about 1e-6 only.
    static let oldAnswers: Set = ["scrs8", "nesm", "ganges", "finnis", "forplan", "perold", "scagr7"]

    struct Known: CustomTestStringConvertible {
        var name: String
        var answer: String
        var tolerance: Double
        var testDescription: String { name }
    }

    static func known(_ folder: String, toleranceField: Int?) throws -> [Known] {
        guard let literature else { return [] }
        let table = literature.appending(path: "\(folder)/best_known.csv")
        return try String(contentsOf: table, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
            let fields = $0.split(separator: ",", omittingEmptySubsequences: false)
            let tolerance = toleranceField.flatMap { Double(fields[$0]) } ?? 1e-6
            return Known(
                name: String(fields[0]), answer: String(fields[toleranceField == nil ? 1 : 3]), tolerance: tolerance)
        }
    }

    static func unzipped(_ file: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func netlib() throws {
        let folder = try #require(literature).appending(path: "netlib")
        var count = 0
        for known in try Self.known("netlib", toleranceField: 4) {
            let file = folder.appending(path: "\(known.name).mps.gz")
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            count += 1
            let model = try Model(mps: Self.unzipped(file), format: .fixed)
            let solution = try optimum(model)
            let published = try #require(Double(known.answer))
            let tolerance = Self.oldAnswers.contains(known.name) ? max(known.tolerance, 2e-6) : known.tolerance
            #expect(isClose(solution.objective, published, within: max(tolerance, 1e-8)), "\(known.name)")
            #expect(model.violations(at: solution.values).isEmpty, "\(known.name)")
            let bound = model.bound(rowPrices: solution.rowPrices)
            #expect(isClose(bound, solution.objective, within: 1e-6), "\(known.name): \(bound) \(solution.objective)")
        }
        #expect(count == 72)
    }

    static func small(_ name: String) throws -> Model {
        let file = try #require(literature).appending(path: "mip-small/\(name).mps")
        return try Model(mps: String(contentsOf: file, encoding: .utf8), format: .free)
    }

    @Test func integerPrograms() throws {
        for known in try Self.known("mip-small", toleranceField: nil) where known.name != "sp150x300d" {
            var options = Options()
            // Far more than any of them takes: the answer must not depend on what else the machine does.
            options.timeLimit = .seconds(300)
            options.relativeGap = 1e-7
            let model = try Self.small(known.name)
            let outcome = try solve(model, with: options)
            switch outcome {
            case .infeasible: #expect(known.answer.hasPrefix("infeasible"), "\(known.name)")
            case .unbounded: #expect(known.answer == "unbounded", "\(known.name)")
            case .optimal(let solution), .feasible(let solution, .gap):
                let published = Double(known.answer) ?? .nan
                #expect(isClose(solution.objective, published, within: 2e-6), "\(known.name) \(solution.objective)")
                #expect(model.violations(at: solution.values).isEmpty, "\(known.name)")
            case .feasible, .stopped, .failed: Issue.record("\(known.name): \(outcome)")
            }
        }
    }

    @Test func timeLimit() throws {
        var options = Options()
        options.timeLimit = .seconds(1)
        let start = ContinuousClock.now
        let outcome = try solve(Self.small("sp150x300d"), with: options)
        #expect(ContinuousClock.now - start < .seconds(10))
        switch outcome {
        case .feasible(let solution, .time):
            #expect(solution.bound <= 69 + 1e-6)
            #expect(solution.objective >= 69 - 1e-6)
        case .stopped(.time): break
        default: Issue.record("\(outcome)")
        }
    }
}
