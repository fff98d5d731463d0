// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Staffing
import Verification

/// What a change of plan means for the firm, in a table, in a sentence, as JSON.
struct ConsequenceReport {
    let consequence: Consequence
    let firm: Firm
    /// How many moves are listed; the rest are counted.
    var mostShifts = 12

    private var currency: Currency { firm.currency }

    /// `the firm loses 2,340 EUR`, `the firm gains 80 EUR`, `the firm loses nothing`.
    func verdict(_ costs: String = "the firm loses", _ gains: String = "the firm gains") -> String {
        let money = consequence.worth
        if money.isNothing(in: currency) { return "\(costs) nothing" }
        let amount = "\(Numbers.money(Money(minorUnits: abs(money.minorUnits)), in: currency)) \(currency.code)"
        return money < .zero ? "\(costs) \(amount)" : "\(gains) \(amount)"
    }

    /// Before, after and the difference, a row for each figure that says something.
    func table(_ style: Style) -> [String] {
        var table = TextTable([.text(""), .number("as planned"), .number("then"), .number("difference"), .text("")])
        let (before, after) = (consequence.before, consequence.after)
        func money(_ name: String, _ old: Money, _ new: Money) {
            table.add([
                .init(name), .init(Numbers.money(old, in: currency)), .init(Numbers.money(new, in: currency)),
                .init(Numbers.change(new - old, in: currency)), .init(currency.code),
            ])
        }
        func hours(_ name: String, _ old: Hours, _ new: Hours) {
            table.add([
                .init(name), .init(Numbers.hours(old)), .init(Numbers.hours(new)), .init(Numbers.change(new - old)),
                "h",
            ])
        }
        money("value", before.worth, after.worth)
        money("revenue", before.revenue, after.revenue)
        money("cost", before.cost, after.cost)
        money("margin", before.margin, after.margin)
        if before.asked != after.asked { hours("demand", before.asked, after.asked) }
        hours("filled", before.filled, after.filled)
        hours("unfilled", before.asked - before.filled, after.asked - after.filled)
        if before.overtime > .zero || after.overtime > .zero { hours("overtime", before.overtime, after.overtime) }
        if before.subcontracted > .zero || after.subcontracted > .zero {
            hours("subcontracted", before.subcontracted, after.subcontracted)
        }
        return table.lines(style)
    }

    /// Who gains and loses hours on which line; nothing where nobody does.
    func moves(_ style: Style) -> [String] {
        guard !consequence.shifts.isEmpty else { return [] }
        var table = TextTable([
            .text("who", .cut(floor: 14)), .text("line", .cut(floor: 14)), .number("more"), .number("less"),
        ])
        for shift in consequence.shifts.prefix(mostShifts) {
            table.add([
                .init(firm.name(of: shift.worker)), .init(shift.line.description),
                .init(shift.gained > .zero ? "\(Numbers.hours(shift.gained)) h" : ""),
                .init(shift.lost > .zero ? "\(Numbers.hours(shift.lost)) h" : ""),
            ])
        }
        let left = consequence.shifts.count - mostShifts
        let rest = left > 0 ? ["  … and \(left) more; `--json` has all of them."] : []
        return [style.heading("Who moves")] + table.lines(style) + rest.map { style.paint($0, .quiet) }
    }

    /// The line that loses most filled hours and how many lose any, in a few words; empty where none does.
    func shortfall() -> String {
        let worse = consequence.shortfalls.filter { $0.hours > .zero }
        guard let most = worse.max(by: { $0.hours < $1.hours }) else { return "" }
        let others = worse.count > 1 ? " and \(worse.count - 1) more" : ""
        return "\(most.line) short of \(Numbers.hours(most.hours)) h\(others)"
    }

    func json() -> JSON {
        func sums(_ sums: Consequence.Sums) -> JSON {
            .object([
                "value": .number(sums.worth.decimal(in: currency)),
                "revenue": .number(sums.revenue.decimal(in: currency)),
                "cost": .number(sums.cost.decimal(in: currency)), "margin": .number(sums.margin.decimal(in: currency)),
                "demanded hours": .number(sums.asked.decimal), "filled hours": .number(sums.filled.decimal),
                "overtime hours": .number(sums.overtime.decimal),
                "subcontracted hours": .number(sums.subcontracted.decimal),
            ])
        }
        return .object([
            "value": .number(consequence.worth.decimal(in: currency)),
            "margin": .number(consequence.margin.decimal(in: currency)),
            "filled hours": .number(consequence.filled.decimal), "before": sums(consequence.before),
            "after": sums(consequence.after),
            "moves": .array(
                consequence.shifts.map { shift in
                    .object([
                        shift.worker.key: .string(shift.worker.description), "line": .string(shift.line.description),
                        "gained": .number(shift.gained.decimal), "lost": .number(shift.lost.decimal),
                    ])
                }),
            "shortfalls": .array(
                consequence.shortfalls.map {
                    .object(["line": .string($0.line.description), "hours": .number($0.hours.decimal)])
                }),
        ])
    }
}

extension Shift.Worker {
    fileprivate var key: String {
        switch self {
        case .person: "person"
        case .pool: "pool"
        }
    }
}

extension Money {
    /// Less than one major unit: what rounding to whole seconds comes to.
    func isNothing(in currency: Currency) -> Bool { abs(minorUnits) < currency.scale }
}

extension Firm {
    func name(of id: Identifier<Person>) -> String { people.first { $0.id == id }?.name ?? id.text }
    func name(of id: Identifier<SubcontractorPool>) -> String { subcontractors.first { $0.id == id }?.name ?? id.text }

    func name(of worker: Shift.Worker) -> String {
        switch worker {
        case .person(let id): name(of: id)
        case .pool(let id): name(of: id)
        }
    }

    func line(_ id: LineID) -> DemandLine? {
        projects.first { $0.id == id.project }?.lines.first { $0.id == id.line }
    }
}

extension HourValue {
    /// `An hour of it is worth 269 EUR: bill 108 + unmet 200 − cost 43 − misfit 2, times the chance of 60 %.`
    func sentence(in currency: Currency) -> String {
        func money(_ rate: Rate) -> String {
            Numbers.rate(Money(minorUnits: abs(rate.perHour.minorUnits)), in: currency)
        }
        var parts = "rate \(money(bill)) + price of an unmet hour \(money(unmet)) − cost \(money(cost))"
        if misfit.perHour > .zero { parts += " − misfit \(money(misfit))" }
        if misfit.perHour < .zero { parts += " + good fit \(money(misfit))" }
        if chance < .whole { parts += ", times the chance of \(Numbers.percent(chance))" }
        return "An hour there is worth \(Numbers.rate(worth, in: currency)) \(currency.code): \(parts)."
    }

    func json(in currency: Currency) -> JSON {
        .object([
            "worth": .number(worth.decimal(in: currency)), "chance": .real(chance.fraction),
            "rate": .number(bill.perHour.decimal(in: currency)),
            "unmet": .number(unmet.perHour.decimal(in: currency)),
            "cost": .number(cost.perHour.decimal(in: currency)),
            "misfit": .number(misfit.perHour.decimal(in: currency)),
        ])
    }
}

extension Style {
    /// Paragraphs, indented by two.
    func paragraphs(_ texts: [String]) -> [String] {
        texts.flatMap { $0.printable.wrapped(to: width - 2).map { "  " + $0 } }
    }

    /// Sections with an empty line between them, ended by a line break.
    func joined(_ sections: [[String]]) -> String {
        sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}
