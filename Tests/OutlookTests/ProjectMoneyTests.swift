// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Staffing
import Testing

extension Fixture {
    // 160 h at a cost of 9,600 in each.

    static let overBudget = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { name: Apollo, budget: 12000, needs: { api: { hours: 40h/week, rate: 100/h } } } }
            """,
        raised: [
            "warning: Apollo is planned to bill 16,000 EUR, with a budget of 12,000 EUR: "
                + "agree on 4,000 EUR more, or cut the work"
        ],
        calm: ("12000", by: "16000"))

    static let thinMargin = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { name: Apollo, needs: { api: { hours: 40h/week, rate: 64/h } } } }
            """,
        raised: [
            "notice: Apollo earns 640 EUR on 10,240 EUR, a margin of 6.3 % where 10 % is asked for: "
                + "staff it with people who cost less, or raise its rates"
        ],
        calm: ("64/h", by: "67/h"))

    static let loss = Fixture(
        text: """
            people: { ben: { name: Ben, cost: 60/h } }
            projects: { apollo: { name: Apollo, needs: { api: { hours: 40h/week, rate: 50/h } } } }
            """,
        raised: [
            "warning: Apollo loses 1,600 EUR, billing 8,000 EUR and costing 9,600 EUR: "
                + "staff it with people who cost less, or raise its rates"
        ],
        calm: ("50/h", by: "60/h"))
}

struct ProjectMoneyTests {
    @Test func workThatIsNotBilledHasNoMargin() throws {
        let text = Fixture.loss.text.replacing("rate: 50/h", with: "rate: none")
        #expect(try told(.loss, in: text) == [])
        #expect(try told(.thinMargin, in: text) == [])
    }

    @Test func theAmountIsWhatIsMissing() throws {
        func amounts(_ fixture: Fixture, _ kind: Alert.Kind) throws -> [Money?] {
            alerts(for: try planned(fixture.text)).filter { $0.kind == kind }.map(\.money)
        }
        #expect(try amounts(.overBudget, .overBudget) == [Money(minorUnits: 400_000)])
        #expect(try amounts(.thinMargin, .thinMargin) == [Money(minorUnits: 38_400)])
        #expect(try amounts(.loss, .loss) == [Money(minorUnits: 160_000)])
    }
}
