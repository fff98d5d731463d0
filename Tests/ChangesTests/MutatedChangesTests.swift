// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import SmallFirms
import Staffing
import Testing

/// A change with something broken at random is made, or has problems; it never traps, and what it makes can be said in
/// a file.
@Suite("Mutated changes")
struct MutatedChangesTests {
    /// The changes of the guide, one a line.
    private static let corpus: [String] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Guides/changes.md")
        let text = (try? String(contentsOf: path.standardized, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("- ") && $0.contains(": ") }
    }()

    private static let marks = Array("\n\t \"'#:,-[]{}&*!|>%@`0987~..".utf8) + Array("9999".utf8)

    private func mutated(_ text: String, _ random: inout Seeded) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...Int.random(in: 0..<3, using: &random) {
            let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 32...126, using: &random)
            case 1 where !bytes.isEmpty: bytes.remove(at: place)
            case 2: bytes.insert(Self.marks.randomElement(using: &random) ?? 0, at: min(place, bytes.count))
            default:
                let other = Array((Self.corpus.randomElement(using: &random) ?? "").utf8)
                bytes = Array(bytes.prefix(place)) + other.suffix(other.count / 2)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: UInt64(1)...4)
    func neverTrap(_ seed: UInt64) throws {
        #expect(Self.corpus.count > 40)
        var random = Seeded(state: seed)
        var made = 0
        for change in Self.corpus {
            for _ in 0..<6 {
                let text = mutated(change, &random)
                do throws(Problems) {
                    let firm = try whatIf(text, of: small, horizon: quarter).firm
                    let again = try Scenario.read(
                        at: "again.yaml", from: FileReader(["again.yaml": ScenarioFormat.text(of: firm)]))
                    #expect(again.firm == firm, "\(text)")
                    made += 1
                } catch {
                    #expect(!error.all.isEmpty && !error.description.isEmpty)
                    #expect(!error.all.contains { $0.place.file == "again.yaml" }, "\(text)\n\(error)")
                }
            }
        }
        #expect(made > 0)
    }
}

/// Numbers that look drawn at random and are the same each time.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
