// SPDX-License-Identifier: GPL-3.0-or-later

public import Planning
public import Staffing

/// How far a plan has come, in one line.
public enum ProgressWords {
    /// `searching: best 1,204,000 EUR, at most 1,210,500 EUR, gap 0.54 %`
    public static func text(_ progress: PlanningProgress, in currency: Currency) -> String {
        var parts: [String] = []
        if let best = progress.best { parts.append("best \(Numbers.money(best, in: currency)) \(currency.code)") }
        if let bound = progress.bound { parts.append("at most \(Numbers.money(bound, in: currency)) \(currency.code)") }
        if let gap = progress.gap { parts.append("gap \(Numbers.gap(gap))") }
        let phase = words(progress.phase) + (progress.goal.map { " for \($0.name)" } ?? "")
        return parts.isEmpty ? phase : "\(phase): \(parts.joined(separator: ", "))"
    }

    private static func words(_ phase: PlanningPhase) -> String {
        switch phase {
        case .match: "matching people and work"
        case .model: "writing down the rules"
        case .solve: "searching"
        case .choose: "choosing who holds what"
        case .book: "booking"
        case .cover: "covering for leave"
        case .explain: "finding reasons"
        case .verify: "checking"
        }
    }
}
