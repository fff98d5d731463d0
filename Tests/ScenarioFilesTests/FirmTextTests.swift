// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Staffing
import Testing

@Suite("A firm as a file")
struct FirmTextTests {
    @Test func isReadAsTheSameFirm() throws {
        let firm = try firm(studio)
        let text = ScenarioFormat.text(of: firm)
        #expect(try scenario(text).firm == firm)
        #expect(try ScenarioFormat.canonicalText(of: text, named: "studio.yaml") == text)
    }

    @Test func leavesOutWhatGoesWithoutSaying() throws {
        let text =
            head + """

                people:
                  ana:
                    name: Ana Duarte
                    contract: [80%, 100% from 2026-04-01]
                    cost: 62.50/h
                  no:
                    contract: 8 8 8 8 8 0 0 / 8 8 8 8 0 0 0 from 2026-01-05
                    cost: 0/h

                """
        #expect(
            ScenarioFormat.text(of: try firm(text))
                == text.replacing(
                    "[80%, 100% from 2026-04-01]", with: "[80% to 2026-03-31, 100% from 2026-04-01]"))
    }

    @Test(arguments: ["JPY", "EUR", "KWD"]) func keepsPricesInEveryCurrency(_ currency: String) throws {
        let text =
            head.replacing("EUR", with: currency) + "people: { ana: { cost: 62/h } }\n"
            + "policy: { unmet: { critical: 401/h }, fit: { stay: 0/h } }\nprojects: { a: { budget: 1200000 } }\n"
        let firm = try firm(text)
        #expect(try scenario(ScenarioFormat.text(of: firm)).firm == firm)
    }

    /// Of each folder of examples, every file that is a scenario of its own.
    @Test func isReadAsTheSameFirmForEveryExample() throws {
        let home = URL(filePath: guide("../Scenarios")).standardized
        var count = 0
        for folder in try FileManager.default.contentsOfDirectory(atPath: home.path).sorted() {
            for file in try FileManager.default.contentsOfDirectory(atPath: home.appending(path: folder).path).sorted()
            {
                guard let read = try? Scenario.read(at: home.appending(path: "\(folder)/\(file)").path) else {
                    continue
                }
                #expect(try scenario(ScenarioFormat.text(of: read.firm)).firm == read.firm, "\(folder)/\(file)")
                count += 1
            }
        }
        #expect(count >= 8)
    }
}
