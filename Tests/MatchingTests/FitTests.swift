// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

/// Each soft rule alone: what an hour of Ana on the line costs beyond money that changes hands.
@Suite struct FitTests {
    static let prices = "{ preferred: 6/h, overqualified: 2/h, newcomer: 3/h, wish: 4/h, stay: 8/h, travel: 12/h }"

    static func misfit(ana: String = "", project: String = "", need: String = "", more: String = "") throws -> Int {
        let situation = Situation(
            of: try firm(
                """
                people:
                  ana: { cost: 50/h, \(ana) }
                clients: { acme: {}, other: {} }
                projects:
                  p:
                    \(project)
                    needs:
                      x: { hours: 10h/week, rate: 100/h, \(need) }
                \(more)
                policy: { fit: \(prices) }
                """))
        return situation.candidates[0][0].misfit.perHour.minorUnits
    }

    @Test func aPerfectMatchCostsNothing() throws {
        #expect(try Self.misfit(ana: "skills: { swift: 3 }", need: "skills: { swift: 3 }, prefer: { swift: 3 }") == 0)
    }

    @Test func eachMissingPreferredSkillCosts() throws {
        let ana = "skills: { swift: 3, sql: 1 }"
        #expect(try Self.misfit(ana: ana, need: "prefer: { swift: 3, sql: 2, ux: 1 }") == 1200)
    }

    /// Whoever has an office elsewhere travels to the site; whoever has none is at home anywhere.
    @Test func aSiteElsewhereCosts() throws {
        let offices = "offices: { porto: {}, faro: {} }"
        #expect(try Self.misfit(ana: "office: porto", project: "site: faro", more: offices) == 1200)
        #expect(try Self.misfit(ana: "office: porto", project: "site: porto", more: offices) == 0)
        #expect(try Self.misfit(ana: "office: porto", project: "office: faro", more: offices) == 0)
        #expect(try Self.misfit(project: "site: faro", more: offices) == 0)
    }

    /// Two levels too many on one of three skills, one on another: a level on average.
    @Test func levelsBeyondNeedCostOnAverage() throws {
        let ana = "skills: { a: 5, b: 4, c: 3 }"
        #expect(try Self.misfit(ana: ana, need: "skills: { a: 3, b: 3, c: 3 }") == 200)
        // One level on one of three: 200 / 3, to the cent.
        #expect(try Self.misfit(ana: ana, need: "skills: { a: 5, b: 3, c: 3 }") == 67)
    }

    @Test func aNewClientCosts() throws {
        #expect(try Self.misfit(project: "client: acme") == 300)
        #expect(try Self.misfit(ana: "knows: [other]", project: "client: acme") == 300)
        #expect(try Self.misfit(ana: "knows: [acme]", project: "client: acme") == 0)
    }

    @Test func aWishIsTakenOff() throws {
        #expect(try Self.misfit(ana: "wishes: [p]") == -400)
    }

    @Test(arguments: ["", ", tentative", ", pinned"]) func aBookingIsTakenOff(firmness: String) throws {
        let more = "bookings: ['ana on p.x, 10h/week, 2026-01-05 .. 2026-01-11\(firmness)']"
        #expect(try Self.misfit(more: more) == -800)
    }

    @Test func theyAddUp() throws {
        let found = try Self.misfit(
            ana: "skills: { swift: 4 }, wishes: [p]", project: "client: acme",
            need: "skills: { swift: 3 }, prefer: { sql: 1 }")
        #expect(found == 600 + 200 + 300 - 400)
    }
}
