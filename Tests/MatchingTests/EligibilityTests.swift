// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import SmallFirms
import Staffing
import Testing

/// Each hard rule on the smallest firm that shows it.
@Suite struct EligibilityTests {
    /// What stands between Ana and the only line.
    static func obstacles(ana: String = "", need: String = "", more: String = "") throws -> [Obstacle] {
        let situation = Situation(
            of: try firm(
                """
                people:
                  ana: { cost: 50/h, role: coder, office: porto, \(ana) }
                offices: { porto: {}, faro: {} }
                clients: { acme: {} }
                projects:
                  p:
                    client: acme
                    needs:
                      x: { hours: 10h/week, rate: 100/h, \(need) }
                      y: { hours: 10h/week, rate: 100/h, \(need) }
                \(more)
                """))
        let obstacles = situation.eligibility.obstacles(person: 0, demand: situation.demand.lines[0])
        #expect(situation.candidates[0].isEmpty == !obstacles.isEmpty)
        return obstacles
    }

    @Test func withoutRequirementEverybodyIs() throws {
        #expect(try Self.obstacles() == [])
    }

    @Test func whoDoesNotTravelStaysAtTheirOffice() throws {
        func obstacles(_ ana: String, site: String) throws -> [Obstacle] {
            let situation = Situation(
                of: try firm(
                    """
                    people: { ana: { cost: 50/h, \(ana) } }
                    offices: { porto: {}, faro: {} }
                    projects: { p: { \(site), needs: { x: { hours: 10h/week, rate: 100/h } } } }
                    """))
            return situation.eligibility.obstacles(person: 0, demand: situation.demand.lines[0])
        }
        #expect(try obstacles("office: porto, travels: no", site: "site: faro") == [.staysAtHome(site: "faro")])
        #expect(try obstacles("office: porto, travels: yes", site: "site: faro") == [])
        #expect(try obstacles("office: faro, travels: no", site: "site: faro") == [])
        #expect(try obstacles("travels: no", site: "site: faro") == [])
        #expect(try obstacles("office: porto, travels: no", site: "office: faro") == [])
    }

    @Test func everySkillIsNeededAtItsLevel() throws {
        let need = "skills: { swift: 3, sql: 2 }"
        #expect(try Self.obstacles(ana: "skills: { swift: 3, sql: 5 }", need: need) == [])
        #expect(
            try Self.obstacles(ana: "skills: { swift: 2 }", need: need) == [
                .lowLevel("swift", has: 2, needs: 3), .noSkill("sql"),
            ])
    }

    @Test func preferredSkillsAreNoCondition() throws {
        #expect(try Self.obstacles(need: "prefer: { swift: 3 }") == [])
    }

    @Test func theRoleIsTheLines() throws {
        #expect(try Self.obstacles(need: "role: coder") == [])
        #expect(try Self.obstacles(need: "role: tester") == [.otherRole(needs: "tester")])
    }

    @Test func theOfficeIsTheLines() throws {
        #expect(try Self.obstacles(need: "office: porto") == [])
        #expect(try Self.obstacles(need: "office: faro") == [.otherOffice(needs: "faro")])
    }

    @Test(arguments: [("p", true), ("p.x", true), ("client acme", true), ("p.y", false)])
    func exclusions(target: String, isKeptOut: Bool) throws {
        #expect(try Self.obstacles(more: "exclusions: ['ana not on \(target)']").isEmpty == !isKeptOut)
    }

    @Test func somebodyAwayThroughoutIsNot() throws {
        #expect(try Self.obstacles(ana: "leave: [2026-01-05 .. 2026-01-17]") == [.away])
        #expect(try Self.obstacles(ana: "leave: [2026-01-05 .. 2026-01-15]") == [])
        #expect(try Self.obstacles(ana: "contract: 100% to 2026-01-04") == [.away])
        // The line begins when the contract has ended.
        let late = try Self.obstacles(ana: "contract: 100% to 2026-01-11", need: "dates: 2026-01-12 .. 2026-01-18")
        #expect(late == [.away])
    }

    @Test func allThatStandsInTheWayIsTold() throws {
        let found = try Self.obstacles(
            ana: "leave: [2026-01-05 .. 2026-01-18]", need: "skills: { swift: 3 }, role: tester, office: faro",
            more: "exclusions: ['ana not on p']")
        #expect(
            found.map(\.description) == [
                "lacks swift", "is not tester", "is not in faro", "is excluded from p", "is not there",
            ])
    }
}
