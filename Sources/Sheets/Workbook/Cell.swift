// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// What stands in one place of a sheet.
enum Cell: Equatable, Sendable {
    case blank(CellStyle = CellStyle())
    /// Always text, whatever it begins with.
    case text(String, CellStyle = CellStyle())
    case number(Double, CellStyle = CellStyle())
    case date(Day, CellStyle = .date)
    /// A formula without its equals sign, with the value that it has.
    case formula(String, Result, CellStyle = CellStyle())

    /// What a formula comes to, by our own arithmetic.
    enum Result: Equatable, Sendable {
        case number(Double)
        case text(String)
    }
}

extension Cell {
    static func hours(_ hours: Hours, _ style: CellStyle = .hours) -> Cell { .number(hours.inHours, style) }

    static func hours(_ formula: String, _ hours: Hours, _ style: CellStyle = .hours) -> Cell {
        .formula(formula, .number(hours.inHours), style)
    }

    static func money(_ money: Money, in currency: Currency, _ style: CellStyle = .money) -> Cell {
        .number(money.inMajorUnits(of: currency), style)
    }

    static func money(
        _ formula: String, _ money: Money, in currency: Currency, _ style: CellStyle = .money
    ) -> Cell {
        .formula(formula, .number(money.inMajorUnits(of: currency)), style)
    }

    /// A ratio of two cells; two dashes where there is none.
    static func ratio(_ part: String, of whole: String, _ ratio: Double?, _ style: CellStyle = .percent) -> Cell {
        .formula("IF(\(whole)<>0,\(part)/\(whole),\"--\")", ratio.map { .number($0) } ?? .text("--"), style)
    }
}

extension Money {
    /// For cells, which hold floating-point numbers.
    func inMajorUnits(of currency: Currency) -> Double { Double(minorUnits) / Double(currency.scale) }
}

/// A row of cells from the first column on.
struct Row: Equatable, Sendable {
    var cells: [Cell] = []
    /// In points; the usual one where nil.
    var height: Double?
    /// How deep the row lies below a heading that it can be folded under.
    var level = 0

    static let empty = Row()
}
