// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Staffing
import Testing
import WhatIf

@Suite struct PlanDifferenceTests {
    private func plan(_ work: [(String, String, [Int])], unfilled: [Int] = []) -> Plan {
        let first = Week(of: Day(year: 2026, month: 1, day: 5)!)
        func weeks(_ hours: [Int]) -> [WeekHours] {
            hours.enumerated().filter { $0.element > 0 }.map {
                WeekHours(first.advanced(by: $0.offset), Hours($0.element))
            }
        }
        let line = LineID("apollo", "app")
        return Plan(
            scenario: "Small", digest: "",
            assignments: work.map { person, line, hours in
                Assignment(
                    person: Identifier(person), line: LineID("apollo", Identifier(line)), kind: .hourly,
                    weeks: weeks(hours))
            },
            subcontracts: [],
            unfilled: unfilled.isEmpty
                ? [] : [Unfilled(line: line, reason: .time, nearest: nil, weeks: weeks(unfilled))],
            certificate: Certificate(status: .optimal, stages: []))
    }

    @Test func ofAPlanAndItselfIsNothing() throws {
        let plan = try makePlan(for: try firm(twoForApollo)).plan
        let difference = PlanDifference(from: plan, to: plan)
        #expect(difference.isEmpty)
        #expect(Turnover(difference).bookings == 0)
    }

    @Test func eachKindOfChangeHasItsName() {
        let before = plan([
            ("ana", "app", [40, 40, 0]), ("ben", "app", [10, 10, 10]), ("cy", "app", [8, 0, 0]),
            ("dan", "app", [8, 8, 0]), ("eve", "app", [5, 5, 5]),
        ])
        let after = plan([
            ("ana", "app", [0, 40, 40]), ("ben", "app", [20, 10, 10]), ("dan", "app", [0, 8, 4]),
            ("eve", "app", [5, 5, 5]), ("fay", "app", [0, 0, 6]),
        ])
        let changes = PlanDifference(from: before, to: after).bookings
        #expect(changes.map(\.kind) == [.shifted, .more, .dropped, .less, .new])
        #expect(changes.map(\.weeks.lost) == [Hours(40), .zero, Hours(8), Hours(8), .zero])
        #expect(changes.map(\.weeks.gained) == [Hours(40), Hours(10), .zero, Hours(4), Hours(6)])
    }

    /// Ana's 40, Cy's 8 and Dan's 8 hours are moved; Ben keeps all that he had.
    @Test func whatThePlanKeepsIsNotMoved() {
        let before = plan([
            ("ana", "app", [40, 40]), ("ben", "app", [10, 10]), ("cy", "app", [8, 0]), ("dan", "app", [8, 8]),
        ])
        let after = plan([
            ("ana", "app", [0, 80]), ("ben", "app", [20, 10]), ("dan", "app", [0, 8]), ("fay", "app", [6, 0]),
        ])
        let turnover = Turnover(PlanDifference(from: before, to: after))
        #expect(turnover.bookings == 3)
        #expect(turnover.hours == Hours(56))
        #expect(turnover.newBookings == 1)
        #expect(turnover.newHours == Hours(56))
    }

    @Test func unmetHoursAppearAndVanish() {
        let gaps = PlanDifference(from: plan([], unfilled: [4, 0, 2]), to: plan([], unfilled: [0, 7, 2])).gaps
        #expect(gaps.count == 1)
        #expect(gaps.first?.weeks.lost == Hours(4))
        #expect(gaps.first?.weeks.gained == Hours(7))
    }

    @Test func kindsOfWorkOnALineAreOneBooking() {
        let pinned = plan([("ana", "app", [30])])
        var both = plan([("ana", "app", [20]), ("ana", "app", [10])])
        both.assignments[1] = Assignment(
            person: "ana", line: LineID("apollo", "app"), kind: .cover, weeks: both.assignments[1].weeks)
        #expect(PlanDifference(from: pinned, to: both).isEmpty)
    }

    @Test func orderIsOfLinesThenOfThePlans() {
        let before = plan([("zoe", "web", [1]), ("ana", "web", [1]), ("ana", "app", [1])])
        let after = plan([("ben", "app", [1])])
        let changes = PlanDifference(from: before, to: after).bookings
        #expect(changes.map { "\($0.line)" } == ["apollo.app", "apollo.app", "apollo.web", "apollo.web"])
        #expect(changes.map(\.worker) == [.person("ana"), .person("ben"), .person("zoe"), .person("ana")])
    }
}
