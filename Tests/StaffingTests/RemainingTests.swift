// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing

private let week2 = Week(of: Day(number: 20_458))
private let app = LineID("apollo", "app")

/// Four weeks, 2026-W02 to W05; it is the third of them.
private func studio(_ need: String) throws -> Firm {
    try firm(
        """
        people: { ana: { cost: 50/h }, ben: { cost: 50/h } }
        projects: { apollo: { needs: { app: { \(need), rate: 100/h } } } }

        """, horizon: "2026-01-05 .. 2026-02-01")
}

private func remaining(
    _ firm: Firm, worked: [(String, LineID?, Int, Int)], booked: [(String, Int, Int)] = []
) -> (firm: Firm, remarks: [BookedRemark]) {
    var time = WorkedTime()
    for (person, line, week, hours) in worked {
        time.add(Hours(hours), of: Identifier(person), for: "apollo", on: line?.line, in: week2.advanced(by: week))
    }
    var committed = Committed()
    for (person, week, hours) in booked {
        committed.hours.add(
            Hours(hours), at: BookedCell(app, .person(Identifier(person)), week2.advanced(by: week)))
    }
    return firm.remaining(
        after: time, on: committed, today: week2.advanced(by: 2).monday, price: Rate(perHour: Money(minorUnits: 1000)))
}

@Suite("The rest of the work")
struct RemainingTests {
    /// 100 h agreed, 18 + 12 worked in two weeks, 70 left for two weeks of five days each.
    @Test func isWhatWasAgreedLessWhatWasWorked() throws {
        let (rest, remarks) = remaining(
            try studio("hours: 100h total"), worked: [("ana", app, 0, 18), ("ben", app, 1, 12)])
        #expect(remarks == [])
        #expect(Demand(of: rest).lines[0].hours == [Hours(18), Hours(12), Hours(35), Hours(35)])
        #expect(rest.bookings.map(\.amount) == [.total(Hours(18)), .total(Hours(12))])
        #expect(rest.bookings.allSatisfy { $0.firmness == .pinned })
        #expect(rest.commitment?.frozenBefore == week2.advanced(by: 2).monday)
    }

    @Test func isNothingWhereMoreWasWorked() throws {
        let (rest, _) = remaining(try studio("hours: 20h total"), worked: [("ana", app, 0, 25)])
        #expect(Demand(of: rest).lines[0].hours == [Hours(25), .zero, .zero, .zero])
    }

    @Test func goesOnAtItsPaceWhereThatWasAgreed() throws {
        let (rest, _) = remaining(try studio("hours: 30h/week"), worked: [("ana", app, 0, 10)])
        #expect(Demand(of: rest).lines[0].hours == Array(repeating: Hours(30), count: 4))
    }

    @Test func keepsWhatIsBookedFromThisWeekOn() throws {
        let (rest, _) = remaining(
            try studio("hours: 100h total"), worked: [], booked: [("ana", 1, 30), ("ana", 2, 20), ("ana", 3, 10)])
        #expect(
            rest.commitment?.kept == [
                Commitment.Kept(
                    person: "ana", line: app,
                    weeks: [
                        WeekHours(week2.advanced(by: 2), Hours(20)), WeekHours(week2.advanced(by: 3), Hours(10)),
                    ])
            ])
        #expect(rest.bookings == [])
    }

    @Test func isSaidWhereALineHasEnded() throws {
        let (rest, remarks) = remaining(
            try studio("hours: 40h total, dates: 2026-01-05 .. 2026-01-11"), worked: [("ana", app, 0, 30)])
        #expect(remarks == [.late(app, Hours(10))])
        #expect(Demand(of: rest).lines[0].total == Hours(40))
    }

    /// Time on no line is of the only line there is, or of the one that the person was booked on.
    @Test func timeFindsItsLine() throws {
        let (rest, remarks) = remaining(try studio("hours: 100h total"), worked: [("ana", nil, 0, 30)])
        #expect(remarks == [])
        #expect(Demand(of: rest).lines[0].hours[2...].reduce(.zero, +) == Hours(70))
        let two = try studio("hours: 100h total, rate: 100/h }, web: { hours: 50h total")
        let unclear = remaining(two, worked: [("ana", nil, 0, 30)])
        #expect(unclear.remarks == [.unclear("apollo", Hours(30))])
        #expect(Demand(of: unclear.firm).lines[0].total == Hours(100))
        let clear = remaining(two, worked: [("ana", nil, 0, 30)], booked: [("ana", 0, 20)])
        #expect(clear.remarks == [])
        #expect(Demand(of: clear.firm).lines[0].hours[2...].reduce(.zero, +) == Hours(70))
    }
}

