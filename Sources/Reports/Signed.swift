// SPDX-License-Identifier: GPL-3.0-or-later

package import Staffing

/// Differences as people read them: with their sign, and nothing at all where nobody would see one.
extension Numbers {
    package static func signed(_ hours: Hours) -> String { signed(self.hours(hours)) }

    package static func signed(_ money: Money, in currency: Currency) -> String {
        signed(self.money(money, in: currency))
    }

    package static func signed(_ count: Int) -> String { signed(grouped(count)) }

    /// Of two ratios in percentage points, to a tenth.
    package static func points(_ difference: Double) -> String {
        let text = tenths(difference * 100)
        return signed(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    package static func signed(_ number: String) -> String {
        switch number {
        case "0", "-0": ""
        default: number.hasPrefix("-") ? number : "+" + number
        }
    }

    /// `W07–W11, W14`; from first to last with their count where there are more than three runs.
    package static func runs(of weeks: [Week]) -> String {
        var runs: [ClosedRange<Week>] = []
        for week in weeks {
            if let last = runs.last, last.upperBound.distance(to: week) == 1 {
                runs[runs.count - 1] = last.lowerBound...week
            } else {
                runs.append(week...week)
            }
        }
        guard runs.count > 3, let first = weeks.first, let last = weeks.last else {
            return runs.map { self.weeks($0.lowerBound, $0.upperBound) }.joined(separator: ", ")
        }
        return "\(weeks.count) weeks of \(self.weeks(first, last))"
    }
}
