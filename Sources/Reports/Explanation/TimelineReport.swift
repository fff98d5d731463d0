// SPDX-License-Identifier: GPL-3.0-or-later

public import Explanation
import Matching
public import Planning
import Staffing
import Verification

/// When projects run, what holds them up, and what another start would cost, in words, as tables and as JSON.
public struct TimelineReport: Sendable {
    /// A project with all that is told of it.
    public struct Entry: Sendable {
        let timeline: Timeline
        let delivery: EarliestDelivery
        let prices: [PriceOfTime]

        public init(_ timeline: Timeline, delivery: EarliestDelivery, prices: [PriceOfTime]) {
            self.timeline = timeline
            self.delivery = delivery
            self.prices = prices
        }
    }

    let planned: PlannedFirm
    let entries: [Entry]

    public init(of planned: PlannedFirm, _ entries: [Entry]) {
        self.planned = planned
        self.entries = entries
    }

    var firm: Firm { planned.situation.firm }

    public func text(_ style: Style) -> String {
        guard !entries.isEmpty else { return style.joined([["No project reaches into the horizon."]]) }
        let all = entries.map { entry in
            project(entry, style) + entry.prices.flatMap { [""] + table(of: $0, style) }
        }
        return style.joined(all + [closing(style)])
    }

    func name(_ project: Identifier<Project>) -> String {
        firm.projects.first { $0.id == project }?.name ?? project.text
    }

    private func project(_ entry: Entry, _ style: Style) -> [String] {
        let timeline = entry.timeline
        let end = "ends \(timeline.ends)" + (timeline.deadline.map { ", due \($0)" } ?? "")
        let title = name(timeline.project).printable.cut(to: style.width - end.columns - 2)
        let gap = String(repeating: " ", count: max(2, style.width - title.columns - end.columns))
        let isLate = timeline.deadline.map { timeline.ends > $0 } ?? false
        return [style.heading(title) + gap + style.paint(end, isLate ? .bad : .quiet)]
            + bars(of: timeline, style) + paragraphs(entry, style)
    }

    /// What is said below the bars: milestones, what waits for what, and the earliest delivery.
    private func paragraphs(_ entry: Entry, _ style: Style) -> [String] {
        let texts = [milestones(entry.timeline), waits(entry.timeline), delivery(entry.delivery)].compactMap(\.self)
        return texts.flatMap { $0.wrapped(to: style.width - 2).map { "  " + $0 } }
    }

    private func milestones(_ timeline: Timeline) -> String? {
        let texts = timeline.phases.compactMap { phase -> String? in
            guard let milestone = phase.milestone else { return nil }
            guard let late = phase.late else { return "\(milestone.name), due \(milestone.due), is in time" }
            let price =
                late.penalty > .zero
                ? ", which costs \(Numbers.money(late.penalty, in: firm.currency)) \(firm.currency.code)" : ""
            return "\(milestone.name), due \(milestone.due), is reached on \(late.ends)\(price)"
        }
        return texts.isEmpty ? nil : texts.joined(separator: "; ") + "."
    }

    private func waits(_ timeline: Timeline) -> String? {
        let texts = timeline.phases.compactMap { phase -> String? in
            guard let id = phase.id, !phase.waitsFor.isEmpty else { return nil }
            let befores = phase.waitsFor.map { before in
                let lag = before.lagWeeks
                let weeks = lag == 0 ? "" : " \(lag < 0 ? "-" : "+") \(Numbers.weeks(abs(lag)))"
                return "\(before.edge == .end ? "after" : "with") \(before.phase)\(weeks)"
            }
            return "\(id) \(befores.joined(separator: " and "))"
        }
        return texts.isEmpty ? nil : "Order: " + texts.joined(separator: "; ") + "."
    }

    private func delivery(_ delivery: EarliestDelivery) -> String {
        guard let earliest = delivery.earliest else {
            guard let nearest = delivery.nearest else { return "There is no start to try." }
            let part = Numbers.percent(nearest.filled, of: nearest.asked)
            return
                "Earliest delivery: \(startsThatCannot(delivery.tried.count)) be staffed in full beside all else as "
                + "planned\(delivery.isCutShort ? "; later ones were not tried" : ""). The nearest ends \(nearest.ends) "
                + "with \(part) of its hours\(begins(nearest))."
        }
        let byDates =
            earliest.ends > delivery.byDates ? " (\(delivery.byDates) by dates alone)" : ", as early as dates allow"
        return
            "Earliest delivery with these people, all else as planned: \(earliest.ends)\(byDates)\(begins(earliest))."
    }

    private func startsThatCannot(_ count: Int) -> String {
        count == 1 ? "the only start that fits cannot" : "none of \(count) starts can"
    }

    private func begins(_ start: EarliestDelivery.Start) -> String {
        let days = start.starts.map { "\($0.phase) on \($0.day + 7 * start.delayWeeks)" }
        if !days.isEmpty { return "; it begins with \(days.joined(separator: ", "))" }
        return start.delayWeeks > 0 ? "; all of it \(Numbers.weeks(start.delayWeeks)) later" : ""
    }

    private func closing(_ style: Style) -> [String] {
        let marks = "█ critical  ▒ other work  · may run here  ◆ milestone due"
        let slack =
            "Critical work ends the project later if it begins a day later. Slack, by dates alone: weeks that a phase "
            + "can begin later without the project ending later."
        return [marks, slack].flatMap { $0.wrapped(to: style.width).map { style.paint($0, .quiet) } }
    }
}
