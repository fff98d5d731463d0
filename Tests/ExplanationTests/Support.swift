// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Generation
import Matching
import Planning
import ScenarioFiles
import SmallFirms
import Staffing
import Verification

/// The plan of a firm that a test writes down.
func planned(_ yaml: String, horizon: String = "2026-01-05 .. 2026-01-18") throws -> PlannedFirm {
    try makePlan(for: firm(yaml, horizon: horizon))
}

extension PlannedFirm {
    func person(_ id: Identifier<Person>) -> Int { situation.firm.people.firstIndex { $0.id == id } ?? -1 }
    func line(_ id: String) -> Int { situation.demand.lines.firstIndex { $0.id.description == id } ?? -1 }

    /// Hours of somebody on a line.
    func hours(_ person: Identifier<Person>, _ line: String) -> Double {
        plan.assignments.filter { $0.person == person && $0.line.description == line }
            .reduce(0) { $0 + $1.weeks.total.inHours }
    }

    /// Each line's hours that stay unfilled, by its name.
    func unfilled(_ line: String) -> Double { figures.lines[self.line(line)].unfilled.inHours }

    /// Value of the stage that the solver decides, and of the cover that follows from it, in minor units.
    var staffing: Int { plan.certificate.stages[0].objective.minorUnits }
    var cover: Int { plan.certificate.stages[1].objective.minorUnits }
}

extension Consequence {
    /// In whole major units.
    var euros: Int { Int((Double(worth.minorUnits) / 100).rounded()) }

    /// `ana p.x +80 -0`, in hours.
    var moves: [String] {
        shifts.map { "\($0.worker) \($0.line) +\(Int($0.gained.inHours.rounded())) -\(Int($0.lost.inHours.rounded()))" }
    }
}

/// A made-up firm.
func generated(people: Int, weeks: Int, seed: UInt64, load: Int = 95) throws -> Firm {
    let text = FirmGenerator(
        people: people, weeks: weeks, seed: seed, load: Share(percent: load), spread: .mixed
    ).text()
    return try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": text])).firm
}

/// What rounding to whole seconds may cost a plan, in minor units: a second of each booked week, and a millionth.
func rounding(_ planned: PlannedFirm) -> Int {
    let bookings = planned.plan.assignments.reduce(0) { $0 + $1.weeks.count }
    return 100 + bookings * 20 + abs(planned.staffing) / 500_000
}

/// Two people, both full with 80 hours over two weeks, 40 on each line; an hour brings
///
///             p.x                         p.y
///     ana     100 + 100 − 50 = 150        90 + 100 − 50 − 6 = 134, since she has no SQL
///     ben     100 + 100 − 60 = 140        90 + 100 − 60 = 130
///
/// so Ana does x and Ben y: 150 + 130 = 280 an hour of both; the other way round it is 140 + 134 = 274.
let pair = """
    people:
      ana: { name: Ana, skills: { swift: 3 }, cost: 50/h }
      ben: { name: Ben, skills: { swift: 3, sql: 2 }, cost: 60/h }
      dan: { name: Dan, skills: { swift: 2 }, cost: 40/h }
      eva: { name: Eva, skills: { art: 5 }, cost: 40/h }
    projects:
      p:
        needs:
          x: { skills: { swift: 3 }, hours: 40h/week, rate: 100/h }
          y: { skills: { swift: 3 }, prefer: { sql: 2 }, hours: 40h/week, rate: 90/h }
    """
