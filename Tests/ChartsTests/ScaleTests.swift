// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Testing

@Suite("Scales")
struct ScaleTests {
    @Test func numbersLieInProportion() {
        let y = LinearScale(from: -10...30, to: 100, 20)
        #expect([-10, 0, 10, 30].map { y($0) } == [100, 80, 60, 20])
    }

    @Test func aScaleWithoutExtentIsItsStart() {
        #expect(LinearScale(from: 5...5, to: 7, 9)(5) == 7)
    }

    @Test func bandsShareTheRoomAndLeaveGaps() {
        let bands = BandScale(4, from: 10, to: 50, gap: 0.2)
        #expect(bands.step == 10)
        #expect(bands.width == 8)
        #expect(bands.begin(0) == 11)
        #expect(bands.middle(3) == 45)
    }

    @Test func noBandsTakeNoRoom() {
        #expect(BandScale(0, from: 0, to: 10).width == 0)
    }

    /// Steps of 1, 2 and 5 times a power of ten, by hand.
    @Test(
        arguments: [
            ([7.0], 4, [0, 2, 4, 6, 8]),
            ([93], 5, [0, 20, 40, 60, 80, 100]),
            ([240], 5, [0, 50, 100, 150, 200, 250]),
            ([-30, 45], 4, [-40, -20, 0, 20, 40, 60]),
            ([1000], 4, [0, 200, 400, 600, 800, 1000]),
            ([-7], 4, [-8, -6, -4, -2, 0]),
        ] as [([Double], Int, [Double])])
    func ticksAreRound(_ values: [Double], _ count: Int, _ expected: [Double]) {
        #expect(Ticks(holding: values, about: count).values == expected)
    }

    @Test func nothingToShowStillHasAnAxis() {
        #expect(Ticks(holding: [], about: 4).domain.lowerBound == 0)
        #expect(Ticks(holding: [0, 0], about: 4).domain.upperBound == 1)
    }

    @Test func theScaleHoldsItsValues() {
        let scale = LinearScale(holding: [12, 93], steps: 5, to: 100, 0)
        #expect(scale.domain == 0...100)
        #expect(scale(50) == 50)
    }
}

@Suite("Text width")
struct TextWidthTests {
    @Test func textThatFitsIsWhole() {
        #expect(TextWidth.fit("Apollo", in: 100, size: 11) == "Apollo")
    }

    /// In ems: six letters of 0.58 but for l, l of 0.36 and A of 0.7 is 3.16; at size 10, 31.6.
    @Test func widthIsTheSumOfItsLetters() {
        #expect(abs(TextWidth.of("Apollo", size: 10) - (7 + 5.8 + 5.8 + 3.6 + 3.6 + 5.8)) < 1e-9)
    }

    /// The ellipsis takes 9.2; A, p and o take 18.6, and the first l would not fit into 30.
    @Test func textThatDoesNotFitIsCut() {
        #expect(TextWidth.fit("Apollo", in: 30, size: 10) == "Apo…")
        #expect(TextWidth.fit("Apollo", in: 5, size: 10) == "")
    }
}
