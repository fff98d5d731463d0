// SPDX-License-Identifier: GPL-3.0-or-later

import CXLSX
import Staffing

/// Sheets that make one XLSX file.
public struct Workbook: Sendable {
    let title: String
    /// What it was made from, for whoever looks at its properties.
    let comment: String
    /// When it was made, as the file says it: nothing that a clock says, so that the same input gives the same bytes.
    let created: Day
    let sheets: [Sheet]

    /// From so many cells on, rows are written as they are made, instead of all at the end.
    static let largeFrom = 250_000

    /// Writes the file.
    ///
    /// - Parameter path: where it is to stand; what stands there is replaced, and is no whole workbook until the call
    ///   returns.
    /// - Throws: where a sheet has too many rows, or where the file or the library's temporary ones cannot be written.
    public func write(to path: String) throws(WorkbookError) { try write(to: path, largeFrom: Workbook.largeFrom) }

    func write(to path: String, largeFrom: Int) throws(WorkbookError) {
        for sheet in sheets where sheet.rowCount > WorkbookError.mostRows {
            throw .tooManyRows(sheet: sheet.name, rows: sheet.rowCount)
        }
        var options = lxw_workbook_options()
        options.constant_memory = cellCount >= largeFrom ? 1 : 0
        options.use_zip64 = 0
        guard let file = workbook_new_opt(path, &options) else { throw .library(.memory) }
        do throws(WorkbookError) {
            try setProperties(of: file)
            var writer = SheetWriter(workbook: file)
            for sheet in sheets { try writer.write(sheet) }
        } catch {
            lxw_workbook_free(file)
            throw error
        }
        try WorkbookError.check(workbook_close(file))
    }

    private var cellCount: Int {
        sheets.reduce(0) { sum, sheet in
            sum + sheet.rowCount * ((sheet.columns.map(\.columns.upperBound).max() ?? 0) + 1)
        }
    }

    private func setProperties(of file: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
        let result = title.withCString { title in
            comment.withCString { comment in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.comments = UnsafeMutablePointer(mutating: comment)
                // Zero would stand for the time that it is.
                properties.created = created.number == 0 ? 1 : created.number * 86_400
                return workbook_set_properties(file, &properties)
            }
        }
        try WorkbookError.check(result)
    }
}
