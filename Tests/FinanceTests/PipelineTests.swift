// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import Staffing
import Testing

@Suite("The pipeline")
struct PipelineTests {
    private let eur = Currency("EUR")!
    private let nok = Currency("NOK")!
    private let day = Day("2026-03-02")!

    private func deal(
        _ id: String, _ stage: Opportunity.Stage, _ value: Int, chance: Int? = nil, _ currency: String = "EUR",
        closes: String? = nil
    ) -> Opportunity {
        Opportunity(
            id: Identifier(id), name: id, client: "", stage: stage, chance: chance.map { Share(percent: $0) },
            value: Money(minorUnits: value), currency: Currency(currency)!, closes: closes.flatMap { Day($0) })
    }

    @Test func stagesHaveAChance() {
        #expect(
            Opportunity.Stage.allCases.map { $0.usualChance.millionths / 10_000 } == [10, 25, 50, 75, 100, 0])
        #expect(deal("a", .proposal, 1).chance == Share(percent: 50))
        #expect(deal("a", .proposal, 1, chance: 60).chance == Share(percent: 60))
    }

    /// Whatever chance it had, a decided deal has the one that follows from it.
    @Test func wonAndLostAreCertain() {
        var one = deal("a", .proposal, 1, chance: 60)
        one.move(to: .won)
        #expect(one.chance == .whole)
        one.move(to: .lost)
        #expect(one.chance == .zero)
        one.move(to: .negotiation)
        #expect(one.chance == Share(percent: 75))
    }

    /// 30 % of 33.35 are 10.005: half a cent to the even one.
    @Test func sumsByMonthAndStage() {
        let pipeline = Pipeline(
            of: [
                deal("none", .lead, 100_000), deal("late", .proposal, 200_000, closes: "2026-05-31"),
                deal("won", .won, 9), deal("soon", .proposal, 3335, chance: 30, closes: "2026-03-31"),
                deal("lost", .lost, 9), deal("may", .negotiation, 400, closes: "2026-05-01"),
            ], ExchangeRates(home: eur, []), on: day)
        #expect(pipeline.deals.map(\.opportunity.id.text) == ["soon", "may", "late", "none"])
        #expect(pipeline.deals.map { $0.weighted?.minorUnits } == [1000, 300, 100_000, 10_000])
        #expect(pipeline.byMonth.map { $0.month?.description } == ["2026-03", "2026-05", nil])
        #expect(pipeline.byMonth.map(\.sum.value.minorUnits) == [3335, 200_400, 100_000])
        #expect(pipeline.byMonth.map(\.sum.weighted.minorUnits) == [1000, 100_300, 10_000])
        #expect(pipeline.byStage.map(\.stage) == [.lead, .proposal, .negotiation])
        #expect(pipeline.byStage.map(\.sum.count) == [1, 2, 1])
        #expect(pipeline.total.value.minorUnits == 303_735)
        #expect(pipeline.total.weighted.minorUnits == 111_300)
    }

    /// 1 NOK is 0.0893 EUR: 100,000.00 NOK are 8,930.00 EUR, of which a tenth is expected.
    @Test func foreignDealsCountInTheFirmsCurrency() {
        let rate = ExchangeRate(currency: nok, day: Day("2026-03-01")!, billionths: 89_300_000)
        let deals = [deal("oslo", .lead, 10_000_000, "NOK"), deal("bern", .lead, 500, "CHF")]
        let pipeline = Pipeline(of: deals, ExchangeRates(home: eur, [rate]), on: day)
        #expect(pipeline.deals.map { $0.value?.minorUnits } == [893_000, nil])
        #expect(pipeline.total.weighted.minorUnits == 89_300)
        #expect(pipeline.total.count == 1)
        #expect(pipeline.unknown.map(\.code) == ["CHF"])
    }
}
