// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Problems")
struct ProblemsTests {
    @Test func areInTheOrderOfTheLines() {
        let text = """
            bookings:
              - ana on apollo.backend, 50%
            people:
              ana: { cost: 62 }
              rui: {}
            """
        #expect(problems(head + text).map(\.place.line) == [6, 8, 9])
    }

    @Test func areCountedPastAHundred() {
        let text = head + "people:\n" + (1...250).map { "  p\($0): {}\n" }.joined()
        do {
            _ = try scenario(text)
            Issue.record("read")
        } catch {
            #expect(error.all.count == 250)
            #expect(error.description.hasSuffix("\n\nand 150 more"))
            #expect(error.description.ranges(of: "missing-key").count == 100)
        }
    }

    @Test func suggestTheNearestName() {
        func advice(_ key: String) -> String {
            let found = problems(head + "people:\n  ana: { cost: 1/h, \(key): x }\n")
            return found.first.map { String($0.advice.prefix { $0 != "?" }) } ?? ""
        }
        #expect(advice("skils") == "Did you mean `skills`")
        #expect(advice("Skills") == "Did you mean `skills`")
        #expect(advice("laeve") == "Did you mean `leave`")
        #expect(advice("salary").hasPrefix("The keys are: name, role,"))
    }

    @Test func cannotSteerATerminal() {
        let found = problems(head + "people:\n  ana: { cost: \"\\e[31m62\" }\n")
        #expect(found.count == 1)
        #expect(!found[0].description.contains("\u{1B}"))
    }

    @Test func showTheirPartOfALongLine() {
        let skills = (1...60).map { "skill\($0): 3" }.joined(separator: ", ")
        let found = problems(head + "people:\n  ana: { cost: 1/h, skills: { \(skills), last: 9 } }\n")
        let lines = found[0].description.split(separator: "\n")
        #expect(lines[1].count <= 124)
        let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].lastIndex(of: "^") ?? lines[2].startIndex)
        #expect(lines[1].dropFirst(caret).first == "9")
    }

    @Test func ofDuplicateKeysAreAllFound() {
        let text = """
            people:
              ana: { cost: 1/h, skills: { swift: 3, "swift": 4, sql: 2, swift: 5 } }
              rui: { cost: 1/h, role: a, skills: { swift: 1 }, role: b }
              'ana': { cost: 62 }
            people: {}
            """
        let found = problems(head + text)
        #expect(found.map { "\($0.place.line):\($0.place.column)" } == ["6:41", "6:61", "7:52", "8:3", "9:1"])
        #expect(found.allSatisfy { $0.id == .duplicateKey })
    }

    @Test func theSameKeyInDifferentMappingsIsNone() throws {
        let text = """
            people:
              ana:
                cost: 1/h
              rui:
                cost: 1/h
            projects:
              ana:
                needs:
                  rui: { hours: 1h/week, rate: none }
              rui:
                needs:
                  rui: { hours: 1h/week, rate: none }
            bookings:
            - ana on ana.rui, 50%, 2026-02-02
            - ana on rui.rui, 50%, 2026-02-02
            """
        _ = try scenario(head + text)
    }
}
