// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Generation
import LinearProgramming
import Matching
import Planning
import ScenarioFiles
import Staffing
import Testing
import Verification

/// What must hold of any firm's plan, on made-up firms of a few to thirty people.
@Suite struct PlanningPropertiesTests {
    struct Size: Sendable, CustomTestStringConvertible {
        let people: Int
        let weeks: Int
        let seed: UInt64
        let spread: FirmGenerator.SpreadMix

        var testDescription: String { "\(people) people, \(weeks) weeks, seed \(seed), \(spread)" }

        func firm() throws -> Firm {
            let text = FirmGenerator(people: people, weeks: weeks, seed: seed, spread: spread).text()
            return try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": text])).firm
        }
    }

    /// A twelfth of what MUSTER_FIRMS asks for.
    static let sizes: [Size] = (0..<TinyFirmsTests.count / 12).map { number in
        Size(
            people: [3, 5, 8, 12, 20, 30][number % 6], weeks: [4, 9, 13, 26, 6][number % 5],
            seed: UInt64(1000 + number), spread: [.mixed, .mixed, .steady, .weekly][number % 4])
    }

    /// The planner refuses a plan with a violation, so that there is one says that there is none.
    @Test(arguments: sizes) func aPlanIsSoundOptimalAndSurvivesItsFile(size: Size) throws {
        let planned = try makePlan(for: try size.firm())
        let certificate = planned.plan.certificate
        #expect(certificate.status == .optimal)
        #expect(certificate.gap <= 1e-4)
        for stage in certificate.stages { #expect(stage.objective.minorUnits <= stage.bound.minorUnits + 100) }
        let file = PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        let read = try PlanFile.read(Data(file.utf8))
        #expect(try read.violations(in: planned.situation) == [])
        #expect(read.plan.assignments == planned.plan.assignments)
        #expect(read.plan.unfilled == planned.plan.unfilled)
    }

    @Test(arguments: sizes.prefix(12)) func theSameFirmGivesTheSameBytesOnAnyNumberOfThreads(size: Size) throws {
        func bytes(threads: Int?) throws -> String {
            var options = Options()
            options.threads = threads
            let planned = try makePlan(for: try size.firm(), with: options)
            return PlanFile.json(of: planned.plan, figures: planned.figures, in: planned.situation).text()
        }
        let first = try bytes(threads: nil)
        #expect(try bytes(threads: nil) == first)
        #expect(try bytes(threads: 1) == first)
        #expect(try bytes(threads: 3) == first)
    }

    @Test(arguments: sizes.prefix(max(24, sizes.count / 2))) func moreIsNeverWorse(size: Size) throws {
        let firm = try size.firm()
        let value = try Self.staffing(firm)
        let slack = 1 + value / 1_000_000

        var larger = firm
        // A second pair of everybody's first hands, there throughout, so that no line is cut anew.
        let twin = firm.people[0]
        larger.people.append(
            Person(
                id: "twin", name: "Twin", role: twin.role, office: twin.office, calendar: twin.calendar,
                skills: twin.skills, contract: Dated(always: .share(.whole)), cost: twin.cost, leave: [],
                internalTime: twin.internalTime, target: nil, overtime: nil, knows: twin.knows, wishes: []))
        #expect(try Self.staffing(larger) >= value - slack)

        // Without one of the projects on which nothing is pinned.
        let pinned = Set(firm.bookings.filter { $0.firmness == .pinned }.map(\.line.project))
        guard let dropped = firm.projects.lastIndex(where: { !pinned.contains($0.id) }) else { return }
        var smaller = firm
        let id = smaller.projects.remove(at: dropped).id
        smaller.bookings.removeAll { $0.line.project == id }
        for index in smaller.people.indices { smaller.people[index].wishes.removeAll { $0 == id } }
        #expect(try Self.staffing(smaller) <= value + slack)

        var dearer = firm
        for index in dearer.people.indices { dearer.people[index].internalTime = .share(Share(percent: 40)) }
        #expect(try Self.staffing(dearer) <= value + slack)
    }

    /// The best that the staffing stage can be worth, in minor units.
    private static func staffing(_ firm: Firm) throws -> Int {
        try makePlan(for: firm).plan.certificate.stages[0].bound.minorUnits
    }
}
