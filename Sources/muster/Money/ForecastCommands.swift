// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Reports
import Staffing

/// How far a forecast goes.
struct AheadOptions: ParsableArguments {
    @Option(help: "The last month, such as 2026-09; that of the horizon's end without it.")
    var through: Month?

    static let most = 60

    func last(_ firm: Firm) throws -> Month {
        let current = Month(of: try LedgerOptions.today())
        let last = through ?? max(current, Month(of: firm.horizon.days.last))
        guard (0..<AheadOptions.most).contains(current.distance(to: last)) else {
            throw WrongInput(description: "--through: from \(current) on, at most \(AheadOptions.most) months")
        }
        return last
    }
}

struct RevenueReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revenue",
        abstract: "Revenue and invoices of the months to come, confirmed and weighted.",
        usage: "muster report revenue <scenario> [<options>]",
        discussion: """
            As if everything that is booked were delivered as it is booked, and recognised and invoiced by the terms of \
            each contract at the end of each month.
            """)

    @OptionGroup var view: ViewOptions
    @OptionGroup var ahead: AheadOptions

    func run() throws {
        try view.show { views in
            let firm = views.accounts.firm
            return .revenue(try views.forecast(through: ahead.last(firm)), in: firm.currency)
        }
    }
}

struct CashReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cash",
        abstract: "Money that comes in and goes out in the months to come.",
        usage: "muster report cash <scenario> [<options>]",
        discussion: """
            Invoices are paid on their due dates, or as late as the client is used to pay (`pays` in the client's terms). \
            Payroll is everybody's working time at their cost rates, on the seller's payday; overheads are those of the \
            scenario; tax on invoices is paid in the month after theirs.
            """)

    @OptionGroup var view: ViewOptions
    @OptionGroup var ahead: AheadOptions

    func run() throws {
        try view.show { views in
            let firm = views.accounts.firm
            return .cash(try views.forecast(through: ahead.last(firm)), in: firm.currency)
        }
    }
}
