// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

struct MPSReaderTests {
    static let fixed = """
        * names with spaces, two N rows, a range of each kind, bounds of each kind
        NAME          TEST
        ROWS
         N  COST
         N  OTHER
         L  ROW 1
         G  ROW 2
         E  ROW 3
         E  ROW 4
        COLUMNS
            COL 1     COST               1.0   ROW 1              1.0
            COL 1     ROW 2              1.0   OTHER              5.0
            COL 2     COST               2.0   ROW 3             1.D0
            COL 3     COST               0.0   ROW 4              1.0
        RHS
                      COST              -7.0   ROW 1              4.0
                      ROW 2              1.0   ROW 3              2.0
        RANGES
            RNG       ROW 1              2.5   ROW 2              2.0
            RNG       ROW 3             -1.0   ROW 4              3.0
        BOUNDS
         UP BND       COL 1             -2.0
         MI BND       COL 2
         BV BND       COL 3
        ENDATA

        """

    @Test func fixedFormat() throws {
        let model = try Model(mps: Self.fixed, format: .fixed)
        #expect(model.goal == .minimise)
        #expect(model.constant == 7)
        #expect(
            model.rows.map { model[$0] } == [
                .free, .between(1.5, 4), .between(1, 3), .between(1, 2), .between(0, 3),
            ])
        #expect(model.columns.map { model[$0] } == [.atMost(-2), .free, .between(0, 1)])
        #expect(model.columns.map { model.kind(of: $0) } == [.continuous, .continuous, .integer])
        #expect(model.rows.map { model.naming.row($0.index) } == ["OTHER", "ROW 1", "ROW 2", "ROW 3", "ROW 4"])
        #expect(model.naming.column(1) == "COL 2")
        #expect(model.entries(of: Column(0)).map(\.coefficient) == [1, 1, 5])
    }

    static let sound = """
        NAME t
        ROWS
         N c
         L r
        COLUMNS
         x c 1 r 1
         x2 c 1
        RHS
         rhs r 4
        BOUNDS
         UP b x 3
        ENDATA
        """

    static let faults: [(String, String, MPSError)] = [
        ("ROWS", "ROWZ", MPSError(line: 2, problem: .unknownSection("ROWZ"))),
        ("NAME t", " N c", MPSError(line: 1, problem: .dataOutsideSection)),
        (" L r", " Q r", MPSError(line: 4, problem: .unknownRowType("Q"))),
        (" L r", " L c", MPSError(line: 4, problem: .duplicateRow("c"))),
        (" N c", " L c", MPSError(line: 12, problem: .noObjective)),
        ("x c 1 r 1", "x c 1 q 1", MPSError(line: 6, problem: .unknownRow("q"))),
        ("x c 1 r 1", "x c 1 r", MPSError(line: 6, problem: .fieldCount(4))),
        ("x c 1 r 1", "x r 1 r 1", MPSError(line: 7, problem: .duplicateEntry(column: "x", row: "r"))),
        ("x c 1 r 1", "x c one", MPSError(line: 6, problem: .notANumber("one"))),
        ("x c 1 r 1", "x c nan", MPSError(line: 6, problem: .notANumber("nan"))),
        ("x c 1 r 1", "x 'MARKER' 'SOSORG'", MPSError(line: 6, problem: .unknownMarker("'SOSORG'"))),
        ("x2 c 1", "y c 1\n x r 2", MPSError(line: 8, problem: .scatteredColumn("x"))),
        ("UP b x 3", "UP b z 3", MPSError(line: 11, problem: .unknownColumn("z"))),
        ("UP b x 3", "XX b x 3", MPSError(line: 11, problem: .unknownBoundType("XX"))),
        ("ENDATA", "", MPSError(line: 12, problem: .noEnd)),
    ]

    @Test func faultsNameTheirLine() throws {
        #expect(try Model(mps: Self.sound, format: .free).columnCount == 2)
        for (part, fault, error) in Self.faults {
            let text = Self.sound.replacing(part, with: fault, maxReplacements: 1)
            #expect(throws: error, "\(fault)") { try Model(mps: text, format: .free) }
        }
    }

    @Test func garbageNeverTraps() {
        for seed in 0..<3000 {
            var random = Seeded(seed)
            let format = random.chance(50) ? MPSFormat.free : .fixed
            var bytes = Array((format == .free ? Self.sound : Self.fixed).utf8)
            for _ in 0...random.below(6) {
                let at = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[at] = UInt8(random.below(256))
                case 1: bytes.remove(at: at)
                default: bytes.insert(contentsOf: bytes[0..<random.below(bytes.count)], at: at)
                }
            }
            do {
                _ = try solve(Model(mps: String(decoding: bytes, as: UTF8.self), format: format))
            } catch is MPSError {
            } catch is SolveError {
            } catch {
                Issue.record("\(error)")
            }
        }
    }
}
