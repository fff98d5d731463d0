// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Outlook
import Planning
import Staffing
public import Verification
import WhatIf

extension ComparisonReport {
    /// One row a figure, one column a scenario.
    public func csv() -> String {
        let cases = comparison.cases
        let head = ["figure", "unit"] + cases.map(\.label)
        let figures = Measure.allCases.map { measure in
            [measure.name, unit(measure)] + cases.map { decimal($0.totals[measure]) ?? "" }
        }
        let alerts = Alert.Severity.allCases.reversed().map { severity in
            ["\(severity.rawValue)s", "alerts"] + cases.map { String($0.alerts.count(of: severity)) }
        }
        func moves(_ name: String, _ unit: String, _ value: (Turnover) -> String) -> [String] {
            [name, unit, ""] + comparison.variants.map { value($0.turnover) }
        }
        let moved = [
            moves("bookings moved", "bookings") { String($0.bookings) },
            moves("hours moved", "h") { $0.hours.decimal },
            moves("bookings new", "bookings") { String($0.newBookings) },
            moves("hours new", "h") { $0.newHours.decimal },
        ]
        let dates = dateRows.map { row in
            [name(row.subject), "date"] + row.deliveries.map { $0?.ends.description ?? "" }
        }
        return CSV.text([head] + figures + alerts + moved + dates)
    }

    public func json() -> JSON {
        .object([
            "currency": .string(currency.code), "basis": .string(comparison.basis.rawValue),
            "scenarios": .array(
                [scenario(base, [])] + comparison.variants.map { scenario($0.result, contrast($0)) }),
            "notes": .array(noteTexts.map { .string($0) }),
        ])
    }

    private func scenario(_ item: Comparison.Case, _ contrast: [JSON.Member]) -> JSON {
        .object(
            [
                .init("label", .string(item.label)), .init("scenario", .string(item.firm.name)),
                .init("from", .string(item.firm.horizon.firstWeek.description)),
                .init("to", .string(item.firm.horizon.lastWeek.description)),
                .init("status", .string(item.planned.plan.certificate.status.rawValue)),
                .init("gap", .real((item.planned.plan.certificate.gap * 1e9).rounded(.up) / 1e9)),
                .init("figures", figures(item.totals)),
                .init(
                    "alerts",
                    .object(
                        Alert.Severity.allCases.reversed().map {
                            .init("\($0.rawValue)s", .integer(item.alerts.count(of: $0)))
                        })),
                .init("dates", .array(item.deliveries.map(json))),
            ] + contrast)
    }

    /// What a variant changes.
    private func contrast(_ variant: Comparison.Variant) -> [JSON.Member] {
        let difference = variant.result.totals - base.totals
        return [
            .init("difference", figures(difference, ratios: false)),
            .init("new alerts", CheckReport(of: variant.newAlerts, in: variant.result.firm).json()),
            .init("gone alerts", CheckReport(of: variant.goneAlerts, in: base.firm).json()),
            .init(
                "moved",
                .object([
                    "bookings": .integer(variant.turnover.bookings), "hours": .number(variant.turnover.hours.decimal),
                    "new bookings": .integer(variant.turnover.newBookings),
                    "new hours": .number(variant.turnover.newHours.decimal),
                ])),
            .init("changes", DifferenceData.json(variant.difference)),
        ] + (variant.attribution.map { [.init("attribution", json($0))] } ?? [])
            + (variant.frontier.map { [.init("frontier", json($0))] } ?? [])
    }

    /// Differences of ratios are not ratios of differences, so those are left out.
    func figures(_ totals: Totals, ratios: Bool = true) -> JSON {
        .object(
            Measure.allCases.compactMap { measure in
                if case .ratio = totals[measure], !ratios { return nil }
                return .init(measure.name, decimal(totals[measure]).map { .number($0) } ?? .null)
            })
    }

    private func json(_ delivery: Delivery) -> JSON {
        let milestone: JSON =
            switch delivery.subject {
            case .project: .null
            case .milestone(_, _, let name): .string(name)
            }
        return .object([
            "project": .string(delivery.subject.project.text), "milestone": milestone,
            "due": delivery.due.map { .string($0.description) } ?? .null, "ends": .string(delivery.ends.description),
            "late": .bool(delivery.isLate), "short": .number(delivery.short.decimal),
        ])
    }

    private func unit(_ measure: Measure) -> String {
        switch base.totals[measure] {
        case .hours: "h"
        case .money: currency.code
        case .ratio: "ratio"
        }
    }

    func decimal(_ amount: Measure.Amount) -> String? {
        switch amount {
        case .hours(let hours): hours.decimal
        case .money(let money): money.decimal(in: currency)
        case .ratio(let ratio): ratio.map { "\(($0 * 1e6).rounded() / 1e6)" }
        }
    }

    private func name(_ subject: Delivery.Subject) -> String {
        switch subject {
        case .project(let project): "\(project) ends"
        case .milestone(let project, _, let name): "\(project): \(name) ends"
        }
    }
}
