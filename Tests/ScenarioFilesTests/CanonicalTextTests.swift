// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Foundation
import Testing

@Suite("The canonical form")
struct CanonicalTextTests {
    func canonical(_ text: String) throws(Problems) -> String {
        try ScenarioFormat.canonicalText(of: text, named: "studio.yaml")
    }

    @Test func sample() throws {
        print(try canonical(studio))
        try ScenarioFormat.jsonSchema().write(toFile: "/tmp/schema.json", atomically: true, encoding: .utf8)
        print(problems(head + """
        people:
          ana: { cost: 62, skils: {swift: 9} }
          bo: { cost: 7,5/h, leave: [2026-02-30], contract: [80% from 2026-03-01, 100% from 2026-02-01] }
          ana: { cost: 3/h }
        bookings:
          - anna on apollo.x, 3h/week, 2026-01-01
        """).map(\.description).joined(separator: "\n\n"))
    }
}
