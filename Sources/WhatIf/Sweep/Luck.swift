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

    /// A whole number from a triangle: likeliest at its peak, ever less likely towards its ends.
    func number(for name: String, from least: Int, by peak: Int, to most: Int) -> Int {
        var numbers = numbers(for: name)
        // Below 1, in steps of 2 to the power of −53; roots are rounded exactly, and so it is alike on every machine.
        let chance = Double(numbers.next() >> 11) / Double(1 << 53)
        let (width, rise) = (Double(most - least), Double(peak - least))
        guard width > 0 else { return least }
        let part =
            chance * width < rise
            ? (chance * width * rise).squareRoot()
            : width - ((1 - chance) * width * (width - rise)).squareRoot()
        return min(most, least + Int(part.rounded()))
    }

    /// FNV-1a, in 64 bits: the same on every machine, as Swift's own hashes are not.
    private func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
