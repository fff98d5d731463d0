// SPDX-License-Identifier: GPL-3.0-or-later
// Solves a published assignment instance with our search, and says what it found as one line of JSON:
//
//   assignments gap FILE ITERATIONS NODES
//   assignments smptsp FILE ITERATIONS EVICTIONS
//
// `holder` is who does each job, `bound` what no answer can be below; seconds are user CPU time, all threads together.
// NODES is how far GLPK goes in proving what the search found, after prices have fixed what they can; EVICTIONS is how
// long the search tries to do with fewer people.

import Foundation

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count >= 5, let iterations = Int(arguments[3]), let effort = Int(arguments[4]) else {
    fail("usage: assignments gap FILE ITERATIONS NODES | assignments smptsp FILE ITERATIONS EVICTIONS")
}
guard let text = try? String(contentsOfFile: arguments[2], encoding: .utf8) else {
    fail("assignments: cannot read \(arguments[2])")
}
let answer: Answer
switch arguments[1] {
case "gap": answer = GeneralisedAssignment(text).solve(iterations, nodes: effort)
case "smptsp": answer = ShiftMinimisation(text).solve(iterations, evictions: effort)
default: fail("assignments: gap or smptsp, not \(arguments[1])")
}
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys]
print(String(decoding: try encoder.encode(answer), as: UTF8.self))
