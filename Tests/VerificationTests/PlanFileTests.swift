// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

@Suite struct PlanFileTests {
    static func file() throws -> String {
        let planned = try makePlan(for: firm(FiguresTests.yaml))
        return PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
    }

    @Test func theFileHasOneLineForEachBooking() throws {
        let text = try Self.file()
        #expect(
            text.contains(
                #"""
                  "assignments": [
                    {"person": "ana", "line": "p.x", "kind": "steady", "shares": [{"from": "2026-W02", "to": "2026-W03", "share": 0.696667}], "weeks": {"2026-W02": 41.8, "2026-W03": 41.8}},
                    {"person": "ben", "line": "p.z", "kind": "hourly", "weeks": {"2026-W02": 10, "2026-W03": 10}},
                    {"person": "ben", "line": "q.y", "kind": "hourly", "weeks": {"2026-W02": 5, "2026-W03": 5}}
                  ],
                """#))
    }

    @Test func whatIsWrittenIsRead() throws {
        let planned = try makePlan(for: firm(FiguresTests.yaml))
        let text = PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        let read = try PlanFile.read(Data(text.utf8))
        #expect(read.plan == planned.plan)
        #expect(try read.violations(in: planned.situation) == [])
    }

    @Test func theStyleAndWhatASearchProvesAreRead() throws {
        let planned = try makePlan(for: firm(FiguresTests.yaml))
        var plan = planned.plan
        #expect(plan.style == .fractional)
        plan.style = .bookable
        let certificate = plan.certificate
        plan.certificate = Certificate(
            status: certificate.status, stages: certificate.stages, searched: certificate.objective)
        let text = PlanFile.json(of: plan, figures: planned.figures, in: planned.situation).text()
        #expect(text.contains("\n  \"style\": \"bookable\",\n  \"status\": \"optimal\","))
        #expect(try PlanFile.read(Data(text.utf8)).plan == plan)
        #expect(try PlanFile.read(Data(text.utf8)).violations(in: planned.situation) == [])
    }

    /// Files from before there were bookable plans.
    @Test func aFileWithoutAStyleKeepsNoRulesOfBooking() throws {
        let old = try #require(try Self.file().replacingFirst("  \"style\": \"fractional\",\n", with: ""))
        #expect(try PlanFile.read(Data(old.utf8)).plan.style == .fractional)
    }

    @Test(
        arguments: [
            (#""muster": 1"#, #""muster": 2"#, "plan file version 2; this Muster reads version 1"),
            (#""muster": 1,"#, "", "the file: the member 'muster' is missing"),
            (#""currency": "EUR""#, #""currency": "euro""#, "currency: 'euro' is not one that a plan can have"),
            (#""status": "optimal""#, #""status": "splendid""#, "status: 'splendid' is not one that a plan can have"),
            (#""style": "fractional""#, #""style": "grand""#, "style: 'grand' is not one that a plan can have"),
            (#""gap": "#, #""searched": 0.001, "gap": "#, "money: '0.001' is not one that a plan can have"),
            (#""digest": "sha256:"#, #""digest": "md5:"#, nil),
            (#""line": "q.y""#, #""line": "q""#, "line: 'q' is not one that a plan can have"),
            (#""kind": "hourly""#, #""kind": "daily""#, "kind: 'daily' is not one that a plan can have"),
            (#""person": "ben", "line""#, #""line""#, "person: '(missing)' is not one that a plan can have"),
            (#""reason": "time""#, #""reason": "fate""#, "reason: 'fate' is not one that a plan can have"),
            (#""2026-W02": 41.8"#, #""2026-W54": 41.8"#, "week: '2026-W54' is not one that a plan can have"),
            (#""2026-W02": 41.8"#, #""2026-W02": 1e11"#, "hours: '100000000000.0' is not one that a plan can have"),
            (#""share": 0.696667"#, #""share": 1e9"#, "share: '1000000000.0' is not one that a plan can have"),
            // Finer than what a plan is made of: nothing is rounded away.
            (#""2026-W02": 41.8"#, #""2026-W02": 41.8001"#, "hours: '41.8001' is not one that a plan can have"),
            (#""share": 0.696667"#, #""share": 0.6966671"#, "share: '0.6966671' is not one that a plan can have"),
            (#""objective": "#, #""objective": 0.001, "was": "#, "money: '0.001' is not one that a plan can have"),
            (#""2026-W02": 41.8"#, #""2026-W02": "41.8""#, "assignments[0].weeks.2026-W02: not a value of type Double"),
            (#""gap": "#, #""gap": null, "was": "#, "gap: null where a value belongs"),
            (
                #"{"stage": "staffing", "person""#, #"{"stage": "other", "person""#,
                "stage: 'other' is not one that a plan can have"
            ),
            (#""gap": "#, #""note": "fine", "gap": "#, "the file: the member 'note' is none that a plan has"),
            (
                #""kind": "hourly""#, #""kind": "hourly", "who": 1"#,
                "assignments: the member 'who' is none that a plan has"
            ),
            (
                #""status": "#, #""status": "within gap", "status": "#,
                "the file: the member 'status' stands there twice"
            ),
            (#""gap": "#, #""g\u0061p": 0, "gap": "#, "the file: the member 'gap' stands there twice"),
            (
                #""2026-W02": 41.8"#, #""2026-W02": 0, "2026-W02": 41.8"#,
                "assignments.weeks: the member '2026-W02' stands there twice"
            ),
            (
                #""share": 0.696667"#, #""share": 0.1, "share": 0.696667"#,
                "assignments.shares: the member 'share' stands there twice"
            ),
            (
                #""stage": "staffing", "objective""#, #""stage": "final", "objective""#,
                "stage: 'final' is not one that a plan can have"
            ),
        ] as [(String, String, String?)])
    func whatIsNoPlanIsRefused(old: String, new: String, message: String?) throws {
        let text = try Self.file()
        let changed = try #require(text.replacingFirst(old, with: new))
        let error = #expect(throws: PlanFileError.self) { try PlanFile.read(Data(changed.utf8)) }
        if let message { #expect(error?.description == message) }
    }

    @Test func aTextInAnotherEncodingIsRefused() throws {
        let data = try #require(try Self.file().data(using: .utf16))
        let error = #expect(throws: PlanFileError.self) { try PlanFile.read(data) }
        #expect(error?.description == "not UTF-8 text")
    }

    /// Members that look alike in text, quotes and brackets in names, and empty lists are no obstacle.
    @Test func namesMayHoldWhatTheyLike() throws {
        let changed = try Self.file().replacing(
            #""scenario": "Small""#, with: #""scenario": "\"}, {\\\"gap\": [1, 2] \u00e9""#)
        #expect(try PlanFile.read(Data(changed.utf8)).plan.scenario == "\"}, {\\\"gap\": [1, 2] é")
    }

    /// Numbers that are fine one by one must not overflow where they are added up.
    @Test func whatIsBeyondAllSumsIsRefused() throws {
        let stage = #"{"stage": "staffing", "objective": 90000000000000, "bound": 90000000000000}, "#
        let work = #"{"person": "ben", "line": "q.y", "kind": "hourly", "weeks": {"2026-W02": 1000000}}, "#
        for (list, item) in [("stages", stage), ("assignments", work)] {
            let many = "\"\(list)\": [" + String(repeating: item, count: 20_000)
            let changed = try #require(try Self.file().replacingFirst("\"\(list)\": [", with: many))
            #expect(throws: PlanFileError.self) { try PlanFile.read(Data(changed.utf8)) }
        }
    }

    /// A plan file comes from anybody; what is said of it must not colour the terminal.
    @Test func whatCouldSteerATerminalIsNotRepeated() throws {
        let text = try Self.file()
        let status = try #require(text.replacingFirst(#""status": "optimal""#, with: #""status": "\u001b[31m""#))
        let error = #expect(throws: PlanFileError.self) { try PlanFile.read(Data(status.utf8)) }
        #expect(error?.description == "status: '·[31m' is not one that a plan can have")
        let person = try #require(
            text.replacingFirst(#""person": "ben", "line": "p.z""#, with: #""person": "\u001b[31m", "line": "p.z""#))
        let situation = Situation(of: try firm(FiguresTests.yaml))
        let found = try PlanFile.read(Data(person.utf8)).violations(in: situation).map(\.description)
        #expect(found.first == "the firm has no ·[31m on p.z")
    }

    @Test func whatIsNoJSONIsRefused() {
        #expect(throws: PlanFileError.self) { try PlanFile.read(Data("no".utf8)) }
        #expect(throws: PlanFileError.self) { try PlanFile.read(Data()) }
        #expect(throws: PlanFileError.self) { try PlanFile.read(Data("[]".utf8)) }
    }
}

extension String {
    /// Nil where there is nothing to replace.
    func replacingFirst(_ old: String, with new: String) -> String? {
        range(of: old).map { replacingCharacters(in: $0, with: new) }
    }
}
