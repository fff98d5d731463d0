// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matching
import Planning
import Staffing
import Testing
import Verification

/// Firms at the edge: every one has a plan, and it is optimal.
@Suite struct EdgeFirmsTests {
    static let line = "projects: { p: { needs: { x: { hours: 10h/week, rate: 100/h } } } }"

    @Test(arguments: [
        "",
        "people: { ana: { cost: 50/h } }",
        line,
        "people: { ana: { cost: 50/h, contract: 0 0 0 0 0 0 0 } }\n" + line,
        "people: { ana: { cost: 50/h, leave: [2026-01-01 .. 2026-01-31] } }\n" + line,
        "people: { ana: { cost: 50/h, contract: 100% from 2027-01-01 } }\n" + line,
        "people: { ana: { cost: 50/h, internal: 100% } }\n" + line,
        "people: { ana: { cost: 0/h } }\n" + line,
        "people: { ana: { cost: 50/h } }\n" + line
            + "\nbookings: ['ana on p.x, 40h/week, 2026-01-05 .. 2026-01-18, pinned']",
        "people: { ana: { cost: 50/h } }\n" + line
            + "\nbookings: ['ana on p.x, 100%, 2026-01-05 .. 2026-01-18, pinned']",
        "people: { ana: { cost: 50/h } }\nprojects: { p: { needs: { x: { hours: 0h/week, rate: 100/h } } } }",
        "people: { ana: { cost: 50/h } }\nprojects: { p: { needs: { x: { hours: 10h total, rate: 100/h, dates: 2026-01-10 .. 2026-01-11 } } } }",
        "people: { ana: { cost: 50/h } }\nprojects: { p: { needs: { x: { hours: 10h/week, rate: 100/h, dates: 2027-01-10 .. 2027-01-11 } } } }",
        "calendar: c\ncalendars: { c: { holidays: [2026-01-01 .. 2026-01-31] } }\npeople: { ana: { cost: 50/h } }\n"
            + line,
    ])
    func everyFirmHasAPlan(yaml: String) throws {
        for horizon in ["2026-01-05 .. 2026-01-18", "2026-01-07 .. 2026-01-07", "2026-01-10 .. 2026-01-11"] {
            let result = try planned(yaml, horizon: horizon)
            #expect(result.plan.certificate.status == .optimal)
            #expect(result.plan.certificate.gap == 0)
            // Also one that people can be booked on, be there people or not.
            let bookable = try makePlan(for: result.situation.firm, style: .bookable)
            #expect(bookable.plan.style == .bookable)
            #expect(try bookable.plan.violations(in: bookable.situation) == [])
        }
    }

    /// Nothing can be decided, and the price of Ana's hour with it: what is proven is exact.
    @Test func everythingPinnedIsProvenExactly() throws {
        let result = try planned(
            """
            people:
              ana: { cost: 50/h, leave: [2026-01-06] }
              ben: { cost: 47.30/h, contract: 37% }
            projects:
              p:
                needs:
                  x: { hours: 100h/week, rate: 101.11/h }
                  y: { hours: 7.3h/week, rate: 11/h }
            bookings:
              - ana on p.x, 40h/week, 2026-01-05 .. 2026-01-18, pinned
              - ben on p.x, 40h/week, 2026-01-05 .. 2026-01-18, pinned
            """)
        #expect(result.plan.assignments.map(\.kind) == [.pinned, .pinned])
        #expect(result.plan.certificate.gap == 0)
    }

    @Test func aHorizonOfOneDay() throws {
        let result = try planned(
            """
            people: { ana: { cost: 50/h } }
            projects: { p: { needs: { x: { hours: 30h/week, rate: 100/h } } } }
            """, horizon: "2026-01-07 .. 2026-01-07")
        #expect(result.bookings == ["ana on p.x, steady: 6"])
        #expect(result.unfilled == [])
    }

    /// From Wednesday to the next Tuesday: three days and two.
    @Test(arguments: ["steady", "weekly", "anytime"]) func aHorizonThatBeginsWithinAWeek(spread: String) throws {
        let result = try planned(
            """
            people: { ana: { cost: 50/h } }
            projects: { p: { needs: { x: { hours: 40h/week, rate: 100/h, spread: \(spread) } } } }
            """, horizon: "2026-01-07 .. 2026-01-13")
        #expect(result.unfilled == [])
        #expect(result.bookings.count == 1)
        #expect(result.bookings.first?.hasSuffix(": 24 16") == true)
    }

    /// Whoever is there whenever the line is open delivers all of it: nothing is left for cover.
    @Test(arguments: [
        // A list says itself what a short week asks for: 24 h in the week of the holiday, and 12 h in the first days.
        "hours: [12h, 40h, 24h, 40h]",
        // 97 h over 15 working days are no whole seconds a day.
        "hours: 97h total",
        "hours: 31.7h/week",
        "hours: 0.77 fte",
        "hours: 71h total, dates: 2026-01-09 .. 2026-01-23",
    ])
    func whoIsThereDeliversAll(need: String) throws {
        let result = try planned(
            """
            calendar: home
            calendars: { home: { holidays: [2026-01-20, 2026-01-22 half] } }
            people:
              ana: { cost: 50/h }
              ben: { cost: 60/h }
            projects: { p: { needs: { x: { \(need), rate: 100/h } } } }
            """, horizon: "2026-01-08 .. 2026-01-30")
        #expect(result.bookings.count == 1)
        #expect(result.plan.assignments.map(\.kind) == [.steady])
        #expect(result.unfilled == [])
    }
}
