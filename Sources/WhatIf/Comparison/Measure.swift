// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A figure by which plans are compared.
public enum Measure: Hashable, Sendable, CaseIterable {
    case demand, filled, unfilled
    case unfilledOf(Priority)
    case coverage
    case revenue, cost, margin, marginRatio, worth
    case capacity, booked, utilisation, billableUtilisation
    case overtime, subcontracted, bench

    /// In the order in which they are shown.
    public static let allCases: [Measure] =
        [.demand, .filled, .unfilled] + Priority.allCases.map { .unfilledOf($0) } + [
            .coverage, .revenue, .cost, .margin, .marginRatio, .worth, .capacity, .booked, .utilisation,
            .billableUtilisation, .overtime, .subcontracted, .bench,
        ]

    public enum Amount: Sendable, Equatable {
        case hours(Hours)
        case money(Money)
        /// Nil where there is nothing to divide by.
        case ratio(Double?)
    }

    /// Whether a planner is glad of more of it or of less.
    public enum Wish: Sendable { case more, less, neither }

    /// As it stands in JSON and CSV.
    public var name: String {
        switch self {
        case .demand: "demand"
        case .filled: "filled"
        case .unfilled: "unfilled"
        case .unfilledOf(let priority): "unfilled \(priority.rawValue)"
        case .coverage: "coverage"
        case .revenue: "revenue"
        case .cost: "cost"
        case .margin: "margin"
        case .marginRatio: "margin ratio"
        case .worth: "worth"
        case .capacity: "capacity"
        case .booked: "booked"
        case .utilisation: "utilisation"
        case .billableUtilisation: "billable utilisation"
        case .overtime: "overtime"
        case .subcontracted: "subcontracted"
        case .bench: "bench"
        }
    }

    public var wish: Wish {
        switch self {
        case .filled, .coverage, .revenue, .margin, .marginRatio, .worth: .more
        case .unfilled, .unfilledOf: .less
        case .demand, .cost, .capacity, .booked, .utilisation, .billableUtilisation, .overtime, .subcontracted, .bench:
            .neither
        }
    }
}

extension Totals {
    public subscript(_ measure: Measure) -> Measure.Amount {
        switch measure {
        case .demand: .hours(asked)
        case .filled: .hours(filled)
        case .unfilled: .hours(asked - filled)
        case .unfilledOf(let priority): .hours(unfilled(priority))
        case .coverage: ratio(filled.seconds, asked.seconds)
        case .revenue: .money(revenue)
        case .cost: .money(cost)
        case .margin: .money(revenue - cost)
        case .marginRatio: ratio((revenue - cost).minorUnits, revenue.minorUnits)
        case .worth: .money(worth)
        case .capacity: .hours(capacity)
        case .booked: .hours(booked)
        case .utilisation: ratio(booked.seconds, capacity.seconds)
        case .billableUtilisation: ratio(billable.seconds, capacity.seconds)
        case .overtime: .hours(overtime)
        case .subcontracted: .hours(subcontracted)
        case .bench: .hours(bench)
        }
    }

    private func ratio(_ part: Int, _ whole: Int) -> Measure.Amount {
        .ratio(whole == 0 ? nil : Double(part) / Double(whole))
    }
}
