// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers to places on a line, in proportion.
///
/// ```swift
/// let y = LinearScale(from: 0...50, to: 100, 0)
/// y(25)  // 50
/// ```
public struct LinearScale: Sendable, Equatable {
    public let domain: ClosedRange<Double>
    public let start: Double
    public let end: Double

    /// - Parameters:
    ///   - domain: the numbers; one without extent lies at the start.
    ///   - start: the place of the least number, in units of the drawing; may be above `end`.
    public init(from domain: ClosedRange<Double>, to start: Double, _ end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    /// A scale that holds zero and all the values, and ends on a round number at both sides.
    /// - Parameter steps: about how many steps the axis should have.
    public init(holding values: [Double], steps: Int, to start: Double, _ end: Double) {
        let ticks = Ticks(holding: values, about: steps)
        self.init(from: ticks.domain, to: start, end)
    }

    public func callAsFunction(_ value: Double) -> Double {
        let extent = domain.upperBound - domain.lowerBound
        guard extent > 0 else { return start }
        return start + (value - domain.lowerBound) / extent * (end - start)
    }
}

/// Places of equal width side by side.
public struct BandScale: Sendable, Equatable {
    public let count: Int
    public let start: Double
    public let step: Double
    /// The part of each step that is left free, half of it at each side.
    public let gap: Double

    /// - Parameter gap: from 0 to less than 1.
    public init(_ count: Int, from start: Double, to end: Double, gap: Double = 0) {
        precondition(count >= 0 && gap >= 0 && gap < 1)
        self.count = count
        self.start = start
        step = count > 0 ? (end - start) / Double(count) : 0
        self.gap = gap
    }

    public var width: Double { step * (1 - gap) }
    public func begin(_ index: Int) -> Double { start + step * (Double(index) + gap / 2) }
    public func middle(_ index: Int) -> Double { start + step * (Double(index) + 0.5) }
}

/// Round numbers at equal distances that an axis is marked with: steps of 1, 2 or 5 times a power of ten.
public struct Ticks: Sendable, Equatable {
    public let values: [Double]
    public let step: Double

    /// From a round number at or below the least value and zero, to one at or above the greatest.
    ///
    /// - Parameter count: about how many steps; at most half as many again.
    public init(holding values: [Double], about count: Int) {
        precondition(count > 0)
        let least = min(0, values.min() ?? 0)
        let most = max(0, values.max() ?? 0)
        let extent = most > least ? most - least : 1
        step = Ticks.round(extent / Double(count))
        let first = (least / step).rounded(.down)
        let last = most > least ? (most / step).rounded(.up) : (1 / step).rounded(.up)
        let step = step
        self.values = (Int(first)...Int(last)).map { Double($0) * step }
    }

    public var domain: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 1) }

    /// The nearest of 1, 2, 5, 10 times a power of ten by proportion.
    private static func round(_ rough: Double) -> Double {
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough { power /= 10 }
        let digit = rough / power
        // Half way between neighbours, by proportion: √2, √10, √50.
        return power * (digit < 1.414_2 ? 1 : digit < 3.162_3 ? 2 : digit < 7.071_1 ? 5 : 10)
    }
}
