// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension Figures {
    /// A figure of a plan file: its name, and its value as JSON.
    struct Item: Equatable {
        let name: String
        let value: JSON
    }

    /// The names of ``summary(in:)``, in their order. Those of hours end in "hours", the others are money.
    /// Penalties are only there where a milestone with one is late.
    package static let summaryNames =
        [
            "demanded hours", "filled hours", "unfilled hours", "effective hours", "booked hours", "billable hours",
            "overtime hours", "bench hours",
        ] + Basis.allCases.flatMap { basis in ["revenue", "cost", "margin"].map { "\(basis.rawValue) \($0)" } }
        + ["marginal cost"]

    /// What a plan file says a plan comes to, in the order of the file.
    func summary(in currency: Currency) -> [Item] {
        func hours(_ name: String, _ hours: Hours) -> Item { Item(name: name, value: .number(hours.decimal)) }
        func money(_ name: String, _ money: Money) -> Item {
            Item(name: name, value: .number(money.decimal(in: currency)))
        }
        let coverage = coverage
        let use = use
        let bases = Basis.allCases.flatMap { basis in
            let earnings = earnings(basis)
            return [
                money("\(basis.rawValue) revenue", earnings.revenue), money("\(basis.rawValue) cost", earnings.cost),
                money("\(basis.rawValue) margin", earnings.margin),
            ]
        }
        return [
            hours("demanded hours", coverage.asked), hours("filled hours", coverage.filled),
            hours("unfilled hours", coverage.unfilled), hours("effective hours", use.effective),
            hours("booked hours", use.load), hours("billable hours", use.billable),
            hours("overtime hours", use.overtime), hours("bench hours", use.bench),
        ] + bases + [money("marginal cost", marginalCost)]
            + (penalties > .zero ? [money("penalties", earnings(.weighted).penalties)] : [])
    }
}
