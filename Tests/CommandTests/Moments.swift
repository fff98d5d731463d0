// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// When a program is killed, drawn by a seed: sometimes before it has written anything, sometimes after, however busy the
/// machine is. Each kill that came too late brings the next ones forward, each that came too early puts them off.
struct Moments {
    private var length: Double
    private var random: SplitMix64

    /// - Parameter length: seconds that the program takes.
    init(within length: Double, seed: UInt64) {
        self.length = length
        random = SplitMix64(seed: seed)
    }

    mutating func next() -> Double { length * (0.3 + 0.8 * Double(random.next() % 1000) / 1000) }

    mutating func note(isDone: Bool) { length *= isDone ? 0.6 : 1.5 }
}
