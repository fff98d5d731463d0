// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Staffing
import Testing

@testable import Sheets

@Suite("The sheets of a plan") struct PlanSheetsTests {
    private func sheet(_ name: String, of planned: PlannedFirm) throws -> Sheet {
        try #require(Workbook(of: planned).sheets.first { $0.name == name })
    }

    /// What stands at a place, without its looks.
    private func value(_ place: Place, _ sheet: Sheet) -> String {
        guard place.row < sheet.rowCount else { return "" }
        let cells = sheet.row(place.row).cells
        guard place.column < cells.count else { return "" }
        return switch cells[place.column] {
        case .blank: ""
        case .text(let text, _): "'\(text)'"
        case .number(let number, _): "\(number)"
        case .date(let day, _): "\(day)"
        case .formula(let formula, .number(let number), _): "=\(formula) -> \(number)"
        case .formula(let formula, .text(let text), _): "=\(formula) -> '\(text)'"
        }
    }

    private func rows(_ range: Range<Int>, _ sheet: Sheet, _ columns: Range<Int>) -> [String] {
        range.map { row in columns.map { value(Place(row, $0), sheet) }.joined(separator: " | ") }
    }

    /// A row for everybody and one for each role, as sum over sum.
    @Test func loadIsBookedOverCapacityOfTheSamePlace() throws {
        let sheet = try sheet("Load", of: twoPeople())
        func load(_ place: String, _ value: Double) -> String {
            "=IF(Capacity!\(place)>0,Booked!\(place)/Capacity!\(place),IF(Booked!\(place)>0,\"!\",\"\")) -> \(value)"
        }
        #expect(
            rows(2..<5, sheet, 0..<5) == [
                " |  |  | '2026' | ", " |  |  | 'W02' | 'W03'",
                "'Person' | 'Office' | 'Total' | 2026-01-05 | 2026-01-12",
            ])
        #expect(
            rows(5..<10, sheet, 0..<5) == [
                "'Everybody' |  | \(load("C6", 92.0 / 112)) | \(load("D6", 50.0 / 60)) | \(load("E6", 42.0 / 52))",
                "'engineer' |  | \(load("C7", 1)) | \(load("D7", 1)) | \(load("E7", 1))",
                "'Ana Duarte' | 'lisbon' | \(load("C8", 1)) | \(load("D8", 1)) | \(load("E8", 1))",
                "'designer' |  | \(load("C9", 0.5)) | \(load("D9", 0.5)) | \(load("E9", 0.5))",
                "'=Ben' | '' | \(load("C10", 0.5)) | \(load("D10", 0.5)) | \(load("E10", 0.5))",
            ])
        #expect(sheet.rowCount == 10)
        #expect(sheet.frozen?.rows == 5 && sheet.frozen?.columns == 3)
    }

    @Test func groupsAreSumsOfThePeopleBelow() throws {
        #expect(
            rows(5..<10, try sheet("Booked", of: twoPeople()), 2..<5) == [
                "=SUM(D6:E6) -> 92.0 | =SUBTOTAL(9,D7:D10) -> 50.0 | =SUBTOTAL(9,E7:E10) -> 42.0",
                "=SUM(D7:E7) -> 72.0 | =SUBTOTAL(9,D8:D8) -> 40.0 | =SUBTOTAL(9,E8:E8) -> 32.0",
                "=SUM(D8:E8) -> 72.0 | 40.0 | 32.0",
                "=SUM(D9:E9) -> 20.0 | =SUBTOTAL(9,D10:D10) -> 10.0 | =SUBTOTAL(9,E10:E10) -> 10.0",
                "=SUM(D10:E10) -> 20.0 | 10.0 | 10.0",
            ])
        #expect(
            rows(5..<8, try sheet("Capacity", of: twoPeople()), 2..<5) == [
                "=SUM(D6:E6) -> 112.0 | =SUBTOTAL(9,D7:D10) -> 60.0 | =SUBTOTAL(9,E7:E10) -> 52.0",
                "=SUM(D7:E7) -> 72.0 | =SUBTOTAL(9,D8:D8) -> 40.0 | =SUBTOTAL(9,E8:E8) -> 32.0",
                "=SUM(D8:E8) -> 72.0 | 40.0 | 32.0",
            ])
    }

    /// Where all have one role, or none, they are not grouped.
    @Test func oneRoleNeedsNoGroup() throws {
        let planned = try makePlan(for: firm("people: { ana: { cost: 50/h }, ben: { cost: 50/h } }"))
        #expect(
            rows(5..<8, try sheet("Load", of: planned), 0..<1) == ["'Everybody'", "'ana'", "'ben'"])
    }

    /// Who is away has no load, and who is booked all the same has a mark.
    @Test func weeksWithoutCapacityAreMarked() throws {
        let planned = try makePlan(
            for: firm(
                """
                people:
                  ana: { cost: 50/h, leave: [2026-01-05 .. 2026-01-18] }
                projects:
                  p: { needs: { x: { hours: 8h/week, rate: 100/h } } }
                bookings: ["ana on p.x, 8h/week, 2026-01-05 .. 2026-01-09, pinned"]
                """))
        let row = rows(6..<7, try sheet("Load", of: planned), 3..<5)[0]
        #expect(row.contains("-> '!' | "))
        #expect(row.hasSuffix("-> ''"))
    }

    /// A booking ends where its hours change, on a day on which the person works.
    @Test func bookingsAreRunsOfWeeks() throws {
        let sheet = try sheet("Bookings", of: twoPeople())
        #expect(
            rows(3..<6, sheet, 0..<13) == [
                "'Ana Duarte' | 'engineer' | 'Apollo' | 'app' | 'steady' | 'won' | 2026-01-05 | 2026-01-09 | 1.0 | 40.0 | "
                    + "40.0 | 'ana' | 'apollo.app'",
                "'Ana Duarte' | 'engineer' | 'Apollo' | 'app' | 'steady' | 'won' | 2026-01-12 | 2026-01-15 | 1.0 | 32.0 | "
                    + "32.0 | 'ana' | 'apollo.app'",
                "'=Ben' | 'designer' | 'Zephyr' | 'The look' | 'steady' | 'proposed' | 2026-01-05 | 2026-01-16 | 2.0 | 10.0 | "
                    + "20.0 | 'ben' | 'zephyr.look'",
            ])
        #expect(value(Place(1, 10), sheet) == "=SUBTOTAL(109,K4:K6) -> 92.0")
        #expect(sheet.filter == Area(rows: 2...5, columns: 0...12))
    }

    @Test func projectsAddUp() throws {
        #expect(
            rows(3..<6, try sheet("Projects", of: twoPeople()), 0..<14) == [
                "'All projects' |  |  |  | =SUM(E5:E6) -> 100.0 | =SUM(F5:F6) -> 92.0 | =E4-F4 -> 8.0 | "
                    + "=IF(E4<>0,F4/E4,\"--\") -> 0.92 | =SUM(I5:I6) -> 8800.0 | =SUM(J5:J6) -> 4400.0 | "
                    + "=I4-J4 -> 4400.0 | =IF(I4<>0,K4/I4,\"--\") -> 0.5 | =SUM(M5:M6) -> 8000.0 | =SUM(N5:N6) -> 4000.0",
                "'Apollo' | 'Atlas; Lda, \\ & Filhos' | 'won' | 1.0 | 80.0 | 72.0 | =E5-F5 -> 8.0 | "
                    + "=IF(E5<>0,F5/E5,\"--\") -> 0.9 | 7200.0 | 3600.0 | =I5-J5 -> 3600.0 | "
                    + "=IF(I5<>0,K5/I5,\"--\") -> 0.5 | 7200.0 | 3600.0",
                "'Zephyr' | '' | 'proposed' | 0.5 | 20.0 | 20.0 | =E6-F6 -> 0.0 | "
                    + "=IF(E6<>0,F6/E6,\"--\") -> 1.0 | 1600.0 | 800.0 | =I6-J6 -> 800.0 | "
                    + "=IF(I6<>0,K6/I6,\"--\") -> 0.5 | 800.0 | 400.0",
            ])
    }

    @Test func unfilledDemandHasItsWeekAndReason() throws {
        let sheet = try sheet("Unfilled", of: twoPeople())
        #expect(
            rows(3..<sheet.rowCount, sheet, 0..<8) == [
                "'Apollo' | 'app' | '2026-W03' | 2026-01-12 | 8.0 | 'who could do it has no time' | '' | 'apollo.app'"
            ])
    }

    @Test func weeksHaveCapacityLoadAndDemand() throws {
        #expect(
            rows(3..<5, try sheet("Weeks", of: twoPeople()), 0..<10) == [
                "'2026-W02' | 2026-01-05 | =Capacity!D6 -> 60.0 | =Booked!D6 -> 50.0 | =IF(C4<>0,D4/C4,\"--\") -> "
                    + "\(50.0 / 60) | 10.0 | 0.0 | 40.0 | 45.0 | 50.0",
                "'2026-W03' | 2026-01-12 | =Capacity!E6 -> 52.0 | =Booked!E6 -> 42.0 | =IF(C5<>0,D5/C5,\"--\") -> "
                    + "\(42.0 / 52) | 10.0 | 0.0 | 40.0 | 45.0 | 50.0",
            ])
    }

    /// The skill that is asked for most stands first.
    @Test func skillsHaveTheirSurplus() throws {
        #expect(
            rows(3..<5, try sheet("Skills", of: twoPeople()), 0..<7) == [
                "'swift' | 72.0 | 72.0 | 80.0 | 80.0 | 80.0 | =B4-E4 -> -8.0",
                "'ux' | 40.0 | 20.0 | 0.0 | 10.0 | 20.0 | =B5-E5 -> 30.0",
            ])
    }

    @Test func aFirmWithoutAnythingHasAWorkbook() throws {
        let workbook = Workbook(of: try makePlan(for: firm("people: {}")))
        #expect(
            workbook.sheets.map(\.name) == [
                "Summary", "Load", "Bookings", "Projects", "Unfilled", "Weeks", "Skills", "Booked", "Capacity",
            ])
    }
}
