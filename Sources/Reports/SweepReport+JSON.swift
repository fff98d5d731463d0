// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
public import Verification
import WhatIf

extension SweepReport {
    public func json() -> JSON {
        .object([
            "scenario": .string(input.scenario), "digest": .string(input.digest),
            "seed": .number("\(input.seed)"), "draws": input.draws.map { .integer($0) } ?? .null,
            "varied": .array(input.varied.map { .string($0) }), "currency": .string(input.currency),
            "points": .array(summary.points.map(json)),
        ])
    }

    private func json(_ point: SweepSummary.Point) -> JSON {
        .object([
            "values": .array(point.values.map { .string($0) }), "scenarios": .integer(point.count),
            "demand": spread(point.asked, hours), "filled": spread(point.filled, hours),
            "coverage": spread(point.coverage) { .real(($0 * 10_000).rounded(.down) / 10_000) },
            "revenue": spread(point.revenue, amount), "cost": spread(point.cost, amount),
            "margin": spread(point.margin, amount), "worth": spread(point.worth, amount),
            "overtime": spread(point.overtime, hours), "subcontracted": spread(point.subcontracted, hours),
            "bench": spread(point.bench, hours),
            "proposals": .array(
                zip(point.proposals, input.proposals).map { proposal, stated in
                    .object([
                        "project": .string(proposal.id.text),
                        "chance": .real(Double(stated.chance) / 1_000_000), "won": .integer(proposal.wins),
                        "margin if won": proposal.marginIfWon.map(amount) ?? .null,
                        "margin if lost": proposal.marginIfLost.map(amount) ?? .null,
                    ])
                }),
            "hires": .array(
                point.hires.map { need in
                    .object([
                        "skill": .string(need.skill), "month": .string(need.month),
                        "people": spread(need.thousandths) { .number(Numbers.thousandths($0)) },
                    ])
                }),
        ])
    }

    private func spread<Value>(_ spread: Spread<Value>, _ json: (Value) -> JSON) -> JSON {
        .object(["p10": json(spread.p10), "p50": json(spread.p50), "p90": json(spread.p90)])
    }

    private func hours(_ hours: Hours) -> JSON { .number(hours.decimal) }

    private func amount(_ money: Money) -> JSON {
        Currency(input.currency).map { .number(money.decimal(in: $0)) } ?? .integer(money.minorUnits)
    }
}
