// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Web

/// Changes in the words of the files.
struct DraftTests {
    @Test func writesAChangeAsItStandsInAFile() {
        #expect(
            Wording("delay", ["project": "apollo", "by": "3 weeks"]).text
                == #"delay: { project: "apollo", by: "3 weeks" }"#)
        #expect(Wording("exclude", ["": "ana not on apollo"]).text == #"exclude: "ana not on apollo""#)
        #expect(
            Wording("hire", ["person": "nia", "cost": "", "like": "ana"]).text
                == #"hire: { person: "nia", like: "ana" }"#)
    }

    @Test func whatSomebodyTypesCannotBeAnythingElse() {
        let text = Wording("hire", ["person": "a\", like: \"b", "name": "}\n- drop: x\u{7}\\"]).text
        #expect(text == #"hire: { person: "a\", like: \"b", name: "}\U0000000A- drop: x\U00000007\\" }"#)
    }

    @Test func movesOfAProjectAreOneMove() {
        let once = [Wording]().moving("apollo", byWeeks: 1)
        #expect(once == [Wording("delay", ["project": "apollo", "by": "1 week"])])
        #expect(once.moving("apollo", byWeeks: 2) == [Wording("delay", ["project": "apollo", "by": "3 weeks"])])
        #expect(once.moving("apollo", byWeeks: -3) == [Wording("advance", ["project": "apollo", "by": "2 weeks"])])
        #expect(once.moving("apollo", byWeeks: -1) == [])
        let two = once.moving("vega", byWeeks: 1)
        #expect(two.count == 2)
        #expect(two.moving("apollo", byWeeks: 1).count == 3)
    }

    @Test func theLastDecisionOnAProjectCounts() {
        let won = [Wording]().deciding("apollo", "win").moving("apollo", byWeeks: 1)
        #expect(
            won.deciding("apollo", "lose").map(\.text) == [
                #"delay: { project: "apollo", by: "1 week" }"#, #"lose: { project: "apollo" }"#,
            ])
    }
}
