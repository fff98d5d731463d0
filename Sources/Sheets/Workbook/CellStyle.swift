// SPDX-License-Identifier: GPL-3.0-or-later

/// How a cell looks.
struct CellStyle: Hashable, Sendable {
    enum Align: Hashable, Sendable {
        case natural, left, centre, right
    }

    enum Fill: UInt32, Hashable, Sendable {
        /// Behind sums of groups.
        case band = 0xEEF1F4
    }

    /// A number format of spreadsheets.
    var number = "General"
    var size = 11.0
    var isBold = false
    var isQuiet = false
    var align = Align.natural
    var indent: UInt8 = 0
    var fill: Fill?
    /// Lines above and below the cell.
    var isRuledAbove = false
    var isRuledBelow = false
    var wraps = false

    static let title = CellStyle(size: 16, isBold: true)
    static let quiet = CellStyle(isQuiet: true)
    static let strong = CellStyle(isBold: true)
    static let heading = CellStyle(isBold: true, isRuledBelow: true)
    /// Above numbers.
    static let headingRight = CellStyle(isBold: true, align: .right, isRuledBelow: true)
    /// The same where the button of a filter takes the corner.
    static let filterHeading = CellStyle(isBold: true, align: .right, indent: 2, isRuledBelow: true)
    /// What files call something, beside a number.
    static let id = CellStyle(isQuiet: true, align: .left, indent: 1)
    static let hours = CellStyle(number: "#,##0.0;-#,##0.0;\"·\"", align: .right)
    static let count = CellStyle(number: "#,##0", align: .right)
    static let money = CellStyle(number: "#,##0", align: .right)
    static let percent = CellStyle(number: "0.0%", align: .right)
    /// Whole per cent; nothing is a dot.
    static let load = CellStyle(number: "0%;-0%;\"·\"", align: .right)
    static let date = CellStyle(number: "yyyy-mm-dd", align: .left)

    var strong: CellStyle { changed { $0.isBold = true } }
    var quiet: CellStyle { changed { $0.isQuiet = true } }
    var band: CellStyle { changed { ($0.isBold, $0.fill) = (true, .band) } }
    var sum: CellStyle { changed { ($0.isBold, $0.isRuledAbove) = (true, true) } }

    func changed(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = self
        change(&style)
        return style
    }
}

/// The few colours of a workbook. Blue and orange are told apart by everybody.
enum Ink {
    static let dark: UInt32 = 0x1F2933
    static let quiet: UInt32 = 0x6B7280
    static let rule: UInt32 = 0xB8BFC6
    static let capacity: UInt32 = 0x9AA5B1
    static let booked: UInt32 = 0x2F6DB5
    static let asked: UInt32 = 0xD9730D
    /// A full week in the load matrix; an empty one is white.
    static let full: UInt32 = 0x8FBCE6
    static let over: UInt32 = 0xF6B26B
    static let absent: UInt32 = 0xE5E8EB
}
