// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
package import Staffing
import Verification

extension PlanReport {
    /// What stays unmet of a line for one reason, as it is shown.
    package struct UnfilledRow {
        package let line: LineID
        package let weeks: String
        package let hours: Hours
        package let why: String
    }

    /// What stays unmet, and why; the largest first.
    func unfilled() -> [String] {
        let rows = unfilledRows()
        guard !rows.isEmpty else { return [] }
        var table = TextTable([
            .text("line", .cut(floor: 16)), .text("weeks"), .number("short"), .text("why", .wrap(floor: 24)),
        ])
        for row in rows {
            table.add([
                .init(row.line.description), .init(row.weeks), .init("\(Numbers.hours(row.hours)) h", .warning),
                .init(row.why),
            ])
        }
        return [style.heading("Unfilled demand")] + table.lines(style)
    }

    /// The same in rows.
    package func unfilledRows() -> [UnfilledRow] {
        var totals: [Unfilled] = []
        for item in plan.unfilled where !item.weeks.total.isDust {
            if let index = totals.firstIndex(where: {
                $0.line == item.line && $0.reason == item.reason && $0.nearest == item.nearest
            }) {
                totals[index] = Unfilled(
                    line: item.line, reason: item.reason, nearest: item.nearest,
                    weeks: totals[index].weeks + item.weeks)
            } else {
                totals.append(item)
            }
        }
        let order = totals.indices.sorted { (totals[$1].weeks.total, $0) < (totals[$0].weeks.total, $1) }
        return order.compactMap { index in
            let item = totals[index]
            guard let first = item.weeks.first?.week, let last = item.weeks.last?.week else { return nil }
            return UnfilledRow(
                line: item.line, weeks: Numbers.weeks(first, last), hours: item.weeks.total,
                why: item.reason.words + nearest(item))
        }
    }

    private func nearest(_ item: Unfilled) -> String {
        guard let id = item.nearest, let person = firm.people.first(where: { $0.id == id }) else { return "" }
        switch item.reason {
        case .time, .team, .price, .rule: return "; most time left: \(person.name)"
        case .skill, .level, .combination, .role, .office, .site, .excluded, .away, .frozen:
            return "; nearest: \(person.name)"
        }
    }
}

extension Unfilled.Reason {
    /// Why, as a clause.
    package var words: String {
        switch self {
        case .skill(let skill): "nobody has \(skill)"
        case .level(let skill, let needs, let best): "needs \(skill) \(needs), best is \(best)"
        case .combination: "nobody has all that it asks for"
        case .role(let role): "no \(role) has its skills"
        case .office(let office): "nobody in \(office) has its skills"
        case .site(let site): "nobody with its skills travels to \(site)"
        case .excluded: "who could do it is excluded"
        case .away: "who could do it is away"
        case .time: "who could do it has no time"
        case .frozen: "the weeks are frozen"
        case .team: "who has time holds a seat of it already"
        case .price: "costs more than it is worth"
        case .rule(.mix): "who has time is of a grade of which there would be too much, or others are missing"
        case .rule(.company): "whom those with time need beside them is not there"
        case .rule(.smallest): "who has time has too little for a booking, or too little is left"
        case .rule(.atOnce): "who has time is on as many lines as may be at once"
        case .rule(.sites): "who has time is at as many sites as may be in a week"
        }
    }
}
