// SPDX-License-Identifier: GPL-3.0-or-later

import CXLSX
import Staffing

/// Writes sheets into a workbook of libxlsxwriter, row by row from left to right.
struct SheetWriter {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let workbook: UnsafeMutablePointer<lxw_workbook>
    /// Made when first asked for; looked up, never walked through.
    private var formats: [CellStyle: Format] = [:]

    init(workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
    }

    mutating func write(_ sheet: Sheet) throws(WorkbookError) {
        // Nil where there is no room for a temporary file.
        guard let target = workbook_add_worksheet(workbook, sheet.name) else { throw .library(.noFile) }
        for columns in sheet.columns {
            try WorkbookError.check(
                worksheet_set_column(
                    target, UInt16(columns.columns.lowerBound), UInt16(columns.columns.upperBound), columns.width, nil))
        }
        try layOut(sheet, on: target)
        for row in 0..<sheet.rowCount { try write(sheet.row(row), at: row, to: target) }
        for chart in sheet.charts { try chart.insert(on: target, of: workbook) }
    }

    private func layOut(_ sheet: Sheet, on target: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookError) {
        worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        worksheet_set_landscape(target)
        worksheet_set_paper(target, 9)  // A4
        worksheet_set_margins(target, 0.5, 0.5, 0.6, 0.7)
        worksheet_fit_to_pages(target, 1, 0)
        worksheet_outline_settings(target, 1, 0, 1, 0)
        try WorkbookError.check(worksheet_set_footer(target, "&L&9&A&R&9Page &P of &N"))
        if let frozen = sheet.frozen {
            worksheet_freeze_panes(target, UInt32(frozen.rows), UInt16(frozen.columns))
            try WorkbookError.check(worksheet_repeat_rows(target, 0, UInt32(frozen.rows - 1)))
        }
        if let area = sheet.filter {
            try WorkbookError.check(
                worksheet_autofilter(
                    target, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
                    UInt32(area.rows.upperBound), UInt16(area.columns.upperBound)))
        }
        for rule in sheet.rules { try add(rule, to: target) }
    }

    private func add(_ rule: Sheet.Rule, to target: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookError) {
        var format = lxw_conditional_format()
        func apply() -> lxw_error {
            worksheet_conditional_format_range(
                target, UInt32(rule.area.rows.lowerBound), UInt16(rule.area.columns.lowerBound),
                UInt32(rule.area.rows.upperBound), UInt16(rule.area.columns.upperBound), &format)
        }
        switch rule.test {
        case .holds(let formula, let fill, let isBold):
            guard let look = workbook_add_format(workbook) else { throw .library(.memory) }
            format_set_bg_color(look, fill)
            if isBold { format_set_bold(look) }
            format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            format.format = look
            format.stop_if_true = 1
            let result = ("=" + formula).withCString { text in
                format.value_string = UnsafeMutablePointer(mutating: text)
                return apply()
            }
            try WorkbookError.check(result)
        case .scale(let full):
            format.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
            (format.min_rule_type, format.max_rule_type) = (
                UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue), UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
            )
            (format.min_value, format.max_value) = (0, 1)
            (format.min_color, format.max_color) = (0xFFFFFF, full)
            try WorkbookError.check(apply())
        }
    }

    private mutating func write(
        _ row: Row, at index: Int, to target: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) {
        if row.height != nil || row.level > 0 {
            var options = lxw_row_col_options()
            options.level = UInt8(row.level)
            try WorkbookError.check(worksheet_set_row_opt(target, UInt32(index), row.height ?? 15, nil, &options))
        }
        for (column, cell) in row.cells.enumerated() {
            try WorkbookError.check(try write(cell, UInt32(index), UInt16(column), to: target))
        }
    }

    private mutating func write(
        _ cell: Cell, _ row: UInt32, _ column: UInt16, to target: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) -> lxw_error {
        switch cell {
        case .blank(let style):
            return worksheet_write_blank(target, row, column, try format(style))
        case .text(let text, let style):
            // An empty string is a blank cell, which may not be without a format.
            return worksheet_write_string(target, row, column, CellText.safe(text), try format(style))
        case .number(let number, let style):
            return worksheet_write_number(target, row, column, number, try format(style))
        case .date(let day, let style):
            guard let serial = day.serial else {
                return worksheet_write_string(target, row, column, day.description, try format(style))
            }
            return worksheet_write_number(target, row, column, Double(serial), try format(style))
        case .formula(let formula, .number(let value), let style):
            return worksheet_write_formula_num(target, row, column, "=" + formula, try format(style), value)
        case .formula(let formula, .text(let value), let style):
            return worksheet_write_formula_str(target, row, column, "=" + formula, try format(style), value)
        }
    }

    private mutating func format(_ style: CellStyle) throws(WorkbookError) -> Format {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(workbook) else { throw .library(.memory) }
        style.apply(to: format)
        formats[style] = format
        return format
    }
}

extension Day {
    /// The number that spreadsheets count days by: 1 is 1900-01-01, and 1900 has a day too many in February. Nil before it
    /// is over.
    var serial: Int? {
        let serial = number + 25_569
        return serial > 60 ? serial : nil
    }
}

extension WorkbookError.Failure {
    fileprivate static let noFile = WorkbookError.Failure(code: LXW_ERROR_CREATING_TMPFILE.rawValue)
}

extension CellStyle {
    fileprivate func apply(to format: SheetWriter.Format) {
        format_set_num_format(format, number)
        format_set_font_size(format, size)
        if isBold { format_set_bold(format) }
        if isQuiet { format_set_font_color(format, Ink.quiet) }
        switch align {
        case .natural: break
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        if indent > 0 { format_set_indent(format, indent) }
        if let fill { format_set_bg_color(format, fill.rawValue) }
        if isRuledAbove {
            format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_top_color(format, Ink.rule)
        }
        if isRuledBelow {
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bottom_color(format, Ink.rule)
        }
        if wraps { format_set_text_wrap(format) }
    }
}
