// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
public import Finance
import Reports
public import Staffing

/// What the accounts say on a day, for a page.
public struct MoneyStatement: Sendable {
    public let months: ClosedRange<Month>
    public let day: Day
    public let profit: Grouped<ProfitFigures>
    public let profitByMonth: Grouped<ProfitFigures>
    public let health: [ProjectHealth]
    public let forecast: MoneyForecast
    public let ageing: [AgedReceivables]
    public let daysOfSales: Int?
    public let firm: Firm

    /// - Parameters:
    ///   - months: those of the profit and loss.
    ///   - last: the last month of the forecast.
    ///   - deals: the pipeline.
    public init(
        of controlling: Controlling, _ months: ClosedRange<Month>, through last: Month, deals: [Opportunity]
    ) throws(MissingRate) {
        self.months = months
        day = controlling.today
        firm = controlling.accounts.firm
        profit = try controlling.profitAndLoss(by: .project, months)
        profitByMonth = try controlling.profitAndLoss(by: .month, months)
        health = try controlling.health(on: controlling.today)
        forecast = try controlling.forecast(through: last, deals: deals)
        ageing = controlling.ageing(on: controlling.today)
        daysOfSales = try controlling.daysOfSalesOutstanding(on: controlling.today)
    }
}

extension MoneyStatement {
    var currency: Currency { firm.currency }

    public var sections: [Page.Section] { [profitSection, valueSection, forecastSection, ageingSection] }

    private var profitSection: Page.Section {
        Page.Section("profit", "Profit and loss") {
            if !profit.rows.isEmpty {
                if profitByMonth.rows.count > 1 {
                    MonthBars(
                        title: "Revenue and cost by month, in \(currency.code)", currency: currency,
                        series: [
                            MonthBars.Series("revenue", .confirmed, profitByMonth.rows.map(\.figures.revenue)),
                            MonthBars.Series("cost", .quiet, profitByMonth.rows.map(\.figures.cost)),
                        ], months: profitByMonth.rows.map(\.key)
                    ).html
                    FigureTable.profit(profitByMonth, months, in: currency).html(isFolded: true)
                }
                FigureTable.profit(profit, months, in: currency).html(isFolded: false)
            }
        }
    }

    private var valueSection: Page.Section {
        let report = HealthReport(health, on: day, in: currency, detailed: false)
        return Page.Section("earned-value", "How projects stand") {
            if !health.isEmpty {
                EarnedValueBars(health: health, currency: currency).html
                report.tables().map { $0.html(isFolded: false) }
            }
        }
    }

    private var forecastSection: Page.Section {
        Page.Section("money-ahead", "Revenue and cash to come") {
            if !forecast.lines.isEmpty {
                bars("Revenue by month", \.revenue)
                FigureTable.revenue(forecast, in: currency).html(isFolded: true)
                bars("Cash that comes in less what goes out", \.net)
                FigureTable.cash(forecast, in: currency).html(isFolded: true)
            }
        }
    }

    private func bars(_ title: String, _ amount: KeyPath<MoneyForecast.Line, MoneyForecast.Amount>) -> HTML {
        let amounts = forecast.lines.map { $0[keyPath: amount] }
        return MonthBars(
            title: "\(title), in \(currency.code)", currency: currency,
            series: [
                MonthBars.Series("won work", .confirmed, amounts.map(\.confirmed)),
                MonthBars.Series("with proposals, by their chance", .tentative, amounts.map(\.weighted)),
            ], months: forecast.lines.map { "\($0.month)" }
        ).html
    }

    private var ageingSection: Page.Section {
        Page.Section("ageing", "Who owes what") {
            if !ageing.isEmpty {
                FigureTable.ageing(ageing, on: day, daysOfSales: daysOfSales, firm).html(isFolded: false)
            }
        }
    }
}

extension FigureTable {
    /// The table as it is shown to people, its notes below it.
    func html(isFolded: Bool) -> HTML {
        let shown = shown()
        guard !shown.rows.isEmpty else { return .nothing }
        var table = PlainTable(shown.heading, [.text(shown.subject)] + shown.columns.map { .number($0) })
        for row in shown.rows {
            table.add([.init(row.name, row.isBad ? .bad : nil)] + row.cells.map { .init($0) })
        }
        if let total = shown.total { table.addTotal(["in all"] + total.map { .init($0) }) }
        let notes = shown.notes.map { HTML("p", .class("note"), text: $0) }
        return isFolded ? table.folded(with: notes) : .list([table.html] + notes)
    }
}
