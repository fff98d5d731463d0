// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let byHand = Program.repository.appending(path: "Scenarios/by-hand/base.yaml").path

@Suite("Sweeps: shards, interruption, merging")
struct SweepTests {
    private func shell(_ command: String, in scratch: Scratch) async throws -> Run {
        try await Program.shell(command.replacing("FIRM", with: byHand), in: scratch.url)
    }

    @Test func shardsMergeToTheBytesOfOneRun() async throws {
        try await inScratch(Scratch()) { scratch in
            let whole = try await shell("muster sweep FIRM --draws 20 --out whole.csv", in: scratch)
            #expect(whole.status == 0, "\(whole.errors)")
            let shards = try await shell(
                """
                muster sweep FIRM --draws 20 --shard 1/3 --out rows
                SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=3 SLURM_ARRAY_TASK_COUNT=3 \
                muster sweep FIRM --draws 20 --out rows
                JOB_COMPLETION_INDEX=2 muster sweep FIRM --draws 20 --shards 3 --out rows
                """, in: scratch)
            #expect(
                shards
                    == Run(
                        status: 0,
                        output: """
                            shard 1/3: 7 scenarios in rows/shard-1-of-3.rows
                            shard 2/3: 7 scenarios in rows/shard-2-of-3.rows
                            shard 3/3: 6 scenarios in rows/shard-3-of-3.rows

                            """, errors: ""))
            let merged = try await shell("muster sweep --merge rows --out merged.csv", in: scratch)
            #expect(merged == whole)
            #expect(try scratch.text("merged.csv") == scratch.text("whole.csv"))
            #expect(try scratch.names() == ["merged.csv", "rows", "whole.csv"])
        }
    }

    @Test func shardsThatDoNotFitAreRefusedAndMissingOnesNamed() async throws {
        try await inScratch(Scratch()) { scratch in
            _ = try await shell("muster sweep FIRM --draws 20 --shard 2/3 --out rows", in: scratch)
            let missing = try await shell("muster sweep --merge rows", in: scratch)
            #expect(
                missing
                    == Run(
                        status: 1, output: "", errors: "muster: shard 1/3 is missing\nmuster: shard 3/3 is missing\n"))
            let again = try await shell("muster sweep FIRM --draws 20 --shard 2/3 --out rows", in: scratch)
            #expect(again == Run(status: 0, output: "shard 2/3: 7 scenarios in rows/shard-2-of-3.rows\n", errors: ""))
            let seed = try await shell("muster sweep FIRM --draws 20 --seed 2 --shard 2/3 --out rows", in: scratch)
            #expect(seed.status == 2)
            #expect(
                seed.errors
                    == "muster: rows/shard-2-of-3.rows is of another sweep; remove it, or name another --out\n")
            let count = try await shell("muster sweep FIRM --draws 20 --shard 2/4 --out rows", in: scratch)
            #expect(count.status == 2)
            _ = try await shell(
                "muster sweep FIRM --draws 20 --seed 2 --shard 1/3 --out other; mv other/* rows", in: scratch)
            let mixed = try await shell("muster sweep --merge rows", in: scratch)
            #expect(
                mixed
                    == Run(
                        status: 2, output: "",
                        errors: "muster: rows/shard-2-of-3.rows does not belong to the others: it is of seed 1, not 2\n"
                    ))
        }
    }

    @Test func aShardThatHasJustBegunIsMissing() async throws {
        try await inScratch(Scratch()) { scratch in
            _ = try await shell("muster sweep FIRM --draws 20 --shard 2/3 --out rows", in: scratch)
            let merge = "touch rows/shard-1-of-3.journal; printf '{\"inp' > rows/shard-3-of-3.journal; "
            let missing = try await shell(merge + "muster sweep --merge rows", in: scratch)
            #expect(
                missing
                    == Run(
                        status: 1, output: "", errors: "muster: shard 1/3 is missing\nmuster: shard 3/3 is missing\n"))
            let alone = try await shell("mkdir new; cp rows/*.journal new; muster sweep --merge new", in: scratch)
            #expect(
                alone
                    == Run(
                        status: 1, output: "",
                        errors: "muster: shard 1/3 is missing\nmuster: shard 2/3 is missing\n"
                            + "muster: shard 3/3 is missing\n"))
            let third = try await shell("muster sweep FIRM --draws 20 --shard 3/3 --out rows", in: scratch)
            #expect(third == Run(status: 0, output: "shard 3/3: 6 scenarios in rows/shard-3-of-3.rows\n", errors: ""))
        }
    }

    @Test func anInterruptedRunGoesOnToTheSameBytes() async throws {
        try await inScratch(Scratch()) { scratch in
            let run = "muster sweep firm.yaml --draws 40 --quiet --threads"
            let interrupted = try await Program.shell(
                """
                muster generate --people 40 --weeks 16 --seed 7 > firm.yaml
                \(run) 1 --out draws.csv &
                until [ "$(wc -l < draws.csv.journal)" -ge 3 ]; do sleep 0.05; done 2> /dev/null
                kill -TERM $!
                wait $!
                """, in: scratch.url)
            #expect(interrupted.status == 130)
            #expect(interrupted.errors.hasPrefix("muster: stopped after "))
            #expect(interrupted.errors.hasSuffix(" of 40 scenarios; the same command goes on from there\n"))
            #expect(try scratch.names() == ["draws.csv.journal", "firm.yaml"])
            let other = try await Program.shell("\(run) 1 --seed 2 --out draws.csv", in: scratch.url)
            #expect(
                other
                    == Run(
                        status: 2, output: "",
                        errors: "muster: draws.csv.journal holds the beginning of a sweep of seed 1, not 2; remove it, "
                            + "or name another --out\n"))
            // As if the machine had failed within a line.
            _ = try await Program.shell("printf '{\"asked\":17' >> draws.csv.journal", in: scratch.url)
            let rest = try await Program.shell("\(run) 2 --out draws.csv", in: scratch.url)
            #expect(rest.status == 0)
            #expect(rest.errors.hasSuffix(" scenarios are there from an earlier run\n"))
            let whole = try await Program.shell("\(run) 2 --out whole.csv", in: scratch.url)
            #expect(whole.errors == "")
            #expect(try scratch.text("draws.csv") == scratch.text("whole.csv"))
            #expect(try scratch.names() == ["draws.csv", "firm.yaml", "whole.csv"])
        }
    }

    @Test func aJournalHasOneWriter() async throws {
        try await inScratch(Scratch()) { scratch in
            let run = try await shell(
                "touch draws.csv.journal; flock draws.csv.journal muster sweep FIRM --draws 4 --out draws.csv",
                in: scratch)
            #expect(
                run == Run(status: 2, output: "", errors: "muster: draws.csv.journal is being written by another run\n")
            )
        }
    }

    /// One week, one coder of 40 h. Later than the horizon, nothing is asked for; 50 h are 10 more than there are.
    private let grid = """
        muster: 1
        scenario: Grid
        horizon: 2026-01-05 .. 2026-01-18
        currency: EUR
        people:
          ana: { cost: 50/h, contract: 100% to 2026-01-11 }
        projects:
          p:
            dates: 2026-01-05 .. 2026-01-11
            needs:
              x: { hours: 30h/week, rate: 100/h, spread: weekly }

        """

    @Test func aGridHasARowForEachPoint() async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("firm.yaml", grid)
            let run = try await shell(
                "muster sweep firm.yaml --vary projects.p.start=0w..2w/1w --vary projects.p.needs.x.hours=30h/week,50h/week "
                    + "--csv", in: scratch)
            #expect(
                run
                    == Run(
                        status: 0,
                        output: """
                            draw,projects.p.start,projects.p.needs.x.hours,wins,demand,filled,coverage,revenue,cost,margin,\
                            worth,overtime,subcontracted,bench,hires
                            ,0w,30h/week,,30,30,1.0000,3000.00,1500.00,1500.00,1500.00,0,0,10,
                            ,0w,50h/week,,50,40,0.8000,4000.00,2000.00,2000.00,1000.00,0,0,0,(any) 2026-01 0.125
                            ,1w,30h/week,,30,0,0.0000,0.00,0.00,0.00,-3000.00,0,0,40,(any) 2026-01 0.375
                            ,1w,50h/week,,50,0,0.0000,0.00,0.00,0.00,-5000.00,0,0,40,(any) 2026-01 0.625
                            ,2w,30h/week,,0,0,1,0.00,0.00,0.00,0.00,0,0,40,
                            ,2w,50h/week,,0,0,1,0.00,0.00,0.00,0.00,0,0,40,

                            """, errors: ""))
            let shards = try await shell(
                """
                call='muster sweep firm.yaml --vary projects.p.start=0w..2w --draws 3 --seed 4'
                $call --out whole.csv > whole.txt
                for shard in 1 2 3 4; do $call --shard $shard/4 --out rows; done > log.txt
                muster sweep --merge rows --out merged.csv > merged.txt
                cmp whole.csv merged.csv && cmp whole.txt merged.txt && wc -l < merged.csv
                """, in: scratch)
            #expect(shards.output.trimmingCharacters(in: .whitespaces) == "10\n")
            #expect(shards.errors == "")
        }
    }

    /// Ana's 40 h are half of what the certain project asks for; without draws a proposal asks for as much again, or for
    /// nothing.
    @Test func proposedWorkThatIsNotDrawnCountsAsAsked() async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file(
                "firm.yaml",
                grid.replacing("30h/week", with: "80h/week")
                    + """
                      q:
                        stage: proposed 50%
                        dates: 2026-01-05 .. 2026-01-11
                        needs:
                          y: { hours: 80h/week, rate: 100/h, spread: weekly }

                    """)
            let call = "muster sweep firm.yaml --vary projects.p.start=0w --csv --tentative"
            let run = try await shell("for how in weighted full out; do \(call) $how | tail -n 1; done", in: scratch)
            #expect(
                run
                    == Run(
                        status: 0,
                        output: """
                            ,0w,,160,40,0.2500,4000.00,2000.00,2000.00,-6000.00,0,0,0,(any) 2026-01 1.5
                            ,0w,,160,40,0.2500,4000.00,2000.00,2000.00,-10000.00,0,0,0,(any) 2026-01 1.5
                            ,0w,,80,40,0.5000,4000.00,2000.00,2000.00,-2000.00,0,0,0,(any) 2026-01 0.5

                            """, errors: ""))
        }
    }

    static let wrongCalls: [(call: String, error: String)] = [
        ("", "Error: Missing expected argument '<scenario>'"),
        ("FIRM --draws 0", "Error: --draws takes a number from 1 to 1000000."),
        ("FIRM --draws 1000001", "Error: --draws takes a number from 1 to 1000000."),
        ("FIRM --threads 0", "Error: --threads takes a number from 1 to 1024."),
        ("FIRM --shards 0", "Error: --shards takes a number from 1 to 10000."),
        ("FIRM --shard 4/3", "Error: --shard takes a part of a whole, such as 3/10."),
        ("FIRM --shard 1/3 --shards 3", "Error: --shard says of how many already."),
        ("FIRM --json --csv", "Error: --json, --csv and --quiet exclude each other."),
        ("FIRM --merge rows", "Error: --merge takes neither a scenario nor draws or shards: all stands in the folder."),
        ("FIRM --shard 1/3", "muster: shard 1/3 needs --out with a folder in which the shards meet\n"),
        (
            "FIRM --shards 3",
            "muster: --shards is for the tasks of a job array, and this is none; --shard 1/3 names a part\n"
        ),
        ("FIRM --vary claims", "muster: --vary 'claims' needs a path and `=`, as in projects.apollo.start=0w..6w\n"),
        ("FIRM --vary policy.target=5", "--vary:1:16: wrong-unit: `5` is not a share\n"),
        (
            "FIRM --vary projects.claims.start=1w",
            "muster: projects.claims.start cannot be 1w: Claims in the pocket has no dates of its own"
        ),
        (
            "FIRM --vary projects.claims.start=2026-03-02",
            "muster: projects.claims.start takes weeks, as in projects.claims.start=0w..6w, not '2026-03-02'\n"
        ),
        (
            "FIRM --draws 1000 --vary projects.claims.start=0w..9w --vary policy.target=0%..100%",
            "muster: the grid has more than 1000000 scenarios\n"
        ),
        (
            "FIRM" + (1...5).map { " --vary people.p\($0).target=1..10000" }.joined(),
            "muster: the grid has more than 1000000 scenarios\n"
        ),
        ("--merge none", "muster: none cannot be read: no such file or directory\n"),
        ("--merge .", "muster: there are no shards in .\n"),
    ]

    @Test(arguments: wrongCalls)
    func aWrongCallIsRefused(_ wrong: (call: String, error: String)) async throws {
        try await inScratch(Scratch()) { scratch in
            let run = try await shell("muster sweep \(wrong.call)", in: scratch)
            #expect(run.status == 2)
            #expect(run.output == "")
            #expect(run.errors.hasPrefix(wrong.error), "\(run.errors)")
            #expect(try scratch.names() == [])
        }
    }
}
