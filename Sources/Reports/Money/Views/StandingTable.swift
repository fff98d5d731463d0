// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing

extension FigureTable {
    public static func backlog(_ standings: [ContractStanding], _ month: Month, in currency: Currency) -> FigureTable {
        var table = FigureTable(
            "Backlog at the end of \(month)", "contract", in: currency,
            [
                Column("", "currency"), Column("agreed"), Column("earned"), Column("backlog"),
                Column("earned", "share earned"),
            ],
            unit: "each in its own currency")
        for item in standings {
            table.add(
                item.contract.text, item.name,
                [
                    .text(item.currency.code), item.value.map { .amount($0, item.currency) } ?? .none,
                    .amount(item.earned, item.currency), item.backlog.map { .amount($0, item.currency) } ?? .none,
                    item.value.map { .share($0 > .zero ? Share.part(item.earned, of: $0) : nil) } ?? .none,
                ])
        }
        table.notes =
            preliminary(standings)
            + ["Without an agreed sum, by the hour or without end, there is no backlog."]
        return table
    }

    public static func workInProgress(
        _ standings: [ContractStanding], _ month: Month, in currency: Currency
    ) -> FigureTable {
        var table = FigureTable(
            "Earned and invoiced by the end of \(month)", "contract", in: currency,
            [
                Column("", "currency"), Column("earned"), Column("invoiced"), Column("WIP", "work in progress"),
                Column("deferred"),
            ], unit: "each in its own currency")
        for item in standings {
            table.add(
                item.contract.text, item.name,
                [
                    .text(item.currency.code), .amount(item.earned, item.currency),
                    .amount(item.invoiced, item.currency),
                    .amount(item.workInProgress, item.currency), .amount(item.deferred, item.currency),
                ])
        }
        table.notes = preliminary(standings)
        return table
    }

    private static func preliminary(_ standings: [ContractStanding]) -> [String] {
        standings.filter { $0.preliminary != .zero }.map {
            "Of \($0.name), \(Amounts.exact($0.preliminary, $0.currency)) are of open months: preliminary."
        }
    }

    public static func ageing(
        _ aged: [AgedReceivables], on day: Day, daysOfSales: Int?, _ firm: Firm
    ) -> FigureTable {
        var table = FigureTable(
            "Receivables on \(day), by days late", "client", in: firm.currency,
            [Column("", "currency")] + AgedReceivables.bucketNames.map { Column($0) }
                + [Column("owed"), Column("credit")], unit: "each in its own currency")
        for item in aged {
            table.add(
                item.client.text, firm.clients.first { $0.id == item.client }?.name ?? item.client.text,
                [.text(item.currency.code)] + item.buckets.map { .amount($0, item.currency) }
                    + [.amount(item.owed, item.currency), .amount(item.credit, item.currency)],
                item.buckets.dropFirst(2).contains { $0 > .zero } ? .bad : nil)
        }
        if let daysOfSales {
            table.notes.append("Days of sales outstanding, of 90 days: \(daysOfSales).")
        }
        return table
    }
}

extension Share {
    /// To a millionth.
    fileprivate static func part(_ part: Money, of whole: Money) -> Share {
        Share(millionths: Money(minorUnits: 1_000_000).times(part.minorUnits, over: whole.minorUnits).minorUnits)
    }
}
