// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Foundation
import ScenarioFiles
import Staffing
import Testing

@Suite("Differences of firms")
struct DifferencesTests {
    /// The studio with a second project, so that keys that are there already have somewhere to be new.
    private let base = studio.replacing(
        "bookings:\n", with: "  vega: { needs: { app: { hours: 8h/week, rate: 90/h } } }\n\nbookings:\n")

    private func differences(_ edits: [(String, String)]) throws -> [FirmDifference] {
        var text = base
        for (old, new) in edits {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        return try firm(text).differences(from: firm(base))
    }

    @Test(arguments: [
        (
            "contract: [80%, 100% from 2026-04-01]", "contract: 60%",
            "The contract of Ana Duarte is 60%, was [80% to 2026-03-31, 100% from 2026-04-01]"
        ),
        ("    role: designer\n", "", "The role of rui is none, was designer"),
        ("skills: { figma: 5 }", "skills: { figma: 4 }", "The level of figma of rui is 4, was 5"),
        (
            "skills: { swift: 4, sql: 3 }", "skills: { sql: 3, swift: 4 }",
            "The skills of Ana Duarte stand in another order"
        ),
        (
            "leave: [2026-02-16 .. 2026-02-20, 2026-03-05 2h]", "leave: [2026-03-05 2h]",
            "Gone from the leave of Ana Duarte: 2026-02-16 .. 2026-02-20"
        ),
        ("stage: proposed 60%", "stage: won", "The stage of apollo is won, was proposed 60%"),
        (
            "phase: discovery,", "phase: discovery, priority: high,",
            "The priority of screens of apollo is high, was the project's"
        ),
        (
            "discovery + 1 week", "discovery",
            "The phases before phase build of apollo are discovery, were discovery + 1 week"
        ),
        (
            "hours: 30.5h", "hours: 32h", "The hours of sketch in phase discovery of apollo are 32h, were 30.5h"
        ),
        (
            "talks + 2 days", "talks",
            "The tasks before sketch in phase discovery of apollo are talks, were talks + 2 days"
        ),
        (
            "      research: { dates: 2026-03-02 .. 2026-03-27, hours: 40h total, rate: none, priority: low }\n", "",
            "Research of apollo is gone"
        ),
        (
            "overtime: { up to: 10%, at: 150% }", "overtime: none",
            "The overtime of the policy is none, was { up to: 10%, at: 150% }"
        ),
        (
            "unmet: { critical: 500/h }", "unmet: { critical: 400/h }",
            "The price of unmet critical work of the policy is 400/h, was 500/h"
        ),
        ("  - rui not on client northwind\n", "", "No longer excluded: rui not on client Northwind"),
        (
            "24h/week, 2026-02-09", "16h/week, 2026-02-09",
            "Ana Duarte on backend of apollo, 16h/week, 2026-02-09 .. 2026-03-06, pinned; was 24h/week, 2026-02-09 .. 2026-03-06, pinned"
        ),
        (
            "  - rui on apollo.screens, 50%, 2026-01-12 .. 2026-01-30, tentative\n", "",
            "No longer booked: rui on screens of apollo, 50%, 2026-01-12 .. 2026-01-30, tentative"
        ),
        (
            "horizon: 2026-01-05 ..", "horizon: 2026-01-12 ..",
            "The horizon is 2026-01-12 .. 2026-06-28, was 2026-01-05 .. 2026-06-28"
        ),
        ("scenario: Studio, spring 2026", "scenario: Studio", "The name is Studio, was Studio, spring 2026"),
        (
            "rates: { engineer: 140/h, designer: 110/h }", "rates: { engineer: 140/h, designer: 115/h }",
            "The rate for designer is 115/h, was 110/h"
        ),
        (
            "northwind: { name: Northwind }", "northwind: { name: Northwind }\n  fjord: { name: Fjord Line }",
            "The client Fjord Line is new"
        ),
    ])
    func areSaidInASentence(_ old: String, _ new: String, _ sentence: String) throws {
        #expect(try differences([(old, new)]).map(\.sentence) == [sentence])
    }

    @Test func arePathsWithValues() throws {
        let found = try differences([
            ("cost: 48/h", "cost: 49/h"), ("  rui:\n", "  nia: { name: Nia, cost: 50/h }\n  rui:\n"),
        ])
        #expect(
            found == [
                FirmDifference(
                    path: "people.rui.cost", before: "48/h", after: "49/h",
                    sentence: "The cost of rui is 49/h, was 48/h"),
                FirmDifference(
                    path: "people.nia", before: nil, after: "{ name: Nia, cost: 50/h }",
                    sentence: "Nia is new: cost 50/h"),
            ])
    }

