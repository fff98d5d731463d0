// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation

struct Answer: Encodable {
    /// Who does each job; −1: nobody.
    var holder: [Int]
    var value: Double
    var bound: Double
    /// User CPU time of the search, of the bound, and of the proof.
    var search: Double
    var bounding: Double
    var proof: Double
    /// Round of its walk in which the best was found.
    var iteration: Int
}

func userTime() -> Double {
    var usage = rusage()
    #if canImport(Darwin)
        getrusage(RUSAGE_SELF, &usage)
    #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
}

/// The numbers of a text, whatever stands between them.
func numbers(in text: Substring) -> [Int] {
    text.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
}

extension Allocation {
    func holders(in problem: AllocationProblem) -> [Int] {
        var holder = problem.jobs.map { _ in -1 }
        for (number, option) in problem.options.enumerated() where shares[number][0] > 0.5 {
            holder[option.job] = option.worker
        }
        return holder
    }
}
