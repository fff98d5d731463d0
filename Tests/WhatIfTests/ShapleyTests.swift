// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WhatIf

@Suite struct ShapleyTests {
    @Test func nobodyAndOne() {
        #expect(shapley([7]) == [])
        #expect(shapley([7, 10]) == [3])
    }

    /// First alone 10, second alone 20, both 50. First then second: 10 and 40; second then first: 20 and 30.
    @Test func theMeanOverAllOrders() {
        #expect(shapley([0, 10, 20, 50]) == [20, 30])
    }

    /// Glove game: the first has a left glove, the others a right one each; a pair is worth 6. The first is there before
    /// or after a right glove in four of six orders.
    @Test func threePlayers() {
        #expect(shapley([0, 0, 0, 6, 0, 6, 0, 6]) == [4, 1, 1])
    }

    @Test(arguments: [
        ([0, 0, 0, 1], [1, 0]), ([0, 0, 0, -1], [0, -1]), ([5, 5, 5, 8], [2, 1]),
        ([0, 0, 0, 0, 0, 0, 0, 2], [1, 1, 0]), ([0, 0, 0, 0, 0, 0, 0, -1], [0, 0, -1]),
    ]) func whatIsLeftOverGoesToTheFirst(_ values: [Int], _ shares: [Int]) {
        #expect(shapley(values) == shares)
    }

    /// The first brings 1/3, the others 5/6 each: the larger remainders get the unit that is left.
    @Test func largerRemaindersComeFirst() {
        #expect(shapley([0, 0, 0, 0, 0, 0, 1, 2]) == [0, 1, 1])
    }
}
