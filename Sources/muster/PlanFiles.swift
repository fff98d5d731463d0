// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Planning
import Sheets

/// Files that a plan is written to besides its own, for other programs.
struct PlanFiles: ParsableArguments {
    @Option(
        help: """
            Write a workbook here (XLSX): summary with charts, load by week, bookings, projects, what is unfilled.
            """, completion: .file(extensions: ["xlsx"]))
    var xlsx: String?

    @Option(
        help: "Write a calendar (ICS) for each person into this directory, which is made if need be.",
        completion: .directory)
    var ics: String?

    func write(_ planned: PlannedFirm) throws {
        if let xlsx {
            do {
                try writeFile(to: xlsx) { try Workbook(of: planned).write(to: $0) }
            } catch let error as WorkbookError {
                throw WrongInput(description: "\(xlsx) cannot be written: \(error)")
            }
        }
        if let ics {
            try makeDirectory(ics)
            for calendar in PersonCalendar.all(of: planned) {
                try muster.write(calendar.text, to: "\(ics)/\(calendar.fileName)")
            }
        }
    }
}
