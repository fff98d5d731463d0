// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import Outlook
import Planning
import ScenarioFiles
import SmallFirms
import Staffing
import Testing
import Verification
import WhatIf

@testable import Pages

/// Everybody and everything is called what an attacker would call it.
private let hostile = """
    offices:
      lisbon: { name: "</style><script>alert(1)</script>" }
    clients:
      mallory: { name: "\\"><img src=x onerror=alert(2)>" }
    people:
      ana: { name: "<script>alert(3)</script>", role: engineer, office: lisbon, skills: { swift: 3 }, cost: 50/h }
      ben: { name: "Ben & 'Co' \\" ]]>", role: engineer, skills: { swift: 2 }, cost: 40/h }
    projects:
      apollo:
        name: "<!-- -->&amp;<b>Apollo"
        client: mallory
        budget: 1000
        deadline: 2026-01-30
        phases:
          build: { start: 2026-01-05, length: 2 weeks, milestone: "<i>Beta</i> by 2026-01-09" }
        needs:
          app: { name: "<svg onload=alert(4)>", phase: build, skills: { swift: 3 }, hours: 60h/week, rate: 100/h }
      zephyr:
        name: "javascript:alert(5)"
        stage: proposed 50%
        needs:
          app: { skills: { swift: 2 }, hours: 10h/week, rate: 90/h }
          art: { skills: { ux: 2 }, hours: 10h/week, rate: 90/h }
    """

@Suite struct PageTests {
    private static func pages() throws -> [(name: String, page: Page)] {
        let base = try firm(hostile)
        let planned = try makePlan(for: base, style: .bookable)
        let slipped = try whatIf("- delay: { project: apollo, by: 1 week }", of: hostile).firm
        var comparison = try compare(Contender("<base>", base), with: [Contender("<what-if>", slipped)], .weighted)
        try comparison.draw(.moves)
        return [
            ("plan", PlanPage(of: planned, by: .office).page),
            (
                "forecast",
                ForecastPage(
                    of: Forecast(of: planned, by: .skill, per: .week), bench: bench(of: planned), in: base,
                    against: .exposure
                ).page
            ), ("comparison", ComparisonPage(of: comparison).page),
        ]
    }

    @Test func pagesAreWellFormedWhateverStandsInThem() throws {
        for (name, page) in try Self.pages() {
            let root = try markup(page.document())
            #expect(root.name == "html", "\(name)")
            // The one script is the page's own, and so is every picture and every link.
            #expect(root.all("script").count == 1, "\(name)")
            #expect(root.all("img").isEmpty && root.all("i").allSatisfy { $0.children.isEmpty }, "\(name)")
            #expect(
                root.all.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } }, "\(name)")
        }
        let plan = try markup(try Self.pages()[0].page.document())
        #expect(plan.all("button").map(\.text) == ["<script>alert(3)</script>", "Ben & 'Co' \" ]]>"])
    }

    @Test func pagesNeedNothingFromElsewhere() throws {
        for (name, page) in try Self.pages() {
            let text = page.document()
            let root = try markup(text)
            #expect(root.all("link").isEmpty && root.all("iframe").isEmpty, "\(name)")
            for element in root.all {
                #expect(element.attributes["src"] == nil && element.attributes["srcset"] == nil, "\(name)")
                if let href = element.attributes["href"] { #expect(href.hasPrefix("#"), "\(name): \(href)") }
            }
            let rest = text.replacing("http://www.w3.org/1999/xhtml", with: "")
            #expect(!rest.contains("http") && !rest.contains("@import") && !rest.contains("url(//"), "\(name)")
        }
    }

    @Test func idsAreUniqueAndLinksLeadSomewhere() throws {
        for (name, page) in try Self.pages() {
            let root = try markup(page.document())
            let ids = root.all.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count, "\(name)")
            for element in root.all {
                let targets = [
                    element.attributes["href"].map { String($0.dropFirst()) }, element.attributes["popovertarget"],
                    element.attributes["aria-labelledby"],
                ].compactMap(\.self)
                for target in targets { #expect(ids.contains(target), "\(name): \(target)") }
            }
        }
    }

    @Test func whoeverDoesNotSeeIsToldTheSame() throws {
        for (name, page) in try Self.pages() {
            let root = try markup(page.document())
            #expect(root.attributes["lang"] == "en", "\(name)")
            #expect(root.all("main").count == 1 && root.all("h1").count == 1, "\(name)")
            for drawing in root.all("svg") where drawing.attributes["aria-hidden"] == nil {
                #expect(drawing.attributes["role"] == "img", "\(name)")
                #expect(drawing.attributes["aria-label"]?.isEmpty == false, "\(name)")
            }
            for table in root.all("table") {
                #expect(table.all("caption").count == 1 || table.attributes["class"] == nil, "\(name)")
                for head in table.all("th") { #expect(head.attributes["scope"] != nil, "\(name)") }
            }
            for region in root.all where region.hasClass("scroll") {
                #expect(region.attributes["tabindex"] == "0" && region.attributes["aria-label"] != nil, "\(name)")
            }
        }
    }

    @Test func theSamePageIsTheSameBytes() throws {
        let (first, second) = (try Self.pages(), try Self.pages())
        for (one, other) in zip(first, second) { #expect(one.page.document() == other.page.document()) }
    }

    @Test func emptySectionsAreLeftOut() throws {
        let page = Page(title: "T", subtitle: "", sections: [.init("a", "A", .nothing), .init("b", "B", .text("x"))])
        #expect(page.sections.map(\.id) == ["b"])
    }

    @Test func aFirmOfNobodyHasAPage() throws {
        let planned = try makePlan(for: try firm("people: {}\nprojects: {}\n"), style: .bookable)
        let root = try markup(PlanPage(of: planned, by: .role).page.document())
        #expect(root.element(id: "alerts") != nil)
    }
}
