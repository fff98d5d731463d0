// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("A whole scenario")
struct ReadingTests {
    @Test func isReadIntoAFirm() throws {
        let firm = try firm(studio)
        #expect(firm.name == "Studio, spring 2026")
        #expect(firm.people.map(\.id) == ["ana", "rui"])
        #expect(firm.projects.first?.stage == .proposed(Share(percent: 60)))
        #expect(firm.bookings.count == 2)
    }
}
