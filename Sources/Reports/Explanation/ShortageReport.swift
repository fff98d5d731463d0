// SPDX-License-Identifier: GPL-3.0-or-later

public import Explanation
import Matching
import Planning
public import Staffing
public import Verification

/// Lines that are short, why, and what would fill each, in words and as JSON.
public struct ShortageReport: Sendable {
    let shortages: [Shortage]
    let firm: Firm

    public init(of shortages: [Shortage], in firm: Firm) {
        self.shortages = shortages
        self.firm = firm
    }

    public func text(_ style: Style, most: Int = 4) -> String {
        guard !shortages.isEmpty else { return style.paint("All demand is filled.", .good) + "\n" }
        let sum = shortages.reduce(Hours.zero) { $0 + $1.unfilled }
        let lines = shortages.count == 1 ? "1 line is" : "\(shortages.count) lines are"
        let head = [style.heading("\(lines) short of \(Numbers.hours(sum)) h")]
        return style.joined([head] + shortages.map { section($0, style, most: most) } + [closing(style)])
    }

    private func section(_ shortage: Shortage, _ style: Style, most: Int) -> [String] {
        let head = style.heading("\(shortage.line)".printable) + "  \(Numbers.hours(shortage.unfilled)) h"
        return [head] + style.paragraphs(reasons(shortage)) + ways(shortage, style, most: most)
    }

    private func reasons(_ shortage: Shortage) -> [String] {
        var texts: [String] = []
        for (reason, items) in shortage.byReason() {
            let weeks = items.flatMap { $0.weeks.map(\.week) }
            guard let first = weeks.min(), let last = weeks.max() else { continue }
            let hours = items.reduce(Hours.zero) { $0 + $1.weeks.total }
            let who = items.first?.nearest.map { nearest(reason, firm.name(of: $0)) } ?? ""
            texts.append("\(Numbers.hours(hours)) h in \(Numbers.weeks(first, last)): \(reason.words)\(who)")
        }
        if let miss = shortage.nearMiss {
            texts.append(
                "Nearly: \(firm.name(of: miss.person)), \(miss.obstacles.map(\.brief).joined(separator: ", "))")
        }
        return texts
    }

    private func nearest(_ reason: Unfilled.Reason, _ name: String) -> String {
        switch reason {
        case .time, .team, .price, .rule: "; most time left: \(name)"
        case .skill, .level, .combination, .role, .office, .site, .excluded, .away, .frozen: "; nearest: \(name)"
        }
    }

    private func ways(_ shortage: Shortage, _ style: Style, most: Int) -> [String] {
        guard shortage.tried > 0 else { return [] }
        guard !shortage.fillings.isEmpty else {
            let best = shortage.best.map {
                " What comes nearest: \($0.step.words(in: firm)), which leaves \(Numbers.hours($0.unfilled)) h."
            }
            return style.paragraphs(["→ nothing alone fills it of \(shortage.tried) steps tried.\(best ?? "")"])
        }
        var table = TextTable([
            .text("what would fill it", .wrap(floor: 30)), .number("value"), .number("margin"),
            .text("and then", .wrap(floor: 14)),
        ])
        for filling in shortage.fillings.prefix(most) {
            let report = ConsequenceReport(consequence: filling.consequence, firm: firm)
            table.add([
                .init(filling.step.words(in: firm)),
                .init(Numbers.change(filling.gain, in: firm.currency), filling.gain < .zero ? nil : .good),
                .init(Numbers.change(filling.consequence.margin, in: firm.currency)),
                .init([missed(filling), report.shortfall()].filter { !$0.isEmpty }.joined(separator: "; ")),
            ])
        }
        return table.lines(style)
    }

    private func missed(_ filling: Shortage.Filling) -> String {
        guard case .move(let weeks) = filling.step, weeks > 0, let missed = filling.missed else { return "" }
        return "misses \(missed.name), due \(missed.due)"
    }

    private func closing(_ style: Style) -> [String] {
        guard shortages.contains(where: { $0.tried > 0 }) else { return [] }
        let tried = shortages.reduce(0) { $0 + $1.tried }
        let untried = shortages.count { $0.tried == 0 }
        let more =
            untried > 0
            ? " No line is begun after \(Shortage.enough) plans: for \(untried == 1 ? "1 line that misses" : "\(untried) lines that miss") less "
                + "no step was tried; `--all` does, or `--line`." : ""
        let pay = Numbers.percent(Standard.overtimePay)
        return style.paragraphs([
            "\(Numbers.grouped(tried)) plans were made: put first; moved by up to 8 weeks within the horizon; overtime of up "
                + "to 10 h a week for the three who are worth most there (at \(pay) where there is no rule); each skill "
                + "at lower levels; without its role, office, exclusions; subcontracted up to 40 h a week (at \(pay) "
                + "of mean cost where there is no pool); fewer seats; up to half less of it. Of each kind the "
                + "smallest step that fills the line is shown, best for the firm first; value is that of the policy, and "
                + "hours no longer asked for still cost the price of an unmet hour.\(more)"
        ]).map { style.paint($0, .quiet) }
    }

    public func json() -> JSON {
        .array(
            shortages.map { shortage in
                .object([
                    "line": .string(shortage.line.description), "unfilled hours": .number(shortage.unfilled.decimal),
                    "reasons": .array(
                        shortage.reasons.map { item in
                            .object([
                                "reason": .string(item.reason.words),
                                "nearest": item.nearest.map { .string($0.text) } ?? .null,
                                "hours": .number(item.weeks.total.decimal),
                                "weeks": .object(
                                    item.weeks.map { .init($0.week.description, .number($0.hours.decimal)) }),
                            ])
                        }),
                    "near miss": shortage.nearMiss.map {
                        .object([
                            "person": .string($0.person.text), "obstacles": .array($0.obstacles.map(\.json)),
                        ])
                    } ?? .null,
                    "fillings": .array(
                        shortage.fillings.map {
                            .object([
                                "step": $0.step.json(in: firm),
                                "misses": $0.missed.map { .string($0.name) } ?? .null,
                                "gain": .number($0.gain.decimal(in: firm.currency)),
                                "consequence": ConsequenceReport(consequence: $0.consequence, firm: firm).json(),
                            ])
                        }),
                    "nearest step": shortage.best.map {
                        .object(["step": $0.step.json(in: firm), "unfilled hours": .number($0.unfilled.decimal)])
                    } ?? .null,
                    "tried": .integer(shortage.tried),
                ])
            })
    }
}

extension Shortage {
    /// The reasons in the order in which they first occur, each with everything that stays unfilled for it.
    fileprivate func byReason() -> [(Unfilled.Reason, [Unfilled])] {
        var groups: [(Unfilled.Reason, [Unfilled])] = []
        for item in reasons where !item.weeks.total.isDust {
            if let index = groups.firstIndex(where: { $0.0 == item.reason }) {
                groups[index].1.append(item)
            } else {
                groups.append((item.reason, [item]))
            }
        }
        return groups
    }
}
