// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Testing

/// A file that others include, read as if it were a scenario.
@Suite struct PartOfScenarioTests {
    @Test func aPartIsToldFromAScenario() {
        let found = problems("muster: 1\npeople: { ana: { cost: 50/h } }\n")
        #expect(found.map(\.id) == [.missingKey])
        #expect(found.first?.what.contains("`scenario`, `horizon` and `currency`") == true)
        #expect(found.first?.advice == "If it is a part of a scenario, name the file that includes it; else add them.")
    }

    @Test func whoeverBeganAScenarioIsToldWhatIsMissing() {
        #expect(problems("muster: 1\nscenario: Small\n").map(\.id) == [.missingKey, .missingKey])
    }
}
