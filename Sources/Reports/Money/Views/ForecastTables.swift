// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing

extension FigureTable {
    /// Revenue to come, by month.
    public static func revenue(_ forecast: MoneyForecast, in currency: Currency) -> FigureTable {
        var table = FigureTable(
            "Revenue and invoices to come", "month", in: currency,
            [
                Column("revenue", "revenue confirmed"), Column("weighted", "revenue weighted"),
                Column("invoiced", "invoiced confirmed"), Column("weighted", "invoiced weighted"),
            ])
        var sum = [Money](repeating: .zero, count: 4)
        for line in forecast.lines {
            let amounts = [
                line.revenue.confirmed, line.revenue.weighted, line.invoiced.confirmed, line.invoiced.weighted,
            ]
            sum = zip(sum, amounts).map { $0 + $1 }
            table.add("\(line.month)", "\(line.month)", amounts.map { .money($0) })
        }
        table.sum(sum.map { .money($0) })
        table.notes =
            [
                "If what is booked is delivered as it is booked. Weighted: with proposed work, times its chance."
            ]
            + forecast.contracts.map { contract in
                let amount = Amounts.exact(contract.revenue.reduce(.zero, +), currency)
                let chance = contract.chance == .whole ? "" : ", if it is won (\(Numbers.percent(contract.chance)))"
                return "\(contract.name): \(amount)\(chance)"
            }
        return table
    }

    /// Money that comes in and goes out, by month.
    public static func cash(_ forecast: MoneyForecast, in currency: Currency) -> FigureTable {
        var table = FigureTable(
            "Cash to come", "month", in: currency,
            [
                Column("received", "received confirmed"), Column("payroll"),
                Column("subcontr.", "subcontractors confirmed"), Column("overheads"), Column("tax", "tax confirmed"),
                Column("net", "net confirmed"), Column("weighted", "net weighted"),
            ])
        var sum = [Money](repeating: .zero, count: 7)
        for line in forecast.lines {
            let amounts = [
                line.received.confirmed, -line.payroll, -line.subcontractors.confirmed, -line.overheads,
                -line.tax.confirmed, line.net.confirmed, line.net.weighted,
            ]
            sum = zip(sum, amounts).map { $0 + $1 }
            table.add(
                "\(line.month)", "\(line.month)", amounts.map { .money($0) },
                line.net.confirmed < .zero ? .bad : nil)
        }
        table.sum(sum.map { .money($0) })
        table.notes = [
            "Clients pay as late as they are used to; payroll is everybody's working time at its cost; tax on invoices is "
                + "paid in the month after theirs. Weighted: with proposed work, times its chance."
        ]
        return table
    }
}
