// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Staffing
import Testing

/// As a plan of a made-up firm needs it, which is full of trouble.
private let commit: String = {
    let kinds = [
        "overbooked", "unfilled", "late-project", "late-milestone", "not-employed", "excluded", "leave-clash",
        "bottleneck", "milestone-at-risk", "undone-task", "late-task", "contradictory-pins",
    ]
    return "muster commit plan.json firm.yaml " + kinds.map { "--despite \($0)" }.joined(separator: " ")
        + " --reason 'a test'"
}()

@Suite("A ledger whose program is killed", .serialized)
struct LedgerCrashTests {
    /// At moments drawn by a seed, while it commits and takes back in turn: after each the ledger opens and holds, has
    /// all that was acknowledged, and the whole of an event or nothing of it.
    @Test func holdsWhatWasAcknowledgedAndNoHalf() async throws {
        try await inScratch(office()) { scratch in
            let whole = try await seconds(commit, in: scratch)
            let hours = try await Program.shell("muster log 2 --json", in: scratch.url).output
            let back = try await seconds("muster undo", in: scratch)
            var (booking, takingBack) = (Moments(within: whole, seed: 29), Moments(within: back, seed: 30))
            var count = 3
            var written = 0
            for _ in 0..<kills {
                let isBooked = try await events(scratch)[0].verb == "commit"
                let run = try await killed(
                    isBooked ? "muster undo" : commit,
                    after: isBooked ? takingBack.next() : booking.next(), in: scratch)
                try await expectSound(scratch)
                let after = try await events(scratch)
                #expect(after.count == count || after.count == count + 1)
                if !run.output.isEmpty { #expect(after.count == count + 1, "\(run.output)") }
                if isBooked {
                    takingBack.note(isDone: after.count > count)
                } else {
                    booking.note(isDone: after.count > count)
                }
                if after.count > count {
                    written += 1
                    let shown = try await Program.shell("muster log \(after[0].event) --json", in: scratch.url).output
                    #expect(changes(shown) == changes(hours))
                }
                count = after.count
            }
            #expect(written > 0 && written < kills, "\(written) of \(kills)")
        }
    }

    /// How many cells changed, and by how much in all.
    private func changes(_ log: String) -> [String] {
        struct Log: Decodable {
            struct Change: Decodable {
                let line: String
                let week: String
                let before: Double
                let after: Double
            }
            let changes: [Change]
        }
        do {
            return try JSONDecoder().decode(Log.self, from: Data(log.utf8)).changes.map {
                "\($0.line) \($0.week) \(abs($0.after - $0.before))"
            }
        } catch {
            return ["\(error)"]
        }
    }

    /// Making one includes all migrations.
    @Test func isWholeOrNotThere() async throws {
        try await inScratch(office()) { scratch in
            let whole = try await seconds("muster ledger init firm.yaml --ledger new.ledger", in: scratch)
            var moments = Moments(within: whole, seed: 31)
            var made = 0
            for _ in 0..<kills / 2 {
                _ = try await Program.shell("rm -f new.ledger*", in: scratch.url)
                _ = try await killed(
                    "muster ledger init firm.yaml --ledger new.ledger",
                    after: moments.next(), in: scratch)
                moments.note(isDone: try scratch.names().contains("new.ledger"))
                guard try scratch.names().contains("new.ledger") else { continue }
                made += 1
                try await expectSound(scratch, "new.ledger")
                let log = try await Program.shell("muster log --ledger new.ledger", in: scratch.url)
                #expect(log.output.contains("init"))
            }
            #expect(made < kills / 2)
            // What the killed ones left is tidied up by the next; what is no file of theirs, or of one at work, stays.
            try scratch.file(".new.ledger.2147483646.new", "left")
            try scratch.file(".new.ledger.2147483646.new-wal", "left")
            try scratch.file(".new.ledger.1.new", "of somebody at work")
            try scratch.file(".new.ledger.mine.new", "of somebody else")
            let last = try await Program.shell(
                "rm -f new.ledger* && \(now) muster ledger init firm.yaml --ledger new.ledger", in: scratch.url)
            #expect(last.status == 0, "\(last)")
            #expect(
                try scratch.names().filter { $0.hasPrefix(".") } == [".new.ledger.1.new", ".new.ledger.mine.new"])
        }
    }
}

