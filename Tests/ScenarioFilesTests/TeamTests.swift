// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

/// Who makes up a team, where it works, and how people can be booked.
@Suite("Teams and the rules of booking")
struct TeamTests {
    private func need(_ text: String) throws -> DemandLine {
        try firm(head + "projects:\n  apollo:\n    needs:\n      app: { hours: 60h/week, rate: none, \(text) }\n")
            .projects[0].lines[0]
    }

    private func found(_ text: String) -> [String] {
        problems(head + "projects:\n  apollo:\n    needs:\n      app: { hours: 60h/week, rate: none, \(text) }\n")
            .map { "\($0.place.line):\($0.place.column) \($0.id.rawValue)" }
    }

    @Test func areSeatsOrFromSoManyToSoMany() throws {
        #expect(try need("spread: steady").team == nil)
        #expect(try need("spread: steady").seats == 1)
        #expect(try need("team: 1").team == .init(1, through: 1))
        #expect(try need("team: 3").team == .init(1, through: 3))
        #expect(try need("team: 3").seats == 3)
        #expect(try need("team: 2 .. 4").team == .init(2, through: 4))
        #expect(try need("team: 2..4").seats == 2)
        #expect(try need("team: 1 .. 3").seats == 1)
        #expect(try need("team: 2, spread: weekly").team == .init(1, through: 2))
        #expect(try need("team: 1, spread: anytime").team == .init(1, through: 1))
    }

