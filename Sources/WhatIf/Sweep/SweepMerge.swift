// SPDX-License-Identifier: GPL-3.0-or-later

/// The shards of a sweep put together.
public struct MergedSweep: Sendable, Equatable {
    public let input: SweepInput
    /// By their numbers; all of them, where no shard is missing.
    public let rows: [SweepRow]
    public let missing: [Shard]

    public enum Refusal: Error, Equatable {
        case nothing
        /// A file is of another sweep than the first one, and how.
        case other(String, difference: String)
        case otherCount(String, Shard, first: Shard)
        case twice(String, Shard)
        case incomplete(String, Shard, rows: Int)
    }

    /// - Parameter files: with their names, for messages.
    public init(_ files: [(name: String, file: SweepFile)]) throws(Refusal) {
        guard let first = files.first?.file else { throw .nothing }
        var seen: Set<Int> = []
        for (name, file) in files {
            if let difference = file.input.difference(from: first.input) {
                throw .other(name, difference: difference)
            }
            guard file.shard.count == first.shard.count else {
                throw .otherCount(name, file.shard, first: first.shard)
            }
            guard seen.insert(file.shard.index).inserted else { throw .twice(name, file.shard) }
            guard file.isComplete else { throw .incomplete(name, file.shard, rows: file.rows.count) }
        }
        input = first.input
        rows = files.flatMap(\.file.rows).sorted { $0.number < $1.number }
        missing = (1...first.shard.count).filter { !seen.contains($0) }
            .compactMap { Shard($0, of: first.shard.count) }
    }
}
