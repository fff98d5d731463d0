// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
internal import Staffing
public import Verification

/// A view of the accounts: the same figures as a table for people, as JSON and as rows for a spreadsheet.
///
/// People see whole units of money and per cent, or thousands where sums are large; programs get every cent.
public struct FigureTable: Sendable {
    enum Figure: Sendable {
        case text(String)
        /// Nil where there is none.
        case money(Money?)
        /// In another currency than the table's.
        case amount(Money, Currency)
        /// A price of an hour.
        case rate(Money?)
        case hours(Hours)
        case share(Share?)
        /// A quotient such as CPI, to a hundredth.
        case index(Share?)
        case count(Int?)
        case none
    }

    struct Column: Sendable {
        /// For people; nil for a column that only programs get.
        let title: String?
        /// For programs.
        let name: String

        init(_ title: String, _ name: String? = nil) {
            self.title = title
            self.name = name ?? title
        }

        init(only name: String) {
            title = nil
            self.name = name
        }
    }

    let title: String
    /// What the figures are in, as the title says it; nil for nothing.
    private let unit: String?
    let currency: Currency
    /// Of the texts that stand first in each row: an id and what people read.
    let subject: String
    let columns: [Column]
    private(set) var rows: [Row] = []
    private(set) var total: [Figure]?
    var notes: [String] = []
    private let hasMoney: Bool

    struct Row: Sendable {
        let key: String
        let name: String
        let figures: [Figure]
        var tone: Style.Tone?
    }

    init(
        _ title: String, _ subject: String, in currency: Currency, _ columns: [Column], unit: String? = nil,
        hasMoney: Bool = true
    ) {
        self.title = title
        self.unit = unit
        self.hasMoney = hasMoney
        self.subject = subject
        self.currency = currency
        self.columns = columns
    }

    mutating func add(_ key: String, _ name: String, _ figures: [Figure], _ tone: Style.Tone? = nil) {
        precondition(figures.count == columns.count, "a row has a figure for each column")
        rows.append(Row(key: key, name: name, figures: figures, tone: tone))
    }

    mutating func sum(_ figures: [Figure]) {
        precondition(figures.count == columns.count, "a sum has a figure for each column")
        total = figures
    }
}

extension FigureTable {
    public func text(_ style: Style) -> String {
        guard !rows.isEmpty else { return style.heading(title) + "\n  Nothing.\n" }
        var table = TextTable([.text("", .cut(floor: 8))] + columns.compactMap { $0.title.map { .number($0) } })
        func add(_ name: String, _ figures: [Figure], _ tone: Style.Tone?) {
            let shown = zip(columns, figures).filter { $0.0.title != nil }.map(\.1)
            table.add([TextTable.Cell(name, tone)] + shown.map { .init(words($0, inThousands), tone) })
        }
        for row in rows { add(row.name, row.figures, row.tone) }
        if let total, rows.count > 1 { add("in all", total, .strong) }
        let said = notes.flatMap { $0.printable.wrapped(to: style.width - 2) }.map { "  " + style.paint($0, .quiet) }
        return ([style.heading(heading.printable.cut(to: style.width))] + table.lines(style) + said)
            .joined(separator: "\n") + "\n"
    }

    private var inThousands: Bool { largest >= 10_000_000 * currency.scale }

    private var heading: String {
        let own = hasMoney ? ", in \(inThousands ? "thousands of " : "")\(currency.code)" : ""
        return title + (unit.map { ", \($0)" } ?? own)
    }

    /// The table as a page shows it: the same words as on a terminal, columns by their full names.
    package struct Shown {
        package struct Row {
            package let name: String
            package let cells: [String]
            package let isBad: Bool
        }

        package let heading: String
        package let subject: String
        package let columns: [String]
        package let rows: [Row]
        /// Of several rows.
        package let total: [String]?
        package let notes: [String]
    }

    package func shown() -> Shown {
        func cells(_ figures: [Figure]) -> [String] {
            zip(columns, figures).filter { $0.0.title != nil }.map { words($0.1, inThousands) }
        }
        return Shown(
            heading: heading, subject: subject, columns: columns.filter { $0.title != nil }.map(\.name),
            rows: rows.map { Shown.Row(name: $0.name, cells: cells($0.figures), isBad: $0.tone == .bad) },
            total: rows.count > 1 ? total.map(cells) : nil, notes: notes)
    }

    private var largest: Int {
        (rows.flatMap(\.figures) + (total ?? [])).map { figure in
            if case .money(let amount?) = figure { Int(amount.minorUnits.magnitude) } else { 0 }
        }.max() ?? 0
    }

    private func words(_ figure: Figure, _ inThousands: Bool) -> String {
        switch figure {
        case .text(let text): text
        case .money(let amount):
            amount.map { Numbers.money(inThousands ? $0.times(1, over: 1000) : $0, in: currency) } ?? "--"
        case .amount(let amount, let own): Numbers.money(amount, in: own)
        case .rate(let rate): rate.map { Numbers.money($0, in: currency) } ?? "--"
        case .hours(let hours): Numbers.hours(hours)
        case .share(let share): share.map { "\(($0.millionths + ($0 < .zero ? -5_000 : 5_000)) / 10_000) %" } ?? "--"
        case .index(let share): share.map(Numbers.hundredths) ?? "--"
        case .count(let count): count.map(Numbers.grouped) ?? "--"
        case .none: ""
        }
    }

}

extension FigureTable {
    /// One row for each row of the table; shares as numbers of which 1 is the whole; what there is not is empty.
    public func csv() -> String {
        CSV.text(
            [[subject, "name"] + columns.map(\.name)]
                + rows.map { row in [row.key, row.name] + row.figures.map { plain($0) ?? "" } })
    }

    public func json() -> JSON {
        func object(_ figures: [Figure]) -> [JSON.Member] {
            zip(columns, figures).map { column, figure in
                guard let plain = plain(figure) else { return JSON.Member(column.name, .null) }
                if case .text = figure { return JSON.Member(column.name, .string(plain)) }
                return JSON.Member(column.name, .number(plain))
            }
        }
        let rows = self.rows.map { row in
            JSON.object([.init(subject, .string(row.key)), .init("name", .string(row.name))] + object(row.figures))
        }
        var members: [JSON.Member] = [
            .init("currency", .string(currency.code)), .init("rows", .array(rows)),
        ]
        if let total { members.append(.init("total", .object(object(total)))) }
        return .object(members)
    }

    private func plain(_ figure: Figure) -> String? {
        switch figure {
        case .text(let text): text
        case .money(let amount): amount?.decimal(in: currency)
        case .amount(let amount, let own): amount.decimal(in: own)
        case .rate(let rate): rate?.decimal(in: currency)
        case .hours(let hours): hours.decimal
        case .share(let share), .index(let share): share.map(FigureTable.decimal)
        case .count(let count): count.map { "\($0)" }
        case .none: nil
        }
    }

    /// `0.375`
    private static func decimal(_ share: Share) -> String {
        let size = Int(share.millionths.magnitude)
        var digits = String(String(size % 1_000_000 + 1_000_000).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return (share < .zero ? "-" : "") + "\(size / 1_000_000)" + (digits.isEmpty ? "" : "." + digits)
    }
}
