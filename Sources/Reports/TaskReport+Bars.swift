// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension TaskReport {
    /// A bar for each task from its first to its last day; the days of a column are worked on, or lie in between.
    func bars(_ style: Style) -> [String] {
        guard let first = entries.map(\.begin.day).min(), let last = entries.map(\.end.day).max() else { return [] }
        let names = entries.map { "\($0.task.phase).\($0.task.task)" }
        let width = min(24, names.map(\.columns).max() ?? 0)
        let scale = BarScale(from: first, through: last, columns: style.width - 4 - width)
        var lines = [style.heading(projects.count == 1 ? "Day by day" : "Day by day, all projects")]
        lines.append("  " + String(repeating: " ", count: width + 2) + style.paint(scale.head, .quiet))
        var project: Identifier<Project>?
        for (entry, name) in zip(entries, names) {
            if projects.count > 1, project != entry.task.project {
                lines.append("  " + style.paint(entry.task.project.text, .strong))
            }
            project = entry.task.project
            let shown = name.cut(to: width)
            lines.append(
                "  " + shown + String(repeating: " ", count: width - shown.columns + 2)
                    + scale.bar(of: entry, style))
        }
        return lines.map { line in
            var line = line
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        } + ["  " + style.paint(scale.legend(hasLate: entries.contains { $0.daysLate > 0 }), .quiet)]
    }
}

/// Days as columns, as many of them to one as it takes to fit.
private struct BarScale {
    let first: Day
    let last: Day
    /// Days to a column.
    let step: Int

    init(from first: Day, through last: Day, columns: Int) {
        self.first = Week(of: first).monday
        self.last = last
        step = max(1, (last - self.first) / max(1, columns) + 1)
    }

    private var count: Int { (last - first) / step + 1 }

    /// The weeks that begin in a column, where there is room for their numbers.
    var head: String {
        var head = ""
        for week in Week(of: first)...Week(of: last) {
            let column = (week.monday - first) / step
            guard column >= head.count, column + 3 <= max(count, 3) else { continue }
            head += String(repeating: " ", count: column - head.count) + Numbers.week(week) + " "
        }
        return head
    }

    func bar(of entry: TaskSchedule.Entry, _ style: Style) -> String {
        let worked = Set(entry.days.map { ($0.day - first) / step })
        let (begin, end) = ((entry.begin.day - first) / step, (entry.end.day - first) / step)
        let late = max(begin, (entry.due - first) / step + 1)
        func columns(_ range: Range<Int>) -> String { range.map { worked.contains($0) ? "█" : "░" }.joined() }
        let onTime = columns(begin..<min(max(begin, late), end + 1))
        let rest = late <= end && entry.daysLate > 0 ? columns(late..<end + 1).replacing("█", with: "▓") : ""
        return String(repeating: " ", count: begin) + style.paint(onTime, entry.isCritical ? .warning : nil)
            + style.paint(rest, .bad)
    }

    func legend(hasLate: Bool) -> String {
        "█ worked on  ░ begun, not worked on" + (hasLate ? "  ▓ late" : "")
            + (step > 1 ? "; a column is \(step) days" : "")
    }
}
