// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import ScenarioFiles
import Staffing
import Testing
import Verification

/// The scenario of Scenarios/by-hand, against what its comments work out.
@Suite struct ByHandTests {
    static func result() throws -> PlannedFirm {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Scenarios/by-hand/base.yaml").standardized.path
        return try makePlan(for: Scenario.read(at: path).firm)
    }

    /// 7 of the 8 weeks are full; the sixth, of Carnival (17 February), has four days.
    static func weeks(_ hours: Double) -> [Double] { (0..<8).map { $0 == 5 ? hours * 0.8 : hours } }

    @Test func bookingsAreThoseOfTheComments() throws {
        let result = try Self.result()
        #expect(
            result.plan.assignments.map { "\($0.person) on \($0.line), \($0.kind)" } == [
                "marta on claims.app, steady", "marta on claims.reports, steady", "marta on trips.care, steady",
                "rui on trips.care, steady", "sofia on claims.reports, steady",
            ])
        let hours = result.plan.assignments.map { $0.weeks.map(\.hours.inHours) }
        for (booked, weekly) in zip(hours, [32, 4, 4, 40, 20]) {
            #expect(booked.count == 8)
            // To a second or two.
            for (actual, expected) in zip(booked, Self.weeks(Double(weekly))) { #expect(abs(actual - expected) < 6e-4) }
        }
    }

    @Test func moneyIsThatOfTheComments() throws {
        let result = try Self.result()
        #expect(abs(result.worth[0] - 13_779_480) <= 100)
        #expect(result.worth[1] == 0)
        #expect(abs(result.plan.certificate.bound.minorUnits - 13_779_480) <= 2)
        let exposure = result.figures.earnings(.exposure)
        #expect(abs(exposure.revenue.minorUnits - 8_486_400) <= 100)
        #expect(abs(exposure.cost.minorUnits - 4_056_000) <= 100)
        let weighted = result.figures.earnings(.weighted)
        #expect(abs(weighted.revenue.minorUnits - 6_770_400) <= 100)
        #expect(abs(weighted.cost.minorUnits - 3_260_400) <= 100)
    }

    @Test func unmetHoursAreThoseOfTheComments() throws {
        let unfilled = try Self.result().plan.unfilled
        #expect(unfilled.map(\.line.description) == ["claims.sketches", "trips.care"])
        #expect(unfilled.map(\.reason) == [.skill("ux"), .time])
        #expect(unfilled[0].weeks.total == Hours(39))
        #expect(abs(unfilled[1].weeks.total.inHours - 31.2) < 0.01)
    }

    /// Marta's hour is worth 67.50, Rui's 77.50, Sofia's 69.50.
    @Test func pricesAreThoseOfTheComments() throws {
        let prices = try Self.result().plan.certificate.stages[0].prices.people
        for (person, price) in [("marta", 67.5), ("rui", 77.5), ("sofia", 69.5)] {
            let found = prices.filter { $0.owner.text == person }.map(\.price)
            #expect(found.count == 8)
            #expect(found.allSatisfy { abs($0 - price) < 1e-4 })
        }
    }
}