@Suite("On top of what is booked")
struct BookedFirmTests {
    private func time(_ cells: [(LineID, Worker, Int, Int)]) -> BookedTime {
        var time = BookedTime()
        for (line, worker, week, hours) in cells {
            time.add(Hours(hours), at: BookedCell(line, worker, week2.advanced(by: week)))
        }
        return time
    }

    @Test func hoursStandInTheirWeeks() throws {
        let (firm, remarks) = try studio("hours: 30h/week").onTop(
            of: time([(app, .person("ana"), 0, 20), (app, .person("ana"), 2, 8), (app, .person("ana"), 9, 8)]))
        #expect(remarks == [])
        let weeks = firm.bookings.flatMap { firm.weeks(of: $0).map { "\($0.week): \($0.hours.seconds / 3600)" } }
        #expect(weeks == ["0: 20", "2: 8"])
    }

    /// The first day of the horizon is a Thursday; hours of that week lie in the rest of it.
    @Test func hoursOfACutWeekStayWhole() throws {
        let late = try SmallFirms.firm(
            """
            people: { ana: { cost: 50/h } }
            projects: { apollo: { needs: { app: { hours: 30h/week, rate: 100/h } } } }

            """, horizon: "2026-01-08 .. 2026-01-18")
        let (firm, _) = late.onTop(of: time([(app, .person("ana"), 0, 12)]))
        #expect(firm.bookings.flatMap { firm.weeks(of: $0).map(\.hours) } == [Hours(12)])
    }

    @Test func whatIsUnknownIsBusyOrLeftOut() throws {
        let web = LineID("borealis", "web")
        let other = LineID("apollo", "design")
        let (firm, remarks) = try studio("hours: 30h/week").onTop(
            of: time([
                (web, .person("ana"), 0, 20), (web, .person("ana"), 2, 10), (other, .person("ben"), 1, 5),
                (app, .person("zoe"), 0, 8), (app, .pool("free"), 0, 4),
            ]))
        #expect(
            remarks == [
                .stranger(.person("zoe"), Hours(8)), .stranger(.pool("free"), Hours(4)), .elsewhere(other, Hours(5)),
                .elsewhere(web, Hours(30)),
            ])
        let lines = Demand(of: firm).lines
        #expect(lines.map(\.id) == [app, other, web])
        #expect(lines[2].hours == [Hours(20), .zero, Hours(10)])
        #expect(firm.bookings.count == 3)
    }

    @Test func whatWasDroppedOnPurposeTakesNobodysTime() throws {
        let before = try studio("hours: 30h/week")
        var after = before
        after.projects = []
        let (firm, remarks) = after.onTop(of: time([(app, .person("ana"), 0, 20)]), forgetting: before)
        #expect(firm.bookings == [])
        #expect(remarks == [])
    }

    @Test func pastWeeksAreFrozenAndStartsStay() throws {
        let firm = try SmallFirms.firm(
            """
            people: { ana: { cost: 50/h } }
            projects:
              apollo:
                phases: { build: { start: 2026-01-05 .. 2026-01-19, length: 1 week } }
                needs: { app: { phase: build, hours: 30h/week, rate: 100/h } }

            """, horizon: "2026-01-05 .. 2026-02-01")
        let committed = Committed(event: 2, starts: [PhaseStart("apollo", "build", week2.monday + 14)])
        let (first, _) = firm.planned(on: committed, today: week2.sunday)
        #expect(first.commitment == nil)
        #expect(first.starts == committed.starts)
        #expect(firm.planned(on: committed, today: week2.sunday + 1).firm.commitment?.frozenBefore == week2.sunday + 1)
    }
}
