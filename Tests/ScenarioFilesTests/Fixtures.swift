// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

/// Reads one file, or several by their names; the scenario file is `studio.yaml`.
func scenario(_ text: String, and others: [String: String] = [:]) throws(Problems) -> Scenario {
    try Scenario.read(at: "studio.yaml", from: FileReader(others.merging(["studio.yaml": text]) { own, _ in own }))
}

func firm(_ text: String, and others: [String: String] = [:]) throws(Problems) -> Firm {
    try scenario(text, and: others).firm
}

/// The problems of a scenario; none when it can be read.
func problems(_ text: String, and others: [String: String] = [:]) -> [Problem] {
    do {
        _ = try scenario(text, and: others)
        return []
    } catch {
        return error.all
    }
}

/// The head that every scenario needs.
let head = """
    muster: 1
    scenario: Studio
    horizon: 2026-01-05 .. 2026-06-28
    currency: EUR

    """

func day(_ text: String) -> Day { Day(text) ?? Day(number: .max) }

/// A scenario with everything in it.
let studio = """
    # The studio's spring.
    muster: 1
    scenario: Studio, spring 2026
    horizon: 2026-01-05 .. 2026-06-28
    currency: EUR
    calendar: lisbon

    calendars:
      lisbon: { week: 8 8 8 8 8 0 0, holidays: [2026-02-17, 2026-04-03, 2026-12-24 half] }
      porto: { like: lisbon, week: 8 8 8 8 6 0 0, holidays: [2026-06-24] }
    offices:
      lisbon: { name: Lisbon, calendar: lisbon }
    clients:
      northwind: { name: Northwind }

    people:
      ana: # the backend lead
        name: Ana Duarte
        role: engineer
        office: lisbon
        skills: { swift: 4, sql: 3 }
        contract: [80%, 100% from 2026-04-01]
        cost: [62/h, 64.50/h from 2026-04-01]
        leave: [2026-02-16 .. 2026-02-20, 2026-03-05 2h]
        knows: [northwind]
        wishes: [apollo]
      rui:
        role: designer
        calendar: porto
        skills: { figma: 5 }
        contract: 8 8 8 8 8 0 0 / 8 8 8 8 0 0 0 from 2026-01-05
        cost: 48/h
        internal: 4h/week
        target: 75%
        overtime: none

    rates: { engineer: 140/h, designer: 110/h }

    projects:
      apollo:
        client: northwind
        stage: proposed 60%
        priority: high
        deadline: 2026-04-30
        budget: 180000
        rates: { engineer: 150/h }
        phases:
          discovery:
            start: 2026-01-12
            length: 3 weeks
            tasks:
              talks: { name: Interviews, skill: { figma: 3 }, hours: 24h, owner: rui }
              sketch:
                skill: { figma: 2 }
                hours: 30.5h
                after: talks + 2 days # the talks are written up first
                start: 2026-01-15
                due: 2026-01-29
          build: { after: discovery + 1 week, length: 10 weeks, milestone: Beta by 2026-04-17 }
        needs:
          # The service behind the app.
          backend: { phase: build, skills: { swift: 3 }, prefer: { sql: 2 }, role: engineer, hours: 32h/week }
          screens: { phase: discovery, role: designer, hours: [16h, 24h, 24h], spread: weekly, team: 2 }
          research: { dates: 2026-03-02 .. 2026-03-27, hours: 40h total, rate: none, priority: low }

    bookings:
      - ana on apollo.backend, 24h/week, 2026-02-09 .. 2026-03-06, pinned
      - rui on apollo.screens, 50%, 2026-01-12 .. 2026-01-30, tentative
    exclusions:
      - rui not on client northwind
      - ana not on apollo.screens

    subcontractors:
      freelancers: { skills: { swift: 4 }, roles: [engineer], hours: 40h/week, cost: 95/h }

    policy:
      tentative: full
      overtime: { up to: 10%, at: 150% }
      unmet: { critical: 500/h }
      long absence: 4 weeks
      alerts: { margin: 12.5%, sustained weeks: 5 weeks }

    """
