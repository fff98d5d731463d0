// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import LinearProgramming
import ScenarioFiles
import SmallFirms
import Staffing
import Testing
import Verification
import WhatIf

@testable import Generation

@Suite struct AttributionTests {
    private func attributed(_ changes: [any Change], of base: Firm) throws -> (Comparison, Attribution) {
        let result = Contender("what-if", try base.applying(changes))
        var comparison = try compare(Contender("base", base), with: [result], .weighted)
        try comparison.attribute([changes])
        return (comparison, try #require(comparison.variants[0].attribution))
    }

    private func margin(_ totals: Totals) -> Measure.Amount { totals[.margin] }
    private func euros(_ amount: Int) -> Measure.Amount { .money(Money(minorUnits: amount * 100)) }

    private let cy = Hire("cy", like: "ana", cost: Dated(always: Rate(perHour: Money(minorUnits: 8000))))

    /// Margins: as it is 5,600; without Ben 4,000; with Cy at 80, whom nobody needs, 5,600; with Cy in Ben's place 12,000
    /// − 80 × 50 − 40 × 80 = 4,800. Ben's going brings −1,600 or, after Cy has come, −800; Cy brings 0 or 800.
    @Test func eachBringsItsMeanOverBothOrders() throws {
        let (comparison, attribution) = try attributed([DropPerson("ben"), cy], of: try firm(twoForApollo))
        #expect(attribution.method == .fair)
        #expect(attribution.items.map { margin($0.share) } == [euros(-1200), euros(400)])
        #expect(attribution.total == comparison.variants[0].result.totals - comparison.base.totals)
        #expect(
            attribution.items.map(\.sentences) == [
                [DropPerson("ben").sentence(in: comparison.base.firm)], [cy.sentence(in: comparison.base.firm)],
            ])
    }

    /// Cy cannot be trained before he is hired.
    @Test func changesThatNeedEachOtherAreOneItem() throws {
        let changes: [any Change] = [
            DropPerson("ben"), cy, Train("cy", [SkillLevel("swift", 4)]),
        ]
        let (comparison, attribution) = try attributed(changes, of: try firm(twoForApollo))
        #expect(attribution.items.map(\.sentences.count) == [1, 2])
        #expect(attribution.total == comparison.variants[0].result.totals - comparison.base.totals)
    }

    @Test func moreThanFiveAreTakenInOrder() throws {
        let rises = (1...6).map { Raise("ana", .share(Share(percent: 100 + $0))) as any Change }
        let (comparison, attribution) = try attributed(rises, of: try firm(twoForApollo))
        #expect(attribution.method == .inOrder)
        #expect(attribution.items.count == 6)
        #expect(attribution.total == comparison.variants[0].result.totals - comparison.base.totals)
        // 80 hours at 50 become 80 at 50.50.
        #expect(margin(attribution.items[0].share) == euros(-40))
    }

    @Test func oneChangeBringsAll() throws {
        let (comparison, attribution) = try attributed([DropPerson("ben")], of: try firm(twoForApollo))
        #expect(attribution.items.map(\.share) == [comparison.variants[0].result.totals - comparison.base.totals])
    }

    /// On made-up firms with changes drawn from all that such a firm may see.
    @Test(arguments: 0..<8) func addsUpExactly(seed: Int) throws {
        let text = FirmGenerator(people: 6 + seed, weeks: 8, seed: UInt64(300 + seed)).text()
        let firm = try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": text])).firm
        var random = SplitMix64(seed: UInt64(seed))
        var changes: [any Change] = []
        var changed = firm
        while changes.count < 2 + seed % 5 {
            let change = drawn(from: firm, &random)
            do {
                try change.apply(to: &changed)
                changes.append(change)
            } catch {
                continue
            }
        }
        let (comparison, attribution) = try attributed(changes, of: firm)
        #expect(attribution.total == comparison.variants[0].result.totals - comparison.base.totals)
        #expect(try attributed(changes, of: firm).1 == attribution)
    }

    private func drawn(from firm: Firm, _ random: inout SplitMix64) -> any Change {
        let person = firm.people[Int(random.next() % UInt64(firm.people.count))]
        let project = firm.projects[Int(random.next() % UInt64(firm.projects.count))]
        switch random.next() % 6 {
        case 0: return DropPerson(person.id)
        case 1: return Delay(project.id, weeks: 1 + Int(random.next() % 3))
        case 2: return Hire("new", like: person.id)
        case 3: return Train("new", [SkillLevel("swift", 5)])
        case 4: return Lose(project.id)
        default: return Raise(person.id, .share(Share(percent: 107)))
        }
    }
}
