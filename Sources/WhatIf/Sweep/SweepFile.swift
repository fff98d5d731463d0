// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Rows of a sweep that are kept for later: of a shard, until all are merged, or of a run that may be interrupted.
///
/// A line of JSON that says what sweep it is, then one for each row. A file is begun with its head and grows line by
/// line; a last line that was cut short is dropped when it is read.
public struct SweepFile: Sendable, Equatable {
    public let input: SweepInput
    public let shard: Shard
    public var rows: [SweepRow]

    public init(input: SweepInput, shard: Shard, rows: [SweepRow] = []) {
        self.input = input
        self.shard = shard
        self.rows = rows
    }

    /// Scenarios of the shard that have no row yet.
    public var missing: [Int] {
        let done = Set(rows.map(\.number))
        return shard.numbers(of: input.count).filter { !done.contains($0) }
    }

    public var isComplete: Bool { rows.count == shard.numbers(of: input.count).count && missing.isEmpty }

    /// The first line.
    public func head() throws -> String { try Self.line(Head(input: input, shard: shard.description)) }

    public static func line(of row: SweepRow) throws -> String { try line(row) }

    /// The whole file, rows by their numbers.
    public func text() throws -> String {
        try head() + rows.sorted { $0.number < $1.number }.map(Self.line).joined()
    }

    private struct Head: Codable {
        let input: SweepInput
        let shard: String
    }

    private static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}

extension SweepFile {
    /// Why bytes are not such a file.
    public enum Damage: Error, Equatable {
        case head
        /// By the number of the line, from 1.
        case line(Int)
        /// A scenario that the shard does not have, or that stands there twice.
        case row(scenario: Int)
    }

    /// - Throws: ``Damage``.
    public init(reading data: Data) throws(Damage) {
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // What follows the last line feed was cut short, or is nothing.
        lines.removeLast()
        let decoder = JSONDecoder()
        guard let first = lines.first, let head = try? decoder.decode(Head.self, from: first),
            let shard = Shard(head.shard), (0...Sweep.mostScenarios).contains(head.input.count)
        else { throw .head }
        self.init(input: head.input, shard: shard)
        var open = Set(shard.numbers(of: input.count))
        for (index, line) in lines.enumerated().dropFirst() {
            guard let row = try? decoder.decode(SweepRow.self, from: line) else { throw .line(index + 1) }
            guard open.remove(row.number) != nil else { throw .row(scenario: row.number) }
            rows.append(row)
        }
    }

    /// The bytes of whole lines at the beginning of a file, behind which it can be continued.
    public static func wholeLines(of data: Data) -> Int {
        data.lastIndex(of: UInt8(ascii: "\n")).map { $0 - data.startIndex + 1 } ?? 0
    }
}
