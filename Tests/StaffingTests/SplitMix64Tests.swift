// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@Suite struct SplitMix64Tests {
    /// The first numbers of the authors' reference code for the seed 1234567.
    @Test func givesTheNumbersOfTheReference() {
        var random = SplitMix64(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test func staysBelowItsBound() {
        var random = SplitMix64(seed: 3)
        let draws = (0..<6_000).map { _ in random.below(6) }
        for face in 0..<6 { #expect((850...1_150).contains(draws.count { $0 == face })) }
        #expect(draws.allSatisfy { (0..<6).contains($0) })
    }

    @Test func nothingWeighsNothing() {
        var random = SplitMix64(seed: 4)
        #expect((0..<200).allSatisfy { _ in random.position(weights: [0, 3, 0, 1, 0]) % 2 == 1 })
    }
}
