// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearProgramming
import Testing

/// SplitMix64: the same numbers on every machine for the same seed.
struct Seeded {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// The solution of a model that has an optimum.
func optimum(
    _ model: Model, _ options: Options = Options(), from basis: Basis? = nil,
    at location: SourceLocation = #_sourceLocation
) throws -> Solution {
    let outcome = try solve(model, with: options, from: basis)
    guard case .optimal(let solution) = outcome else {
        Issue.record("\(outcome)", sourceLocation: location)
        throw NoOptimum()
    }
    return solution
}

struct NoOptimum: Error {}

func isClose(_ a: Double, _ b: Double, within tolerance: Double = 1e-7) -> Bool {
    abs(a - b) <= tolerance * (1 + max(abs(a), abs(b)))
}

extension Options {
    init(_ method: Method = .automatic, _ division: Division = .automatic, threads: Int? = nil) {
        self.init()
        self.method = method
        self.division = division
        self.threads = threads
    }
}

/// Where the literature's instances are, if anywhere: MUSTER_DATA, or a folder beside the package.
let literature: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let folder =
        ProcessInfo.processInfo.environment["MUSTER_DATA"].map { URL(filePath: $0) }
        ?? package.deletingLastPathComponent().appending(path: "shared/data")
    return FileManager.default.fileExists(atPath: folder.appending(path: "netlib").path) ? folder : nil
}()
