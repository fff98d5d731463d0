// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Tables")
struct TableTests {
    private func people(_ table: String) throws -> [Person] {
        try firm(head + "include: [people.csv]\n", and: ["people.csv": table]).people
    }

    private func found(_ table: String, _ more: String = "") -> [String] {
        problems(head + "include: [table.csv]\n" + more, and: ["table.csv": table]).map {
            "\($0.place.line):\($0.place.column) \($0.id.rawValue)"
        }
    }

    private let apollo = "projects: { apollo: { phases: { build: { start: 2026-01-12, length: 3 weeks } } } }\n"

    @Test func ofPeopleHaveAllTheirColumns() throws {
        let table = """
            person,name,role,office,calendar,skills,contract,cost,leave
            ana,"Duarte, Ana",engineer,,,swift 4; sql 3,80%; 100% from 2026-04-01,62/h,2026-02-16 .. 2026-02-20; 2026-03-05 2h

            rui,"The ""one"" ",,,,,,48/h,
            """
        let people = try people(table)
        #expect(people.map(\.name) == ["Duarte, Ana", "The \"one\""])
        #expect(people[0].skills == [SkillLevel("swift", 4), SkillLevel("sql", 3)])
        #expect(people[0].contract.pieces.count == 2)
        #expect(people[0].leave.count == 2)
        #expect(people[1].contract == Dated(always: .share(.whole)))
    }

