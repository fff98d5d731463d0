// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Foundation
import Matching
import Planning
import Staffing
import Testing
import Verification

/// What must hold of any price of a decision, on made-up firms.
@Suite struct PriceProperties {
    /// A hundredth of what MUSTER_FIRMS asks for.
    static let seeds: [UInt64] = Array(
        1...(ProcessInfo.processInfo.environment["MUSTER_FIRMS"].flatMap { UInt64($0) } ?? 600) / 100)

    static func firm(_ seed: UInt64) throws -> Firm {
        try generated(people: [4, 6, 8][Int(seed) % 3], weeks: [6, 9, 13][Int(seed) % 3], seed: seed)
    }

    /// Somebody on each of a few lines, by position.
    private static func matches(in base: PlannedFirm) -> [(person: Int, line: Int)] {
        base.situation.candidates.enumerated().flatMap { line, candidates in
            candidates.enumerated().filter { ($0.offset + line) % 3 == 0 }.map { ($0.element.person, line) }
        }
    }

    /// Found from the base's basis or cold, the best plan with somebody on a line is worth the same; it keeps what was
    /// laid down, proves how good it is, and is no better than the plan that was free to choose, but for what cover
    /// makes of it afterwards.
    @Test(arguments: seeds) func aPriceIsTheDifferenceOfTwoPlansSolvedCold(seed: UInt64) throws {
        let base = try makePlan(for: try Self.firm(seed))
        var tried = 0
        for (person, line) in Self.matches(in: base).prefix(12) {
            guard let forced = base.situation.reservation(person: person, line: line) else { continue }
            tried += 1
            let situation = base.situation.stipulating([forced.stipulation])
            let warm = try makePlan(in: situation, from: base)
            let cold = try makePlan(in: situation)
            let name = "\(forced.person) on \(forced.line)"
            #expect(abs(warm.staffing - cold.staffing) <= rounding(base), "\(name)")
            #expect(cold.plan.certificate.status == .optimal, "\(name), gap \(cold.plan.certificate.gap)")
            #expect(cold.staffing <= base.staffing + rounding(base), "\(name)")
            let given = warm.hours(forced.person, forced.line.description)
            #expect(given >= forced.hours.inHours - 0.02, "\(name)")

            let answer = try whyNot(person: person, line: line, in: base)
            guard case .price(_, let consequence) = answer.answer else {
                Issue.record("no price for \(name)")
                continue
            }
            let coldPrice = base.figures.worth.minorUnits - cold.figures.worth.minorUnits
            let covers = abs(warm.cover - cold.cover)
            #expect(abs(consequence.price.minorUnits - coldPrice) <= covers + rounding(base), "\(name)")
            #expect(consequence.price.minorUnits >= base.cover - warm.cover - rounding(base), "\(name)")
        }
        #expect(tried > 0)
    }

    /// Worth and the solver's own objective differ by the same for all plans of a firm.
    @Test(arguments: seeds) func worthMovesWithTheObjective(seed: UInt64) throws {
        let base = try makePlan(for: try Self.firm(seed))
        for assignment in base.plan.assignments.filter({ $0.kind != .pinned }).prefix(4) {
            let other = try base.replanned(stipulating: [
                .keepOff(person: base.person(assignment.person), line: base.line(assignment.line.description))
            ])
            let objective = other.staffing + other.cover - base.staffing - base.cover
            let worth = other.figures.worth.minorUnits - base.figures.worth.minorUnits
            #expect(abs(objective - worth) <= rounding(base), "\(assignment.person) off \(assignment.line)")
            #expect(other.staffing <= base.staffing + rounding(base))
        }
    }
}
