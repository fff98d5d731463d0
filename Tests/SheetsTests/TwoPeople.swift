// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms

/// Ana has 40 h in week 2 and 32 h in week 3, for she is away on its Friday; Ben has 20 h in each. Apollo asks for 40 h
/// of Ana's work, so 8 h of week 3 stay unfilled; Zephyr, at 50 %, for 10 h of Ben's.
///
///     revenue   Apollo 72 h x 100 = 7,200    Zephyr 20 h x 80 = 1,600, weighted 800
///     cost             72 h x 50  = 3,600           20 h x 40 =   800, weighted 400
func twoPeople() throws -> PlannedFirm {
    try makePlan(
        for: firm(
            """
            offices:
              lisbon: { name: Lisbon }
            people:
              ana: { name: Ana Duarte, role: engineer, office: lisbon, skills: { swift: 3 }, cost: 50/h, leave: [2026-01-16] }
              ben: { name: "=Ben", role: designer, skills: { ux: 3 }, contract: 50%, cost: 40/h }
            clients:
              atlas: { name: "Atlas; Lda, \\\\ & Filhos" }
            projects:
              apollo:
                name: Apollo
                client: atlas
                needs:
                  app: { skills: { swift: 3 }, hours: 40h/week, rate: 100/h }
              zephyr:
                name: Zephyr
                stage: proposed 50%
                needs:
                  look: { name: The look, skills: { ux: 3 }, hours: 10h/week, rate: 80/h }
            """))
}