    @Test func ofPeopleHaveWhatDiffersFromThePolicy() throws {
        let table = """
            person,cost,internal,target,overtime,knows,wishes
            ana,62/h,10%,75%,10% at 150%,northwind; fjord,apollo
            rui,48/h,4h/week,,none,,
            """
        let text = head + "include: [people.csv]\nclients: { northwind: {}, fjord: {} }\n" + apollo
        let people = try firm(text, and: ["people.csv": table]).people
        #expect(people.map(\.internalTime) == [.share(Share(percent: 10)), .perWeek(Hours(4))])
        #expect(people.map(\.target) == [Share(percent: 75), nil])
        #expect(
            people.map(\.overtime) == [
                Overtime(limit: Share(percent: 10), pay: Share(percent: 150)), Overtime(limit: .zero, pay: .whole),
            ])
        #expect(people.map(\.knows) == [["northwind", "fjord"], []])
        #expect(people.map(\.wishes) == [["apollo"], []])
    }

    @Test func ofPeopleTellBadOvertime() {
        let table =
            "person,cost,overtime,knows,wishes\nana,1/h,10%,north,\neva,1/h,10% at 1.5,,apolo\nrui,1/h,10 at 150%,,\n"
        let found = problems(
            head + "include: [people.csv]\nclients: { fjord: {} }\n" + apollo, and: ["people.csv": table])
        #expect(
            found.map { "\($0.place.line):\($0.place.column) \($0.what)" } == [
                "2:9 `10%` does not read as overtime or `none`", "2:13 no client is called `north`",
                "3:16 `1.5` is not a share", "3:21 no project is called `apolo`", "4:9 `10` is not a share",
            ])
        #expect(found.first?.advice == "Write it as in `10% at 150%`.")
    }

    @Test(arguments: [
        "\u{FEFF}Person;Cost per hour;Contract percent\r\nana;62.50;80\r\n",
        "person\tcost\tcontract\nana\t62.50/h\t80%",
        "person,cost per hour,contract\nana,62.50/h,80%\n\n",
    ])
    func comeFromAnySpreadsheet(_ table: String) throws {
        let people = try people(table)
        #expect(people.map(\.cost) == [Dated(always: Rate(perHour: Money(minorUnits: 6250)))])
        #expect(people.map(\.contract) == [Dated(always: .share(Share(percent: 80)))])
    }

    @Test func ofNeedsAddToTheirProjects() throws {
        let table = """
            project,need,phase,from,to,skills,prefer,role,office,hours per week,total hours,spread,team,rate,priority
            apollo,backend,build,,,swift 3,sql 2,,,32,,weekly,2,140/h,high
            apollo,audit,,2026-02-02,2026-02-06,,,,,,40,,,none,
            """
        let text = head + "include: [needs.csv]\n" + apollo
        let scenario = try scenario(text, and: ["needs.csv": table])
        let lines = scenario.firm.projects[0].lines
        #expect(lines.map(\.amount) == [.perWeek(Hours(32)), .total(Hours(40))])
        #expect(lines[0].phase == "build" && lines[0].seats == 2 && lines[0].spread == .weekly)
        #expect(lines[1].days == DayRange(day("2026-02-02"), day("2026-02-06")) && !lines[1].billable)
        #expect(scenario.places[.line(LineID("apollo", "audit"))]?.description == "needs.csv:3:8")
    }

    @Test func ofNeedsHaveNamesAndHoursWeekByWeek() throws {
        let table = """
            project,need,name,hours,rate
            apollo,launch,"Launch, all of it",16h; 24h; 24h,none
            apollo,care,,8h/week,none
            """
        let lines = try firm(head + "include: [needs.csv]\n" + apollo, and: ["needs.csv": table]).projects[0].lines
        #expect(lines.map(\.name) == ["Launch, all of it", "care"])
        #expect(lines.map(\.amount) == [.byWeek([16, 24, 24].map { Hours($0) }), .perWeek(Hours(8))])
        #expect(found("project,need,hours,rate\napollo,x,16h; 24,none\n", apollo) == ["2:15 wrong-unit"])
    }

    @Test func ofBookingsSayHowMuchInTheirHeader() throws {
        let table = """
            person,project,need,hours per week,total hours,percent,from,to,firmness
            ana,apollo,backend,24,,,2026-02-02,2026-03-06,pinned
            ana,apollo,backend,,120,,2026-03-09,2026-03-27,
            ana,apollo,backend,,,50%,2026-03-30,2026-04-03,tentative
            """
        let text =
            head + "include: [bookings.csv]\npeople: { ana: { cost: 1/h } }\n"
            + "projects: { apollo: { needs: { backend: { hours: 32h/week, rate: none } } } }\n"
        let bookings = try firm(text, and: ["bookings.csv": table]).bookings
        #expect(bookings.map(\.amount) == [.perWeek(Hours(24)), .total(Hours(120)), .share(Share(percent: 50))])
        #expect(bookings.map(\.firmness) == [.pinned, .confirmed, .tentative])
        #expect(bookings[0].days == DayRange(day("2026-02-02"), day("2026-03-06")))
    }

    @Test func nameTheirUnknownColumns() {
        #expect(found("person,cost,contrat\nana,62/h,80%\n") == ["1:13 unknown-key"])
        #expect(found("person,cost,Cost\nana,62/h,1/h\n") == ["1:13 duplicate-key", "2:10 conflicting-keys"])
    }

    @Test func reportEachBadCellOfEachRow() {
        let table = """
            person,skills,cost,leave
            ana,swift 9; sql,62,2026-02-30
            rui duarte,,1/h,
            ,,1/h,
            eva,swift three,1/h,2026-01-05; 2026-13-01
            """
        #expect(
            found(table) == [
                "2:11 impossible-level", "2:14 impossible-level", "2:18 wrong-unit", "2:21 not-a-date", "3:1 not-an-id",
                "4:1 missing-key", "5:11 impossible-level", "5:33 not-a-date",
            ])
    }

    @Test func nameEachSkillOfACellOnce() {
        let found = problems(
            head + "include: [table.csv]\n", and: ["table.csv": "person,cost,skills\nana,1/h,swift 4; swift 3\n"])
        #expect(
            found.map(\.description) == [
                """
                table.csv:2:18: duplicate-key: `swift` stands here a second time; the first is at table.csv:2:9
                    ana,1/h,swift 4; swift 3
                                     ^
                  Keep one of them, or rename one.
                """
            ])
        #expect(
            self.found("project,need,hours,rate,prefer\napollo,x,1h/week,none,sql 1;sql 1\n", apollo) == [
                "2:29 duplicate-key"
            ])
    }

    @Test func knowTheirProjectsAndDates() {
        #expect(found("project,need,hours\napolo,x,1h/week\n", apollo) == ["2:1 unknown-project"])
        #expect(
            found("project,need,hours,rate,from,to\napollo,x,1h/week,none,2026-01-05,\n", apollo) == ["2:1 missing-key"]
        )
        let reversed = "project,need,hours,rate,from,to\napollo,x,1h/week,none,2026-01-05,2026-01-04\n"
        #expect(found(reversed, apollo) == ["2:34 dates-reversed"])
    }

    /// They stand in no editor's sight, and would colour or move a terminal. Tabs and line feeds may stand in quotes.
    @Test func holdNoControlCharacters() throws {
        #expect(
            found("person,name,cost\nana,A\u{1B}[31m,1/h\neva,\"E\u{85}\",1/h\n") == [
                "2:5 control-character", "3:6 control-character",
            ])
        #expect(found("person,co\u{0}st\n").contains("1:8 control-character"))
        #expect(try people("person,name,cost\nana,\"A\tB\",1/h\n").map(\.name) == ["A\tB"])
    }

    @Test func withoutRowsAreEmpty() throws {
        #expect(try people("person,cost\n").isEmpty)
        #expect(found("") == ["1:1 unknown-table"])
    }
}
