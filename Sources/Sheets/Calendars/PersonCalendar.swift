// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
import Reports
import Staffing
import Verification

/// The bookings of one person as a calendar file (RFC 5545).
///
/// Each run of weeks with the same hours on a line is an event over whole days, from the first to the last on which the
/// person works. It does not make them busy, for a booking leaves open which hours of a day are meant. Work on projects that
/// are not won is tentative.
public struct PersonCalendar: Sendable, Equatable {
    /// A plain file name that ends in `.ics`; no two calendars of a firm have the same.
    public let fileName: String
    /// Lines end with carriage return and line feed.
    public let text: String
}

extension PersonCalendar {
    /// Of everybody, in the order of the files. Who has no bookings has a calendar without events, so that one that was
    /// written before does not stay.
    public static func all(of planned: PlannedFirm) -> [PersonCalendar] {
        let firm = planned.situation.firm
        let names = CalendarFileName.names(of: firm.people.map(\.id.text))
        let events = CalendarEvents(firm: firm, lines: planned.situation.demand.lines.map(\.id))
        return zip(zip(firm.people, names), BookingRuns(of: planned).byPerson()).map { item, runs in
            let (person, name) = item
            return PersonCalendar(fileName: name, text: events.calendar(of: person, runs))
        }
    }
}

/// Writes events down.
private struct CalendarEvents {
    let firm: Firm
    let lines: [LineID]
    private let projects: [Identifier<Project>: Int]
    private let clients: [Identifier<Client>: Int]

    init(firm: Firm, lines: [LineID]) {
        self.firm = firm
        self.lines = lines
        projects = positions(firm.projects.map(\.id))
        clients = positions(firm.clients.map(\.id))
    }

    func calendar(of person: Person, _ runs: [BookingRun]) -> String {
        let title = ContentLine.escaped("\(person.name), \(firm.name)")
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muster//muster//EN", "CALSCALE:GREGORIAN", "NAME:\(title)",
            "X-WR-CALNAME:\(title)",
        ]
        let body = runs.isEmpty ? CalendarEvents.nothing : runs.flatMap { event(person, $0) }
        return (head + body + ["END:VCALENDAR"]).map(ContentLine.folded).joined()
    }

    /// A calendar has one component at least.
    private static let nothing = [
        "BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
    ]

    private func event(_ person: Person, _ run: BookingRun) -> [String] {
        let id = lines[run.line]
        guard let project = projects[id.project].map({ firm.projects[$0] }),
            let need = project.lines.first(where: { $0.id == id.line })
        else { return [] }
        return [
            "BEGIN:VEVENT", "UID:\(uid(person, id, run.weeks.lowerBound))",
            // Not when the file was written: the same plan is the same file.
            "DTSTAMP:\(ContentLine.date(firm.horizon.days.first))T000000Z",
            "DTSTART;VALUE=DATE:\(ContentLine.date(run.days.first))",
            "DTEND;VALUE=DATE:\(ContentLine.date(run.days.last + 1))",
            "SUMMARY:\(ContentLine.escaped("\(project.name) – \(need.name)"))",
            "DESCRIPTION:\(ContentLine.escaped(words(run, project, id)))",
            "CATEGORIES:\(ContentLine.escaped(project.name))",
            "STATUS:\(project.stage.isWon ? "CONFIRMED" : "TENTATIVE")", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    private func words(_ run: BookingRun, _ project: Project, _ id: LineID) -> String {
        let (first, last) = (run.weeks.lowerBound, run.weeks.upperBound)
        let span = first == last ? "in \(first)" : "a week, \(Numbers.hours(run.hours)) h in all, \(first) to \(last)"
        let client = project.client.flatMap { clients[$0] }.map { "\n" + firm.clients[$0].name } ?? ""
        let chance = project.stage.isWon ? "" : "\nNot won yet"
        return "\(Numbers.hours(run.hoursPerWeek)) h \(span)\n\(id)\(client)\(chance)"
    }

    /// The same in every plan in which the person begins on the line in the same week with these hours or others, so that
    /// calendars change an event they know.
    private func uid(_ person: Person, _ line: LineID, _ week: Week) -> String {
        let key = [person.id.text, line.project.text, line.line.text, week.description].joined(separator: "\u{1F}")
        return "\(SHA256.hexadecimal(of: key.utf8).prefix(32))@muster"
    }
}
