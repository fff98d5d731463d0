// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Testing

/// A valid scenario with something broken at random is read, or has problems; it never traps.
@Suite("Mutated scenarios")
struct MutationTests {
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let table = """
        person,skills,contract,cost,leave
        eva,"swift 4; sql 3",80%,62/h,2026-02-16 .. 2026-02-20
        ida,,,48.50/h,"2026-03-05 2h; 2026-03-06"

        """

    @Test(arguments: 0..<8)
    func neverTrap(_ seed: UInt64) {
        var random = Seeded(state: seed)
        var read = 0
        for run in 0..<250 {
            let table = random.next() % 4 == 0
            let whole = studio.replacing("calendar: lisbon\n\n", with: "calendar: lisbon\ninclude: [people.csv]\n\n")
            let text = table ? Array(whole.utf8) : mutated(Array(whole.utf8), &random)
            let people = table ? mutated(Array(Self.table.utf8), &random) : Array(Self.table.utf8)
            let files = FileReader { path, _ throws(FileReader.Failure) in
                switch path {
                case "studio.yaml": return text
                case "people.csv": return people
                default: throw .missing
                }
            }
            do throws(Problems) {
                _ = try Scenario.read(at: "studio.yaml", from: files)
                read += 1
            } catch {
                #expect(!error.all.isEmpty)
                #expect(!error.description.isEmpty)
            }
            if run % 5 == 0 { checkCanonicalForm(of: String(decoding: text, as: UTF8.self)) }
        }
        #expect(read > 0)
    }

    /// The canonical form is its own canonical form, and says the same.
    private func checkCanonicalForm(of text: String) {
        guard let canonical = try? ScenarioFormat.canonicalText(of: text, named: "studio.yaml") else { return }
        #expect((try? ScenarioFormat.canonicalText(of: canonical, named: "studio.yaml")) == canonical, "\(text)")
        let others = ["people.csv": Self.table]
        let (before, after) = (try? firm(text, and: others), try? firm(canonical, and: others))
        #expect(before == after, "\(text)\n\n\(canonical)")
    }

    private func mutated(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0..<3, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                bytes[bytes.indices.randomElement(using: &random) ?? 0] = UInt8.random(
                    in: .min ... .max, using: &random)
            case 1: bytes[bytes.indices.randomElement(using: &random) ?? 0] = UInt8.random(in: 32...126, using: &random)
            case 2: bytes.remove(at: bytes.indices.randomElement(using: &random) ?? 0)
            case 3:
                let marks = Array("\n\t \"'#:,-[]{}&*!|>%@`0987~..".utf8)
                bytes.insert(
                    marks.randomElement(using: &random) ?? 0, at: bytes.indices.randomElement(using: &random) ?? 0)
            case 4: onLines(&bytes) { $0.remove(at: $0.indices.randomElement(using: &random) ?? 0) }
            default:
                onLines(&bytes) { lines in
                    let line = lines.randomElement(using: &random) ?? []
                    lines.insert(line, at: lines.indices.randomElement(using: &random) ?? 0)
                }
            }
        }
        return bytes
    }

    private func onLines<Result>(_ bytes: inout [UInt8], _ change: (inout [ArraySlice<UInt8>]) -> Result) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        _ = change(&lines)
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
