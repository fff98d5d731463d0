// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import SmallFirms
import Staffing
import Testing

@testable import Planning

/// Which choices a search that claims to leave none out looks at.
@Suite struct WholeNumbersTests {
    /// Ana costs far more than the work brings, so that the linear program has no place for her.
    private func peoplePossible(_ ben: String, _ need: String = "") throws -> [Int] {
        let situation = Situation(
            of: try firm(
                """
                policy: { unmet: { normal: 10/h } }
                people:
                  ana: { cost: 500/h, grade: senior, skills: { a: 3 } }
                  ben: { cost: 40/h, grade: junior, skills: { a: 3 }\(ben) }
                projects: { p: { needs: { x: { hours: 20h/week, skills: { a: 2 }, rate: 60/h\(need) } } } }
                """))
        let model = StaffingModel(of: situation)
        let relaxed = Relaxation(model: model, answer: try Answer(to: model.model, with: Options(), .normal))
        let booker = Booker(
            situation: situation, relaxed: relaxed, options: Options(), effort: .normal, base: nil, onProgress: nil)
        return Set(WholeNumbers(booker: booker, relaxed: relaxed).possible(within: 1e9).map(\.who)).sorted()
    }

    @Test func whoeverIsNeverWorthTheirCostIsLeftOut() throws {
        #expect(try peoplePossible("") == [1])
    }

    /// As a mentor, as one of a team, or as the senior of a mix, Ana may be needed so that Ben can work.
    @Test func butNotWhereOthersMayNeedThem() throws {
        #expect(try peoplePossible(", mentors: [ana]") == [0, 1])
        #expect(try peoplePossible("", ", team: 2 .. 3") == [0, 1])
        #expect(try peoplePossible("", ", mix: { senior: at least 1 }") == [0, 1])
    }
}
