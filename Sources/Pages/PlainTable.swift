// SPDX-License-Identifier: GPL-3.0-or-later

import Charts

/// A table of a page: a heading for each column, the first cell of each row its heading.
struct PlainTable {
    struct Column {
        let title: String
        let isNumber: Bool

        static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// A text with a meaning of its own, or none.
    struct Cell: ExpressibleByStringInterpolation {
        enum Tone: String { case bad, good, warn, quiet }

        let text: String
        let tone: Tone?

        init(_ text: String, _ tone: Tone? = nil) {
            self.text = text
            self.tone = tone
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    let caption: String
    let columns: [Column]
    /// As wide as what is in it, not as the page.
    let isNarrow: Bool
    private var rows: [HTML] = []
    private var totals: [HTML] = []

    init(_ caption: String, _ columns: [Column], isNarrow: Bool = false) {
        self.caption = caption
        self.columns = columns
        self.isNarrow = isNarrow
    }

    var isEmpty: Bool { rows.isEmpty }

    /// A first cell that begins with two spaces belongs to the row above.
    mutating func add(_ cells: [Cell]) { rows.append(row(cells)) }
    mutating func addTotal(_ cells: [Cell]) { totals.append(row(cells)) }

    /// A row that is the heading of those below it.
    mutating func addHeading(_ text: String) {
        rows.append(
            HTML("tr", .class("head")) {
                HTML("th", .init("colspan", columns.count), .init("scope", "rowgroup"), text: text)
            })
    }

    private func row(_ cells: [Cell]) -> HTML {
        precondition(cells.count == columns.count)
        return HTML("tr") {
            for (index, (cell, column)) in zip(cells, columns).enumerated() {
                let isBelow = index == 0 && cell.text.hasPrefix("  ")
                let looks = [column.isNumber ? "n" : nil, cell.tone?.rawValue, isBelow ? "sub" : nil].compactMap(\.self)
                let look: [HTML.Attribute] = looks.isEmpty ? [] : [.class(looks.joined(separator: " "))]
                index == 0
                    ? HTML("th", [.row] + look, [.text(isBelow ? String(cell.text.dropFirst(2)) : cell.text)])
                    : HTML("td", look, [.text(cell.text)])
            }
        }
    }

    /// The table, which scrolls by itself where the page is too narrow.
    var html: HTML {
        HTML("div", .class("scroll"), .role("region"), .label(caption), .init("tabindex", 0)) {
            HTML("table", .class(isNarrow ? "plain narrow" : "plain")) {
                HTML("caption", text: caption)
                HTML("thead") {
                    HTML("tr") {
                        for column in columns {
                            HTML("th", [.column] + (column.isNumber ? [.class("n")] : []), [.text(column.title)])
                        }
                    }
                }
                HTML("tbody", [], rows)
                if !totals.isEmpty { HTML("tfoot", [], totals) }
            }
        }
    }

    /// The table below a drawing of the same numbers, folded.
    var folded: HTML { folded(with: []) }

    /// - Parameter notes: what stands below the table.
    func folded(with notes: [HTML]) -> HTML {
        HTML("details") {
            HTML("summary", text: "The numbers")
            html
            notes
        }
    }
}