@Suite("A ledger that many use", .serialized)
struct SharedLedgerTests {
    /// Somebody commits to each of two plans that ask for the same person's 30 of 40 hours, at the same time.
    @Test func oneOfTwoIsRefused() async throws {
        try await inScratch(Scratch()) { scratch in
            for name in ["apollo", "borealis"] {
                try scratch.file(
                    "\(name).yaml",
                    """
                    muster: 1
                    scenario: \(name)
                    horizon: 2026-01-05 .. 2026-01-18
                    currency: EUR
                    people: { ana: { cost: 50/h } }
                    projects: { \(name): { needs: { app: { hours: 30h/week, rate: 100/h } } } }
                    """)
            }
            let both = try await Program.shell(
                """
                export \(now)
                muster ledger init apollo.yaml
                for name in apollo borealis; do muster plan $name.yaml --quiet --out $name.json; done
                for round in 1 2 3; do
                    muster commit apollo.json apollo.yaml > a.txt & one=$!
                    muster commit borealis.json borealis.yaml > b.txt & two=$!
                    wait $one; first=$?
                    wait $two; echo "ended $first $?"
                    cat a.txt b.txt | grep -c overbooked
                    muster undo
                done
                """, in: scratch.url)
            let ends = both.output.split(separator: "\n").filter { $0.hasPrefix("ended") }
            #expect(ends.count == 3)
            #expect(ends.allSatisfy { ["ended 0 1", "ended 1 0"].contains($0) }, "\(both.output)")
            try await expectSound(scratch)
        }
    }

    /// Six teams at once, each with people of its own: nobody's booking is lost.
    @Test func noneIsLost() async throws {
        try await inScratch(Scratch()) { scratch in
            for team in 1...6 {
                try scratch.file(
                    "team\(team).yaml",
                    """
                    muster: 1
                    scenario: Team \(team)
                    horizon: 2026-01-05 .. 2026-01-18
                    currency: EUR
                    people: { ana\(team): { cost: 50/h } }
                    projects: { project\(team): { needs: { app: { hours: 30h/week, rate: 100/h } } } }
                    """)
            }
            let all = try await Program.shell(
                """
                export \(now)
                muster ledger init team1.yaml
                for team in 1 2 3 4 5 6; do muster plan team$team.yaml --quiet --out $team.json; done
                for team in 1 2 3 4 5 6; do
                    muster commit $team.json team$team.yaml > $team.txt & jobs="$jobs $!"
                done
                for job in $jobs; do wait $job || echo failed; done
                """, in: scratch.url)
            #expect(!all.output.contains("failed"), "\(all)")
            #expect(try await events(scratch).map(\.verb) == Array(repeating: "commit", count: 6) + ["init"])
            for team in 1...6 {
                let again = try await Program.shell(
                    "\(now) muster commit \(team).json team\(team).yaml", in: scratch.url)
                #expect(again.output.contains("changes nothing"), "\(again)")
            }
            try await expectSound(scratch)
        }
    }

    /// Each backup is whole while others write, and put back in the ledger's place it is the ledger of that moment.
    @Test func isBackedUpMeanwhileAndRestored() async throws {
        try await inScratch(office()) { scratch in
            let run = try await Program.shell(
                """
                export \(now)
                (for round in 1 2 3 4; do \(commit) && muster undo; done > /dev/null) &
                for copy in 1 2 3 4 5 6; do muster ledger backup copy.ledger && cp copy.ledger copy$copy.ledger; done
                wait
                """, in: scratch.url)
            #expect(run.output == String(repeating: "copy.ledger: a copy of muster.ledger\n", count: 6), "\(run)")
            for copy in 1...6 { try await expectSound(scratch, "copy\(copy).ledger") }
            #expect(try await events(scratch).count == 9)
            let copied = try await Program.shell("muster log --json --ledger copy3.ledger", in: scratch.url).output
            let restored = try await Program.shell(
                "rm -f muster.ledger-wal muster.ledger-shm && cp copy3.ledger muster.ledger && muster log --json",
                in: scratch.url)
            #expect(restored.output == copied)
            try await expectSound(scratch)
        }
    }