    @Test func areMixedByGrade() throws {
        #expect(
            try need("mix: { senior: at least 1 and at most 60%, junior: at most 40%, lead: at least 2 }").mix == [
                .init(grade: "senior", atLeast: 1, atMost: Share(percent: 60)),
                .init(grade: "junior", atMost: Share(percent: 40)), .init(grade: "lead", atLeast: 2),
            ])
    }

    @Test(arguments: [
        ("team: 4 .. 2", "8:54 range-reversed"), ("team: 2 .. 2", "8:54 range-reversed"),
        ("team: 0 .. 2", "8:49 out-of-range"), ("team: 2 .. 1001", "8:54 out-of-range"),
        ("team: 2 .. many", "8:54 not-a-number"), ("team: 1 .. 2 .. 3", "8:54 not-a-number"),
        ("team: 2 .. 4, spread: weekly", "8:43 conflicting-keys"),
        ("team: 1 .. 2, spread: anytime", "8:43 conflicting-keys"),
        ("mix: { senior: at least 1 }, spread: weekly", "8:43 conflicting-keys"),
        ("team: 1, mix: { senior: at least 1, junior: at least 1 }", "8:52 conflicting-keys"),
        ("mix: { senior: 1 }", "8:58 not-a-sentence"), ("mix: { senior: at least one }", "8:67 not-a-number"),
        ("mix: { senior: at least 0 }", "8:67 out-of-range"), ("mix: { senior: at most 40 }", "8:66 wrong-unit"),
        ("mix: { senior: at most 101% }", "8:66 out-of-range"),
        ("mix: { senior: at most 4% and at least 1 }", "8:58 not-a-sentence"),
        ("mix: { senior: at least 1 and at most 0% }", "8:81 out-of-range"),
        ("mix: { senior: at least 1 and more }", "8:58 not-a-sentence"),
        ("mix: { senior: at least 1, senior: at most 4% }", "8:70 duplicate-key"),
        ("mix: [senior]", "8:48 wrong-shape"), ("mix: { 1st: at least 1 }", "8:50 not-an-id"),
    ])
    func otherTeamsAreProblems(_ text: String, _ problem: String) {
        #expect(found(text) == [problem])
    }

    @Test func saysWhatIsWrongWithARange() {
        let text =
            head
            + "projects:\n  apollo:\n    needs:\n      app:\n        hours: 60h/week\n        rate: none\n        team: 4 .. 2\n"
        #expect(
            problems(text).map(\.description) == [
                """
                studio.yaml:11:20: range-reversed: `2` is not more than `4`
                            team: 4 .. 2
                                       ^
                  Begin with the least and end with the most, as in `2 .. 4`; write one number for as many equal seats.
                """
            ])
    }

    private let people = """
        people:
          ana: { cost: 62/h, grade: senior, travels: no }
          ben: { cost: 48/h, grade: junior, mentors: [ana, cleo] }
          cleo: { cost: 48/h, travels: yes }

        """

    @Test func peopleHaveGradesMentorsAndAWillToTravel() throws {
        let people = try firm(head + people).people
        #expect(people.map(\.grade) == ["senior", "junior", nil])
        #expect(people.map(\.mentors) == [[], ["ana", "cleo"], []])
        #expect(people.map(\.travels) == [false, true, true])
    }

    @Test func projectsHaveASite() throws {
        let text = head + "offices: { berlin: {} }\nprojects: { apollo: { site: berlin }, vega: {} }\n"
        #expect(try firm(text).projects.map(\.site) == ["berlin", nil])
        #expect(problems(text.replacing("site: berlin", with: "site: bonn")).map(\.id) == [.unknownOffice])
    }

    @Test func peopleWorkTogetherInListsOfAnyFile() throws {
        let more = "together:\n  - [ana, ben]\n"
        #expect(try firm(head + people + more).together == [["ana", "ben"]])
        let others = [
            "more.yaml": "muster: 1\npeople: { dan: { cost: 1/h }, eva: { cost: 1/h } }\ntogether: [[eva, dan]]\n"
        ]
        #expect(
            try firm(head + "include: [more.yaml]\n" + people + more, and: others).together
                == [["ana", "ben"], ["eva", "dan"]])
    }

    @Test(arguments: [
        ("people: { ana: { cost: 1/h, travels: maybe } }", "unknown-word"),
        ("people: { ana: { cost: 1/h, mentors: [ben] } }", "unknown-person"),
        ("people: { ana: { cost: 1/h, mentors: [ana] } }", "cyclic-mentors"),
        ("people: { ana: { cost: 1/h, mentors: [ben] }, ben: { cost: 1/h, mentors: [ana] } }", "cyclic-mentors"),
        ("people: { ana: { cost: 1/h } }\ntogether: [[ana, ben]]", "unknown-person"),
        ("people: { ana: { cost: 1/h } }\ntogether: [[ana]]", "together-alone"),
        ("people: { ana: { cost: 1/h } }\ntogether: [[]]", "together-alone"),
        ("people: { ana: { cost: 1/h } }\ntogether: [ana]", "wrong-shape"),
        ("people: { ana: { cost: 1/h }, ben: { cost: 1/h } }\ntogether: [[ana, ben, ana]]", "together-twice"),
        (
            "people: { ana: { cost: 1/h }, ben: { cost: 1/h } }\ntogether: [[ana, ben], [ben, ana]]",
            "together-twice together-twice"
        ),
    ])
    func whoCannotWorkTogetherIsAProblem(_ text: String, _ found: String) {
        #expect(problems(head + text + "\n").map(\.id.rawValue).joined(separator: " ") == found)
    }

    /// Ben can do without Ana, where Cleo is.
    @Test func aCircleOfMentorsWithAWayOutIsFine() {
        #expect(problems(head + people.replacing("ana: { cost: 62/h", with: "ana: { cost: 62/h, mentors: [ben]")) == [])
    }

    @Test func aCircleIsToldOnceFromWhoIsFirst() {
        let text =
            head + """
                people:
                  dan: { cost: 1/h, mentors: [ana] }
                  ana: { cost: 1/h, mentors: [ben] }
                  ben: { cost: 1/h, mentors: [cleo] }
                  cleo: { cost: 1/h, mentors: [ana] }

                """
        #expect(
            problems(text).map(\.description) == [
                """
                studio.yaml:7:3: cyclic-mentors: each works only where the next one does, in a circle: ana → ben → cleo → ana
                      ana: { cost: 1/h, mentors: [ben] }
                      ^
                  Say that they work together: `together: [[ana, ben, cleo]]`, without these `mentors`.
                """
            ])
    }

    @Test func aGradeThatNobodyHasIsNoted() throws {
        let need =
            "projects:\n  apollo:\n    needs:\n      app: { hours: 1h/week, rate: none, mix: { senoir: at least 1 } }\n"
        #expect(
            try scenario(head + people + need).notes.map(\.description) == [
                """
                studio.yaml:12:7: grade-of-nobody: the need asks for somebody of the grade `senoir`, which nobody has
                          app: { hours: 1h/week, rate: none, mix: { senoir: at least 1 } }
                          ^
                  Did you mean `senior`? The firm has: senior, junior.
                """
            ])
        #expect(try scenario(head + people + need.replacing("at least 1", with: "at most 1%")).notes == [])
    }

    @Test func policiesSayHowPeopleCanBeBooked() throws {
        func rules(_ text: String) throws -> BookingRules {
            try firm(head + "policy: { bookable: { \(text) } }\n").policy.bookable
        }
        #expect(try firm(head).policy.bookable == BookingRules())
        #expect(
            try rules("smallest: 20%, slice: 2.5h, at once: 4, step: 4h, sites: 0")
                == BookingRules(
                    smallest: .share(Share(percent: 20)), slice: Hours(seconds: 9000), atOnce: 4, step: Hours(4),
                    sites: 0))
        #expect(try rules("smallest: 6h/week") == BookingRules(smallest: .hours(Hours(6))))
        #expect(
            try firm(head + "policy: { fit: { travel: 7/h } }\n").policy.fit.travel
                == Rate(perHour: Money(minorUnits: 700)))
    }

    @Test(arguments: [
        ("smallest: 8h", "wrong-unit"), ("smallest: 101%", "out-of-range"), ("slice: 2", "wrong-unit"),
        ("at once: 0", "out-of-range"), ("at once: 4 needs", "not-a-number"), ("step: 0h", "out-of-range"),
        ("step: 4h/week", "wrong-unit"), ("sites: -1", "out-of-range"), ("atonce: 4", "unknown-key"),
    ])
    func otherRulesAreProblems(_ text: String, _ problem: String) {
        #expect(problems(head + "policy: { bookable: { \(text) } }\n").map(\.id.rawValue) == [problem])
    }

    private let all =
        head
            + """

            offices:
              berlin: {}

            people:
              ana: { grade: senior, office: berlin, travels: no, cost: 62/h }
              ben: { cost: 48/h, mentors: [ana] }

            projects:
              apollo:
                site: berlin
                needs:
                  app: { hours: 60h/week, team: 2 .. 4, mix: { senior: at least 1 and at most 60%, junior: at most 100% }, rate: none }
                web: { hours: 60h/week, team: 2, rate: none }
                one: { hours: 60h/week, team: 1, rate: none }
                few: { hours: 60h/week, team: 1 .. 3, rate: none }

            together:
              - [ana, ben]

            policy:
              fit: { travel: 15/h }
              bookable: { smallest: 20%, slice: 1.5h, at once: 4, step: 4h, sites: 1 }

            """.replacing("    web", with: "      web").replacing("    one", with: "      one")
        .replacing("    few", with: "      few")

    @Test func areWrittenAsTheyAreRead() throws {
        let firm = try firm(all)
        let text = ScenarioFormat.text(of: firm)
        #expect(try scenario(text).firm == firm)
        let needs = """
                  app:
                    hours: 60h/week
                    team: 2 .. 4
                    mix: { senior: at least 1 and at most 60%, junior: at most 100% }
                    rate: none
                  web: { hours: 60h/week, team: 2, rate: none }
                  one: { hours: 60h/week, team: 1, rate: none }
                  few: { hours: 60h/week, team: 1 .. 3, rate: none }
            """
        #expect(text.contains(needs), "\(text)")
        for line in [
            "together:\n  - [ana, ben]\n",
            "  bookable: { smallest: 20%, slice: 1.5h, at once: 4, step: 4h, sites: 1 }\n",
        ] {
            #expect(text.contains(line), "\(text)")
        }
    }

    @Test(arguments: [
        ("travels: no, ", "", "The willingness to travel of ana is yes, was no"),
        ("grade: senior, ", "", "The grade of ana is none, was senior"),
        (", mentors: [ana]", "", "Gone from the mentors of ben: ana"),
        ("    site: berlin\n", "", "The site of apollo is nowhere in particular, was berlin"),
        ("team: 2 .. 4", "team: 3", "The team size of app of apollo is 3, was 2 .. 4"),
        (
            "junior: at most 100%", "junior: at most 30%",
            "The quota of junior of app of apollo is at most 30%, was at most 100%"
        ),
        ("together:\n  - [ana, ben]\n", "", "No longer together: ana, ben"),
        ("at once: 4, ", "", "The rule of booking “at once” of the policy is any number, was 4"),
        ("travel: 15/h", "travel: 12/h", "The price of fit for “travel” of the policy is 12/h, was 15/h"),
    ])
    func differencesAreTold(_ old: String, _ new: String, _ sentence: String) throws {
        try #require(all.contains(old))
        let found = try firm(all.replacing(old, with: new)).differences(from: firm(all))
        #expect(found.map(\.sentence) == [sentence])
    }

    @Test func canBeSetByTheirPaths() throws {
        let base = try firm(all)
        func set(_ value: String, _ path: String) throws -> Firm { try base.setting(value, at: path, named: "--vary") }
        #expect(try set("2", "policy.bookable.at once").policy.bookable.atOnce == 2)
        #expect(try set("", "policy.bookable.at once").policy.bookable.atOnce == nil)
        #expect(try set("no", "people.ben.travels").people[1].travels == false)
        #expect(try set("at least 2", "projects.apollo.needs.app.mix.senior").projects[0].lines[0].mix[0].atLeast == 2)
        #expect(try set("[]", "together").together == [])
        #expect(throws: Problems.self) { try set("[[ana, ana]]", "together") }
        #expect(throws: Problems.self) { try set("5", "projects.apollo.needs.app.mix.senior") }
    }

    @Test func standInTables() throws {
        let files = [
            "people.csv":
                "person,grade,travels,cost,mentors\nana,senior,no,62/h,\nben,junior,,48/h,ana; cleo\ncleo,,yes,1/h,\n",
            "needs.csv":
                "project,need,hours,team,mix,rate\napollo,app,60h/week,2 .. 4,senior at least 1; junior at most 40%,none\n",
        ]
        let read = try firm(head + "include: [people.csv, needs.csv]\nprojects: { apollo: {} }\n", and: files)
        #expect(read.people.map(\.travels) == [false, true, true])
        #expect(read.people.map(\.mentors) == [[], ["ana", "cleo"], []])
        #expect(read.projects[0].lines[0].team == .init(2, through: 4))
        #expect(
            read.projects[0].lines[0].mix == [
                .init(grade: "senior", atLeast: 1), .init(grade: "junior", atMost: Share(percent: 40)),
            ])
    }
}
