// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Generation
import ScenarioFiles
import SmallFirms
import Staffing
import Testing
import Verification
import WhatIf

@Suite struct FrontierTests {
    private func curve(_ axis: Frontier.Axis, _ base: Firm, _ result: Firm) throws -> Frontier {
        var comparison = try compare(Contender("base", base), with: [Contender("what-if", result)], .weighted)
        try comparison.draw(axis)
        return try #require(comparison.variants[0].frontier)
    }

    /// In whole euros: a second or two of each booking may move under any budget.
    private func margins(_ curve: Frontier) -> [Int] {
        curve.points.map { (($0.totals.revenue - $0.totals.cost).minorUnits + 50) / 100 }
    }

    /// Ben becomes the cheaper one, at 40. As they stand, Ana's 80 hours and Ben's 40 cost 5,600, which leaves 6,400 of
    /// 12,000; each of Ana's hours that Ben takes brings 10, until he is full with 40 more.
    private var benIsCheaper: String { twoForApollo.replacing("60/h", with: "40/h") }

    @Test func eachHourThatMayMoveBringsTen() throws {
        let curve = try curve(.hours, try firm(twoForApollo), try firm(benIsCheaper))
        #expect(
            curve.points.map(\.budget) == [0, 1, 2, 5, 10, 20].map { .hours(Hours($0)) } + [nil])
        #expect(curve.points.map { Int($0.hours.inHours.rounded()) } == [0, 1, 2, 5, 10, 20, 40])
        #expect(margins(curve) == [6400, 6410, 6420, 6450, 6500, 6600, 6800])
        #expect(curve.points.map { ((curve.gain(of: $0) ?? 0) * 1000).rounded() } == [0, 25, 50, 125, 250, 500, 1000])
    }

    @Test func oneBookingThatMovesBringsItAll() throws {
        let curve = try curve(.moves, try firm(twoForApollo), try firm(benIsCheaper))
        #expect(curve.points.map(\.budget) == [.bookings(0), nil])
        #expect(curve.points.map(\.bookings) == [0, 1])
        #expect(margins(curve) == [6400, 6800])
    }

    @Test func nothingMovesWhereNothingChanges() throws {
        let curve = try curve(.moves, try firm(twoForApollo), try firm(twoForApollo))
        #expect(curve.points.map(\.bookings) == [0, 0])
        #expect(curve.gain(of: curve.points[0]) == nil)
    }

    /// Cover for leave is decided anew, and counts neither as kept nor as moved.
    @Test(arguments: 0..<6) func aPlanKeepsItself(seed: Int) throws {
        let firm = try made(seed)
        let points = try curve(.hours, firm, firm).points
        #expect(points.map(\.bookings).max() == 0)
    }

    /// On made-up firms whose busiest person leaves, or one of whose projects is late.
    @Test(arguments: 0..<6, Frontier.Axis.allCases)
    func moreMovesAreNeverWorse(seed: Int, axis: Frontier.Axis) throws {
        let firm = try made(seed)
        let person = firm.people[seed % firm.people.count].id
        let change: any Change =
            seed % 2 == 0
            ? DropPerson(person)
            : Absent(person, [TimeOff(DayRange(firm.horizon.days.first, firm.horizon.days.first + 13))])
        let points = try curve(axis, firm, try firm.applying([change])).points
        #expect(points[0].bookings == 0)
        for (point, next) in zip(points, points.dropFirst()) { #expect(point.totals.worth <= next.totals.worth) }
        for point in points {
            switch point.budget {
            case nil: break
            case .bookings(let most): #expect(point.bookings <= most)
            case .hours(let most): #expect(point.hours <= most + Hours(seconds: 60 * point.bookings))
            }
        }
    }

    private func made(_ seed: Int) throws -> Firm {
        let text = FirmGenerator(people: 5 + seed, weeks: 6, seed: UInt64(700 + seed)).text()
        return try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": text])).firm
    }
}
