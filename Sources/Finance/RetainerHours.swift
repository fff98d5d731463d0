// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How the hours of one period of a retainer come out.
public struct RetainerHours: Hashable, Sendable {
    public let days: DayRange
    public let worked: Hours
    /// Of the period's own, of which so much was used.
    public let used: Hours
    /// Taken from what earlier periods had left.
    public let rolledIn: Hours
    /// Beyond all that was included.
    public let beyond: Hours
    /// Left of all periods that are still good, for the next one.
    public let left: Hours
}

extension Retainer {
    /// The hours of each period, one after the other: what was rolled over is used first, the oldest before the newer.
    ///
    /// - Parameter worked: by period, from the first one on. Below zero counts as nothing.
    public func hours(worked: [(days: DayRange, hours: Hours)]) -> [RetainerHours] {
        // What is left of earlier periods, the oldest first, with how many periods it is still good for.
        var stock: [(left: Hours, periods: Int)] = []
        return worked.map { period in
            var rest = max(period.hours, .zero)
            var rolledIn = Hours.zero
            for index in stock.indices {
                let taken = min(stock[index].left, rest)
                stock[index].left = stock[index].left - taken
                rest = rest - taken
                rolledIn = rolledIn + taken
            }
            let used = min(rest, included)
            stock = stock.map { ($0.left, $0.periods - 1) } + [(included - used, rollOver)]
            stock.removeAll { $0.periods <= 0 || $0.left <= .zero }
            return RetainerHours(
                days: period.days, worked: period.hours, used: used, rolledIn: rolledIn, beyond: rest - used,
                left: stock.reduce(.zero) { $0 + $1.left })
        }
    }
}
