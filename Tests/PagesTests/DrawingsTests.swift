// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import Matching
import Outlook
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@testable import Pages

private let euro = Currency("EUR")!
private func euros(_ whole: Int) -> Money { Money(minorUnits: whole * 100) }

@Suite struct WaterfallTests {
    private func marks(_ fall: Waterfall) throws -> (rects: [Markup], texts: [String]) {
        let root = try markup(fall.html.text())
        return (root.all("rect"), root.all("text").map(\.text))
    }

    /// From 0 to 200 on 340 to 890: 2.75 a euro. 100, then 100 more, then 50 less.
    @Test func stepsBeginWhereTheOneBeforeEnds() throws {
        let (rects, texts) = try marks(
            Waterfall(
                title: "T", start: ("a", euros(100)), steps: [("up", euros(100)), ("down", euros(-50))],
                end: ("b", euros(150)), currency: euro))
        #expect(rects.map { $0.attributes["x"] } == ["340", "615", "752.5", "340"])
        #expect(rects.map { $0.attributes["width"] } == ["275", "275", "137.5", "412.5"])
        #expect(texts == ["a", "100", "up", "+100", "down", "-50", "b", "150"])
    }

    /// Steps of a thousandth could not be seen on an axis from zero.
    @Test func anAxisThatDoesNotBeginAtZeroSaysSo() throws {
        let (_, texts) = try marks(
            Waterfall(
                title: "T", start: ("a", euros(100_000)), steps: [("up", euros(100))], end: ("b", euros(100_100)),
                currency: euro))
        #expect(texts.last == "The bars begin at 99,980.")
    }

    @Test func lossesReachBelowZero() throws {
        let (rects, _) = try marks(
            Waterfall(
                title: "T", start: ("a", euros(50)), steps: [("down", euros(-100))], end: ("b", euros(-50)),
                currency: euro))
        // From −60 to 60 on 340 to 890: zero lies at 615.
        #expect(rects[2].attributes["x"] == "385.8")
        #expect(rects[2].attributes["width"] == "229.2")
    }
}

@Suite struct MonthBarsTests {
    /// From 0 to 100 on 198 to 16.
    @Test func barsAreAsHighAsTheirAmounts() throws {
        let bars = MonthBars(
            title: "T", currency: euro,
            series: [
                .init("won", .confirmed, [euros(100), euros(50)]), .init("same", .tentative, [euros(100), euros(50)]),
            ], months: ["2026-01", "2026-02"])
        let root = try markup(bars.html.text())
        let rects = root.all("svg").first { $0.attributes["role"] == "img" }?.all("rect") ?? []
        // What says the same as the first series is left out.
        #expect(rects.map { $0.attributes["height"] } == ["182", "91"])
        #expect(rects.map { $0.attributes["y"] } == ["16", "107"])
        #expect(root.all("text").map(\.text).suffix(2) == ["Jan 2026", "Feb"])
    }
}

@Suite struct CapacityChartsTests {
    /// Ana has 40 h in each of two weeks; 24 h are won, 20 h at even chances: 34 weighted, 44 at most.
    private func charts(_ basis: String) throws -> Markup {
        let planned = try makePlan(
            for: try firm(
                """
                people:
                  ana: { name: Ana, skills: { swift: 3 }, cost: 50/h }
                projects:
                  apollo: { needs: { app: { skills: { swift: 3 }, hours: 24h/week, rate: 100/h } } }
                  zephyr: { stage: proposed 50%, needs: { app: { skills: { swift: 3 }, hours: 20h/week, rate: 100/h } } }
                """), style: .bookable)
        let forecast = Forecast(of: planned, by: .skill, per: .week)
        return try markup(
            CapacityCharts(
                of: forecast, in: planned.situation.firm, against: basis == "weighted" ? .weighted : .exposure
            )
            .section.html.text())
    }

    @Test func demandIsStackedByHowSureItIs() throws {
        let swift = try charts("weighted").all("figure")[1]
        #expect(swift.all("figcaption")[0].text == "swift")
        let looks = swift.all("g").compactMap { $0.attributes["class"] }
        #expect(looks == ["f-sure", "f-maybe", "f-most", "f-sure", "f-maybe", "f-most"])
        // From 0 to 50 on 130 to 14: 24 h are 55.7 high, 10 h 23.2.
        let heights = swift.all("rect").map { $0.attributes["height"] }
        #expect(heights.prefix(3) == ["55.7", "23.2", "23.2"])
    }

    @Test func deficitsAreMarkedAndSaid() throws {
        let swift = try charts("exposure").all("figure")[1]
        #expect(swift.all("figcaption")[0].text == "swift short of 8 h")
        #expect(swift.all("g").filter { $0.hasClass("f-over") }.count == 2)
        #expect(swift.all("text").filter { $0.hasClass("t-bad") }.map(\.text) == ["−4", "−4"])
    }
}
