// SPDX-License-Identifier: GPL-3.0-or-later

/// The part of a sweep that one machine takes: every n-th scenario.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// From 1 to `count`.
    public let index: Int
    public let count: Int

    public static let most = 10_000

    /// All of it.
    public static let whole = Shard(index: 1, count: 1)

    private init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// - Returns: nil unless `index` is one of 1 to `count`, and `count` at most ``most``.
    public init?(_ index: Int, of count: Int) {
        guard (1...Shard.most).contains(count), (1...count).contains(index) else { return nil }
        self.init(index: index, count: count)
    }

    /// Reads `3/10`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
        self.init(index, of: count)
    }

    public var description: String { "\(index)/\(count)" }

    /// The scenarios of the part, by number.
    public func numbers(of count: Int) -> [Int] { Array(stride(from: index - 1, to: count, by: self.count)) }
}
