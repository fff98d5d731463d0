// SPDX-License-Identifier: GPL-3.0-or-later

/// How much is searched for a plan: an amount of search and not of time, so that the same effort gives the same plan on
/// any machine and with any number of threads.
public enum Effort: String, Sendable, CaseIterable {
    case low, normal, high

    /// How many times the steps of normal effort a search takes.
    public var factor: Double {
        switch self {
        case .low: 0.25
        case .normal: 1
        case .high: 8
        }
    }

    /// A count of steps at normal effort, as this one has it: a quarter, all of it, eight times as many; at least one.
    public func steps(_ normal: Int) -> Int {
        switch self {
        case .low: max(1, normal / 4)
        case .normal: normal
        case .high: normal.multipliedReportingOverflow(by: 8).overflow ? .max : 8 * normal
        }
    }

    /// A gap at which a search ends at normal effort, as this one has it: five times as wide, as it is, a tenth.
    public func gap(_ normal: Double) -> Double {
        switch self {
        case .low: 5 * normal
        case .normal: normal
        case .high: normal / 10
        }
    }
}
