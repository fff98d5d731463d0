// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How long the columns of a forecast are.
public enum Period: String, Sendable, CaseIterable {
    case week, month, quarter

    /// The name of the period that a week belongs to, by its Thursday: `2026-W07`, `2026-02`, `2026-Q1`.
    public func name(of week: Week) -> String {
        let year = week.thursday.description.prefix(4)
        return switch self {
        case .week: week.description
        case .month: String(week.thursday.description.prefix(7))
        case .quarter: "\(year)-Q\((week.thursday.date.month + 2) / 3)"
        }
    }
}

extension Forecast {
    /// One period: those of its weeks that lie within the horizon.
    public struct Column: Sendable, Equatable {
        public let name: String
        public let weeks: ClosedRange<Week>
        /// What one person works full time in these weeks: the pattern of the firm's calendar on the days of the
        /// horizon, holidays included.
        public let fullTime: Hours
    }

    static func columns(of horizon: Horizon, per period: Period, pattern: WeekPattern) -> [Column] {
        var columns: [Column] = []
        for week in horizon.weeks {
            let hours = pattern.hours(in: week)
            let full = (0..<7).filter { horizon.days.contains(week.monday + $0) }.reduce(.zero) { $0 + hours[$1] }
            if let last = columns.last, last.name == period.name(of: week) {
                columns[columns.count - 1] = Column(
                    name: last.name, weeks: last.weeks.lowerBound...week, fullTime: last.fullTime + full)
            } else {
                columns.append(Column(name: period.name(of: week), weeks: week...week, fullTime: full))
            }
        }
        return columns
    }
}
