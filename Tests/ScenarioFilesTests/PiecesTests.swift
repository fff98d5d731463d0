// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Values that change on known days")
struct PiecesTests {
    private func cost(_ text: String) throws -> [String] {
        try firm(head + "people:\n  ana: { cost: \(text), contract: 100% from 2030-01-01 }\n").people[0].cost.pieces.map
        {
            "\($0.value.perHour.minorUnits) \($0.first?.description ?? "-") \($0.last?.description ?? "-")"
        }
    }

    @Test func eachEndsWhereTheNextBegins() throws {
        #expect(try cost("62/h") == ["6200 - -"])
        #expect(try cost("62/h from 2026-04-01") == ["6200 2026-04-01 -"])
        #expect(try cost("62/h to 2026-04-01") == ["6200 - 2026-04-01"])
        #expect(try cost("62/h from 2026-01-01 to 2026-04-01") == ["6200 2026-01-01 2026-04-01"])
        #expect(try cost("[62/h, 66/h from 2026-04-01]") == ["6200 - 2026-03-31", "6600 2026-04-01 -"])
        #expect(
            try cost("[62/h to 2026-02-28, 66/h from 2026-04-01, 70/h from 2026-05-01]")
                == ["6200 - 2026-02-28", "6600 2026-04-01 2026-04-30", "7000 2026-05-01 -"])
    }

    @Test(arguments: [
        "[62/h, 66/h]", "[62/h from 2026-04-01, 66/h from 2026-04-01]", "[62/h from 2026-04-01, 66/h from 2026-01-01]",
        "[62/h to 2026-04-01, 66/h from 2026-04-01]",
    ])
    func otherOrdersAreProblems(_ text: String) {
        let found = problems(head + "people:\n  ana: { cost: \(text) }\n")
        #expect(found.map(\.id) == [.piecesOutOfOrder])
    }

    @Test func aPieceRunsForward() {
        let found = problems(head + "people:\n  ana: { cost: 62/h from 2026-04-01 to 2026-03-01 }\n")
        #expect(found.map(\.id) == [.datesReversed])
    }

    @Test func contractsAreSharesOrWeeks() throws {
        let text = """
            people:
              ana: { cost: 62/h, contract: [80%, 8 8 8 4 0 0 0 from 2026-04-06] }
              rui: { cost: 48/h, contract: 8 8 8 8 8 0 0 / 8 8 8 8 0 0 0 from 2026-01-05 }
            """
        let people = try firm(head + text).people
        #expect(people[0].contract.value(on: day("2026-04-05")) == .share(Share(percent: 80)))
        let short = WeekPattern(weeks: [[8, 8, 8, 4, 0, 0, 0].map { Hours($0) }], anchor: WeekPattern.fullTime.anchor)
        #expect(people[0].contract.value(on: day("2026-04-06")) == .pattern(short))
        guard case .pattern(let pattern)? = people[1].contract.value(on: day("2026-01-05")) else {
            Issue.record("no pattern")
            return
        }
        #expect(pattern.weeks.count == 2)
        #expect(pattern.anchor == day("2026-01-05"))
        #expect(people[1].contract.value(on: day("2026-01-04")) == nil)
    }
}
