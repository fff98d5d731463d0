// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// The chance numbers of one draw. Each thing that is uncertain has numbers of its own, found by its name: a project has
/// the same fate in the same draw whatever else is proposed or varied, so that scenarios can be compared under the same
/// luck.
struct Luck {
    private let state: UInt64

    /// - Parameter draw: from 1.
    init(seed: UInt64, draw: Int) {
        var seeds = SplitMix64(seed: seed)
        var draws = SplitMix64(seed: seeds.next() ^ UInt64(draw))
        state = draws.next()
    }

    /// The numbers of whatever has that name.
    func numbers(for name: String) -> SplitMix64 {
        SplitMix64(seed: state ^ hash(name))
    }

    /// FNV-1a, in 64 bits: the same on every machine, as Swift's own hashes are not.
    private func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
