// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import ScenarioFiles
import SmallFirms
import Staffing
import Testing

/// Two people and two projects over the first twelve weeks of 2026; nobody works on 17 February.
let small = """
    calendar: lisbon
    calendars:
      lisbon: { holidays: [2026-02-17] }
      porto: {}
    clients:
      northwind: { name: Northwind }
    people:
      ana:
        name: Ana Duarte
        role: engineer
        skills: { swift: 4, sql: 3 }
        contract: 80%
        cost: 62/h
        leave: [2026-02-16]
        target: 80%
        knows: [northwind]
        wishes: [apollo]
      rui:
        name: Rui Prata
        role: designer
        skills: { figma: 5 }
        cost: 48/h
    rates:
      engineer: 140/h
      designer: 110/h
    projects:
      apollo:
        name: Apollo
        client: northwind
        deadline: 2026-03-27
        phases:
          design: { start: 2026-01-05, length: 2 weeks }
          build: { after: design, length: 3 weeks, milestone: Beta by 2026-02-06 }
        needs:
          screens: { name: Screens, phase: design, skills: { figma: 3 }, role: designer, hours: 20h/week }
          backend: { phase: build, skills: { swift: 3 }, role: engineer, hours: 20h/week }
      vega:
        name: Vega
        stage: proposed 60%
        dates: 2026-02-02 .. 2026-02-27
        needs:
          app: { skills: { swift: 2 }, hours: [10h, 10.5h], rate: 100/h }
          talks: { dates: 2026-02-23 .. 2026-02-27, hours: 9h total, rate: none }
    bookings:
      - rui on apollo.screens, 8h/week, 2026-01-05 .. 2026-01-16, pinned
      - ana on apollo.backend, 8h/week, 2026-01-19 .. 2026-01-30
      - ana on vega.app, 20h total, 2026-02-02 .. 2026-02-13, tentative
    exclusions:
      - rui not on vega.app
    subcontractors:
      freelancers: { skills: { swift: 4 }, roles: [engineer], hours: 40h/week, cost: 95/h }
    policy:
      target: 75%

    """

let quarter = "2026-01-05 .. 2026-03-29"

/// A change as a file has it, what it says, and what it makes of the small firm: the texts that differ in its file.
struct Example: Sendable, CustomTestStringConvertible {
    let change: String
    let sentence: String
    let edits: [(old: String, new: String)]

    init(_ change: String, _ sentence: String, _ edits: [(String, String)]) {
        self.change = change
        self.sentence = sentence
        self.edits = edits.map { (old: $0, new: $1) }
    }

    var testDescription: String { change }

    func check() throws {
        let scenario = try whatIf("- " + change, of: small, horizon: quarter)
        #expect(scenario.steps.last?.changes.map(\.sentence) == [sentence])
        var text = small
        for edit in edits {
            try #require(text.contains(edit.old), "\(edit.old)")
            text = text.replacing(edit.old, with: edit.new)
        }
        let expected = try firm(text, horizon: quarter)
        #expect(scenario.firm == expected, "\(ScenarioFormat.text(of: scenario.firm))")
    }
}

/// What is wrong with a change to the small firm, as the user sees it, without the advice.
func refusal(_ change: String) -> [String] {
    do throws(Problems) {
        _ = try whatIf("- " + change, of: small, horizon: quarter)
        return []
    } catch {
        return error.all.map { "\($0.place.line):\($0.place.column) \($0.id.rawValue): \($0.what)" }
    }
}
