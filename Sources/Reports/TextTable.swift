// SPDX-License-Identifier: GPL-3.0-or-later

/// A table in plain text: columns as wide as what stands in them, numbers to the right, and the text columns cut so
/// that the whole fits the width.
struct TextTable {
    enum Alignment { case left, right }

    struct Column {
        let title: String
        let alignment: Alignment
        /// The column that gives way first when the table is too wide; a column without a floor never does.
        let floor: Int?

        static func text(_ title: String, floor: Int? = nil) -> Column {
            Column(title: title, alignment: .left, floor: floor)
        }

        static func number(_ title: String) -> Column { Column(title: title, alignment: .right, floor: nil) }
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

    let columns: [Column]
    private(set) var rows: [[Cell]] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }

    mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(cells)
    }

    /// Each line without trailing blanks, indented by two.
    func lines(_ style: Style) -> [String] {
        let widths = fitted(to: style.width - 2)
        let hasTitles = columns.contains { !$0.title.isEmpty }
        let titles = columns.map { Cell($0.title, .quiet) }
        return ((hasTitles ? [titles] : []) + rows).map { row in
            var line = ""
            for (index, cell) in row.enumerated() {
                let text = cell.text.cut(to: widths[index])
                let padding = String(repeating: " ", count: max(0, widths[index] - text.columns))
                let painted = style.paint(text, cell.tone)
                line += index == 0 ? "  " : "  "
                line += columns[index].alignment == .left ? painted + padding : padding + painted
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    private func fitted(to limit: Int) -> [Int] {
        var widths = columns.indices.map { index in
            max(columns[index].title.columns, rows.map { $0[index].text.columns }.max() ?? 0)
        }
        var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - limit
        let flexible = columns.indices.filter { columns[$0].floor != nil }.sorted { widths[$0] > widths[$1] }
        for index in flexible where excess > 0 {
            let given = min(excess, max(0, widths[index] - (columns[index].floor ?? widths[index])))
            widths[index] -= given
            excess -= given
        }
        return widths
    }
}
