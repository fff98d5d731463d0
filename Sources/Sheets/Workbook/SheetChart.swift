// SPDX-License-Identifier: GPL-3.0-or-later

import CXLSX

/// A chart over cells of a workbook.
struct SheetChart: Sendable {
    enum Kind: Sendable {
        /// Over time, from left to right.
        case lines
        /// By group, from top to bottom.
        case bars
    }

    struct Series: Sendable {
        let name: String
        let values: Area
        let color: UInt32
        let isDashed: Bool
    }

    let kind: Kind
    let title: String
    /// The sheet whose cells are shown.
    let sheet: String
    let categories: Area
    let series: [Series]
    let place: Place
    /// In pixels.
    let width: Double
    let height: Double
    /// For those who do not see it.
    let description: String
}

extension SheetChart {
    /// Puts the chart on a sheet.
    func insert(
        on sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: UnsafeMutablePointer<lxw_workbook>
    ) throws(WorkbookError) {
        let type = kind == .lines ? LXW_CHART_LINE : LXW_CHART_BAR
        guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else { throw .library(.memory) }
        for item in series { try item.add(to: chart, kind, sheet: self.sheet, categories) }
        setTitle(of: chart)
        setAxes(of: chart)
        chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
        var line = lxw_chart_line()
        line.none = 1
        chart_chartarea_set_line(chart, &line)
        let inserted = description.withCString { description in
            var options = lxw_chart_options()
            // The size that charts have without a scale.
            (options.x_scale, options.y_scale) = (width / 480, height / 288)
            options.description = UnsafeMutablePointer(mutating: description)
            return worksheet_insert_chart_opt(
                sheet, UInt32(place.row), UInt16(place.column), chart, &options)
        }
        try WorkbookError.check(inserted)
    }

    private func setTitle(of chart: UnsafeMutablePointer<lxw_chart>) {
        var font = lxw_chart_font()
        (font.size, font.bold, font.color) = (12, 1, Ink.dark)
        chart_title_set_name(chart, title)
        chart_title_set_name_font(chart, &font)
    }

    private func setAxes(of chart: UnsafeMutablePointer<lxw_chart>) {
        var font = lxw_chart_font()
        (font.size, font.color) = (9, Ink.quiet)
        var line = lxw_chart_line()
        (line.color, line.width) = (Ink.rule, 0.75)
        var grid = lxw_chart_line()
        (grid.color, grid.width) = (0xE5E8EB, 0.75)
        // The axes of a bar chart change places; both are styled alike.
        for axis in [chart.pointee.x_axis, chart.pointee.y_axis] {
            chart_axis_set_num_font(axis, &font)
            chart_axis_set_line(axis, &line)
        }
        let values = kind == .lines ? chart.pointee.y_axis : chart.pointee.x_axis
        let names = kind == .lines ? chart.pointee.x_axis : chart.pointee.y_axis
        chart_axis_major_gridlines_set_visible(names, 0)
        chart_axis_major_gridlines_set_visible(values, 1)
        chart_axis_major_gridlines_set_line(values, &grid)
        chart_axis_set_num_format(values, "#,##0")
        chart_axis_set_min(values, 0)
        // As many names as can be read.
        let count = categories.rows.count
        if kind == .lines, count > 13 { chart_axis_set_interval_unit(names, UInt16((count + 12) / 13)) }
        if kind == .bars { chart_axis_set_reverse(names) }
    }
}

extension SheetChart.Series {
    fileprivate func add(
        to chart: UnsafeMutablePointer<lxw_chart>, _ kind: SheetChart.Kind, sheet: String, _ categories: Area
    ) throws(WorkbookError) {
        guard let series = chart_add_series(chart, "=\(sheet)!\(categories.fixed)", "=\(sheet)!\(values.fixed)")
        else { throw .library(.memory) }
        chart_series_set_name(series, name)
        switch kind {
        case .lines:
            var line = lxw_chart_line()
            (line.color, line.width) = (color, 2.25)
            if isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
            chart_series_set_line(series, &line)
        case .bars:
            var fill = lxw_chart_fill()
            fill.color = color
            chart_series_set_fill(series, &fill)
        }
    }
}
