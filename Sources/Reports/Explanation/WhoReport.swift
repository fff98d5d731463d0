// SPDX-License-Identifier: GPL-3.0-or-later

public import Explanation
import Matching
public import Staffing
public import Verification

/// Who could do a line, in tables and as JSON.
public struct WhoReport: Sendable {
    let who: Who
    let firm: Firm

    public init(of who: Who, in firm: Firm) {
        self.who = who
        self.firm = firm
    }

    public func text(_ style: Style, everybody: Bool = false) -> String {
        style.joined([
            head(style), candidates(style), pools(style), nearMisses(style, most: everybody ? .max : 6),
        ])
    }

    private func head(_ style: Style) -> [String] {
        let state =
            who.isLeftOut
            ? "left out of the plan"
            : "\(Numbers.hours(who.coverage.asked)) h, \(Numbers.percent(who.coverage)) filled"
        let need = firm.line(who.line).map(asks) ?? ""
        return [style.heading("Who could do \(who.line)?".printable)] + style.paragraphs([state + need])
    }

    private func asks(_ line: DemandLine) -> String {
        var parts = line.skills.map { "\($0.skill) \($0.level)" }
        if let role = line.role { parts.append("\(role)") }
        if let office = line.office { parts.append("in \(office)") }
        return parts.isEmpty ? "" : "; needs " + parts.joined(separator: ", ")
    }

    private func candidates(_ style: Style) -> [String] {
        guard !who.rows.isEmpty else { return style.paragraphs(["Nobody is eligible."]) }
        let isQuick = who.rows.allSatisfy { $0.consequence == nil }
        var table = TextTable([
            .text("who", .cut(floor: 14)), .number("planned"), .number("h a week"), .number("an hour"),
            .number(isQuick ? "" : "for the firm"), .text(isQuick ? "" : "then", .wrap(floor: 16)),
        ])
        let rows = isQuick ? who.rows : who.rows.filter { $0.consequence != nil || $0.reservation == nil }
        for row in rows {
            let planned = row.planned.isDust ? "" : "\(Numbers.hours(row.planned)) h"
            table.add(
                [.init(firm.name(of: row.person)), .init(planned)]
                    + cells(row.reservation, row.consequence, row.value, firm))
        }
        let title =
            isQuick
            ? "By the worth of an hour"
            : "With as much of it as their weeks hold, and what that means for the whole firm"
        let gains = who.rows.contains { ($0.consequence?.worth ?? .zero) > .zero }
        let note = "A gain is that of cover, which is decided when all shares are: without it no plan is better."
        return [style.heading(title)] + table.lines(style)
            + more(isQuick ? 0 : who.rows.count - rows.count, style)
            + (gains ? style.paragraphs([note]).map { style.paint($0, .quiet) } : [])
    }

    private func pools(_ style: Style) -> [String] {
        guard !who.pools.isEmpty else { return [] }
        var table = TextTable([
            .text("subcontractors", .cut(floor: 14)), .number("planned"), .number("h a week"), .number("an hour"),
        ])
        for pool in who.pools {
            table.add([
                .init(firm.name(of: pool.pool)),
                .init(pool.planned.isDust ? "" : "\(Numbers.hours(pool.planned)) h"),
                .init(Numbers.hours(pool.hoursPerWeek)), .init(Numbers.rate(pool.value.worth, in: firm.currency)),
            ])
        }
        return table.lines(style)
    }

    private func nearMisses(_ style: Style, most: Int) -> [String] {
        guard !who.nearMisses.isEmpty else { return [] }
        var table = TextTable([.text("nearly", .cut(floor: 14)), .text("but", .wrap(floor: 30))])
        for miss in who.nearMisses.prefix(most) {
            table.add([
                .init(firm.name(of: miss.person)), .init(miss.obstacles.map(\.brief).joined(separator: ", ")),
            ])
        }
        let left = who.nearMisses.count - min(most, who.nearMisses.count)
        let rest = left > 0 ? [style.paint("  … and \(left) further away; `--all` shows them.", .quiet)] : []
        return [style.heading("Near misses")] + table.lines(style) + rest
    }

    public func json() -> JSON {
        .object([
            "line": .string(who.line.description), "demanded hours": .number(who.coverage.asked.decimal),
            "filled hours": .number(who.coverage.filled.decimal),
            "candidates": .array(
                who.rows.map { row in
                    .object([
                        "person": .string(row.person.text), "planned hours": .number(row.planned.decimal),
                        "an hour": row.value.json(in: firm.currency), "forced": row.reservation?.json ?? .null,
                        "consequence": row.consequence.map {
                            ConsequenceReport(consequence: $0, firm: firm).json()
                        } ?? .null,
                    ])
                }),
            "subcontractors": .array(
                who.pools.map { pool in
                    .object([
                        "pool": .string(pool.pool.text), "planned hours": .number(pool.planned.decimal),
                        "hours a week": .number(pool.hoursPerWeek.decimal),
                        "an hour": pool.value.json(in: firm.currency),
                    ])
                }),
            "near misses": .array(
                who.nearMisses.map { miss in
                    .object([
                        "person": .string(miss.person.text), "obstacles": .array(miss.obstacles.map(\.json)),
                    ])
                }),
        ])
    }
}
