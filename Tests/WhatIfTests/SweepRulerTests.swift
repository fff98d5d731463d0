// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WhatIf

/// Worth is compared over a grid only where the same prices, chances and amounts of work measure it everywhere.
@Suite struct SweepRulerTests {
    private func hasOneRuler(_ varied: String...) throws -> Bool {
        try SweepInput(of: Sweep(of: twoProposals(), draws: nil), varied: varied, version: "muster 0").hasOneRuler
    }

    @Test(arguments: [
        "projects.sure.start=0w..6w", "policy.overtime.up to=0%,10%", "policy.overtime.up to = 0% .. 10%",
        "policy.internal=0%,10%", "people.ana.contract=80%,100%", "people.ana.skills={ swift: 3 },{ swift: 5 }",
        "subcontractors.free.hours=8h/week,16h/week", "projects.sure.needs.app.skills={ swift: 2 },{ swift: 3 }",
        "projects.sure.phases.build.start=2026-01-05,2026-01-12",
    ])
    func decisionsLeaveTheRulerAsItIs(_ varied: String) throws {
        #expect(try hasOneRuler(varied))
    }

    @Test(arguments: [
        "policy.unmet.high=100/h..300/h/100/h", "policy.unmet={ high: 1/h }", "policy.fit.stay=0/h,8/h",
        "policy.cost=full,marginal", "policy.tentative=weighted,full", "policy.hand-over=0h,8h",
        "policy.overtime.at=125%,150%", "policy.overtime={ up to: 10%, at: 125% },none",
        "projects.sure.stage=proposed 20%,proposed 80%", "projects.sure.stage =won,lost",
        "projects.sure.priority=low,high", "projects.sure.needs.app.hours=30h/week,50h/week",
        "projects.sure.needs.app.rate=100/h,120/h", "projects.sure.rates.engineer=100/h,120/h",
        "projects.sure.needs.app={ hours: 1h/week },{ hours: 2h/week }", "people.ana.cost=50/h,60/h",
        "subcontractors.free.cost=90/h,95/h", "rates.engineer=100/h,120/h", "horizon=2026-01-05 .. 2026-01-11",
    ])
    func measuresDoNot(_ varied: String) throws {
        #expect(try !hasOneRuler(varied))
        #expect(try !hasOneRuler("projects.base.start=0w..1w", varied))
    }
}
