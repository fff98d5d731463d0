// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Needs")
struct NeedTests {
    private func need(_ text: String, _ more: String = "") throws -> DemandLine {
        try firm(head + more + "projects:\n  apollo:\n    needs:\n      backend: { \(text) }\n").projects[0].lines[0]
    }

    private func found(_ text: String, _ more: String = "") -> [String] {
        problems(head + more + "projects:\n  apollo:\n    needs:\n      backend: { \(text) }\n").map(\.id.rawValue)
    }

    @Test func haveAllTheirKeys() throws {
        let lines = try firm(studio).projects[0].lines
        #expect(lines[0].phase == "build")
        #expect(lines[0].skills == [SkillLevel("swift", 3)])
        #expect(lines[0].preferred == [SkillLevel("sql", 2)])
        #expect(lines[0].role == "engineer")
        #expect(lines[0].rate == nil && lines[0].billable)
        #expect(lines[1].spread == .weekly)
        #expect(lines[1].seats == 2)
        #expect(!lines[2].billable)
        #expect(lines[2].priority == .low)
        #expect(lines[2].days == DayRange(day("2026-03-02"), day("2026-03-27")))
    }

    @Test func sayHowMuchInFourWays() throws {
        #expect(try need("rate: none, hours: 32h/week").amount == .perWeek(Hours(32)))
        #expect(try need("rate: none, hours: 320h total").amount == .total(Hours(320)))
        #expect(try need("rate: none, hours: 0.8 fte").amount == .fullTimeEquivalents(Share(percent: 80)))
        #expect(
            try need("rate: none, hours: [16h, 0h, 7.5h]").amount
                == .byWeek([16, 0].map { Hours($0) } + [Hours(seconds: 27_000)]))
    }

    @Test func mayBeARangeOfWhichPlansTakeTheLikeliest() throws {
        let backend = try need("rate: none, hours: 300..340 ..420h total")
        #expect(backend.amount == .total(Hours(340)))
        #expect(backend.range == .init(least: .total(Hours(300)), most: .total(Hours(420))))
        #expect(try need("rate: none, hours: 32 .. 32 .. 40h/week").amount == .perWeek(Hours(32)))
        #expect(try need("rate: none, hours: 320h total").range == nil)
    }

    /// In the units of 0.0025 h in which files can say it, halves rounded up.
    @Test func ofARangeWithoutALikeliestPlansTakeTheMiddle() throws {
        #expect(try need("rate: none, hours: 300 .. 420h total").amount == .total(Hours(360)))
        #expect(try need("rate: none, hours: 7 .. 7.5h/week").amount == .perWeek(Hours(seconds: 26_100)))
        #expect(try need("rate: none, hours: 0 .. 0.0025h/week").amount == .perWeek(Hours(seconds: 9)))
        #expect(
            try need("rate: none, hours: 0.5 .. 0.8 fte").amount
                == .fullTimeEquivalents(Share(millionths: 650_000)))
    }

    @Test(arguments: [
        ("420 .. 300h total", "range-reversed"), ("300 .. 300h total", "range-reversed"),
        ("300 .. 300 .. 300h total", "range-reversed"), ("300 .. 420 .. 400h total", "range-reversed"),
        ("300 .. 280 .. 400h total", "range-reversed"), ("300h .. 420h total", "not-a-number"),
        ("300 .. h total", "not-a-number"), ("1 .. 2 .. 3 .. 4h total", "not-a-number"),
        ("300 .. 1000001h total", "out-of-range"), ("'[16h .. 24h]'", "wrong-unit"),
    ])
    func otherRangesAreProblems(_ hours: String, _ id: String) {
        #expect(found("rate: none, hours: \(hours)") == [id])
    }

    @Test(arguments: [
        ("hours: 32", "wrong-unit"), ("hours: 32/week", "wrong-unit"), ("hours: 32h", "wrong-unit"),
        ("hours: 10001h/week", "out-of-range"), ("hours: 1000001h total", "out-of-range"),
        ("hours: 1001 fte", "out-of-range"), ("hours: [16, 24h]", "wrong-unit"), ("role: engineer", "missing-key"),
        ("hours: 1h/week, team: 0", "out-of-range"), ("hours: 1h/week, team: two", "not-a-number"),
        ("hours: 1h/week, team: 1001", "out-of-range"), ("hours: 1h/week, spread: even", "unknown-word"),
        ("hours: 1h/week, phase: build", "unknown-phase"), ("hours: 1h/week, rate: free", "wrong-unit"),
    ])
    func otherValuesAreProblems(_ text: String, _ id: String) {
        let rate = text.contains("rate") ? "" : "rate: none, "
        #expect(found(rate + text) == [id])
    }

    @Test func haveNoTeamAtAnyTime() throws {
        let text = head + "projects:\n  apollo:\n    needs:\n      backend:\n"
        let keys = ["rate: none", "hours: 8h total", "spread: anytime", "team: 2"].map { "        \($0)\n" }
        let found = problems(text + keys.joined())
        #expect(
            found.map(\.description) == [
                """
                studio.yaml:12:9: conflicting-keys: `team` means nothing where the spread is `anytime`
                            team: 2
                            ^
                  Take `team` out, or let the spread be `steady` or `weekly`.
                """
            ])
        #expect(try need("rate: none, hours: 8h total, spread: weekly, team: 2").seats == 2)
        #expect(try need("rate: none, hours: 8h total, spread: anytime, team: 1").seats == 1)
    }

    @Test func findTheirRateByRole() throws {
        #expect(found("role: engineer, hours: 1h/week", "rates: { engineer: 140/h }\n") == [])
        #expect(found("role: engineer, hours: 1h/week") == ["no-rate"])
        #expect(found("role: engineer, hours: 1h/week", "rates: { engineer: 140/h from 2026-03-01 }\n") == ["no-rate"])
        #expect(found("role: engineer, hours: 1h/week, rate: 140/h from 2026-01-05") == [])
        #expect(found("hours: 1h/week, rate: 140/h to 2026-01-31") == ["no-rate"])
    }

    @Test func withoutRoleTakeTheRateOfWhoeverCanDoThem() {
        let people = """
            people:
              ana: { role: engineer, cost: 1/h, skills: { swift: 4 } }
              rui: { cost: 1/h, skills: { swift: 2 } }

            """
        let rates = "rates: { engineer: 140/h }\n"
        #expect(found("skills: { swift: 3 }, hours: 1h/week", people + rates) == [])
        #expect(found("skills: { swift: 3 }, hours: 1h/week", people) == ["no-rate"])
        #expect(found("skills: { swift: 2 }, hours: 1h/week", people + rates) == ["no-rate"])
        #expect(found("skills: { cobol: 1 }, hours: 1h/week", people + rates) == [])
        #expect(found("hours: 1h/week", people + rates) == ["no-rate"])
    }

    /// Without a role of their own and without anybody who has one, they are billed by the first role of a pool.
    @Test func withoutRoleTakeTheRateOfAPoolThatCanDoThem() {
        func found(_ need: String, pool: String, rates: String = "{ engineer: 140/h }") -> [String] {
            let pools = "subcontractors:\n  free: { hours: 8h/week, cost: 90/h, \(pool) }\n"
            let offices = "offices: { lisbon: {} }\n"
            let need = "projects:\n  apollo:\n    needs:\n      backend: { hours: 1h/week, \(need) }\n"
            return problems(head + offices + "rates: \(rates)\n" + pools + need).map(\.what)
        }
        let nothing = "nothing says what an hour of `apollo.backend` is sold for: "
        let (swift, able) = ("skills: { swift: 3 }", "skills: { swift: 4 }")
        #expect(
            found(swift, pool: able) == [
                nothing + "the need has no role, and neither has the pool `free`, which could do it"
            ])
        #expect(
            found(swift, pool: able + ", roles: [designer, engineer]") == [
                nothing
                    + "the need has no role, and the first role `designer` of the pool `free`, which could do it, is on no rate card"
            ])
        let late = "{ engineer: 140/h from 2026-03-01 }"
        #expect(
            found(swift, pool: able + ", roles: [engineer]", rates: late) == [
                nothing + "its rate does not cover 2026-01-05"
            ])
        #expect(found(swift, pool: able + ", roles: [engineer], dates: 2026-03-01 .. 2026-04-30", rates: late) == [])
        // Work that the pool does not do, or that is priced or not billed without it.
        #expect(found(swift, pool: able + ", roles: [engineer, designer]") == [])
        #expect(found(swift, pool: "skills: { swift: 2 }") == [])
        #expect(found(swift + ", rate: none", pool: able) == [])
        #expect(found(swift + ", rate: 140/h", pool: able) == [])
        #expect(found(swift + ", role: engineer", pool: able) == [])
        #expect(found(swift + ", office: lisbon", pool: able) == [])
        #expect(found(swift + ", dates: 2026-02-02 .. 2026-02-06", pool: able + ", dates: 2026-03-02") == [])
    }

    @Test func aBrokenRateIsNotALackOfOne() {
        #expect(found("role: engineer, hours: 1h/week, rate: 140") == ["wrong-unit"])
        #expect(found("role: engineer, hours: 1h/week", "rates: { engineer: 140 }\n") == ["wrong-unit"])
    }

    @Test func aLineOutsideTheHorizonIsNoted() throws {
        let text =
            head
            + "projects:\n  apollo:\n    needs:\n      backend: { dates: 2027-01-04 .. 2027-01-08, hours: 1h/week, rate: none }\n"
        #expect(try scenario(text).notes.map(\.id) == [.lineOutsideHorizon])
    }

    @Test func areAHundredThousandAtMost() {
        let hours = "rate: none, hours: [" + String(repeating: "10000h, ", count: 101) + "1h]"
        #expect(found(hours) == ["out-of-range"])
        let needs = (1...100_001).map { "      n\($0): { hours: 1h/week, rate: none }\n" }.joined()
        let found = problems(head + "projects:\n  apollo:\n    needs:\n" + needs)
        #expect(found.map(\.what) == ["more than 100,000 needs"])
        #expect(found.map(\.place.line) == [100_008])
    }
}
