// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
public import Outlook
import Reports
public import Staffing
public import Verification

/// Capacity against demand and the bench as a page.
public struct ForecastPage: Sendable {
    private let forecast: Forecast
    private let bench: [BenchEntry]
    private let firm: Firm
    private let basis: Figures.Basis

    public init(of forecast: Forecast, bench: [BenchEntry], in firm: Firm, against basis: Figures.Basis) {
        self.forecast = forecast
        self.bench = bench
        self.firm = firm
        self.basis = basis
    }

    public var page: Page {
        let surplus = forecast.total.sum.surplus(basis)
        let words =
            surplus < .zero
            ? "Short of \(Numbers.hours(.zero - surplus)) h for \(basis.rawValue) demand"
            : "\(Numbers.hours(surplus)) h more than \(basis.rawValue) demand asks for"
        return Page(
            title: firm.name, subtitle: "\(firm.horizon.firstWeek) … \(firm.horizon.lastWeek)",
            lead: HTML("p", .class("lead"), text: words + ", whatever skills they take"),
            sections: [
                CapacityCharts(of: forecast, in: firm, against: basis).section,
                BenchSection(bench: bench, firm: firm).section,
            ])
    }
}
