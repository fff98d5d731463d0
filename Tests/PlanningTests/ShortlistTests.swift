// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

@testable import Planning

/// Who is looked at where hundreds could do a job. Everybody costs a little more than the one before, so the first bring most.
@Suite struct ShortlistTests {
    static func situation(people: Int, step: Int = 1, more: String = "") throws -> Situation {
        let staff = (0..<people).map { "  p\($0): { cost: \(10 + step * $0 / 10).\(step * $0 % 10)/h }" }
        return Situation(
            of: try firm(
                """
                people:
                \(staff.joined(separator: "\n"))
                projects:
                  one: { needs: { a: { hours: 20h/week, rate: 100/h }, b: { hours: 20h/week, rate: 100/h } } }
                \(more)
                """))
    }

    static func chosen(
        _ situation: Situation, at prices: [[Double]]?, line: Int = 0, keeping held: [Int: Set<Int>] = [:]
    ) -> [Int] {
        Shortlist(of: situation, at: prices, keeping: held).candidates(
            for: .init(line: line), through: situation.stretches[line], LineWork(of: line, in: situation)
        ).map(\.person)
    }

    static func free(_ situation: Situation) -> [[Double]] {
        situation.firm.people.map { _ in Array(repeating: 0, count: situation.firm.horizon.weekCount) }
    }

    @Test func thoseWhoBringMostAreChosen() throws {
        let situation = try Self.situation(people: 200)
        #expect(Self.chosen(situation, at: Self.free(situation)) == Array(0..<60))
    }

    @Test func whoseTimeIsDearIsPassedOver() throws {
        let situation = try Self.situation(people: 200)
        var prices = Self.free(situation)
        for person in 0..<10 { prices[person] = prices[person].map { _ in 200 } }
        #expect(Self.chosen(situation, at: prices) == Array(10..<70))
    }

    @Test func beforePricesAreKnownOthersAreLookedAtInBetween() throws {
        // The best 60, and every third of 400.
        let situation = try Self.situation(people: 400)
        let expected = (0..<400).filter { $0 < 60 || $0 % 3 == 0 }
        #expect(Self.chosen(situation, at: nil) == expected)
        #expect(Self.chosen(situation, at: nil, line: 1) == (0..<400).filter { $0 < 60 || $0 % 3 == 1 })
    }

    @Test func ofManyWhoAreAlikeNotAllAreChosen() throws {
        let situation = try Self.situation(people: 200, step: 0)
        #expect(Self.chosen(situation, at: Self.free(situation)).count == 60)
        // Another line looks at others of them.
        #expect(
            Self.chosen(situation, at: Self.free(situation))
                != Self.chosen(situation, at: Self.free(situation), line: 1))
    }

    @Test func whoIsBookedOrHadItBeforeIsChosen() throws {
        let situation = try Self.situation(
            people: 200, more: "bookings: ['p150 on one.a, 5h/week, 2026-01-05 .. 2026-01-11']")
        #expect(
            Self.chosen(situation, at: Self.free(situation), keeping: [0: [170], 1: [180]])
                == Array(0..<60) + [150, 170])
    }

    @Test func fewAreAllLookedAt() throws {
        let situation = try Self.situation(people: 180)
        #expect(Self.chosen(situation, at: Self.free(situation)) == Array(0..<180))
    }
}
