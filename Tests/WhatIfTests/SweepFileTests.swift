// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Staffing
import Testing

@testable import WhatIf

@Suite struct SweepFileTests {
    private func file(_ shard: Shard = .whole, seed: UInt64 = 1) throws -> SweepFile {
        let sweep = Sweep(of: try twoProposals(), draws: 20, seed: seed)
        return SweepFile(
            input: try SweepInput(of: sweep, version: "muster 0"), shard: shard,
            rows: try sweep.rows(shard.numbers(of: 20)))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let file = try file()
        #expect(file.isComplete)
        #expect(try SweepFile(reading: Data(file.text().utf8)) == file)
    }

    @Test func aLineThatWasCutShortIsDropped() throws {
        let file = try file()
        let data = Data(try file.text().utf8)
        let cut = data.dropLast(3)
        let read = try SweepFile(reading: cut)
        #expect(read.rows == file.rows.dropLast())
        #expect(read.missing == [19])
        #expect(!read.isComplete)
        let kept = cut.prefix(SweepFile.wholeLines(of: cut))
        #expect(try kept + Data(SweepFile.line(of: file.rows[19]).utf8) == data)
    }

    @Test func damageIsNamed() throws {
        let lines = try file().text().split(separator: "\n")
        func damage(_ lines: [Substring]) -> SweepFile.Damage? {
            do {
                _ = try SweepFile(reading: Data((lines.joined(separator: "\n") + "\n").utf8))
                return nil
            } catch {
                return error
            }
        }
        #expect(damage(lines) == nil)
        #expect(damage([]) == .head)
        #expect(damage(["{}"]) == .head)
        #expect(damage(lines + ["nonsense"]) == .line(22))
        #expect(damage(lines + [lines[3]]) == .row(scenario: 2))
        #expect(damage(lines + [lines[3].replacing("\"number\":2", with: "\"number\":20")]) == .row(scenario: 20))
        let huge = String(lines[3]).replacing(#""cost":"#, with: #""cost":99999999999999"#)
        #expect(damage(lines.prefix(3) + [huge[...]]) == .line(4))
        let long = String(lines[3]).replacing(#""asked":"#, with: #""asked":99999999"#)
        #expect(damage(lines.prefix(3) + [long[...]]) == .line(4))
        for hours in ["asked", "filled", "overtime", "subcontracted", "bench"] {
            let negative = String(lines[3]).replacing(try Regex("\"\(hours)\":[0-9]+"), with: "\"\(hours)\":-3600")
            #expect(damage(lines.prefix(3) + [negative[...]]) == .line(4))
        }
        let need = #"{"month":"2026-01","skill":"swift","thousandths":450}"#
        func needing(_ needs: String) throws -> Substring {
            let line = try #require(lines.dropFirst().first)
            return line.replacing(try Regex(#""hires":\[[^\]]*\]"#), with: #""hires":[\#(needs)]"#)[...]
        }
        #expect(damage([lines[0], try needing(need)]) == nil)
        #expect(damage([lines[0], try needing(need + "," + need)]) == .line(2))
        #expect(damage([lines[0], try needing(need.replacing("450", with: "-450"))]) == .line(2))
    }

    @Test func shardsTogetherAreTheWhole() throws {
        let whole = try file()
        let shards = try (1...3).map { try file(#require(Shard($0, of: 3))) }
        #expect(shards.map(\.rows.count) == [7, 7, 6])
        let merged = try MergedSweep(shards.reversed().map { (name: $0.shard.description, file: $0) })
        #expect(merged.missing == [])
        #expect(merged.rows == whole.rows)
        #expect(merged.input == whole.input)
    }

    @Test func missingShardsAreNamed() throws {
        let third = try file(#require(Shard(3, of: 4)))
        let merged = try MergedSweep([(name: "3", file: third)])
        #expect(merged.missing.map(\.description) == ["1/4", "2/4", "4/4"])
    }

    @Test func whatDoesNotBelongTogetherIsRefused() throws {
        let first = try file(#require(Shard(1, of: 2)))
        let second = try file(#require(Shard(2, of: 2)))
        func refusal(_ files: [SweepFile]) -> MergedSweep.Refusal? {
            do {
                _ = try MergedSweep(files.enumerated().map { (name: "\($0.offset)", file: $0.element) })
                return nil
            } catch { return error }
        }
        #expect(refusal([]) == .nothing)
        #expect(refusal([first, second]) == nil)
        #expect(refusal([first, first]) == .twice("1", first.shard))
        let other = try file(second.shard, seed: 2)
        #expect(refusal([first, other]) == .other("1", difference: "of seed 2, not 1"))
        let third = try file(#require(Shard(2, of: 3)))
        #expect(refusal([first, third]) == .otherCount("1", third.shard, first: first.shard))
        var short = second
        short.rows.removeLast()
        #expect(refusal([first, short]) == .incomplete("1", second.shard, rows: 9))
    }
}
