// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Staffing
import Testing

@Suite("Bookings and exclusions")
struct BookingTests {
    private let apollo =
        head + """
            clients: { northwind: { name: Northwind } }
            people:
              ana: { cost: 62/h }
            projects:
              apollo:
                needs:
                  backend: { hours: 32h/week, rate: 140/h }

            """

    private func booking(_ sentence: String) throws -> Booking {
        try firm(apollo + "bookings:\n  - \(sentence)\n").bookings[0]
    }

    private func exclusion(_ sentence: String) throws -> Exclusion {
        try firm(apollo + "exclusions:\n  - \(sentence)\n").exclusions[0]
    }

    @Test func areSentences() throws {
        let booking = try booking("ana on apollo.backend, 24h/week, 2026-02-02 .. 2026-03-06, pinned")
        #expect(
            booking
                == Booking(
                    person: "ana", line: LineID("apollo", "backend"), amount: .perWeek(Hours(24)),
                    days: DayRange(day("2026-02-02"), day("2026-03-06")), firmness: .pinned))
    }

    @Test func sayHowMuchInThreeWays() throws {
        #expect(try booking("ana on apollo.backend, 120h total, 2026-02-02").amount == .total(Hours(120)))
        #expect(try booking("ana on apollo.backend, 50%, 2026-02-02").amount == .share(Share(percent: 50)))
        #expect(try booking("ana on apollo.backend, 50%, 2026-02-02").firmness == .confirmed)
    }

    @Test(arguments: [
        ("ana at apollo.backend, 24h/week, 2026-02-02", "not-a-sentence", 5),
        ("ana on apollo, 24h/week, 2026-02-02", "not-a-sentence", 5),
        ("ana on apollo.backend, 24h/week", "not-a-sentence", 5),
        ("ana on apollo.backend, 24h/week, 2026-02-02, pinned, soft", "not-a-sentence", 5),
        ("ana on apollo.backend, 24h, 2026-02-02", "wrong-unit", 28),
        ("ana on apollo.backend, 101%, 2026-02-02", "out-of-range", 28),
        ("ana on apollo.backend, 24h/week, 2026-02-31", "not-a-date", 38),
        ("ana on apollo.backend, 24h/week, 2026-02-02, firm", "unknown-word", 50),
    ])
    func otherSentencesAreProblems(_ sentence: String, _ id: String, _ column: Int) {
        let found = problems(apollo + "bookings:\n  - \(sentence)\n")
        #expect(found.map(\.id.rawValue) == [id])
        #expect(found.map(\.place.column) == [column])
    }

    @Test func areAHundredThousandAtMost() {
        let sentences = String(repeating: "  - ana on apollo.backend, 1%, 2026-02-02\n", count: 100_001)
        let found = problems(apollo + "bookings:\n" + sentences)
        #expect(found.map(\.what) == ["more than 100,000 bookings"])
        #expect(found.map(\.place.line) == [100_013])
    }

    /// Money is counted in whole numbers, and no sum of them may overflow.
    @Test func holdNoMoreThanCanBeAddedUp() {
        let table = "person,project,need,total hours,from,to\n"
        let row = "ana,apollo,backend,1000000,2026-02-02,2026-02-02\n"
        let rows = { table + String(repeating: row, count: $0) }
        #expect(problems(apollo + "include: [b.csv]\n", and: ["b.csv": rows(10_000)]) == [])
        let found = problems(apollo + "include: [b.csv]\n", and: ["b.csv": rows(10_002)])
        #expect(found.map(\.what) == ["more than 10,000,000,000 hours of bookings in all"])
        #expect(found.map(\.place.line) == [10_002])
    }

    @Test func allProblemsOfASentenceAreFound() {
        let found = problems(apollo + "bookings:\n  - anna on apolo.front, 24, 2026-02-31, firm\n")
        #expect(found.map(\.id) == [.unknownPerson, .unknownProject, .wrongUnit, .notADate, .unknownWord])
    }

    @Test func exclusionsAreOfProjectsNeedsAndClients() throws {
        #expect(try exclusion("ana not on apollo").target == .project("apollo"))
        #expect(try exclusion("ana not on apollo.backend").target == .line(LineID("apollo", "backend")))
        #expect(try exclusion("ana not on client northwind").target == .client("northwind"))
    }

    @Test func aClientIsNotTakenForAProject() {
        let found = problems(apollo + "exclusions:\n  - ana not on northwind\n")
        #expect(found.map(\.id) == [.unknownProject])
        #expect(found.map(\.advice) == ["Write `client northwind` to exclude all projects of the client."])
    }

    @Test func aBookingInABrokenProjectIsNotAProblemOfItsOwn() {
        let text = apollo.replacing("140/h", with: "140") + "bookings:\n  - ana on apollo.backend, 50%, 2026-02-02\n"
        #expect(problems(text).map(\.id) == [.wrongUnit])
    }
}