    @Test func aBackupReplacesNothingButABackup() async throws {
        try await inScratch(office(people: 3)) { scratch in
            let before = try scratch.text("firm.yaml")
            for (file, why) in [
                ("firm.yaml", "firm.yaml is there already and no ledger; name another file"),
                ("./muster.ledger", "./muster.ledger is the ledger itself; name another file"),
            ] {
                let run = try await Program.shell("muster ledger backup \(file)", in: scratch.url)
                #expect(run == Run(status: 2, output: "", errors: "muster: \(why)\n"))
            }
            #expect(try scratch.text("firm.yaml") == before)
            let nowhere = try await Program.shell("muster ledger backup no/such/folder.ledger", in: scratch.url)
            #expect(nowhere.status == 3)
            try await expectSound(scratch)
        }
    }
}

@Suite("A ledger on a disk that refuses", .serialized)
struct LedgerDiskTests {
    /// Files may not grow beyond a limit, at every size from too little for anything to enough.
    @Test func keepsWhatItHasWhereNothingMoreFits() async throws {
        try await inScratch(office()) { scratch in
            var ended: Set<Int32> = []
            for blocks in [100, 200, 400, 800, 1600] {
                let run = try await Program.shell(
                    "export \(now)\ntrap '' XFSZ\nulimit -f \(blocks)\n\(commit)", in: scratch.url)
                ended.insert(run.status)
                try await expectSound(scratch)
                guard run.status != 0 else { continue }
                #expect(run.status == 3, "\(run)")
                #expect(run.output == "")
                #expect(run.errors.contains("nothing was written"), "\(run.errors)")
                #expect(try await events(scratch).count == 1)
            }
            #expect(ended.contains(3))
            let none = try await Program.shell(
                "trap '' XFSZ\nulimit -f 20\nmuster ledger init firm.yaml --ledger new.ledger", in: scratch.url)
            #expect(none.status == 3)
            #expect(try scratch.names() == ["firm.yaml", "muster.ledger", "plan.json"].sorted())
        }
    }

    /// Whoever may do everything may write read-only files, too.
    @Test(.enabled(if: geteuid() != 0)) func isLeftAloneWhereItMayNotBeWritten() async throws {
        try await inScratch(office()) { scratch in
            let run = try await Program.shell(
                "export \(now)\nchmod a-w muster.ledger .\n\(commit)\ncode=$?\nchmod u+w . muster.ledger\nexit $code",
                in: scratch.url)
            #expect(run.status == 3, "\(run)")
            #expect(run.output == "")
            try await expectSound(scratch)
            #expect(try await events(scratch).count == 1)
        }
    }

    @Test func isToldFromOtherFiles() async throws {
        try await inScratch(office(people: 3)) { scratch in
            _ = try await Program.shell("mkdir folder", in: scratch.url)
            for (file, status, why) in [
                ("firm.yaml", Int32(2), "firm.yaml is not a ledger of Muster"),
                ("none.ledger", 2, "none.ledger: there is no such ledger; `muster ledger init` makes one"),
                ("folder", 3, "unable to open database file"),
            ] {
                for command in ["log", "undo", "ledger check"] {
                    let run = try await Program.shell("muster \(command) --ledger \(file)", in: scratch.url)
                    #expect(run.status == status, "\(file): \(run)")
                    #expect(run.output == "")
                    #expect(run.errors.contains(why), "\(run.errors)")
                }
            }
        }
    }
}
