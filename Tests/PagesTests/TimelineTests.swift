// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import Planning
import SmallFirms
import Staffing
import Testing

@testable import Pages

/// Four weeks from Monday, 5 January. Design takes the first, build the next two, a week after the beta was promised.
private let yaml = """
    people:
      ana: { name: Ana, skills: { swift: 3 }, cost: 50/h }
      ben: { name: Ben, skills: { swift: 3 }, contract: 50%, cost: 40/h }
    projects:
      apollo:
        name: Apollo
        budget: 5000
        phases:
          design: { start: 2026-01-05, length: 1 week }
          build: { after: design, length: 2 weeks, milestone: Beta by 2026-01-16 }
        needs:
          app: { phase: build, skills: { swift: 3 }, hours: 60h/week, rate: 100/h }
      zephyr:
        name: Zephyr
        stage: lost
        needs:
          app: { skills: { swift: 3 }, hours: 10h/week, rate: 90/h }
    """
private let horizon = "2026-01-05 .. 2026-02-01"

private func days(_ first: String, _ last: String) -> DayRange { DayRange(Day(first)!, Day(last)!) }

@Suite struct TimelineTests {
    private func planned(_ text: String = yaml) throws -> PlannedFirm {
        try makePlan(for: try firm(text, horizon: horizon), style: .bookable)
    }

    @Test func barsStandWhereThePhasesDo() throws {
        let timeline = Timeline(of: try planned())
        #expect(timeline.entries.map(\.project.id.text) == ["apollo"])
        let bars = timeline.entries[0].bars
        #expect(bars.map(\.name) == ["design", "build"])
        #expect(bars[0].days == days("2026-01-05", "2026-01-11"))
        #expect(bars[1].days == days("2026-01-12", "2026-01-25"))
        #expect(bars[1].after == [Timeline.Bar.Dependency(bar: 0, edge: .end)])
        // Friday the 23rd is a week after Friday the 16th.
        #expect(bars[1].weeksLate == 1)
    }

    @Test func theTeamStandsBelowMostHoursFirst() throws {
        let team = Timeline(of: try planned()).entries[0].team
        #expect(team.map(\.name) == ["Ana", "Ben"])
        #expect(team[0].hours == [.zero, Hours(40), Hours(40), .zero])
        #expect(team[1].total == Hours(40))
    }

    @Test func whatHasMovedIsDrawnWhereItWas() throws {
        let slipped = try planned(yaml.replacing("start: 2026-01-05", with: "start: 2026-01-12"))
        let timeline = Timeline(of: slipped, against: try planned())
        #expect(timeline.hasGhosts)
        #expect(timeline.entries[0].bars[1].ghost == days("2026-01-12", "2026-01-25"))
        #expect(!Timeline(of: slipped, against: slipped).hasGhosts)
        #expect(try markup("<p>\(timeline.section.html.text())</p>").all("g").contains { $0.hasClass("f-ghost") })
    }

    @Test func windowsReachFromTheFirstStartThroughTheLastEnd() throws {
        let open = yaml.replacing("design: { start: 2026-01-05,", with: "design: { start: 2026-01-05 .. 2026-01-12,")
        let bar = Timeline(of: try planned(open)).entries[0].bars[0]
        #expect(bar.window == days("2026-01-05", "2026-01-18"))
    }

    /// 30 units a week: the second week begins at 30, two weeks are 60 wide.
    @Test func daysBecomePlaces() throws {
        let scale = TimelineScale(of: Horizon(days("2026-01-05", "2026-02-01")))
        #expect(scale.width == 120)
        let span = scale.span(days("2026-01-12", "2026-01-25"))
        #expect(span?.begin == 30 && span?.width == 60)
        #expect(scale.span(days("2026-03-02", "2026-03-08")) == nil)
    }

    /// 120 h at 100 are 12,000 of a budget of 5,000: the bar of 150 ends its budget at 62.5, and the rest is hatched.
    @Test func budgetsThatAreUsedUpAreHatched() throws {
        let page = try markup("<p>\(Timeline(of: try planned()).section.html.text())</p>")
        let bar = page.all("svg").first { $0.attributes["aria-label"] == "Budget: 240 % used by the plan" }
        let over = bar?.all("g").first { $0.hasClass("f-over") }?.all("rect").first
        #expect(over?.attributes["x"] == "62.5")
        #expect(over?.attributes["width"] == "87.5")
    }
}
