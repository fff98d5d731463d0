// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Planning
import SmallFirms
import Staffing
import Testing
import Verification
import WhatIf

@testable import Reports

@Suite struct ComparisonReportTests {
    /// Ana and Ben for two weeks of 60 hours. Ana is full; Ben does the other 20 hours of each week.
    private let base = """
        people:
          ana: { name: Ana Duarte, skills: { swift: 3 }, cost: 50/h }
          ben: { name: Ben Okafor, skills: { swift: 3 }, cost: 60/h }
        projects:
          apollo:
            deadline: 2026-01-16
            needs:
              app: { skills: { swift: 3 }, hours: 60h/week, rate: 100/h, spread: weekly }
        """

    private var alone: String {
        base.replacing("  ben: { name: Ben Okafor, skills: { swift: 3 }, cost: 60/h }\n", with: "")
    }

    private func report(_ others: [String]) throws -> ComparisonReport {
        let contenders = try others.enumerated().map { Contender("case-\($0.offset + 1)", try firm($0.element)) }
        return ComparisonReport(of: try compare(Contender("base", try firm(base)), with: contenders, .weighted))
    }

    @Test func showsFiguresDatesAlertsAndMoves() throws {
        #expect(
            try report([alone]).text(.plain) == """
                A what-if beside its base                                    2026-W02 … 2026-W03
                  base    Small
                  case-1  Small

                Figures
                                    base  case-1
                  demand, h          120     120
                  filled, h          120      80     -40
                  unfilled, h          0      40     +40
                  coverage         100 %    66 %   -33.3
                  revenue, EUR    12,000   8,000  -4,000
                  cost, EUR        6,400   4,000  -2,400
                  margin, EUR      5,600   4,000  -1,600
                  margin            47 %    50 %    +3.3
                  worth, EUR       5,600       0  -5,600
                  capacity, h        160      80     -80
                  booked, h          120      80     -40
                  utilisation       75 %   100 %     +25
                    billable        75 %   100 %     +25
                  bench, h            40       0     -40
                  errors               0       0
                  warnings             0       2      +2
                  notices              0       1      +1
                  bookings moved               1
                  hours moved                 40
                  bookings new                 0

                Last working days
                          due         base        case-1
                  apollo  2026-01-16  2026-01-16  2026-01-16 short

                case-1: Small
                  new  warning  apollo.app asks for 120 h of swift in 2026-W02 .. 2026-W03, and
                                Ana Duarte has 80 h
                  new  warning  apollo.app is short of 40 h in 2026-W02 .. 2026-W03, since
                                whoever could do it has no time
                  and 1 new notice
                  Ben Okafor leaves apollo.app: 40 h, W02–W03

                """)
    }

    @Test func saysThatNothingChanges() throws {
        let text = try report([base]).text(.plain)
        #expect(text.hasSuffix("case-1: Small\n  The plan and its alerts are as before.\n"), "\(text)")
        #expect(!text.contains("+"))
    }

    @Test func fitsTheWidthWhateverTheNumberOfScenarios() throws {
        for width in [60, 80, 132] {
            let text = try report(Array(repeating: alone, count: 7)).text(Style(width: width, isColoured: false))
            for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
            for number in 1...7 { #expect(text.contains("case-\(number)")) }
        }
    }

    @Test func csvHasARowForEachFigure() throws {
        let rows = try report([alone]).csv().split(separator: "\n").map(String.init)
        #expect(rows.first == "figure,unit,base,case-1")
        #expect(rows.contains("demand,h,120,120"))
        #expect(rows.contains("coverage,ratio,1.0,0.666667"))
        #expect(rows.contains("margin,EUR,5600.00,4000.00"))
        #expect(rows.contains("bookings moved,bookings,,1"))
        #expect(rows.contains("apollo ends,date,2026-01-16,2026-01-16"))
        #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [4])
    }

    @Test func jsonHasTheDifference() throws {
        let text = try report([alone]).json().text(brokenTo: 3)
        #expect(text.contains(#""difference": {"demand": 0, "filled": -40, "unfilled": 40, "#))
        #expect(text.contains(#""moved": {"bookings": 1, "hours": 40, "new bookings": 0, "new hours": 0}"#))
    }

    /// Margins: as it is 5,600; without Ben 4,000; with Cy at 80, whom nobody needs, 5,600; with him in Ben's place 4,800.
    @Test func whatEachChangeBringsAddsUp() throws {
        let firm = try firm(base)
        let changes: [any Change] = [
            DropPerson("ben"),
            Hire("cy", like: "ana", name: "Cy", cost: Dated(always: Rate(perHour: Money(minorUnits: 8000)))),
        ]
        var comparison = try compare(
            Contender("base", firm), with: [Contender("swap", try firm.applying(changes))], .weighted)
        try comparison.attribute([changes])
        let report = ComparisonReport(of: comparison)
        #expect(
            report.attribution(comparison.variants[0], .plain).joined(separator: "\n") == """
                swap: what each change brings, in EUR
                                            unfilled, h  revenue    cost  margin   worth
                  Do without Ben Okafor             +20   -2,000    -800  -1,200  -3,200
                  Hire Cy, like Ana Duarte          -20   +2,000  +1,600    +400  +2,400
                  all together                        0        0    +800    -800    -800
                  Each brings the mean of what it adds to those made before it, over all orders.
                """)
        #expect(report.text(.plain).contains("what each change brings"))
        let rows = report.attributionCSV().split(separator: "\n")
        #expect(rows.first?.hasPrefix("scenario,change,method,demand,filled,unfilled,") == true)
        #expect(rows.dropFirst().map { $0.prefix { $0 != "," } } == ["swap", "swap"])
        #expect(rows[1].contains(",-2000.00,-800.00,-1200.00,-3200.00,"))
        #expect(report.json().text(brokenTo: 3).contains(#""attribution": {"method": "fair", "items": [{"changes": ["#))
    }

    /// Of 54 hours a week Ana does 40 and Ben 14. He becomes the cheaper one by 10 an hour; she can give him 26 a week.
    @Test func theCurveStandsAlone() throws {
        let before = base.replacing("60h/week", with: "54h/week")
        var comparison = try compare(
            Contender("base", try firm(before)),
            with: [Contender("cheap", try firm(before.replacing("60/h", with: "40/h")))], .weighted)
        try comparison.draw(.hours)
        let report = ComparisonReport(of: comparison)
        #expect(
            report.text(.plain) == """
                A what-if beside its base                                    2026-W02 … 2026-W03
                  base   Small
                  cheap  Small

                cheap: what moving more brings, in EUR
                  at most  bookings  hours  coverage  margin  worth   gain
                      0 h         0      0     100 %   5,680  5,680    0 %
                      1 h         1      1     100 %   5,690  5,690    2 %
                      2 h         1      2     100 %   5,700  5,700    4 %  ▌
                      5 h         1      5     100 %   5,730  5,730   10 %  █
                     10 h         1     10     100 %   5,780  5,780   19 %  ██▌
                     20 h         1     20     100 %   5,880  5,880   38 %  ████▌
                     50 h         1     50     100 %   6,180  6,180   96 %  ███████████▌
                     free         1     52     100 %   6,200  6,200  100 %  ████████████
                  Bookings and hours of the base's plan that are moved; the gain is the part of
                  the worth that free moving brings. Limits that bring no more than a tighter
                  one are left out.

                """)
        let rows = report.frontierCSV().split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(
            rows.first?.joined(separator: ",")
                == "scenario,at most,unit,bookings moved,hours moved,filled,unfilled,coverage,revenue,cost,margin,worth"
        )
        #expect(
            rows.dropFirst().map { $0[0...2].joined(separator: ",") } == [0, 1, 2, 5, 10, 20, 50].map {
                "cheap,\($0),h"
            }
                + ["cheap,,"])
    }

    @Test func saysWhatCannotBeSetSideBySide() throws {
        let longer = Contender("long", try firm(base, horizon: "2026-01-05 .. 2026-01-25"))
        let proposed = Contender(
            "bid", try firm(base.replacing("apollo:\n", with: "apollo:\n    stage: proposed 50%\n")))
        let report = ComparisonReport(
            of: try compare(Contender("base", try firm(base)), with: [longer, proposed], .weighted))
        #expect(
            report.noteTexts == [
                "Money weighs proposals by their chance.",
                "'long' covers 2026-W02 … 2026-W04, 'base' 2026-W02 … 2026-W03: their sums are not of the same time.",
                "Proposed work differs: 'bid' has apollo, 'base' none.",
            ])
    }
}
