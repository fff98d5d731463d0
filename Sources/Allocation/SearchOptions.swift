// SPDX-License-Identifier: GPL-3.0-or-later

/// How long and from where to search.
public struct SearchOptions: Sendable {
    /// Rounds of ruin and recreation of each walk.
    public var iterations: Int
    /// Steps by which each walk, after its rounds, tries to do without workers who cost a fee; see ``Eviction``. It ends
    /// where the prices prove that nothing is better, so a large number costs time only where that is open.
    public var evictions: Int
    /// Walks with seeds of their own. The best of them is the answer, so it depends on this number, but not on `threads`.
    public var walks: Int
    /// How many walks run at the same time. `nil`: as many as the machine has cores.
    public var threads: Int?
    public var seed: UInt64
    /// Where to start; it must keep all rules. `nil`: from nothing.
    public var start: Allocation?
    /// Shares by option and stretch, such as those of a linear program: those who hold most there are placed first.
    public var guide: [[Double]]?
    /// Prices of the workers' time, by worker and period, such as those of a bound. `nil`: those of a short ascent.
    public var prices: [[Double]]?
    /// At first the walks go on from changes for the worse that are up to so many times as large as what a round usually
    /// changes; less and less so towards the end. 0: from improvements only, which is right for a start that is to be
    /// changed as little as it pays.
    public var warmth: Double
    /// Asked now and then; the best so far is the answer once it says true. An answer stopped by a clock is not the same
    /// every time.
    public var isCancelled: @Sendable () -> Bool
    /// Told whenever the walks have found something better, and what it brings.
    public var onBetter: @Sendable (Progress) -> Void

    public struct Progress: Sendable {
        public var value: Double
        /// Rounds done by the walk that found it.
        public var iteration: Int
    }

    /// - Parameter evictions: `nil`: thirty for each round.
    public init(
        iterations: Int, evictions: Int? = nil, walks: Int = 2, threads: Int? = nil, seed: UInt64 = 1,
        start: Allocation? = nil, guide: [[Double]]? = nil, prices: [[Double]]? = nil, warmth: Double = 1,
        isCancelled: @escaping @Sendable () -> Bool = { false },
        onBetter: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
        self.iterations = iterations
        self.evictions = evictions ?? SearchOptions.evictions(for: iterations)
        self.walks = walks
        self.threads = threads
        self.seed = seed
        self.start = start
        self.guide = guide
        self.prices = prices
        self.warmth = warmth
        self.isCancelled = isCancelled
        self.onBetter = onBetter
    }

    /// Thirty for each round.
    private static func evictions(for iterations: Int) -> Int {
        let (product, overflow) = iterations.multipliedReportingOverflow(by: 30)
        return overflow ? .max : product
    }
}
