// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("People")
struct PeopleTests {
    @Test func haveAllTheirKeys() throws {
        let ana = try firm(studio).people[0]
        #expect(ana.name == "Ana Duarte")
        #expect(ana.role == "engineer")
        #expect(ana.office == "lisbon")
        #expect(ana.calendar == nil)
        #expect(ana.skills == [SkillLevel("swift", 4), SkillLevel("sql", 3)])
        #expect(ana.contract.pieces.map(\.value) == [.share(Share(percent: 80)), .share(.whole)])
        #expect(ana.cost.value(on: day("2026-04-01"))?.perHour.minorUnits == 6450)
        #expect(ana.leave.count == 2)
        #expect(ana.knows == ["northwind"])
        #expect(ana.wishes == ["apollo"])
        #expect(ana.internalTime == nil && ana.target == nil && ana.overtime == nil)
    }

    @Test func canDifferFromThePolicy() throws {
        let rui = try firm(studio).people[1]
        #expect(rui.calendar == "porto")
        #expect(rui.internalTime == .perWeek(Hours(4)))
        #expect(rui.target == Share(percent: 75))
        #expect(rui.overtime == Overtime(limit: .zero, pay: .whole))
    }

    @Test func needOnlyACost() throws {
        let person = try firm(head + "people:\n  ana: { cost: 62/h }\n").people[0]
        #expect(person.name == "ana")
        #expect(person.contract == Dated(always: .share(.whole)))
        #expect(person.skills.isEmpty && person.leave.isEmpty)
    }

    @Test(arguments: ["0", "6", "4.5", "-1", "expert", "44"])
    func levelsAreFromOneToFive(_ level: String) {
        let found = problems(head + "people:\n  ana: { cost: 62/h, skills: { swift: \(level) } }\n")
        #expect(found.map(\.id) == [.impossibleLevel])
    }

    @Test func mustHaveACostWhileEmployed() throws {
        func found(_ person: String) -> [String] { problems(head + "people:\n  ana: { \(person) }\n").map(\.what) }
        #expect(found("cost: 62/h to 2026-03-31") == ["`ana` has a contract on 2026-04-01, but no cost"])
        #expect(found("cost: 62/h to 2026-03-31, contract: 100% to 2026-03-31") == [])
        #expect(found("cost: 62/h from 2026-01-05") == [])
        #expect(
            found("cost: [62/h to 2026-01-31, 66/h from 2026-03-01]")
                == ["`ana` has a contract on 2026-02-01, but no cost"])
    }

    @Test func areReadToTheEndEachTime() {
        let text = """
            people:
              ana: { skils: { swift: 4 }, leave: [2026-02-30], office: lisbon }
            """
        #expect(
            problems(head + text).map(\.id) == [.missingKey, .unknownKey, .notADate, .unknownOffice])
    }
}
