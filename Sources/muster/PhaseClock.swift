// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// Where the time of a run goes. User CPU time counts every thread, so it can exceed the wall time.
final class PhaseClock: Sendable {
    private struct Moment: Sendable {
        let wall = ContinuousClock.now
        let user = Self.userTime()

        private static func userTime() -> Double {
            var usage = rusage()
            #if canImport(Darwin)
                getrusage(RUSAGE_SELF, &usage)
            #else
                getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            #endif
            return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
        }
    }

    private let begun = Mutex<[(name: String, start: Moment)]>([])

    /// Ends the phase that runs and begins another, unless it is that one.
    func begin(_ name: String) {
        begun.withLock { phases in
            if phases.last?.name != name { phases.append((name, Moment())) }
        }
    }

    /// A line for each phase, until now, and one for their sum.
    func text() -> String {
        let phases = begun.withLock { $0 }
        guard let first = phases.first else { return "" }
        let ends = phases.dropFirst().map(\.start) + [Moment()]
        func line(_ name: String, from start: Moment, to end: Moment) -> String {
            let wall = (end.wall - start.wall) / .seconds(1)
            return String(
                format: "%@ %9.3f %9.3f", name.padding(toLength: 8, withPad: " ", startingAt: 0), wall,
                end.user - start.user)
        }
        return
            (["phase     wall, s   user, s"] + zip(phases, ends).map { line($0.name, from: $0.start, to: $1) }
            + [line("all", from: first.start, to: ends[ends.count - 1])]).joined(separator: "\n")
    }
}
