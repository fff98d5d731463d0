// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Planning
import ScenarioFiles
import Staffing
import Testing
import Verification

/// A change that is taken back leaves the plan as it was, to the byte, on made-up firms.
@Suite struct InverseChangesTests {
    struct MadeUp: Sendable, CustomTestStringConvertible {
        let seed: UInt64
        var testDescription: String { "seed \(seed)" }

        var text: String { FirmGenerator(people: 12, weeks: 12, seed: seed).text() }

        /// After changes as a file has them; under the same name, which a plan bears.
        func firm(_ changes: [String] = []) throws(Problems) -> Firm {
            let name = text.split(separator: "\n").first { $0.hasPrefix("scenario: ") } ?? ""
            let list = changes.map { "  - \($0)\n" }.joined()
            let overlay = "muster: 1\n\(name)\nfrom: base.yaml\nchanges:\n" + list
            let files = FileReader(["base.yaml": text, "what-if.yaml": overlay])
            return try Scenario.read(at: changes.isEmpty ? "base.yaml" : "what-if.yaml", from: files).firm
        }

        func plan(_ changes: [String] = []) throws -> String {
            let planned = try makePlan(for: try firm(changes))
            return PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        }

        /// Whether that can be done: a project cannot begin after its own deadline, for one.
        func allows(_ changes: [String]) -> Bool {
            do throws(Problems) {
                _ = try firm(changes)
                return true
            } catch {
                return false
            }
        }

        /// The bookings of the file that are neither pinned nor tentative.
        var confirmed: [String] {
            text.split(separator: "\n").filter { $0.hasPrefix("  - ") && $0.contains(" on ") }
                .filter { !$0.contains("pinned") && !$0.contains("tentative") }.map { String($0.dropFirst(4)) }
        }
    }

    static let firms = [MadeUp(seed: 4), MadeUp(seed: 11), MadeUp(seed: 7)]

    @Test(arguments: firms) func advancingUndoesADelay(_ made: MadeUp) throws {
        let there = try made.firm().projects.map { project in
            (
                change: "delay: { project: \(project.id), by: 2 weeks }",
                back: "advance: { project: \(project.id), by: 2 weeks }"
            )
        }.filter { made.allows([$0.change]) }
        let step = try #require(there.first)
        #expect(try made.plan([step.change]) != made.plan())
        #expect(try made.plan([step.change, step.back]) == made.plan())
        for step in there { #expect(try made.firm([step.change, step.back]) == made.firm()) }
    }

    @Test(arguments: firms) func unpinningUndoesAPin(_ made: MadeUp) throws {
        let booking = try #require(made.confirmed.first)
        let words = booking.replacing(",", with: "").split(separator: " ")
        let back = "unpin: { person: \(words[0]), need: \(words[2]) }"
        #expect(try made.plan(["pin: \(booking)"]) != made.plan())
        #expect(try made.plan(["pin: \(booking)", back]) == made.plan())
    }

    @Test(arguments: firms) func theChanceAsItWasUndoesAWin(_ made: MadeUp) throws {
        let proposals = try made.firm().projects.compactMap { project -> (id: Identifier<Project>, percent: Int)? in
            guard case .proposed(let chance) = project.stage else { return nil }
            return (project.id, chance.millionths / 10_000)
        }
        let proposal = try #require(proposals.first)
        let won = "win: { project: \(proposal.id) }"
        #expect(try made.plan([won]) != made.plan())
        #expect(try made.plan([won, "chance: { project: \(proposal.id), at: \(proposal.percent)% }"]) == made.plan())
    }
}
