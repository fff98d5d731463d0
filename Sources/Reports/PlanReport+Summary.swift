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
        let coverage = figures.coverage
        let use = figures.use
        let basis: Figures.Basis = hasProposals ? .weighted : .confirmed
        let earnings = figures.earnings(basis)
        let currency = firm.currency.code
        func money(_ money: Money) -> String { "\(Numbers.money(money, in: firm.currency)) \(currency)" }
        var table = TextTable([
            .text(""), .number(""), .text(""), .number(""), .text(""), .number(""),
        ])
        table.add([
            "demand", "\(Numbers.hours(coverage.asked)) h", "  capacity", "\(Numbers.hours(use.effective)) h",
            "  revenue", .init(money(earnings.revenue)),
        ])
        table.add([
            "filled", "\(Numbers.hours(coverage.filled)) h", "  booked", "\(Numbers.hours(use.load)) h", "  cost",
            .init(money(earnings.cost)),
        ])
        table.add([
            "unfilled", .init("\(Numbers.hours(coverage.unfilled)) h", figures.isFilled ? nil : .warning),
            "  bench", "\(Numbers.hours(use.bench)) h", "  margin", .init(money(earnings.margin)),
        ])
        table.add([
            "coverage", .init(Numbers.percent(coverage)), "  utilisation",
            .init(Numbers.percent(use.utilisation)),
            "  margin", .init(Numbers.percent(earnings.marginRatio)),
        ])
        lines += table.lines(style)
        lines += notes(basis)
        return lines
    }

    /// The status in words: how good the plan is proven to be, and whether demand is met.
    private func verdict() -> String {
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

    private func notes(_ basis: Figures.Basis) -> [String] {
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
        return notes.isEmpty ? [] : [""] + notes.flatMap(wrapped)
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
