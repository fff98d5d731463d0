// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// Revenue of a month: as it was recognised when the month was closed, or as it would be if an open one were closed now.
public struct CountedRevenue: Sendable, Equatable {
    public let entry: Recognition
    public let isPreliminary: Bool
}

extension Accounts {
    /// Revenue month by month: of closed months what was recognised, and never anything else; of open ones what would be.
    public func revenue(_ months: ClosedRange<Month>) throws(MissingRate) -> [CountedRevenue] {
        let kept = recognitions.filter { months.contains($0.month) }
            .map { CountedRevenue(entry: $0, isPreliminary: false) }
        let first = max(closed?.next ?? months.lowerBound, months.lowerBound)
        guard first <= months.upperBound else { return kept }
        var accounts = self
        if closed.map({ first > $0.next }) ?? true {
            // Open months before the first one asked for, all at once.
            accounts = accounts.recognising(try accounts.recognitions(closing: first.previous))
        }
        var result = kept
        var month = first
        while month <= months.upperBound {
            let new = try accounts.recognitions(closing: month)
            result += new.map { CountedRevenue(entry: $0, isPreliminary: true) }
            accounts = accounts.recognising(new)
            month = month.next
        }
        return result
    }

    /// Revenue through a month, earlier months in one sum each as they were recognised; for what is counted from the
    /// beginning.
    func revenue(through month: Month) throws(MissingRate) -> [CountedRevenue] {
        let kept = recognitions.filter { $0.month <= month }.map { CountedRevenue(entry: $0, isPreliminary: false) }
        if let closed, month <= closed { return kept }
        return kept + (try recognitions(closing: month)).map { CountedRevenue(entry: $0, isPreliminary: true) }
    }
}
