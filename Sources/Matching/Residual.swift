// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Situation {
    /// What is left of a line's week beside pinned work; never below zero.
    public func openHours(line: Int, week: Int) -> Hours {
        max(.zero, demand.lines[line].hours(in: week) - pinned.hours(line: line, week: week))
    }

    /// What is left of all the line's weeks together beside pinned work; never below zero.
    public func openTotal(line: Int) -> Hours {
        let asked = demand.lines[line]
        return max(.zero, asked.total - asked.weeks.reduce(.zero) { $0 + pinned.hours(line: line, week: $1) })
    }

    /// What is left of a person's week beside pinned work; never below zero, and nothing in a frozen week.
    public func openCapacity(person: Int, week: Int) -> Hours {
        guard !isFrozen(week) else { return .zero }
        return max(.zero, capacity[person, week].plannable - pinned.hours(person: person, week: week))
    }

    /// What is left of a person's overtime in a week beside pinned work that reaches into it.
    public func openOvertime(person: Int, week: Int) -> Hours {
        guard !isFrozen(week) else { return .zero }
        let limit = overtimeLimit(person: person, week: week)
        let pinnedBeyond = pinned.hours(person: person, week: week) - capacity[person, week].plannable
        return max(.zero, min(limit, limit - pinnedBeyond))
    }

    /// Hours that the person delivers in a week who carries the whole line: what is open beside pinned work, cut to the
    /// part of the week that they are there.
    public func delivery(person: Int, line: Int, week: Int) -> Hours {
        let cell = capacity[person, week]
        let open = openHours(line: line, week: week)
        return demand.lines[line].done(of: open, in: week, present: cell.effective, full: cell.full)
    }

    /// Whether the person may hold a share of a steady line through a stretch: they deliver something of it, or nothing
    /// of it is asked for. Nobody takes on a share of frozen weeks.
    public func canHold(person: Int, line: Int, through stretch: Range<Int>) -> Bool {
        guard !isFrozen(stretch.lowerBound) else { return false }
        let asked = stretch.filter { openHours(line: line, week: $0) > .zero }
        return asked.isEmpty || asked.contains { delivery(person: person, line: line, week: $0) > .zero }
    }

    /// The largest share of the line's open work that one person may carry: one of its equal seats.
    public func seat(of line: Int) -> Double { 1 / Double(max(1, need(of: line).seats)) }

    /// A seat in whole millionths, rounded up, so that three thirds are a whole.
    public func largestShare(of line: Int) -> Share {
        let seats = max(1, need(of: line).seats)
        return Share(millionths: (Share.whole.millionths + seats - 1) / seats)
    }
}
