// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Adds up how far blocks have come that are solved several at once.
final class ProgressOfBlocks: Sendable {
    private struct Known {
        var nodes = 0
        var incumbent: Double?
        var bound: Double?
    }

    private let start: ContinuousClock.Instant
    private let told: @Sendable (Progress) -> Void
    private let blocks: Mutex<[Known]>

    init(_ count: Int, since start: ContinuousClock.Instant, told: @escaping @Sendable (Progress) -> Void) {
        self.start = start
        self.told = told
        blocks = Mutex(Array(repeating: Known(), count: count))
    }

    func note(_ progress: Progress, of block: Int) {
        note(Known(nodes: progress.nodes, incumbent: progress.incumbent, bound: progress.bound), of: block)
    }

    func note(_ solution: Solution, of block: Int) {
        note(Known(nodes: solution.nodes, incumbent: solution.objective, bound: solution.bound), of: block)
    }

    private func note(_ known: Known, of block: Int) {
        let all = blocks.withLock { blocks in
            blocks[block] = known
            return blocks
        }
        told(
            Progress(
                elapsed: ContinuousClock.now - start, nodes: all.reduce(0) { $0 + $1.nodes },
                incumbent: sum(all.map(\.incumbent)), bound: sum(all.map(\.bound))))
    }

    /// In the order of the blocks; nil where any is missing.
    private func sum(_ parts: [Double?]) -> Double? {
        parts.reduce(0) { sum, part in
            guard let sum, let part else { return nil }
            return sum + part
        }
    }
}