    @Test func areNoneBetweenTheSame() throws {
        #expect(try differences([]).isEmpty)
        let shuffled = try firm(ScenarioFormat.text(of: firm(base)))
        #expect(try shuffled.differences(from: firm(base)).isEmpty)
    }

    @Test func seeTheOrderOfPeople() throws {
        var firm = try firm(base)
        let before = firm
        firm.people.reverse()
        #expect(firm.differences(from: before).map(\.sentence) == ["The people stand in another order"])
    }

    /// Somebody and something of each kind, of which little is said.
    private let bare =
        head + """
            calendars: { lisbon: {}, porto: {} }
            offices: { lisbon: {}, porto: {} }
            clients: { northwind: {}, fjord: {} }
            people: { rui: { cost: 48/h }, ana: { skills: { sql: 1, swift: 3 }, cost: 62/h } }
            rates: { engineer: 150/h }
            projects:
              apollo: {}
              vega:
                phases:
                  design: { start: 2026-01-05, length: 1 week }
                  build:
                    start: 2026-01-19
                    length: 1 week
                    tasks:
                      api: { skill: { sql: 1 }, hours: 8h }
                      app: { skill: { sql: 1 }, hours: 8h }
                needs: { app: { hours: 8h/week, rate: 90/h } }
            subcontractors: { freelancers: { hours: 8h/week, cost: 90/h } }

            """

    /// Each key of the format is set to its example, and the difference is at that key; but for those whose example is
    /// what goes without saying, or cannot stand beside another key.
    @Test(
        arguments: [
            ("a-calendar", "calendars.porto", ["like"]), ("an-office", "offices.porto", []),
            (
                "a-client", "clients.fjord",
                // Terms of money, which changes do not touch.
                ["address", "country", "currency", "due", "e-mail", "pays", "rates", "tax", "tax number"]
            ), ("a-person", "people.rui", []), ("a-project", "projects.apollo", []),
            ("a-phase", "projects.vega.phases.build", ["end"]), ("a-need", "projects.vega.needs.app", []),
            ("a-task", "projects.vega.phases.build.tasks.app", []),
            ("a-pool-of-subcontractors", "subcontractors.freelancers", []), ("the-policy", "policy", ["fit", "unmet"]),
            ("the-prices-of-unmet-work", "policy.unmet", []), ("the-prices-of-fit", "policy.fit", []),
            ("the-limits-of-alerts", "policy.alerts", []), ("the-rules-of-booking", "policy.bookable", []),
        ] as [(String, String, [String])])
    func areSeenAtEachKey(_ record: String, _ path: String, _ exceptions: [String]) throws {
        let schema = try JSONSerialization.jsonObject(with: Data(ScenarioFormat.jsonSchema().utf8)) as? [String: Any]
        let definitions = try #require(schema?["$defs"] as? [String: [String: Any]])
        let properties = try #require(definitions[record]?["properties"] as? [String: [String: Any]])
        let before = try firm(bare)
        var unseen: [String] = []
        for (key, property) in properties.sorted(by: { $0.key < $1.key }) {
            let description = try #require(property["description"] as? String)
            let example = try #require(description.components(separatedBy: "Example: `").last?.dropLast())
            let overlay =
                "muster: 1\nscenario: Studio\nfrom: studio.yaml\nchanges:\n  - set: { \(path).\(key): \(example) }\n"
            let files = FileReader(["studio.yaml": bare, "what-if.yaml": overlay])
            guard let after = try? Scenario.read(at: "what-if.yaml", from: files).firm, after != before else {
                unseen.append(key)
                continue
            }
            let found = after.differences(from: before)
            #expect(!found.isEmpty && found.allSatisfy { $0.path.hasPrefix("\(path).\(key)") }, "\(key): \(found)")
        }
        #expect(unseen == exceptions)
    }
}
