// SPDX-License-Identifier: GPL-3.0-or-later

/// How a figure is spread over scenarios: percentiles by nearest rank, so that each is the figure of a scenario that was
/// planned. The P-th percentile of n is the ⌈P/100 · n⌉-th smallest.
public struct Spread<Value: Comparable & Sendable>: Sendable {
    public let p10: Value
    public let p50: Value
    public let p90: Value

    /// Nil without values.
    public init?(of values: [Value]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        func percentile(_ percent: Int) -> Value { sorted[(percent * sorted.count + 99) / 100 - 1] }
        (p10, p50, p90) = (percentile(10), percentile(50), percentile(90))
    }
}

extension Spread: Equatable where Value: Equatable {}
