// SPDX-License-Identifier: GPL-3.0-or-later

// Solves a model file and prints what came of it: outcome, objective, seconds of wall and user CPU time.
//
//     solve-mps fixed|free MODEL.mps SECONDS

import Foundation
import LinearProgramming

func userTime() -> Double {
    var usage = rusage()
    #if canImport(Darwin)
        getrusage(RUSAGE_SELF, &usage)
    #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
}

let arguments = CommandLine.arguments
guard arguments.count == 4, ["fixed", "free"].contains(arguments[1]), let limit = Double(arguments[3]) else {
    FileHandle.standardError.write(Data("usage: solve-mps fixed|free MODEL.mps SECONDS\n".utf8))
    exit(2)
}
let text = try String(contentsOf: URL(filePath: arguments[2]), encoding: .utf8)
let model = try Model(mps: text, format: arguments[1] == "fixed" ? .fixed : .free)
var options = Options()
options.timeLimit = .seconds(limit)
options.relativeGap = 1e-7

let start = ContinuousClock.now
let used = userTime()
let outcome = try solve(model, with: options)
let wall = (ContinuousClock.now - start) / .seconds(1)
let user = userTime() - used

let word =
    switch outcome {
    case .optimal: "optimal"
    case .feasible(_, .gap): "optimal"
    case .feasible: "feasible"
    case .stopped: "stopped"
    case .infeasible: "infeasible"
    case .unbounded: "unbounded"
    case .failed: "failed"
    }
print(word, outcome.solution.map { "\($0.objective)" } ?? "-", wall, user)
