// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Planning
import SmallFirms
import Staffing
import Testing
import Verification
import WhatIf

@Suite struct ComparisonTests {
    private func euros(_ amount: Int) -> Measure.Amount { .money(Money(minorUnits: amount * 100)) }
    private func hours(_ hours: Int) -> Measure.Amount { .hours(Hours(hours)) }

    /// 120 h are asked for. Ana does 80 for 4,000, Ben 40 for 2,400, and the client pays 12,000.
    @Test func figuresOfTheBase() throws {
        let totals = try compared(twoForApollo, anaAlone).base.totals
        let expected: [(Measure, Measure.Amount)] = [
            (.demand, hours(120)), (.filled, hours(120)), (.unfilled, hours(0)), (.coverage, .ratio(1)),
            (.revenue, euros(12000)), (.cost, euros(6400)), (.margin, euros(5600)), (.worth, euros(5600)),
            (.capacity, hours(160)), (.booked, hours(120)), (.utilisation, .ratio(0.75)),
            (.billableUtilisation, .ratio(0.75)), (.overtime, hours(0)), (.subcontracted, hours(0)),
            (.bench, hours(40)),
        ]
        for (measure, amount) in expected { #expect(totals[measure] == amount, "\(measure)") }
    }

    /// Without Ben 40 hours stay unmet, at 100 each beyond the revenue that they would have brought.
    @Test func figuresOfTheWhatIf() throws {
        let comparison = try compared(twoForApollo, anaAlone)
        let variant = comparison.variants[0]
        let expected: [(Measure, Measure.Amount)] = [
            (.demand, hours(120)), (.filled, hours(80)), (.unfilled, hours(40)), (.unfilledOf(.normal), hours(40)),
            (.unfilledOf(.high), hours(0)), (.coverage, .ratio(2.0 / 3)), (.revenue, euros(8000)),
            (.cost, euros(4000)), (.margin, euros(4000)), (.marginRatio, .ratio(0.5)), (.worth, euros(0)),
            (.capacity, hours(80)), (.bench, hours(0)),
        ]
        for (measure, amount) in expected { #expect(variant.result.totals[measure] == amount, "\(measure)") }
        #expect((variant.result.totals - comparison.base.totals)[.margin] == euros(-1600))
    }

    @Test func whoMovesIsWhoLosesHours() throws {
        let turnover = try compared(twoForApollo, anaAlone).variants[0].turnover
        #expect(turnover.bookings == 1)
        #expect(turnover.hours == Hours(40))
        #expect(turnover.newBookings == 0)
    }

    @Test func alertsAreNewOrGoneByWhatTheyAreAbout() throws {
        let variant = try compared(twoForApollo, anaAlone).variants[0]
        #expect(variant.newAlerts.map(\.kind).contains(.unfilled))
        let back = try compared(anaAlone, twoForApollo).variants[0]
        #expect(back.goneAlerts == variant.newAlerts)
        #expect(back.newAlerts == variant.goneAlerts)
    }

    /// The same line is short of 20 hours more, which is no new alert.
    @Test func moreOfTheSameTroubleIsNotNew() throws {
        let worse = anaAlone.replacing("60h/week", with: "70h/week")
        let variant = try compared(anaAlone, worse).variants[0]
        #expect(!variant.newAlerts.map(\.kind).contains(.unfilled))
        #expect(!variant.goneAlerts.map(\.kind).contains(.unfilled))
    }

    /// Won work alone: nothing is won.
    @Test func moneyIsCountedOnTheBasisAskedFor() throws {
        let proposed = twoForApollo.replacing("apollo:\n", with: "apollo:\n    stage: proposed 50%\n")
        let firms = (proposed, anaAlone)
        #expect(try compared(firms.0, firms.1, basis: .confirmed).base.totals[.revenue] == euros(0))
        #expect(try compared(firms.0, firms.1, basis: .weighted).base.totals[.revenue] == euros(6000))
        #expect(try compared(firms.0, firms.1, basis: .exposure).base.totals[.revenue] == euros(12000))
    }

    @Test func currenciesMustBeTheSame() throws {
        let dollars = try firm(twoForApollo, currency: "USD")
        #expect(throws: ComparisonError.currencies(label: "us", dollars.currency, base: Currency("EUR")!)) {
            try compare(
                Contender("eu", try firm(twoForApollo)), with: [Contender("us", dollars)], .weighted)
        }
    }
}
