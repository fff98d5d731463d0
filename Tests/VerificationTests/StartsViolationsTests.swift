// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// A sound plan with chosen starts is spoilt in one place after the other, as a file would be.
@Suite struct StartsViolationsTests {
    /// p begins in W02, q's second phase in W06 with a penalty for a week.
    private static let yaml = """
        people: { ana: { cost: 50/h } }
        projects:
          p:
            phases: { a: { start: 2026-01-05 .. 2026-01-19, length: 2 weeks } }
            needs: { x: { phase: a, hours: 40h/week, rate: 100/h } }
          q:
            phases:
              a: { start: 2026-01-12 .. 2026-01-19, length: 2 weeks }
              b:
                start: 2026-01-26 .. 2026-02-09
                after: a
                length: 1 week
                milestone: { name: M, by: 2026-01-30, penalty: 100/week }
            needs:
              x: { phase: a, hours: 40h/week, rate: 100/h }
              y: { phase: b, hours: 40h/week, rate: 100/h }
        """

    private static func planned() throws -> (firm: Firm, text: String, plan: Plan) {
        let firm = try firm(yaml, horizon: "2026-01-05 .. 2026-03-01")
        let planned = try makePlan(for: firm)
        let text = PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        return (firm, text, planned.plan)
    }

    private static func violations(of text: String, for firm: Firm) throws -> [Violation] {
        let stated = try PlanFile.read(Data(text.utf8))
        return try stated.violations(in: Situation(of: firm.placed(at: stated.plan.starts)))
    }

    @Test func theSoundOneHolds() throws {
        let (firm, text, plan) = try Self.planned()
        #expect(
            plan.starts.map { "\($0.project).\($0.phase) \($0.day)" } == [
                "p.a 2026-01-05", "q.a 2026-01-19", "q.b 2026-02-02",
            ])
        #expect(plan.startsProof?.gap == 0)
        #expect(try Self.violations(of: text, for: firm).isEmpty)
        // In the files q.b is late by a week, which costs 100 in the summary.
        #expect(text.contains("\"penalties\": 100"))
        #expect(try PlanFile.read(Data(text.utf8)).plan == plan)
    }

    @Test(arguments: [
        (
            "a start outside its window", "\"p.a\": \"2026-01-05\"", "\"p.a\": \"2026-01-26\"",
            "which is not one of the days"
        ),
        ("a start within a week", "\"p.a\": \"2026-01-05\"", "\"p.a\": \"2026-01-07\"", "which is not one of the days"),
        ("a start before its time", "\"q.b\": \"2026-02-02\"", "\"q.b\": \"2026-01-26\"", "allow no earlier day than"),
        ("a start that is missing", "\"p.a\": \"2026-01-05\",", "", "p.a: no start"),
        (
            "a start of nothing", "\"p.a\": \"2026-01-05\"", "\"p.a\": \"2026-01-05\", \"p.z\": \"2026-01-05\"",
            "no window of p.z"
        ),
        ("another start, work left where it was", "\"q.b\": \"2026-02-02\"", "\"q.b\": \"2026-02-09\"", "q.y"),
        ("a penalty that is forgotten", "\"penalties\": 100", "\"penalties\": 0", "penalties"),
        (
            "more worth", "\"starts proof\": {\n    \"objective\": ", "\"starts proof\": {\n    \"objective\": 1",
            "starts: worth"
        ),
        ("a better bound", "\"bound\": 29900.00", "\"bound\": 29950.00", "starts: bound"),
        ("more choices than there are", "\"planned\": ", "\"planned\": 99", "choices stated as planned"),
    ])
    func whatIsSpoiltIsNamed(_ name: String, _ old: String, _ new: String, _ told: String) throws {
        let (firm, text, _) = try Self.planned()
        var spoilt = text
        if let range = text.range(of: old) {
            spoilt.replaceSubrange(range, with: new)
        } else {
            Issue.record("the file has no \(old):\n\(text.prefix(1500))")
        }
        let found = try Self.violations(of: spoilt, for: firm).map(\.description)
        #expect(found.contains { $0.contains(told) }, "\(found)")
    }
}
