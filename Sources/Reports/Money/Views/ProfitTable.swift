// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing

/// Months as titles name them: `2026-03`, `2026-01 to 2026-03`.
private func words(_ months: ClosedRange<Month>) -> String {
    months.lowerBound == months.upperBound
        ? "\(months.lowerBound)" : "\(months.lowerBound) to \(months.upperBound)"
}

extension FigureTable {
    public static func profit(
        _ view: Grouped<ProfitFigures>, _ months: ClosedRange<Month>, in currency: Currency
    ) -> FigureTable {
        var table = FigureTable(
            "Profit and loss by \(view.grouping.rawValue), \(words(months))", view.grouping.rawValue, in: currency,
            [
                Column("revenue"), Column("labour"), Column("expenses"), Column("third p.", "third parties"),
                Column("other", "other costs"), Column("margin"), Column("%", "margin share"),
            ])
        func figures(_ item: ProfitFigures) -> [Figure] {
            [
                .money(item.revenue), .money(item.labour), .money(item.expenses), .money(item.thirdParties),
                .money(item.expectedLosses + item.badDebt), .money(item.margin), .share(item.marginShare),
            ]
        }
        for row in view.rows {
            table.add(row.key, row.name, figures(row.figures), row.figures.margin < .zero ? .bad : nil)
        }
        table.sum(figures(view.total))
        if view.total.preliminary != .zero {
            let amount = Amounts.exact(view.total.preliminary, currency)
            table.notes.append("Of the revenue, \(amount) are of open months: preliminary, until they are closed.")
        }
        if view.total.expectedLosses + view.total.badDebt != .zero {
            table.notes.append("Other: losses expected on contracts, and invoices that will not be paid.")
        }
        return table
    }

    public static func margin(
        _ view: Grouped<MarginFigures>, _ months: ClosedRange<Month>, in currency: Currency
    ) -> FigureTable {
        var table = FigureTable(
            "Planned and actual margin by \(view.grouping.rawValue), \(words(months))", view.grouping.rawValue,
            in: currency,
            [
                Column("planned", "planned revenue"), Column("margin", "planned margin"),
                Column("%", "planned margin share"), Column("actual", "actual revenue"),
                Column("margin", "actual margin"), Column("%", "actual margin share"),
                Column("more", "difference of margins"),
            ])
        func figures(_ item: MarginFigures) -> [Figure] {
            [
                .money(item.plannedRevenue), .money(item.plannedMargin), .share(item.plannedShare),
                .money(item.actual.revenue), .money(item.actual.margin), .share(item.actual.marginShare),
                .money(item.difference),
            ]
        }
        for row in view.rows {
            table.add(row.key, row.name, figures(row.figures), row.figures.difference < .zero ? .bad : nil)
        }
        table.sum(figures(view.total))
        table.notes.append("Planned is what is booked, at the agreed rates and at what people cost.")
        return table
    }

    public static func utilisation(
        _ view: Grouped<UtilisationFigures>, _ months: ClosedRange<Month>, in currency: Currency
    ) -> FigureTable {
        var table = FigureTable(
            "Utilisation by \(view.grouping.rawValue), \(words(months))", view.grouping.rawValue, in: currency,
            [
                Column("working h", "working hours"), Column("billable h", "billable hours"),
                Column("client h", "client hours"), Column("all h", "all hours"),
                Column("billable", "billable utilisation"), Column("client", "client utilisation"),
                Column("total", "total utilisation"),
            ], hasMoney: false)
        func figures(_ item: UtilisationFigures) -> [Figure] {
            [
                .hours(item.capacity), .hours(item.billable), .hours(item.client), .hours(item.worked),
                .share(item.billableShare), .share(item.clientShare), .share(item.workedShare),
            ]
        }
        for row in view.rows { table.add(row.key, row.name, figures(row.figures)) }
        table.sum(figures(view.total))
        table.notes.append("Of groups: the sum of hours over the sum of working time.")
        return table
    }

    public static func realisation(
        _ view: Grouped<RealisationFigures>, _ months: ClosedRange<Month>, in currency: Currency
    ) -> FigureTable {
        var table = FigureTable(
            "Realisation by \(view.grouping.rawValue), \(words(months))", view.grouping.rawValue, in: currency,
            [
                Column("billable h", "hours recorded"), Column("billed h", "hours billed"),
                Column("by hours", "realisation by hours"), Column("worth"), Column("billed"),
                Column("by value", "realisation by value"),
            ])
        func figures(_ item: RealisationFigures) -> [Figure] {
            [
                .hours(item.recorded), .hours(item.billed), .share(item.byHours), .money(item.worth),
                .money(item.invoiced), .share(item.byValue),
            ]
        }
        for row in view.rows { table.add(row.key, row.name, figures(row.figures)) }
        table.sum(figures(view.total))
        table.notes.append(
            "By hours: hours on invoices over billable hours of work sold by the hour. By value: invoiced over what all "
                + "billable work is worth at the agreed rates. Both of what was invoiced and worked in the months.")
        if view.total.unpriced > .zero {
            table.notes.append("\(Numbers.clock(view.total.unpriced)) h have no rate and are in no worth.")
        }
        return table
    }

    public static func leakage(
        _ view: Grouped<LeakageFigures>, _ months: ClosedRange<Month>, in currency: Currency
    ) -> FigureTable {
        var table = FigureTable(
            "Leakage by \(view.grouping.rawValue), \(words(months))", view.grouping.rawValue, in: currency,
            [
                Column("beyond cap"), Column("written off"), Column("free h", "hours not billable"),
                Column("free", "not billable"), Column("no rate h", "hours without a rate"), Column("lost"),
                Column("of revenue", "share of revenue"),
            ])
        func figures(_ item: LeakageFigures) -> [Figure] {
            [
                .money(item.beyondCap), .money(item.writtenOff), .hours(item.notBillableHours),
                .money(item.notBillable), .hours(item.unpriced), .money(item.lost), .share(item.share),
            ]
        }
        for row in view.rows { table.add(row.key, row.name, figures(row.figures)) }
        table.sum(figures(view.total))
        table.notes.append(
            "Free: not billable on projects that a client pays for, at the agreed rates. Written off with tax, where it "
                + "was an invoice. Beyond cap: by the end of the months.")
        return table
    }
}
