// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Planning
import ScenarioFiles
import Staffing
import Testing

/// The smallest firm that raises an alert of a kind, and the change of a word that stills it.
struct Fixture {
    let text: String
    /// Severity and words of each alert of the kind.
    let raised: [String]
    /// What to replace, everywhere, and by what.
    let calm: (String, by: String)

    var calmText: String { text.replacing(calm.0, with: calm.by) }

    static func of(_ kind: Alert.Kind) -> Fixture {
        switch kind {
        case .notEmployed: notEmployed
        case .leaveClash: leaveClash
        case .contradictoryPins: contradictoryPins
        case .overbooked: overbooked
        case .excluded: excluded
        case .unqualified: unqualified
        case .notWon: notWon
        case .outsideDates: outsideDates
        case .lineOverpinned: lineOverpinned
        case .lineOverbooked: lineOverbooked
        case .bottleneck: bottleneck
        case .onlyHolder: onlyHolder
        case .lateMilestone: lateMilestone
        case .lateProject: lateProject
        case .lateTask: lateTask
        case .undoneTask: undoneTask
        case .unfilled: unfilled
        case .milestoneAtRisk: milestoneAtRisk
        case .sustainedLoad: sustainedLoad
        case .contractEnds: contractEnds
        case .underTarget: underTarget
        case .overTarget: overTarget
        case .overBudget: overBudget
        case .thinMargin: thinMargin
        case .loss: loss
        }
    }
}

/// A firm over the four weeks from 2026-W02 to 2026-W05, unless the text has a horizon of its own.
func firm(_ text: String) throws -> Firm {
    let horizon = text.contains("horizon:") ? "" : "horizon: 2026-01-05 .. 2026-02-01\n"
    let head = "muster: 1\nscenario: Test\ncurrency: EUR\n" + horizon
    return try Scenario.read(at: "test.yaml", from: FileReader(["test.yaml": head + text])).firm
}

func planned(_ text: String) throws -> PlannedFirm { try makePlan(for: firm(text)) }

/// Severity and words of the alerts of a kind, with a plan.
func told(_ kind: Alert.Kind, in text: String) throws -> [String] {
    let planned = try planned(text)
    return alerts(for: planned).filter { $0.kind == kind }
        .map { "\($0.severity): \($0.words(in: planned.situation.firm))" }
}

struct FixtureTests {
    @Test(arguments: Alert.Kind.allCases)
    func eachKindIsRaised(_ kind: Alert.Kind) throws {
        let fixture = Fixture.of(kind)
        #expect(try told(kind, in: fixture.text) == fixture.raised)
    }

    @Test(arguments: Alert.Kind.allCases)
    func aChangedWordStillsEachKind(_ kind: Alert.Kind) throws {
        let fixture = Fixture.of(kind)
        #expect(fixture.calmText != fixture.text)
        #expect(try told(kind, in: fixture.calmText) == [])
    }
}
