// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Reports
import Staffing

/// Days to places on a timeline, and the heights of its rows, which the style sheet knows as well.
struct TimelineScale {
    static let axis = 32.0
    static let name = 48.0
    static let phase = 24.0
    static let member = 20.0

    private let first: Day
    private let weeks: Int
    private let step: Double

    init(of horizon: Horizon) {
        first = horizon.firstWeek.monday
        weeks = horizon.weekCount
        step = horizon.weekCount <= 30 ? 30 : horizon.weekCount <= 60 ? 18 : 10
    }

    var width: Double { Double(weeks) * step }
    func width(of weeks: Int) -> Double { Double(weeks) * step }
    func callAsFunction(week: Int) -> Double { Double(week) * step }
    func middle(week: Int) -> Double { (Double(week) + 0.5) * step }
    /// As many weeks are named as stand beside each other.
    func showsWeek(_ index: Int) -> Bool { index % Int((22 / step).rounded(.up)) == 0 }

    /// The beginning of a day, within the drawing.
    func callAsFunction(_ day: Day) -> Double { min(width, max(0, Double(day - first) * step / 7)) }

    /// Nil where the days lie outside.
    func span(_ days: DayRange) -> (begin: Double, width: Double)? {
        let (begin, end) = (self(days.first), self(days.last + 1))
        return end > begin ? (begin, end - begin) : nil
    }
}

/// The drawings of one project.
struct TimelineDrawing {
    let entry: Timeline.Entry
    let scale: TimelineScale
    let firm: Firm

    private var paint: Palette.Fill { entry.project.stage == .won ? .confirmed : .tentative }

    /// The project and its phases below each other, with what waits for what.
    var phases: Drawing {
        let project = entry.project
        let height = TimelineScale.name + TimelineScale.phase * Double(entry.bars.count)
        var drawing = Drawing(width: scale.width, height: height, name: summary)
        drawing.add(grid(height))
        if !project.phases.isEmpty, let span = scale.span(entry.days) {
            drawing.add(Mark.rect(span.begin, 20, span.width, 4, .quiet))
        }
        if let deadline = project.deadline, firm.horizon.days.contains(deadline) {
            drawing.add(flag(deadline, "deadline \(deadline.short)", from: 10, to: 34))
        }
        for (index, bar) in entry.bars.enumerated() {
            drawing.add(links(to: index))
            drawing.add(marks(of: bar, at: top(index)))
        }
        return drawing
    }

    private var summary: String {
        let bars = entry.bars.map { "\($0.name) \($0.days)" }.joined(separator: ", ")
        return "\(entry.project.name): \(bars)"
    }

    private func top(_ index: Int) -> Double { TimelineScale.name + TimelineScale.phase * Double(index) }

    private func grid(_ height: Double, rows: [Double] = []) -> HTML {
        Mark.lines(
            firm.horizon.months.map { month in
                let x = scale(week: month.weeks.lowerBound)
                return (x, 0, x, height)
            } + rows.map { (0, $0, scale.width, $0) }, .grid)
    }

    private func flag(_ day: Day, _ words: String, from top: Double, to bottom: Double) -> [HTML] {
        let x = scale(day + 1)
        let isAtEnd = x + TextWidth.of(words, size: 11) + 6 > scale.width
        return [
            Mark.line(x, top, x, bottom, .due),
            Mark.text(words, isAtEnd ? x - 5 : x + 5, top + 6, isAtEnd ? .end : .start, .quiet),
        ]
    }

    private func marks(of bar: Timeline.Bar, at top: Double) -> [HTML] {
        var marks: [HTML] = []
        if let window = bar.window.flatMap(scale.span) {
            marks.append(
                Mark.rect(
                    window.begin, top + 3.5, window.width, 17, .exposure,
                    hint: "may begin in \(bar.window.map { "\($0)" } ?? "")"))
        }
        if let ghost = bar.ghost, let span = scale.span(ghost) {
            marks.append(Mark.rect(span.begin, top + 1.5, span.width, 21, .ghost, hint: "before: \(ghost)", round: 2))
        }
        var end = 0.0
        if let span = scale.span(bar.days) {
            marks.append(
                Mark.rect(span.begin, top + 6, span.width, 12, paint, hint: "\(bar.name): \(bar.days)", round: 2))
            end = span.begin + span.width
        }
        guard let milestone = bar.milestone, firm.horizon.days.contains(milestone.due) else { return marks }
        let x = scale(milestone.due + 1)
        let late = bar.weeksLate > 0 ? ", \(Numbers.weeks(bar.weeksLate)) late" : ""
        let words = "\(milestone.name), \(milestone.due.short)\(late)"
        let place = max(x, end) + 9
        let isAtEnd = place + TextWidth.of(words, size: 11) > scale.width
        let begin = scale.span(bar.days)?.begin ?? x
        marks.append(diamond(x, top + 12, isLate: bar.weeksLate > 0))
        marks.append(
            Mark.text(
                words, isAtEnd ? min(begin, x) - 9 : place, top + 16, isAtEnd ? .end : .start,
                bar.weeksLate > 0 ? .bad : .quiet))
        return marks
    }

    private func diamond(_ x: Double, _ y: Double, isLate: Bool) -> HTML {
        Mark.shape([(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)], isLate ? .loss : .milestone)
    }

    /// From the end or the start of each bar that this one waits for, down to its beginning.
    private func links(to index: Int) -> [HTML] {
        guard let own = scale.span(entry.bars[index].days) else { return [] }
        return entry.bars[index].after.compactMap { dependency in
            guard let other = scale.span(entry.bars[dependency.bar].days), dependency.bar != index else { return nil }
            let x = dependency.edge == .end ? other.begin + other.width : other.begin
            let isDown = dependency.bar < index
            let from = top(dependency.bar) + (isDown ? 18 : 6)
            let to = top(index) + 12
            let turn = max(1, min(x, own.begin) - 4)
            return Mark.path(
                [
                    (x, from), (x, from + (isDown ? 3 : -3)), (turn, from + (isDown ? 3 : -3)), (turn, to),
                    (own.begin, to),
                ], .link)
        }
    }

    /// A row for each of the team, as high as their hours of the week.
    var team: Drawing {
        let height = TimelineScale.member * Double(entry.team.count)
        let names = entry.team.map { "\($0.name) \(Numbers.hours($0.total)) h" }.joined(separator: ", ")
        var drawing = Drawing(width: scale.width, height: height, name: "On \(entry.project.name): \(names)")
        func base(_ index: Int) -> Double { TimelineScale.member * Double(index + 1) - 1 }
        drawing.add(grid(height, rows: entry.team.indices.map { base($0) + 0.5 }))
        let room = TimelineScale.member - 4
        for (index, member) in entry.team.enumerated() {
            let bars = member.hours.enumerated().filter { $0.element > .zero }.map { week, hours in
                let height = max(1, min(1, hours.inHours / 40) * room)
                return Mark.Bar(scale(week: week) + 1, base(index) - height, scale.width(of: 1) - 2, height)
            }
            drawing.add(
                Mark.bars(
                    bars, entry.project.stage == .won ? .quiet : .tentative,
                    hint: "\(member.name), \(Numbers.hours(member.total)) h: "
                        + member.lines.map(\.line.text).joined(separator: ", ")))
        }
        return drawing
    }
}
