// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WhatIf

@Suite struct SweepVariationTests {
    @Test(arguments: [
        ("projects.apollo.start=0w..3w", ["0w", "1w", "2w", "3w"]), ("a.b=0w..6w/2w", ["0w", "2w", "4w", "6w"]),
        ("a.b=0w..5w/2", ["0w", "2w", "4w"]), ("a.b=2w..-1w", ["2w", "1w", "0w", "-1w"]), ("a.b=3w..3w", ["3w"]),
        ("policy.overtime.up to = 0% .. 10% / 5%", ["0%", "5%", "10%"]),
        ("a.hours=24h/week..32h/week/4h/week", ["24h/week", "28h/week", "32h/week"]),
        ("a.hours=0.5 fte..1.25 fte/0.25", ["0.5 fte", "0.75 fte", "1 fte", "1.25 fte"]),
        ("a.b=-0.5..0.5/0.5", ["-0.5", "0", "0.5"]), ("a.stage=won, lost", ["won", "lost"]),
        ("a.skills={ swift: 3, sql: 2 }, { swift: 2 }", ["{ swift: 3, sql: 2 }", "{ swift: 2 }"]),
        ("a.deadline=2026-03-01", ["2026-03-01"]),
        ("a.hours=300 .. 340 .. 420h total,360h total", ["300 .. 340 .. 420h total", "360h total"]),
    ])
    func areValuesOrARun(_ text: String, _ values: [String]) throws {
        let variation = try Variation(text)
        #expect(variation.values == values)
        #expect(variation.text == text)
    }

    @Test(arguments: [
        ("", Variation.Malformed.noPath("")), ("a.b", .noPath("a.b")), ("=1", .noPath("=1")), (" =1", .noPath(" =1")),
        ("a=", .noValues("a=")), ("a=1,,2", .noValues("a=1,,2")), ("a=0w..6", .unequalEnds("0w..6")),
        ("a=0w..6%", .unequalEnds("0w..6%")), ("a=0w..6w/0w", .badStep("0w..6w/0w")),
        ("a=0w..6w/-1w", .badStep("0w..6w/-1w")), ("a=0w..6w/2%", .badStep("0w..6w/2%")),
        ("a=0w..6w 2w", .unequalEnds("0w..6w 2w")), ("a=0..10000", .tooMany("0..10000", most: 10_000)),
    ])
    func othersAreMalformed(_ text: String, _ wrong: Variation.Malformed) {
        #expect(throws: wrong) { try Variation(text) }
    }

    @Test func combineInTheirOrder() throws {
        let all = Variation.product([try Variation("a.b=1..2"), try Variation("c.d=x,y")])
        #expect(all == [["1", "x"], ["1", "y"], ["2", "x"], ["2", "y"]])
        #expect(Variation.product([]) == [[]])
    }

    /// Ten thousand to the power of five is more than 64 bits hold.
    @Test func areCountedWithoutOverflow() throws {
        let long = try Variation("a.b=1..10000")
        #expect(Variation.count([], most: 1) == 1)
        #expect(Variation.count([try Variation("a.b=1..2"), try Variation("c.d=x,y,z")], most: 6) == 6)
        #expect(Variation.count([try Variation("a.b=1..2"), try Variation("c.d=x,y,z")], most: 5) == nil)
        #expect(Variation.count([long, long], most: 1_000_000) == nil)
        #expect(Variation.count([long, long, long, long, long], most: .max) == nil)
    }
}
