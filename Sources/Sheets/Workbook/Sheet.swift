// SPDX-License-Identifier: GPL-3.0-or-later

/// One sheet of a workbook. Its rows are made one after the other as they are written, so that a large one never stands
/// in memory as a whole.
struct Sheet: Sendable {
    /// How wide some columns are, in characters.
    struct Columns: Sendable {
        let columns: ClosedRange<Int>
        let width: Double

        init(_ columns: ClosedRange<Int>, _ width: Double) {
            self.columns = columns
            self.width = width
        }
    }

    /// Rows and columns that stay in sight, and are printed on every page.
    struct Frozen: Sendable {
        let rows: Int
        let columns: Int
    }

    let name: String
    var columns: [Columns] = []
    var frozen: Frozen?
    /// The heads of a table that can be filtered, and its rows.
    var filter: Area?
    var rules: [Rule] = []
    var charts: [SheetChart] = []
    let rowCount: Int
    let row: @Sendable (Int) -> Row

    init(_ name: String, rowCount: Int, row: @escaping @Sendable (Int) -> Row) {
        self.name = name
        self.rowCount = rowCount
        self.row = row
    }

    /// A small one.
    init(_ name: String, _ rows: [Row]) {
        self.init(name, rowCount: rows.count) { rows[$0] }
    }

    /// What marks cells by their values; the first that holds counts.
    struct Rule: Sendable {
        enum Test: Sendable {
            /// A formula over the first cell of the area, with a fill, in bold or not.
            case holds(String, fill: UInt32, isBold: Bool)
            /// From white at zero to a colour at one.
            case scale(UInt32)
        }

        let area: Area
        let test: Test
    }
}

/// Cells of a sheet, by position from zero.
struct Area: Hashable, Sendable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    /// `$A$1:$C$7`
    var fixed: String {
        "\(Place(rows.lowerBound, columns.lowerBound).fixed):\(Place(rows.upperBound, columns.upperBound).fixed)"
    }

    /// `A1:C7`
    var name: String {
        "\(Place(rows.lowerBound, columns.lowerBound).name):\(Place(rows.upperBound, columns.upperBound).name)"
    }
}

/// One cell of a sheet, by position from zero.
struct Place: Hashable, Sendable {
    let row: Int
    let column: Int

    init(_ row: Int, _ column: Int) {
        self.row = row
        self.column = column
    }

    /// `E5`
    var name: String { Place.letters(column) + "\(row + 1)" }
    /// `$E$5`
    var fixed: String { "$\(Place.letters(column))$\(row + 1)" }

    /// `A`, `Z`, `AA`: numbers to the base of 26 without a zero.
    static func letters(_ column: Int) -> String {
        var (rest, text) = (column + 1, "")
        while rest > 0 {
            text = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + text
            rest = (rest - 1) / 26
        }
        return text
    }
}
