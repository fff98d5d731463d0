// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@testable import Reports

/// Answers with a price, as they are read.
@Suite struct ExplanationReportTests {
    /// Ana does x and Ben y; the other way round is worth 480 less: see the tests of the explanations.
    private let pair = """
        people:
          ana: { name: Ana, skills: { swift: 3 }, cost: 50/h }
          ben: { name: Ben, skills: { swift: 3, sql: 2 }, cost: 60/h }
          dan: { name: Dan, skills: { swift: 2 }, cost: 40/h, role: apprentice }
        projects:
          p:
            needs:
              x: { skills: { swift: 3 }, hours: 40h/week, rate: 100/h }
              y: { skills: { swift: 3 }, prefer: { sql: 2 }, hours: 40h/week, rate: 90/h }
        """

    private func base() throws -> PlannedFirm { try makePlan(for: try firm(pair)) }

    @Test func whatItCosts() throws {
        let base = try base()
        let report = WhyNotReport(of: try whyNot(person: 1, line: 0, in: base), in: base.situation.firm)
        #expect(
            report.text(.plain) == """
                Why not Ben on p.x?
                  An hour there is worth 140 EUR: rate 100 + price of an unmet hour 100 − cost
                  60.
                  The plan gives Ben nothing of it.
                  With them there for at least 40 h a week, 80 h in all, the firm loses 480 EUR.

                            as planned    then  difference
                  value          6,400   5,920        -480  EUR
                  revenue       15,200  15,200           0  EUR
                  cost           8,800   8,800           0  EUR
                  margin         6,400   6,400           0  EUR
                  filled           160     160           0  h
                  unfilled           0       0           0  h

                Who moves
                  who  line  more  less
                  Ana  p.x         80 h
                  Ben  p.y         80 h
                  Ana  p.y   80 h
                  Ben  p.x   80 h

                """)
        let json = report.json().text(brokenTo: 1)
        #expect(json.contains(#""answer": "price""#))
        #expect(json.contains(#""forced": {"hours": 80, "most in a week": 40, "cut": false}"#))
        #expect(json.contains(#""consequence": {"value": -480.00, "margin": 0.00, "filled hours": 0"#))
    }

    @Test func whatStandsInTheWay() throws {
        let base = try base()
        let report = WhyNotReport(of: try whyNot(person: 2, line: 0, in: base), in: base.situation.firm)
        #expect(
            report.text(.plain).hasPrefix(
                """
                Why not Dan on p.x?
                  Dan has swift at level 2; the line needs 3
                  → train swift from 2 to 3

                  Without that in the way the firm would gain 1,120 EUR.
                """))
        #expect(
            report.json().text(brokenTo: 1).contains(
                #""obstacles": [{"kind": "level", "skill": "swift", "has": 2, "needs": 3}]"#))
    }

    @Test func whyAndWhoElse() throws {
        let base = try base()
        let text = WhyReport(of: try why(person: 0, line: 0, in: base), in: base.situation.firm).text(.plain)
        #expect(
            text.hasPrefix(
                """
                Why Ana on p.x?
                  80 h in W02–W03, 100 % of the line.
                  An hour there is worth 150 EUR: rate 100 + price of an unmet hour 100 − cost
                  50.
                  With Ana off the line, the firm loses 480 EUR.
                """))
        #expect(
            text.hasSuffix(
                """
                Others in their place, with as much of it as they can carry
                  instead  h a week  an hour  for the firm  then
                  Ben            40      140          -480

                """))
    }

    @Test func whoCould() throws {
        let base = try base()
        #expect(
            WhoReport(of: try who(line: 0, in: base), in: base.situation.firm).text(.plain) == """
                Who could do p.x?
                  80 h, 100 % filled; needs swift 3

                With as much of it as their weeks hold, and what that means for the whole firm
                  who  planned  h a week  an hour  for the firm  then
                  Ana     80 h        40      150             0
                  Ben                 40      140          -480

                Near misses
                  nearly  but
                  Dan     swift 2 of 3

                """)
    }

    @Test func allIsFilled() throws {
        let base = try base()
        let report = ShortageReport(of: try shortages(in: base), in: base.situation.firm)
        #expect(report.text(.plain) == "All demand is filled.\n")
        #expect(report.json().text(brokenTo: 1) == "[]\n")
    }

    /// Names of steps, each as it would be read, and each of another kind.
    @Test func everyStepHasWords() throws {
        let firm = try base().situation.firm
        let steps: [(Step, String)] = [
            (.first, "put it before all else"), (.move(weeks: 1), "move it 1 week later"),
            (.move(weeks: -3), "move it 3 weeks earlier"),
            (.overtime("ana", perWeek: Hours(2), pay: Share(percent: 150)), "2 h a week of overtime for Ana"),
            (.level("swift", from: 3, to: 2), "accept swift 2 instead of 3"),
            (.anyRole("lead"), "accept other roles than lead"), (.anyOffice("porto"), "accept people outside porto"),
            (
                .lift(Exclusion(person: "ana", target: .project("p"))), "lift the exclusion of Ana from p"
            ),
            (
                .subcontract("new", isNew: true, perWeek: Hours(8), cost: Rate(perHour: Money(minorUnits: 7_550))),
                "subcontract 8 h a week at 75.50 EUR an hour"
            ),
            (.seats(from: 3, to: 2), "cut it into 2 instead of 3 seats"),
            (.smaller(by: Share(percent: 5)), "do 5 % less of it"),
        ]
        for (step, words) in steps { #expect(step.words(in: firm) == words) }
        #expect(Set(steps.map(\.0.kind)).count == steps.count)
    }
}
