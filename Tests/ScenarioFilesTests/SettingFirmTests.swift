// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("A firm with a value at a path")
struct SettingFirmTests {
    private func set(_ value: String, _ path: String) throws -> Firm {
        try firm(studio).setting(value, at: path, named: "--vary")
    }

    @Test func isReadLikeAnyFile() throws {
        #expect(
            try set("12 .. 20h/week", "projects.apollo.needs.backend.hours").projects[0].lines[0].amount
                == .perWeek(Hours(16)))
        #expect(try set("won", "projects.apollo.stage").projects[0].stage == .won)
        let before = try firm(studio)
        var after = try set("2 weeks", "policy.long absence")
        #expect(after.policy.longAbsenceWeeks == 2)
        after.policy.longAbsenceWeeks = before.policy.longAbsenceWeeks
        #expect(after == before)
    }

    @Test(arguments: [
        (
            "5", "policy.target",
            """
            --vary:1:16: wrong-unit: `5` is not a share
                policy.target: 5
                               ^
              Write the number with its unit, as in `80%`.
            """
        ),
        (
            "5%", "policy.tarhet",
            """
            --vary:1:8: unknown-key: the policy has no key `tarhet`
                policy.tarhet: 5%
                       ^
              Did you mean `target`? The keys are: tentative, cost, overtime, unmet, fit, hand-over, long absence, internal, \
            target, alerts, bookable, goals.
            """
        ),
    ])
    func saysWhatIsWrong(_ value: String, _ path: String, _ message: String) {
        let problems = #expect(throws: Problems.self) { try set(value, path) }
        #expect(problems?.description == message)
    }

    @Test(arguments: ["", "- a", "{", "a: b: c", "#"])
    func whatIsNoPathIsRefused(_ path: String) {
        #expect(throws: Problems.self) { try set("5%", path) }
    }
}
