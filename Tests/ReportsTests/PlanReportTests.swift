// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import SmallFirms
import Staffing
import Testing

@testable import Reports

/// Ana (40 h) and Ben (20 h) write code, Cem sells. Apollo asks for 48 h of it, and for 4 h of drawing, which nobody
/// can; Zephyr, at 50 %, for 16 h more. Over two weeks: Ana 80 h and Ben 40 h, of 96 + 8 + 32 h.
private let three = """
    offices:
      lisbon: { name: Lisbon }
    people:
      ana: { name: Ana Duarte, role: engineer, office: lisbon, skills: { swift: 3 }, cost: 50/h }
      ben: { name: Ben Okafor, role: engineer, office: lisbon, skills: { swift: 3 }, contract: 50%, cost: 40/h }
      cem: { name: Cem Aydın, skills: { sales: 3 }, cost: 60/h }
    projects:
      apollo:
        name: Apollo
        needs:
          app: { skills: { swift: 3 }, hours: 48h/week, rate: 100/h }
          art: { skills: { ux: 3 }, hours: 4h/week, rate: 100/h }
      zephyr:
        name: Zephyr
        stage: proposed 50%
        needs:
          app: { skills: { swift: 3 }, hours: 16h/week, rate: 90/h }
    """

@Suite struct PlanReportTests {
    private func report(_ yaml: String = three) throws -> PlanReport {
        PlanReport(of: try makePlan(for: try firm(yaml), style: .bookable), style: .plain)
    }

    /// What stands below the summary.
    private func below(_ text: String) -> String {
        text.components(separatedBy: "\n\n").dropFirst(3).joined(separator: "\n\n")
    }

