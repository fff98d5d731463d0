// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import ScenarioFiles
import SmallFirms
import Staffing
import Testing

@testable import Sheets

@Suite("Workbooks as others read them", .serialized, .enabled(if: Independent.python != nil, "no python3"))
struct WorkbookTests {
    private func inFolder(_ body: (Folder) throws -> Void) throws {
        let folder = try Folder()
        defer { folder.remove() }
        try body(folder)
    }

    private func plan(_ scenario: String) throws -> PlannedFirm {
        let file = Independent.repository.appending(path: "Scenarios/\(scenario)/base.yaml")
        return try makePlan(for: Scenario.read(at: file.path).firm)
    }

    /// The numbers stand in the scenario, worked out by hand.
    @Test(.enabled(if: Independent.office != nil, "no LibreOffice"))
    func aSpreadsheetCalculatesWhatThePlanComesTo() throws {
        try inFolder { folder in
            let file = folder.file("plan.xlsx")
            try Workbook(of: plan("by-hand")).write(to: file)
            let found = try Independent.cells(of: Independent.recalculated(file, in: folder))
            let expected: [(String, Double)] = [
                ("B6", 850.2), ("B7", 780), ("B8", 70.2), ("B9", 780 / 850.2), ("B11", 780), ("B12", 780), ("B13", 1),
                ("B14", 0), ("B15", 0), ("B18", 50_544), ("C18", 67_704), ("D18", 84_864), ("B21", 24_648),
                ("C21", 32_604),
                ("D21", 40_560), ("B22", 25_896), ("C22", 35_100), ("D22", 44_304), ("C23", 35_100 / 67_704),
            ]
            for (place, number) in expected {
                let cell = try #require(found["Summary!\(place)"], "\(place)")
                #expect(cell.isFormula, "\(place)")
                #expect(abs((cell.number ?? .nan) - number) < 1e-6, "\(place): \(cell.text)")
            }
        }
    }

    /// What we say a formula comes to is what it comes to, in every cell.
    @Test(.enabled(if: Independent.office != nil, "no LibreOffice"), arguments: ["by-hand", "studio", "lawyers"])
    func ourValuesOfFormulasAreRight(_ scenario: String) throws {
        try inFolder { folder in
            let file = folder.file("plan.xlsx")
            try Workbook(of: plan(scenario)).write(to: file)
            let ours = try Independent.cells(of: file)
            let theirs = try Independent.cells(of: Independent.recalculated(file, in: folder))
            let formulas = ours.filter(\.value.isFormula)
            #expect(formulas.count > 60)
            for (place, cell) in formulas {
                let other = theirs[place]
                if let number = cell.number {
                    let near = abs(number - (other?.number ?? .nan)) <= 1e-9 * max(1, abs(number))
                    #expect(near, "\(place): \(cell.text), calculated \(other?.text ?? "nothing")")
                } else {
                    #expect(cell.text == other?.text ?? "", "\(place)")
                }
            }
        }
    }

    /// Written all at the end or row by row, a workbook says the same.
    @Test func aLargeWorkbookSaysTheSame() throws {
        try inFolder { folder in
            let workbook = Workbook(of: try twoPeople())
            let (small, large) = (folder.file("small.xlsx"), folder.file("large.xlsx"))
            try workbook.write(to: small, largeFrom: .max)
            try workbook.write(to: large, largeFrom: 0)
            #expect(try Independent.cells(of: small) == Independent.cells(of: large))
            #expect(try Data(contentsOf: URL(filePath: small)) != Data(contentsOf: URL(filePath: large)))
        }
    }

    /// Text is text, whatever it looks like; what XML cannot hold is shown as a dot.
    @Test(arguments: [0, Int.max])
    func textStaysText(_ largeFrom: Int) throws {
        let texts = [
            ("=1+1", "=1+1"), ("+351 21", "+351 21"), ("@SUM(A1)", "@SUM(A1)"), ("-2", "-2"), ("{=1}", "{=1}"),
            ("http://example.com", "http://example.com"), ("<b>&amp;\"'", "<b>&amp;\"'"),
            ("a\u{1B}b\u{FFFF}c", "a·b·c"),
            ("a\tb\nc", "a·b·c"), ("_x0041_", "_x0041_"), ("ção 漢字 😀", "ção 漢字 😀"), (" two ", " two "),
        ]
        try inFolder { folder in
            let file = folder.file("text.xlsx")
            try Workbook(
                title: "=1", comment: "", created: Day(number: 0),
                sheets: [Sheet("Text", texts.map { Row(cells: [.text($0.0)]) })]
            ).write(to: file, largeFrom: largeFrom)
            let found = try Independent.cells(of: file)
            for (index, text) in texts.enumerated() {
                let cell = try #require(found["Text!A\(index + 1)"])
                #expect(cell == Independent.Found(isFormula: false, text: text.1, number: nil))
            }
        }
    }

    /// 45,000 days after the first of 1900, counted as spreadsheets do, is 2023-03-15; they know no day of 1850.
    @Test func datesAreNumbersOfDays() throws {
        let days = ["2023-03-15", "1900-03-01", "1900-02-28", "1850-07-01", "9999-12-31"].compactMap { Day($0) }
        try inFolder { folder in
            let file = folder.file("dates.xlsx")
            try Workbook(
                title: "", comment: "", created: days[3], sheets: [Sheet("Dates", days.map { Row(cells: [.date($0)]) })]
            ).write(to: file)
            let found = try Independent.cells(of: file)
            #expect(
                (1...5).map { found["Dates!A\($0)"]?.text } == ["45000", "61", "1900-02-28", "1850-07-01", "2958465"])
        }
    }

    @Test func theSameWorkbookIsTheSameBytes() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let workbook = Workbook(of: try twoPeople())
        try workbook.write(to: folder.file("one.xlsx"))
        // Times in the file would be told in seconds.
        try await Task.sleep(for: .seconds(2.1))
        try workbook.write(to: folder.file("two.xlsx"))
        let one = try Data(contentsOf: URL(filePath: folder.file("one.xlsx")))
        #expect(try Data(contentsOf: URL(filePath: folder.file("two.xlsx"))) == one)
    }

    @Test func moreRowsThanASpreadsheetHasAreRefused() {
        let workbook = Workbook(
            title: "", comment: "", created: Day(number: 1),
            sheets: [Sheet("Bookings", rowCount: 1_048_577) { _ in Row(cells: [.number(1)]) }])
        #expect(throws: WorkbookError.tooManyRows(sheet: "Bookings", rows: 1_048_577)) {
            try workbook.write(to: "/nowhere/plan.xlsx")
        }
        #expect(
            "\(WorkbookError.tooManyRows(sheet: "Bookings", rows: 1_048_577))"
                == "the sheet 'Bookings' would have 1048577 rows, and a spreadsheet has 1048576 at most; --csv has no such limit"
        )
    }

    @Test func whatCannotBeWrittenIsAnError() {
        let workbook = Workbook(title: "", comment: "", created: Day(number: 1), sheets: [Sheet("One", [.empty])])
        #expect(throws: WorkbookError.self) { try workbook.write(to: "/nowhere/plan.xlsx") }
    }
}

@Suite struct CellTextTests {
    @Test func longTextIsCut() {
        let long = CellText.safe(String(repeating: "_x0041_", count: 10_000))
        #expect(long.utf16.count <= CellText.most)
        #expect(long.hasSuffix("…"))
        #expect(CellText.safe("short") == "short")
    }
}
