// SPDX-License-Identifier: GPL-3.0-or-later

import CXLSX

/// Why a workbook cannot be written.
public enum WorkbookError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A sheet has a number of rows that spreadsheets do not have.
    case tooManyRows(sheet: String, rows: Int)
    /// What libxlsxwriter says.
    case library(Failure)

    /// Of libxlsxwriter, by its own number.
    public struct Failure: Sendable, Equatable {
        let code: UInt32

        static let memory = Failure(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
    }

    public var description: String {
        switch self {
        case .tooManyRows(let sheet, let rows):
            "the sheet '\(sheet)' would have \(rows) rows, and a spreadsheet has \(WorkbookError.mostRows) at most; "
                + "--csv has no such limit"
        case .library(let failure): String(cString: lxw_strerror(lxw_error(failure.code)))
        }
    }

    static let mostRows = 1_048_576

    static func check(_ error: lxw_error) throws(WorkbookError) {
        guard error == LXW_NO_ERROR else { throw .library(Failure(code: error.rawValue)) }
    }
}
