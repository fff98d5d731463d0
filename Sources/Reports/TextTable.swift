// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// A table in plain text: columns as wide as what stands in them, numbers to the right. Where the whole is too wide, a
/// text column gives way: it is cut, or, the last one, wrapped.
struct TextTable {
    enum Alignment { case left, right }

    enum Overflow {
        /// The column keeps its width.
        case never
        /// The text is cut, but to no less than so many columns.
        case cut(floor: Int)
        /// The text goes on in further lines of the row, broken between words.
        case wrap(floor: Int)

        var floor: Int? {
            switch self {
            case .never: nil
            case .cut(let floor), .wrap(let floor): floor
            }
        }
    }

    struct Column {
        let title: String
        let alignment: Alignment
        let overflow: Overflow

        static func text(_ title: String, _ overflow: Overflow = .never) -> Column {
            Column(title: title, alignment: .left, overflow: overflow)
        }

        static func number(_ title: String) -> Column { Column(title: title, alignment: .right, overflow: .never) }
    }

    struct Cell: ExpressibleByStringInterpolation {
        let text: String
        let tone: Style.Tone?

        init(_ text: String, _ tone: Style.Tone? = nil) {
            self.text = text.printable
            self.tone = tone
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    private enum Row {
        case cells([Cell])
        case heading(String)
    }

    let columns: [Column]
    private var rows: [Row] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }

    var isEmpty: Bool { rows.isEmpty }

    mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(.cells(cells))
    }

    /// A line across all columns.
    mutating func addHeading(_ text: String) {
        rows.append(.heading(text.printable))
    }

    /// Each line without trailing blanks, indented by two.
    func lines(_ style: Style) -> [String] {
        let widths = fitted(to: style.width - 2)
        let hasTitles = columns.contains { !$0.title.isEmpty }
        let titles = Row.cells(columns.map { Cell($0.title, .quiet) })
        return ((hasTitles ? [titles] : []) + rows).flatMap { row -> [String] in
            switch row {
            case .heading(let text): ["  " + style.paint(text.cut(to: style.width - 2), .strong)]
            case .cells(let cells): lines(of: cells, widths: widths, style: style)
            }
        }
    }

    private func lines(of cells: [Cell], widths: [Int], style: Style) -> [String] {
        let parts = cells.indices.map { index in
            switch columns[index].overflow {
            case .never, .cut: [cells[index].text.cut(to: widths[index])]
            case .wrap: cells[index].text.wrapped(to: widths[index])
            }
        }
        return (0..<(parts.map(\.count).max() ?? 0)).map { number in
            var line = ""
            for (index, cell) in cells.enumerated() {
                let text = number < parts[index].count ? parts[index][number] : ""
                let padding = String(repeating: " ", count: max(0, widths[index] - text.columns))
                let painted = style.paint(text, cell.tone)
                line += "  " + (columns[index].alignment == .left ? painted + padding : padding + painted)
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    private func fitted(to limit: Int) -> [Int] {
        var widths = columns.map(\.title.columns)
        for case .cells(let cells) in rows {
            for (index, cell) in cells.enumerated() { widths[index] = max(widths[index], cell.text.columns) }
        }
        var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - limit
        // What can be wrapped gives way before what must be cut.
        func yields(_ index: Int) -> Bool { if case .wrap = columns[index].overflow { true } else { false } }
        let flexible = columns.indices.filter { columns[$0].overflow.floor != nil }
            .sorted { yields($0) != yields($1) ? yields($0) : widths[$0] > widths[$1] }
        for index in flexible where excess > 0 {
            let given = min(excess, max(0, widths[index] - (columns[index].overflow.floor ?? widths[index])))
            widths[index] -= given
            excess -= given
        }
        return widths
    }
}
