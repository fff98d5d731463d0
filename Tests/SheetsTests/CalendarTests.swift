// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matching
import Planning
import ScenarioFiles
import SmallFirms
import Staffing
import Testing

@testable import Sheets

@Suite("Calendars") struct CalendarTests {
    /// Week 3 has fewer hours and ends on a Thursday: an event of its own.
    @Test func runsOfWeeksAreEvents() throws {
        let calendars = PersonCalendar.all(of: try twoPeople())
        #expect(calendars.map(\.fileName) == ["ana.ics", "ben.ics"])
        #expect(
            calendars[0].text.components(separatedBy: "\r\n")
                == """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Muster//muster//EN
                CALSCALE:GREGORIAN
                NAME:Ana Duarte\\, Small
                X-WR-CALNAME:Ana Duarte\\, Small
                BEGIN:VEVENT
                UID:da709c4231b8488b3060ee69525180b9@muster
                DTSTAMP:20260105T000000Z
                DTSTART;VALUE=DATE:20260105
                DTEND;VALUE=DATE:20260110
                SUMMARY:Apollo – app
                DESCRIPTION:40 h in 2026-W02\\napollo.app\\nAtlas\\; Lda\\, \\\\ & Filhos
                CATEGORIES:Apollo
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                END:VEVENT
                BEGIN:VEVENT
                UID:595fb1e43670a83e3ba0cbbde037045f@muster
                DTSTAMP:20260105T000000Z
                DTSTART;VALUE=DATE:20260112
                DTEND;VALUE=DATE:20260116
                SUMMARY:Apollo – app
                DESCRIPTION:32 h in 2026-W03\\napollo.app\\nAtlas\\; Lda\\, \\\\ & Filhos
                CATEGORIES:Apollo
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                END:VEVENT
                END:VCALENDAR

                """.components(separatedBy: "\n"))
    }

    @Test func workThatIsNotWonIsTentative() throws {
        let text = PersonCalendar.all(of: try twoPeople())[1].text
        for line in [
            "NAME:=Ben\\, Small", "UID:7b0907db58049ec9e3a6defc14d2fdf3@muster", "DTSTART;VALUE=DATE:20260105",
            "DTEND;VALUE=DATE:20260117", "SUMMARY:Zephyr – The look", "STATUS:TENTATIVE",
        ] {
            #expect(text.contains("\r\n\(line)\r\n"), "\(line)")
        }
        // 76 bytes and more are folded.
        #expect(
            text.contains(
                "\r\nDESCRIPTION:10 h a week\\, 20 h in all\\, 2026-W02 to 2026-W03\\nzephyr.look\\n\r\n Not won yet\r\n"
            ))
    }

    /// Hours of several kinds on a line in a week are one event: 16 h pinned and 24 h planned.
    @Test func hoursOnALineAreOneBooking() throws {
        let planned = try makePlan(
            for: firm(
                """
                people:
                  ana: { cost: 50/h }
                projects:
                  p: { needs: { x: { hours: 40h/week, rate: 100/h, spread: weekly } } }
                bookings: ["ana on p.x, 16h/week, 2026-01-05 .. 2026-01-18, pinned"]
                """))
        #expect(planned.plan.assignments.count == 2)
        let text = PersonCalendar.all(of: planned)[0].text
        #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 2)
        #expect(text.contains("DESCRIPTION:40 h a week\\, 80 h in all"))
    }

    /// A calendar has one component at least, also that of somebody without bookings.
    @Test func whoHasNothingHasAnEmptyCalendar() throws {
        let calendars = PersonCalendar.all(of: try makePlan(for: firm("people: { ana: { cost: 50/h } }")))
        #expect(calendars.count == 1)
        #expect(!calendars[0].text.contains("VEVENT"))
        #expect(calendars[0].text.contains("\r\nBEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\n"))
    }

    @Test func longLinesAreFoldedBetweenCharacters() {
        let line = "SUMMARY:" + String(repeating: "ção 漢字 ", count: 30)
        let parts = ContentLine.folded(line).components(separatedBy: "\r\n")
        #expect(parts.count > 3)
        #expect(parts.last == "")
        for part in parts { #expect(part.utf8.count <= 75) }
        #expect(parts.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
        #expect(parts[0] + parts.dropFirst().map { String($0.dropFirst()) }.joined() == line)
        let full = String(repeating: "x", count: 75)
        #expect(ContentLine.folded(full) == full + "\r\n")
        #expect(ContentLine.folded(full + "y") == full + "\r\n y\r\n")
    }

    @Test(arguments: [
        ("a, b; c", "a\\, b\\; c"), ("back\\slash", "back\\\\slash"), ("two\nlines", "two\\nlines"),
        ("BEGIN:VEVENT\r\nX", "BEGIN:VEVENT··X"), ("a\u{7}b", "a·b"), ("\"quoted\": yes", "\"quoted\": yes"),
    ])
    func textIsEscaped(_ text: String, _ escaped: String) {
        #expect(ContentLine.escaped(text) == escaped)
    }

    @Test func fileNamesLeadNowhere() {
        #expect(
            CalendarFileName.names(of: [
                "ana", "Ana", "../../etc/passwd", "a/b", "", "..", "con", "émile", "a b",
                String(repeating: "x", count: 300),
            ]) == [
                "ana.ics", "Ana-2.ics", "------etc-passwd.ics", "a-b.ics", "person.ics", "person-2.ics", "con_.ics",
                "-mile.ics", "a-b-2.ics", String(repeating: "x", count: 100) + ".ics",
            ])
    }

    /// Every event of a firm as another library reads it: known days, no name twice, hours that add up to the plan's.
    @Test(
        .enabled(if: Independent.pythonWithCalendars != nil, "no Python with icalendar"),
        arguments: ["by-hand", "studio", "lawyers", "everything"])
    func anotherLibraryReadsThem(_ scenario: String) throws {
        let folder = try Folder()
        defer { folder.remove() }
        let home = Independent.repository
        let planned = try makePlan(
            for: Scenario.read(at: home.appending(path: "Scenarios/\(scenario)/base.yaml").path).firm)
        let calendars = PersonCalendar.all(of: planned)
        for calendar in calendars {
            try Data(calendar.text.utf8).write(to: URL(filePath: folder.file(calendar.fileName)))
        }
        let script = home.appending(path: "Tests/Independent/calendars.py").path
        let lines = try Independent.run(
            Independent.pythonWithCalendars ?? "", [script] + calendars.map { folder.file($0.fileName) }
        ).split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        let events = lines.filter { $0[0] != "calendar" }
        #expect(lines.count - events.count == planned.situation.firm.people.count)
        #expect(events.count >= planned.plan.assignments.count / 2)
        #expect(Set(events.map { $0[0] }).count == events.count)
        for event in events {
            #expect(event[1] < event[2], "\(event)")
            #expect(["CONFIRMED", "TENTATIVE"].contains(event[3]))
            #expect(event[4] == "TRANSPARENT")
        }
        let told = try events.map { try #require(hours($0[6]), "\($0)") }.reduce(0, +)
        let plannedHours = planned.plan.assignments.reduce(Hours.zero) { $0 + $1.weeks.total }.inHours
        // Each is told to a tenth.
        #expect(abs(told - plannedHours) <= 0.05 * Double(events.count) + 1e-6)
    }

    /// Of `8 h in 2026-W02` and of `8 h a week, 1,016 h in all, …`.
    private func hours(_ description: String) -> Double? {
        let words = description.replacing(",", with: "").split(separator: " ")
        let all = words.firstIndex(of: "all").map { $0 - 3 } ?? 0
        return words.indices.contains(all) ? Double(words[all]) : nil
    }
}
