// SPDX-License-Identifier: GPL-3.0-or-later

import Explanation
import Matching
import Planning
import Staffing

extension TimelineReport {
    /// A line for each phase: its days, its slack, and its weeks as a bar over the horizon.
    func bars(of timeline: Timeline, _ style: Style) -> [String] {
        let names = timeline.phases.map { ($0.id?.text ?? "all work").printable.cut(to: 14) }
        let rest = (names.map(\.columns).max() ?? 0) + 2 + 10 + 2 + 10 + 2 + 5 + 2
        let scale = BarScale(firm.horizon, columns: max(8, style.width - 2 - rest))
        var table = TextTable([
            .text("phase"), .text("begins"), .text("ends"), .number("slack"), .text(scale.title),
        ])
        for (name, phase) in zip(names, timeline.phases) {
            table.add([
                .init(name), .init("\(phase.days.first)"), .init("\(phase.ends)", phase.late == nil ? nil : .bad),
                .init(phase.isCritical ? "none" : "\(phase.slackWeeks) w"), .init(scale.bar(of: phase)),
            ])
        }
        return table.lines(style)
    }
}

/// The weeks of a horizon on so many columns of text.
private struct BarScale {
    private let first: Week
    private let columns: Int
    private let weeksPerColumn: Int

    init(_ horizon: Horizon, columns: Int) {
        first = horizon.firstWeek
        weeksPerColumn = (horizon.weekCount + columns - 1) / columns
        self.columns = (horizon.weekCount + weeksPerColumn - 1) / weeksPerColumn
    }

    private func weeks(of column: Int) -> DayRange {
        let week = first.advanced(by: column * weeksPerColumn)
        return DayRange(week.monday, week.advanced(by: weeksPerColumn - 1).sunday)
    }

    /// The number of every sixth column's week.
    var title: String {
        stride(from: 0, to: columns, by: 6).map { column in
            let week = Numbers.week(first.advanced(by: column * weeksPerColumn))
            return week + String(repeating: " ", count: max(0, min(6, columns - column) - week.columns))
        }.joined()
    }

    func bar(of phase: Timeline.Phase) -> String {
        String(
            (0..<columns).map { column -> Character in
                let weeks = weeks(of: column)
                if let milestone = phase.milestone, weeks.contains(milestone.due) { return "◆" }
                if weeks.overlaps(phase.days) { return phase.isCritical ? "█" : "▒" }
                return phase.reach.map(weeks.overlaps) == true ? "·" : " "
            })
    }
}
