// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Matching
import Planning
import Staffing
import Testing

/// A plan found from another firm's plan is as good as one found from nothing.
@Suite struct WarmStartTests {
    /// Changes of which a firm may see any number, in any order.
    static let changes: [(name: String, apply: @Sendable (inout Firm, Int) -> Void)] = [
        (
            "leaves",
            { firm, k in
                let last = firm.horizon.days.first + 7 * (1 + k % 3)
                firm.people[k % firm.people.count].contract = Dated(pieces: [
                    .init(.share(.whole), first: nil, last: last)
                ])
            }
        ),
        (
            "joins",
            { firm, k in
                let like = firm.people[k % firm.people.count]
                firm.people.append(
                    Person(
                        id: Identifier("new\(firm.people.count)"), name: "New", role: like.role, office: like.office,
                        calendar: like.calendar, skills: like.skills,
                        contract: Dated(pieces: [.init(.share(.whole), first: firm.horizon.days.first + 10, last: nil)]
                        ),
                        cost: like.cost, leave: [], internalTime: nil, target: nil, overtime: nil, knows: [], wishes: []
                    ))
            }
        ),
        ("is dropped", { firm, k in firm.people.remove(at: k % firm.people.count) }),
        (
            "grows",
            { firm, k in
                let project = k % firm.projects.count
                for line in firm.projects[project].lines.indices {
                    if case .perWeek(let hours) = firm.projects[project].lines[line].amount {
                        firm.projects[project].lines[line].amount = .perWeek(Hours(seconds: hours.seconds * 6 / 5))
                    }
                }
            }
        ),
        (
            "moves",
            { firm, k in
                let project = k % firm.projects.count
                for line in firm.projects[project].lines.indices {
                    let days = firm.projects[project].days(of: firm.projects[project].lines[line], within: firm.horizon)
                    firm.projects[project].lines[line].days = DayRange(days.first + 14, days.last + 14)
                }
            }
        ),
        ("is lost", { firm, k in firm.projects[k % firm.projects.count].stage = .lost }),
        ("is won", { firm, k in firm.projects[k % firm.projects.count].stage = .won }),
        (
            "costs more",
            { firm, k in
                let person = k % firm.people.count
                firm.people[person].cost = Dated(
                    pieces: firm.people[person].cost.pieces.map {
                        .init($0.value.times(Share(percent: 125)), first: $0.first, last: $0.last)
                    })
            }
        ),
    ]

    @Test(arguments: PlanningPropertiesTests.sizes) func theOptimumIsThatFromNothing(
        size: PlanningPropertiesTests.Size
    ) throws {
        let base = try makePlan(for: size.firm())
        let seed = Int(size.seed)
        for (index, change) in Self.changes.enumerated() {
            var firm = base.situation.firm
            change.apply(&firm, seed + index)
            if index % 2 == 1 { Self.changes[(seed + index) % Self.changes.count].apply(&firm, seed) }
            let cold = try makePlan(for: firm).plan.certificate
            let warm = try makePlan(for: firm, from: base).plan.certificate
            // The bound of the staffing stage is the optimum of its linear program.
            let (one, other) = (cold.stages[0].bound.minorUnits, warm.stages[0].bound.minorUnits)
            #expect(abs(one - other) <= 2 + abs(one) / 1_000_000, "\(change.name)")
            #expect(warm.status == .optimal)
        }
    }
}
