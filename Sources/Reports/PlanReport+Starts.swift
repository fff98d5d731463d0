// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Verification

extension PlanReport {
    /// When work begins whose start was open, and how good that choice is.
    func starts() -> [String] {
        guard !plan.starts.isEmpty else { return [] }
        var table = TextTable([
            .text("phase", .cut(floor: 16)), .text("begins"), .text("of its window", .wrap(floor: 24)),
        ])
        for project in firm.projects {
            let starts = plan.starts.filter { $0.project == project.id }
            guard !starts.isEmpty else { continue }
            table.addHeading(project.name)
            for start in starts {
                guard let phase = project.phases.first(where: { $0.id == start.phase }) else { continue }
                table.add(["\(start.phase)", "\(start.day)", .init(phase.place(of: start.day))])
            }
        }
        return [style.heading("When work begins")] + table.lines(style) + wrapped(startsVerdict())
    }

    /// What is proven about the choice of starts.
    private func startsVerdict() -> String {
        guard let proof = plan.startsProof else { return "These starts were laid down, not chosen by this plan." }
        let all = StartsBound.combinations(of: firm.unplaced)
        let step = firm.projects.indices.map { firm.unplaced.placements(of: $0).step }.max() ?? 1
        let which = step > 1 ? " among starts every \(step) weeks" : ""
        let choices = "\(Numbers.grouped(all)) choices of starts"
        if plan.style == .fractional, proof.planned == all {
            return "The best\(which): each of the \(choices) was planned."
        }
        if proof.gap <= Certificate.roundingGap {
            return "The best\(which): cover aside, none of the \(choices) can be worth more, checked "
                + "(\(proof.planned) were planned)."
        }
        let tried =
            switch proof.planned {
            case all: "all \(choices)"
            case 0: "those that were looked at"
            default: "\(Numbers.grouped(proof.planned)) that were planned"
            }
        let how = plan.style == .bookable ? ", with any share of anything" : ""
        let others = proof.planned == all ? "of them" : "of the \(choices)"
        return "The best of \(tried)\(which)\(how). Cover aside, a plan at none \(others) can be worth more than "
            + "\(Numbers.gap(proof.gap)) more, checked."
    }
}

extension Phase {
    /// `2 weeks into 2026-02-02 .. 2026-03-02`
    fileprivate func place(of day: Day) -> String {
        guard let start, let latest else { return "" }
        let window = "\(DayRange(start, latest))"
        if day > latest { return "after \(window), for what it waits for" }
        let weeks = (day - start) / 7
        return weeks == 0 ? "the first day of \(window)" : "\(weeks) \(weeks == 1 ? "week" : "weeks") into \(window)"
    }
}