    @Test func bookings() throws {
        #expect(
            try report().text(.bookings) == """
                Small                                                        2026-W02 … 2026-W03
                Optimal, checked (gap 0 %) · short of demand by 16 h

                  demand    136 h    capacity     200 h    revenue  10,680 EUR
                  filled    120 h    booked       120 h    cost      5,000 EUR
                  unfilled   16 h    bench         80 h    margin    5,680 EUR
                  coverage   88 %    utilisation   60 %    margin         53 %

                  Money weighs proposals by their chance; won work alone: revenue 9,600, margin
                  5,200.

                Who works on what
                  line  weeks    hours  filled  who, hours a week
                  Apollo
                  app   W02–W03     96   100 %  Ana Duarte 28, Ben Okafor 20
                  art   W02–W03      8     0 %  nobody
                  Zephyr, proposed 50 %
                  app   W02–W03     32    75 %  Ana Duarte 12

                Unfilled demand
                  line        weeks    short  why
                  apollo.art  W02–W03    8 h  nobody has ux; nearest: Ana Duarte
                  zephyr.app  W02–W03    8 h  who could do it has no time

                `muster check` names the causes; `--people`, `--projects`, `--weeks` show more.

                """)
    }

    @Test func people() throws {
        #expect(
            try below(report().text(.people)) == """
                People
                  person      role      capacity  booked   used  bench  on
                  Ana Duarte  engineer        80      80  100 %      0  apollo.app, zephyr.app
                  Ben Okafor  engineer        40      40  100 %      0  apollo.app
                  Cem Aydın                   80       0    0 %     80

                Roles
                  roles      people  capacity  booked   used  billable  bench
                  engineer        2       120     120  100 %     100 %      0
                  (no role)       1        80       0    0 %       0 %     80

                Offices
                  offices      people  capacity  booked   used  billable  bench
                  lisbon            2       120     120  100 %     100 %      0
                  (no office)       1        80       0    0 %       0 %     80

                `muster check` names the causes; `--people`, `--projects`, `--weeks` show more.

                """)
    }

    @Test func projects() throws {
        #expect(
            try below(report().text(.projects)) == """
                Projects, in EUR
                  project  stage  asked  filled  revenue   cost  margin
                  Apollo   won      104    92 %    9,600  4,400   5,200  54 %
                  Zephyr   50 %      32    75 %    2,160  1,200     960  44 %

                             revenue   cost  margin
                  confirmed    9,600  4,400   5,200  54 %
                  weighted    10,680  5,000   5,680  53 %
                  exposure    11,760  5,600   6,160  52 %

                  Of the cost, 0 EUR is overtime and subcontracting; the rest is salaries that
                  are paid in any case.

                `muster check` names the causes; `--people`, `--projects`, `--weeks` show more.

                """)
    }

    @Test func weeks() throws {
        #expect(
            try below(report().text(.weeks)) == """
                Load by week, per cent of effective capacity
                  · nothing booked   -- not there   ! more than capacity

                              W02  W03
                  Ana Duarte  100  100
                  Ben Okafor  100  100
                  Cem Aydın     ·    ·

                `muster check` names the causes; `--people`, `--projects`, `--weeks` show more.

                """)
    }

    @Test func headline() throws {
        #expect(try report().headline() == "optimal (gap 0 %), short of demand by 16 h")
    }

    @Test func aFirmWithoutWork() throws {
        #expect(
            try report("people:\n  ana: { cost: 50/h }\n").text(.bookings) == """
                Small                                                        2026-W02 … 2026-W03
                Optimal, checked (gap 0 %) · all demand filled

                  demand    0 h    capacity     80 h    revenue  0 EUR
                  filled    0 h    booked        0 h    cost     0 EUR
                  unfilled  0 h    bench        80 h    margin   0 EUR
                  coverage   --    utilisation   0 %    margin      --

                `muster check` looks for trouble ahead; `--people`, `--projects`, `--weeks` show
                more.

                """)
    }

    /// Ben works 2 h a week longer, at half of 40 EUR more: 80 EUR in all. Outside takes 2 h a week.
    @Test func overtimeAndSubcontractingAreTold() throws {
        let text = try report(
            three + """

                subcontractors:
                  outside: { name: Outside, skills: { swift: 3 }, hours: 2h/week, cost: 70/h }
                policy:
                  overtime: { up to: 10%, at: 150% }
                """
        ).text(.bookings)
        #expect(
            text == """
                Small                                                        2026-W02 … 2026-W03
                Optimal, checked (gap below 0.01 %) · short of demand by 8 h

                  demand    136 h    capacity     200 h    revenue  11,040 EUR
                  filled    128 h    booked       124 h    cost      5,280 EUR
                  unfilled    8 h    bench         80 h    margin    5,760 EUR
                  coverage   94 %    utilisation   62 %    margin         52 %

                  Money weighs proposals by their chance; won work alone: revenue 9,600, margin
                  5,160.
                  Overtime: 4 h, 80 EUR beyond ordinary pay.
                  Subcontracted: 4 h.

                Who works on what
                  line  weeks    hours  filled  who, hours a week
                  Apollo
                  app   W02–W03     96   100 %  Ana Duarte 26, Ben Okafor 22
                  art   W02–W03      8     0 %  nobody
                  Zephyr, proposed 50 %
                  app   W02–W03     32   100 %  Ana Duarte 14, Outside 2

                Unfilled demand
                  line        weeks    short  why
                  apollo.art  W02–W03    8 h  nobody has ux; nearest: Ana Duarte

                `muster check` names the causes; `--people`, `--projects`, `--weeks` show more.

                """)
    }

    @Test func workThatIsLeftOutIsNamed() throws {
        let text = try report(three + "\npolicy: { tentative: out }\n").text(.bookings)
        #expect(
            text.components(separatedBy: "\n\n")[2] == """
                Who works on what
                  line  weeks       hours  filled  who, hours a week
                  Apollo
                  app   W02–W03        96   100 %  Ana Duarte 28, Ben Okafor 20
                  art   W02–W03         8     0 %  nobody
                  Zephyr, proposed 50 %
                  app   W02–W03  left out
                """)
    }
}
