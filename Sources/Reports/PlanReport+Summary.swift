// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Verification

extension PlanReport {
    /// What the plan comes to, and how good it is.
    func summary() -> [String] {
        let horizon = firm.horizon
        let span = "\(horizon.firstWeek) … \(horizon.lastWeek)"
        let name = firm.name.printable.cut(to: style.width - span.columns - 2)
        let gap = String(repeating: " ", count: max(2, style.width - name.columns - span.columns))
        var lines = [style.heading(name) + gap + style.paint(span, .quiet), verdict(), ""]
        let facts = facts()
        var table = TextTable([
            .text(""), .number(""), .text(""), .number(""), .text(""), .number(""),
        ])
        for row in 0..<4 {
            table.add(
                [facts[row], facts[row + 4], facts[row + 8]].enumerated().flatMap { column, fact -> [TextTable.Cell] in
                    [
                        .init((column == 0 ? "" : "  ") + fact.name),
                        .init(
                            fact.unit.isEmpty ? fact.value : "\(fact.value) \(fact.unit)",
                            fact.isShort ? .warning : nil),
                    ]
                })
        }
        lines += table.lines(style)
        let notes = notes()
        return lines + (notes.isEmpty ? [] : [""] + notes.flatMap(wrapped))
    }

    /// A figure of the summary, as it is shown.
    package struct Fact {
        package let name: String
        package let value: String
        package let unit: String
        /// Whether it says that the plan falls short.
        package var isShort = false
    }

    /// What the plan comes to: demand, then people, then money, four figures each.
    package func facts() -> [Fact] {
        let coverage = figures.coverage
        let use = figures.use
        let earnings = figures.earnings(basis)
        func hours(_ name: String, _ hours: Hours, isShort: Bool = false) -> Fact {
            Fact(name: name, value: Numbers.hours(hours), unit: "h", isShort: isShort)
        }
        func money(_ name: String, _ money: Money) -> Fact {
            Fact(name: name, value: Numbers.money(money, in: firm.currency), unit: firm.currency.code)
        }
        return [
            hours("demand", coverage.asked), hours("filled", coverage.filled),
            hours("unfilled", coverage.unfilled, isShort: !figures.isFilled),
            Fact(name: "coverage", value: Numbers.percent(coverage), unit: ""),
            hours("capacity", use.effective), hours("booked", use.load), hours("bench", use.bench),
            Fact(name: "utilisation", value: Numbers.percent(use.utilisation), unit: ""),
            money("revenue", earnings.revenue), money("cost", earnings.cost), money("margin", earnings.margin),
            Fact(name: "margin", value: Numbers.percent(earnings.marginRatio), unit: ""),
        ]
    }

    /// Money weighs proposals by their chance where there are any.
    private var basis: Figures.Basis { hasProposals ? .weighted : .confirmed }

    /// The status in words: how good the plan is proven to be, and whether demand is met.
    package func verdict() -> String {
        let certificate = plan.certificate
        let proof: String
        switch certificate.status {
        case .optimal: proof = style.paint("Optimal", .good) + ", checked (gap \(Numbers.gap(certificate.gap)))"
        case .withinGap where plan.startsProof != nil && certificate.gap <= Certificate.roundingGap:
            proof = style.paint("Optimal", .good) + " at its starts, checked (gap \(Numbers.gap(certificate.gap)))"
        case .withinGap: proof = "Within \(Numbers.gap(certificate.gap)) of the best possible, checked"
        case .timeLimit: proof = "Stopped early, within \(Numbers.gap(certificate.gap)) of the best possible, checked"
        case .interrupted: proof = "Interrupted, within \(Numbers.gap(certificate.gap)) of the best possible, checked"
        }
        let unfilled = figures.coverage.unfilled
        let demand =
            figures.isFilled
            ? style.paint("all demand filled", .good)
            : style.paint("short of demand by \(Numbers.hours(unfilled)) h", .warning)
        return "\(proof) · \(demand)"
    }

    private var hasProposals: Bool {
        firm.policy.tentative != .out
            && firm.projects.contains {
                if case .proposed = $0.stage { true } else { false }
            }
    }

    /// What the figures leave open, a paragraph each.
    package func notes() -> [String] {
        var notes = proofNotes()
        if basis == .weighted {
            let won = figures.earnings(.confirmed)
            notes.append(
                "Money weighs proposals by their chance; won work alone: revenue "
                    + "\(Numbers.money(won.revenue, in: firm.currency)), margin \(Numbers.money(won.margin, in: firm.currency))."
            )
        }
        if !figures.use.overtime.isDust {
            notes.append(
                "Overtime: \(Numbers.hours(figures.use.overtime)) h, "
                    + "\(Numbers.money(figures.overtimePremium, in: firm.currency)) \(firm.currency.code) beyond ordinary pay."
            )
        }
        if figures.penalties > .zero { notes.append(penalties(basis)) }
        let subcontracted = plan.subcontractedHours
        if subcontracted > .zero { notes.append("Subcontracted: \(Numbers.hours(subcontracted)) h.") }
        return notes
    }

    /// What late milestones cost, and which they are.
    private func penalties(_ basis: Figures.Basis) -> String {
        let late = firm.projects.filter { $0.stage != .lost }.flatMap { project in
            firm.lateMilestones(of: project).filter { $0.penalty > .zero }.map { late in
                "\(late.milestone.name) of \(project.name) \(late.weeks == 1 ? "1 week" : "\(late.weeks) weeks") late"
            }
        }
        let sum = Numbers.money(figures.earnings(basis).penalties, in: firm.currency)
        return "Penalties, within cost: \(sum) \(firm.currency.code), for \(late.joined(separator: ", "))."
    }

    /// Of which kind the plan is, and what its gap rests on where that is not prices alone.
    private func proofNotes() -> [String] {
        switch plan.style {
        case .fractional: return ["Fractional: shares as small as it takes, which nobody can be booked for."]
        case .bookable:
            let certificate = plan.certificate
            guard certificate.searched != nil, certificate.gap < certificate.pricedGap else { return [] }
            return [
                "The gap is proven by a search that leaves out no plan people can be booked on; prices alone prove "
                    + "\(Numbers.gap(certificate.pricedGap))."
            ]
        }
    }

    /// A paragraph, indented by two.
    func wrapped(_ text: String) -> [String] {
        text.wrapped(to: style.width - 2).map { "  " + $0 }
    }

    /// What to do next.
    func closing() -> [String] {
        let next = !figures.isFilled ? "`muster check` names the causes" : "`muster check` looks for trouble ahead"
        return "\(next); `--people`, `--projects`, `--weeks` show more.".wrapped(to: style.width)
            .map { style.paint($0, .quiet) }
    }
}
