// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import WhatIf

/// The folder in which the shards of a sweep meet.
struct SweepFolder {
    let path: String

    /// Where the finished rows of a shard stand; beside them, while it runs, its journal.
    func file(of shard: Shard) -> String { "\(path)/\(name(of: shard)).rows" }
    func journal(of shard: Shard) -> String { "\(path)/\(name(of: shard)).journal" }

    private func name(of shard: Shard) -> String {
        let (index, count) = ("\(shard.index)", "\(shard.count)")
        return "shard-" + String(repeating: "0", count: count.count - index.count) + index + "-of-" + count
    }

    /// Makes the folder ready for a shard; tasks of the same array do so at the same time.
    func prepare(for shard: Shard) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw WrongInput(description: "\(path) cannot be written: \(reason(error))")
        }
        let own = ["-of-\(shard.count).rows", "-of-\(shard.count).journal"]
        guard let other = try files(ending: [".rows", ".journal"]).first(where: { !own.contains(where: $0.hasSuffix) })
        else { return }
        throw WrongInput(
            description: "\(path)/\(other) is not one of \(shard.count) shards; where a task is run once more on its "
                + "own, say with --shards of how many it is one")
    }

    /// The shards' files, by name; the finished ones, unless others are asked for.
    private func files(ending ends: [String] = [".rows"]) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.hasPrefix("shard-") && ends.contains(where: $0.hasSuffix) }.sorted()
        } catch {
            throw WrongInput(description: "\(path) cannot be read: \(reason(error))")
        }
    }

    /// The rows of a shard that was finished before; nil where it was not.
    func finished(_ shard: Shard) throws -> SweepFile? {
        let file = file(of: shard)
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return try SweepFile.read(try read(file), at: file)
    }

    /// All shards together.
    func merged() throws -> MergedSweep {
        let files = try files().map { name in
            (name: "\(path)/\(name)", file: try SweepFile.read(try read("\(path)/\(name)"), at: "\(path)/\(name)"))
        }
        do {
            return try MergedSweep(files)
        } catch {
            throw WrongInput(description: words(error))
        }
    }

    /// Where no shard is finished yet, all of the array to which those belong that are begun; none where nothing is.
    func unfinished() throws -> [Shard] {
        guard try files().isEmpty, let journal = try files(ending: [".journal"]).first,
            let count = journal.dropLast(".journal".count).split(separator: "-").last.flatMap({ Int($0) }),
            (1...Shard.most).contains(count)
        else { return [] }
        return (1...count).compactMap { Shard($0, of: count) }
    }

    private func words(_ refusal: MergedSweep.Refusal) -> String {
        switch refusal {
        case .nothing: "there are no shards in \(path)"
        case .other(let name, let difference): "\(name) does not belong to the others: it is \(difference)"
        case .otherCount(let name, let shard, let first):
            "\(name) is shard \(shard), where the others are of \(first.count)"
        case .twice(let name, let shard): "\(name) is shard \(shard), which is there already"
        case .incomplete(let name, let shard, let rows):
            "\(name) holds \(rows) scenarios, which is not all of shard \(shard); remove it, and run the shard again"
        }
    }

    /// Why a shard is missing, as far as the folder knows.
    func state(of shard: Shard) throws -> String {
        let journal = journal(of: shard)
        guard FileManager.default.fileExists(atPath: journal) else { return "shard \(shard) is missing" }
        let data = try read(journal)
        // A task that has just started, or was killed before it had written the first line.
        guard SweepFile.wholeLines(of: data) > 0 else { return "shard \(shard) is missing" }
        let begun = try SweepFile.read(data, at: journal)
        return "shard \(shard) is not finished: \(begun.rows.count) of "
            + "\(begun.shard.numbers(of: begun.input.count).count) scenarios"
    }
}
