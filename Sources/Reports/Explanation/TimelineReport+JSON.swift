// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Planning
import Staffing
public import Verification

extension TimelineReport {
    public func json() -> JSON { .object(["projects": .array(entries.map(json))]) }

    private func json(_ entry: Entry) -> JSON {
        let timeline = entry.timeline
        return .object([
            "project": .string(timeline.project.text), "ends": .string("\(timeline.ends)"),
            "deadline": timeline.deadline.map { .string("\($0)") } ?? .null,
            "critical path": .array(timeline.criticalPath.map { .string($0.text) }),
            "phases": .array(timeline.phases.map(json)),
            "earliest by dates": .string("\(entry.delivery.byDates)"),
            "earliest with people": entry.delivery.earliest.map(json) ?? .null,
            "nearest": entry.delivery.earliest == nil ? entry.delivery.nearest.map(json) ?? .null : .null,
            "price of time": .array(entry.prices.map(json)),
        ])
    }

    private func json(_ phase: Timeline.Phase) -> JSON {
        .object([
            "phase": phase.id.map { .string($0.text) } ?? .null, "from": .string("\(phase.days.first)"),
            "to": .string("\(phase.days.last)"), "ends": .string("\(phase.ends)"),
            "may run": phase.reach.map { .string("\($0)") } ?? .null, "slack weeks": .integer(phase.slackWeeks),
            "critical": .bool(phase.isCritical),
            "milestone": phase.milestone.map { .string($0.name) } ?? .null,
            "due": phase.milestone.map { .string("\($0.due)") } ?? .null,
            "weeks late": .integer(phase.late?.weeks ?? 0),
            "penalty": .number((phase.late?.penalty ?? .zero).decimal(in: firm.currency)),
        ])
    }

    private func json(_ start: EarliestDelivery.Start) -> JSON {
        .object([
            "ends": .string("\(start.ends)"), "weeks later": .integer(start.delayWeeks),
            "starts": .object(
                start.starts.map {
                    JSON.Member("\($0.project).\($0.phase)", .string("\($0.day + 7 * start.delayWeeks)"))
                }),
            "demanded hours": .number(start.asked.decimal), "filled hours": .number(start.filled.decimal),
        ])
    }

    private func json(_ price: PriceOfTime) -> JSON {
        .object([
            "phase": .string(price.phase.text),
            "starts": .array(
                price.starts.map { start in
                    .object([
                        "begins": .string("\(start.day)"), "ends": .string("\(start.ends)"),
                        "coverage": start.coverage.map { .real($0) } ?? .null,
                        "penalty": .number(start.penalty.decimal(in: firm.currency)),
                        "worth": .number(start.change.decimal(in: firm.currency)), "planned": .bool(start.isChosen),
                    ])
                }),
        ])
    }
}
