// SPDX-License-Identifier: GPL-3.0-or-later

import Outlook
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@testable import Reports

@Suite struct CheckReportTests {
    private func report(_ yaml: String) throws -> CheckReport {
        let firm = try firm(yaml)
        return CheckReport(of: alerts(for: try makePlan(for: firm)), in: firm)
    }

    private let calm = """
        people:
          ana: { skills: { swift: 3 }, cost: 50/h }
          ben: { skills: { swift: 3 }, cost: 50/h }
        """

    /// Ana is booked 60 hours a week, and has 40. Nobody can draw. Both are told in the order of their gravity.
    private let troubled = """
        people:
          ana: { name: Ana Duarte, skills: { swift: 3 }, cost: 50/h }
          ben: { skills: { swift: 3 }, cost: 50/h }
        projects:
          apollo:
            needs:
              app: { skills: { swift: 3 }, hours: 60h/week, rate: 100/h }
              art: { skills: { ux: 3 }, hours: 5h/week, rate: 100/h, priority: low }
        bookings:
          - ana on apollo.app, 60h/week, 2026-01-05 .. 2026-01-18
        """

    @Test func nothingToWorryAbout() throws {
        let report = try report(calm)
        #expect(report.text(.plain, from: .warning) == "Small\nNothing to worry about.\n")
        #expect(report.json().text(brokenTo: 1) == "[]\n")
        #expect(report.annotations { _ in nil } == "")
    }

    @Test func eachAlertIsAParagraph() throws {
        #expect(
            try report(troubled).text(.plain, from: .warning) == """
                Small
                1 error, 1 notice

                error    Ana Duarte is booked 120 h in 2026-W02 .. 2026-W03 and has 80 h
                         → move 40 h, or allow overtime
                         (overbooked)

                `--all` shows the notices, too.

                """)
    }

    @Test func noticesAreShownWhenAskedFor() throws {
        #expect(
            try report(troubled).text(.plain, from: .notice).hasSuffix(
                """
                (overbooked)

                notice   apollo.art is short of 10 h in 2026-W02 .. 2026-W03, since nobody has
                         ux
                         → hire for ux, train or subcontract; Ana Duarte comes nearest
                         (unfilled)

                """))
    }

    @Test func jsonHasEverythingThatIsKnown() throws {
        #expect(
            try report(troubled).json().text(brokenTo: 1) == """
                [
                  {"severity": "error", "kind": "overbooked", "from": "2026-W02", "to": "2026-W03", \
                "people": ["ana"], "lines": ["apollo.app"], "projects": ["apollo"], "hours": 40, \
                "message": "Ana Duarte is booked 120 h in 2026-W02 .. 2026-W03 and has 80 h", \
                "advice": "move 40 h, or allow overtime"},
                  {"severity": "notice", "kind": "unfilled", "from": "2026-W02", "to": "2026-W03", \
                "people": [], "lines": ["apollo.art"], "projects": ["apollo"], "hours": 10, \
                "message": "apollo.art is short of 10 h in 2026-W02 .. 2026-W03, since nobody has ux", \
                "advice": "hire for ux, train or subcontract; Ana Duarte comes nearest"}
                ]

                """)
    }

    /// Colons and commas in a path, and per cent signs and line breaks anywhere, would end a workflow command's part.
    @Test func annotationsAreEscaped() throws {
        let report = try report(
            troubled.replacing("Ana Duarte", with: "'Ana 100% ::error, Duarte'"))
        #expect(
            report.annotations { $0.severity == .error ? SourcePlace(file: "a:b,c%\n.yaml", line: 3, column: 5) : nil }
                == """
                ::error file=a%3Ab%2Cc%25%0A.yaml,line=3,col=5,title=overbooked::\
                Ana 100%25 ::error, Duarte is booked 120 h in 2026-W02 .. 2026-W03 and has 80 h: \
                move 40 h, or allow overtime
                ::notice title=unfilled::apollo.art is short of 10 h in 2026-W02 .. 2026-W03, since nobody has ux: \
                hire for ux, train or subcontract; Ana 100%25 ::error, Duarte comes nearest

                """)
    }

    @Test func coloursFollowTheSeverity() throws {
        let style = Style(width: 80, isColoured: true)
        #expect(
            try report(troubled).headline(style) == "\u{1B}[31m1 error\u{1B}[0m, \u{1B}[2m1 notice\u{1B}[0m")
    }
}
