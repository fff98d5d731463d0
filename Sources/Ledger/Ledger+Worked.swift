// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB
public import Staffing

extension Ledger {
    /// What has been worked in weeks before the one of a day: time that is submitted or approved, less what was taken
    /// back.
    public func worked(before today: Day) throws(LedgerError) -> WorkedTime {
        try read { db in
            var worked = WorkedTime()
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT person, project, line, day, sum(seconds) FROM time_entry
                    WHERE state IN ('submitted', 'approved') AND day < ? GROUP BY person, project, line, day
                    """, arguments: [Week(of: today).monday.description])
            while let row = try rows.next() {
                worked.add(
                    Hours(seconds: row[4]), of: Identifier(row[0] as String), for: Identifier(row[1] as String),
                    on: (row[2] as String?).map { Identifier($0) }, in: Week(of: try Day(stored: row[3])))
            }
            return worked
        }
    }
}
