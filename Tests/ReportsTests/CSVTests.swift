// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Staffing
import Testing

@testable import Reports

@Suite struct CSVTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("two words", "two words"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
        ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("ção", "ção"), ("a\u{1B}[31m\u{7F}b", "a·[31m·b"),
    ])
    func cellsAreQuotedWhereTheyMust(_ text: String, _ cell: String) {
        #expect(CSV.cell(text) == cell)
    }

    /// What a spreadsheet would run is text; negative numbers are numbers.
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+351 21", "'+351 21"), ("-SUM(A1)", "'-SUM(A1)"), ("@here", "'@here"), ("\tx", "'\tx"),
        ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("-3.5", "-3.5"), ("-39", "-39"),
        ("+4", "+4"), ("-", "'-"), ("=\u{338}1", "'=\u{338}1"), ("\r\n=1", "\"'\r\n=1\""),
    ])
    func formulasAreNeutralised(_ text: String, _ cell: String) {
        #expect(CSV.cell(text) == cell)
    }

    @Test func rowsEndWithALineFeed() {
        #expect(CSV.text([["a", "b"], ["1", "2"]]) == "a,b\n1,2\n")
    }

    @Test func aPlanHasARowForEachPersonLineAndWeek() throws {
        let firm = try firm(
            """
            people:
              ana: { name: "=Ana, Dr.", skills: { swift: 3 }, cost: 50/h }
            subcontractors:
              outside: { name: Outside, skills: { sql: 3 }, hours: 8h/week, cost: 60/h }
            projects:
              apollo:
                needs:
                  app: { skills: { swift: 3 }, hours: 32h/week, rate: 100/h }
                  data: { skills: { sql: 2 }, dates: 2026-01-05 .. 2026-01-11, hours: 8h/week, rate: 100/h }
                  art: { skills: { ux: 3 }, dates: 2026-01-05 .. 2026-01-11, hours: 7.5h/week, rate: 100/h }
            """)
        #expect(
            PlanCSV.text(of: try makePlan(for: firm)) == """
                person,name,project,need,kind,week,monday,hours
                ana,"'=Ana, Dr.",apollo,app,steady,2026-W02,2026-01-05,32
                ana,"'=Ana, Dr.",apollo,app,steady,2026-W03,2026-01-12,32
                outside,Outside,apollo,data,subcontracted,2026-W02,2026-01-05,8
                ,,apollo,art,unfilled,2026-W02,2026-01-05,7.5

                """)
    }
}
