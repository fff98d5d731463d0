// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance

/// Which facts are loaded: a large firm has a million entries in a year, and most views look at few of them.
public struct FactsAsked: Sendable, Equatable {
    public enum Time: Sendable, Equatable {
        case all, none
        /// What counts in these months.
        case of(ClosedRange<Month>)
    }

    public var time: Time
    /// Whether invoices say which time entries they are for; without it they say only what else they are for.
    public var invoicedTime: Bool

    public init(time: Time, invoicedTime: Bool) {
        self.time = time
        self.invoicedTime = invoicedTime
    }

    public static let all = FactsAsked(time: .all, invoicedTime: true)
}

extension FactsAsked.Time {
    /// Over the columns of `time_entry`. The index of months helps to find few of many; for many it is slower than to
    /// read all.
    var condition: String {
        switch self {
        case .all: "state = 'approved'"
        case .none: "0"
        case .of(let months):
            "state = 'approved' AND \(months.lowerBound.distance(to: months.upperBound) < 2 ? "" : "+")month "
                + "BETWEEN '\(months.lowerBound)' AND '\(months.upperBound)'"
        }
    }
}
