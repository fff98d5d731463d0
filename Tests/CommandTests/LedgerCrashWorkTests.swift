// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GRDB
import Staffing
import Testing

@testable import Ledger

/// Three clients with a contract by the hour each, and a table of their people's January: twelve people, 21 days, four
/// entries a day.
private func workshop() async throws -> Scratch {
    let scratch = try Scratch()
    let clients = ["north", "south", "west"]
    var firm = """
        muster: 1
        scenario: Workshop
        horizon: 2026-01-01 .. 2026-03-31
        currency: EUR
        clients: { north: {}, south: {}, west: {} }
        rates: { maker: 90/h }
        seller: { name: Workshop, tax: S 23% }

        """
    firm += "people:\n" + (0..<12).map { "  p\($0): { role: maker, cost: 50/h }\n" }.joined()
    firm +=
        "projects:\n"
        + clients.map { "  \($0): { client: \($0), needs: { make: { role: maker, hours: 160h/week } } }\n" }.joined()
    firm += "contracts:\n" + clients.map { "  \($0): { hourly: {} }\n" }.joined()
    try scratch.file("firm.yaml", firm)
    try scratch.file("time.csv", table(of: 0..<4))
    let ready = try await Program.shell("\(now) muster ledger init firm.yaml --ledger base.ledger", in: scratch.url)
    #expect(ready.status == 0, "\(ready)")
    return scratch
}

/// Entries of some quarters of each day.
private func table(of quarters: Range<Int>) -> String {
    var rows = ["person,project,line,date,hours,id"]
    for offset in 0..<30 {
        let day = Day("2026-01-01")! + offset
        guard day.weekday < 5 else { continue }
        for person in 0..<12 {
            for quarter in quarters {
                let client = ["north", "south", "west"][(person + quarter) % 3]
                rows.append("p\(person),\(client),make,\(day),2,\(day)/\(person)/\(quarter)")
            }
        }
    }
    return rows.joined(separator: "\n") + "\n"
}

extension Day {
    /// From 0 for Monday.
    fileprivate var weekday: Int { self - Week(of: self).monday }
}

private let entryCount = 12 * 4 * 22

private func copy(_ ledger: String, in scratch: Scratch) async throws {
    let run = try await Program.shell("rm -f muster.ledger* && cp \(ledger) muster.ledger", in: scratch.url)
    #expect(run.status == 0)
}

private func count(_ what: String, in scratch: Scratch) async throws -> Int {
    let run = try await Program.shell("muster \(what) list --csv", in: scratch.url)
    #expect(run.status == 0, "\(run)")
    return run.output.split(separator: "\n").count - 1
}

@Suite("A ledger whose program is killed at work", .serialized)
struct LedgerCrashWorkTests {
    /// All rows of a table or none, and all that was acknowledged; a second time adds what is missing, and nothing twice.
    @Test func importsAllOrNothing() async throws {
        try await inScratch(workshop()) { scratch in
            try await copy("base.ledger", in: scratch)
            let whole = try await seconds("muster time import firm.yaml time.csv", in: scratch)
            var moments = Moments(within: whole, seed: 37)
            var written = 0
            for round in 0..<kills / 2 {
                try await copy("base.ledger", in: scratch)
                let run = try await killed(
                    "muster time import firm.yaml time.csv",
                    after: moments.next(), in: scratch)
                let found = try await count("time", in: scratch)
                moments.note(isDone: found > 0)
                #expect(found == 0 || found == entryCount)
                if !run.output.isEmpty { #expect(found == entryCount, "\(run.output)") }
                written += found > 0 ? 1 : 0
                guard round % 5 == 0 else { continue }
                try await expectSound(scratch)
                let again = try await Program.shell("\(now) muster time import firm.yaml time.csv", in: scratch.url)
                #expect(again.status == 0, "\(again)")
                #expect(try await count("time", in: scratch) == entryCount)
                try await expectSound(scratch)
            }
            #expect(written > 0 && written < kills / 2, "\(written) of \(kills / 2)")
        }
    }

    /// All three invoices or none, numbered from 1; what was not issued is proposed as it was.
    @Test func issuesAllOrNothing() async throws {
        try await inScratch(workshop()) { scratch in
            try await copy("base.ledger", in: scratch)
            let ready = try await Program.shell(
                """
                export \(now)
                muster time import firm.yaml time.csv && muster time approve --through 2026-01-31
                cp muster.ledger work.ledger
                """, in: scratch.url)
            #expect(ready.status == 0, "\(ready)")
            let issue = "muster invoice issue firm.yaml --through 2026-01-31 --on 2026-01-31"
            let propose = "muster invoice propose firm.yaml --through 2026-01-31"
            let proposed = try await Program.shell(propose, in: scratch.url).output
            let whole = try await seconds(issue, in: scratch)
            let issued = try await Program.shell("muster invoice list --json", in: scratch.url).output
            var moments = Moments(within: whole, seed: 41)
            var written = 0
            for round in 0..<kills / 2 {
                try await copy("work.ledger", in: scratch)
                let delay = moments.next()
                if round % 3 == 0 { _ = try await killed(propose, after: delay, in: scratch) }
                let run = try await killed(issue, after: delay, in: scratch)
                try await expectSound(scratch)
                let found = try await count("invoice", in: scratch)
                moments.note(isDone: found > 0)
                #expect(found == 0 || found == 3)
                if !run.output.isEmpty { #expect(found == 3, "\(run.output)") }
                if found == 0 {
                    #expect(try await Program.shell(propose, in: scratch.url).output == proposed)
                    #expect(try await Program.shell("\(now) \(issue)", in: scratch.url).status == 0)
                } else {
                    written += 1
                }
                #expect(try await Program.shell("muster invoice list --json", in: scratch.url).output == issued)
            }
            #expect(written > 0 && written < kills / 2, "\(written) of \(kills / 2)")
        }
    }

    /// A ledger as the first version made it, with a closed month: whoever opens it brings it up to date, or not at all.
    @Test func isBroughtUpToDateAsAWhole() async throws {
        try await inScratch(Scratch()) { scratch in
            try oldLedger(scratch.url.appending(path: "old.ledger").path)
            try await copy("old.ledger", in: scratch)
            let whole = try await seconds("muster log", in: scratch)
            let log = try await Program.shell("muster log --json", in: scratch.url).output
            var moments = Moments(within: whole, seed: 43)
            var done = 0
            for _ in 0..<kills / 3 {
                try await copy("old.ledger", in: scratch)
                _ = try await killed(
                    "muster log", after: moments.next(), in: scratch)
                let isDone = try migrations(scratch.url.appending(path: "muster.ledger").path) == ["1", "2"]
                moments.note(isDone: isDone)
                done += isDone ? 1 : 0
                try await expectSound(scratch)
                #expect(try await Program.shell("muster log --json", in: scratch.url).output == log)
            }
            #expect(done > 0 && done < kills / 3, "\(done) of \(kills / 3)")
        }
    }

    @Test func isRefusedWhereItIsHalfMade() async throws {
        try await inScratch(Scratch()) { scratch in
            try makeDatabase(scratch.url.appending(path: "half.ledger").path) { db in
                try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            }
            try makeDatabase(scratch.url.appending(path: "other.ledger").path) { db in
                try db.execute(sql: "CREATE TABLE other (id INTEGER)")
            }
            try scratch.file("empty.ledger", "")
            let before = try Data(contentsOf: scratch.url.appending(path: "other.ledger"))
            for name in ["half.ledger", "other.ledger", "empty.ledger"] {
                let run = try await Program.shell("muster log --ledger \(name)", in: scratch.url)
                #expect(run == Run(status: 2, output: "", errors: "muster: \(name) is not a ledger of Muster\n"))
            }
            // What is none of ours is left as it is.
            #expect(try Data(contentsOf: scratch.url.appending(path: "other.ledger")) == before)
            #expect(try scratch.text("empty.ledger") == "")
        }
    }

    private func makeDatabase(_ path: String, _ body: (Database) throws -> Void) throws {
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction(body)
        try database.close()
    }

    private func migrations(_ path: String) throws -> [String] {
        let database = try DatabaseQueue(path: path)
        defer { try? database.close() }
        return try database.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY 1") }
    }

    private func oldLedger(_ path: String) throws {
        let database = try DatabaseQueue(path: path, configuration: Ledger.configuration())
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        try Schema.migrations.migrate(database, upTo: "1")
        try database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO firm VALUES (1, 'Old', 'EUR');
                    INSERT INTO event (at, who, verb, subject, note) VALUES ('2026-01-01T00:00:00Z', 'nina', 'init', 'Old', '');
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
                    INSERT INTO time_entry (event, person, project, day, month, seconds, billable, note, state)
                        SELECT 1, 'p' || i, 'home', '2026-01-05', '2026-01', 3600, 1, '', 'submitted' FROM n;
                    UPDATE time_entry SET state = 'approved';
                    INSERT INTO event (at, who, verb, subject, note) VALUES ('2026-02-01T00:00:00Z', 'nina', 'close', '2026-01', '');
                    INSERT INTO closed_month VALUES ('2026-01', 2);
                    """)
        }
        try database.close()
    }
}

@Suite("A ledger that many work with", .serialized)
struct SharedWorkTests {
    /// Whoever comes second finds nothing left to issue, or is told that it has been invoiced meanwhile.
    @Test func nothingIsInvoicedTwice() async throws {
        try await inScratch(workshop()) { scratch in
            try await copy("base.ledger", in: scratch)
            _ = try await Program.shell(
                """
                export \(now)
                muster time import firm.yaml time.csv && muster time approve --through 2026-01-31
                cp muster.ledger work.ledger
                """, in: scratch.url)
            for _ in 0..<4 {
                try await copy("work.ledger", in: scratch)
                let run = try await Program.shell(
                    """
                    export \(now)
                    issue="muster invoice issue firm.yaml --through 2026-01-31 --on 2026-01-31"
                    $issue > a.txt 2>&1 & one=$!
                    $issue > b.txt 2>&1 & two=$!
                    wait $one; first=$?
                    wait $two; echo "ended $first $?"
                    """, in: scratch.url)
                let ends = run.output.split(whereSeparator: { $0 == " " || $0 == "\n" }).dropFirst().map(String.init)
                #expect(ends.count == 2 && ends.filter { $0 == "0" }.count == 1, "\(run)")
                #expect(ends.allSatisfy { ["0", "1", "2"].contains($0) })
                if ends.contains("2") {
                    let said = try scratch.text("a.txt") + scratch.text("b.txt")
                    #expect(said.contains("something on it has been invoiced already; propose anew"), "\(said)")
                }
                let list = try await Program.shell("muster invoice list --csv", in: scratch.url).output
                let numbers = list.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }
                #expect(numbers == ["F-2026-0001", "F-2026-0002", "F-2026-0003"])
                try await expectSound(scratch)
            }
        }
    }

    /// Three at once, each for another contract: three numbers in a row.
    @Test func numbersAreGivenOnce() async throws {
        try await inScratch(workshop()) { scratch in
            try await copy("base.ledger", in: scratch)
            let run = try await Program.shell(
                """
                export \(now)
                muster time import firm.yaml time.csv && muster time approve --through 2026-01-31
                for contract in north south west; do
                    muster invoice issue firm.yaml --through 2026-01-31 --on 2026-01-31 --contract $contract &
                    jobs="$jobs $!"
                done
                for job in $jobs; do wait $job || echo failed; done
                """, in: scratch.url)
            #expect(!run.output.contains("failed"), "\(run)")
            let list = try await Program.shell("muster invoice list --csv", in: scratch.url).output
            let rows = list.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
            #expect(rows.map { $0[0] } == ["F-2026-0001", "F-2026-0002", "F-2026-0003"])
            #expect(Set(rows.map { $0[2] }) == ["north", "south", "west"])
            try await expectSound(scratch)
        }
    }

    /// The same table twice at once is there once; halves of it at once are both there. An id that says something else is
    /// refused with its name.
    @Test func nothingIsImportedTwice() async throws {
        try await inScratch(workshop()) { scratch in
            try scratch.file("first.csv", table(of: 0..<2))
            try scratch.file("second.csv", table(of: 2..<4))
            try scratch.file("other.csv", table(of: 0..<1).replacing(",2,", with: ",3,"))
            for (one, two) in [("time.csv", "time.csv"), ("first.csv", "second.csv")] {
                try await copy("base.ledger", in: scratch)
                let run = try await Program.shell(
                    """
                    export \(now)
                    muster time import firm.yaml \(one) & one=$!
                    muster time import firm.yaml \(two) & two=$!
                    wait $one && wait $two
                    """, in: scratch.url)
                #expect(run.status == 0, "\(run)")
                #expect(try await count("time", in: scratch) == entryCount)
                try await expectSound(scratch)
            }
            let other = try await Program.shell("\(now) muster time import firm.yaml other.csv", in: scratch.url)
            #expect(other.status == 2)
            #expect(
                other.errors
                    == "muster: 2026-01-01/0/0 is in the ledger with another content; give what is new another "
                    + "id, or correct the entry\n")
            #expect(try await count("time", in: scratch) == entryCount)
        }
    }
}

/// Whether a small disk can be put into a folder here, which takes rights that not every machine gives.
private let hasSmallDisks: Bool = {
    guard geteuid() == 0 else { return false }
    let folder = FileManager.default.temporaryDirectory.appending(path: "muster-disk-\(UUID().uuidString)").path
    do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let mount = try Process.run(
            URL(filePath: "/bin/sh"),
            arguments: ["-c", "mount -t tmpfs -o size=64k tmpfs '\(folder)' 2> /dev/null && umount '\(folder)'"])
        mount.waitUntilExit()
        return mount.terminationStatus == 0
    } catch {
        return false
    }
}()

@Suite("A ledger on a small disk", .serialized, .enabled(if: hasSmallDisks))
struct SmallDiskTests {
    /// Runs with a disk of a size in the folder `disk`, and takes it away again.
    private func withDisk(_ size: String, _ body: (Scratch) async throws -> Void) async throws {
        try await inScratch(workshop()) { scratch in
            let made = try await Program.shell(
                "mkdir disk && mount -t tmpfs -o size=\(size) tmpfs disk", in: scratch.url)
            #expect(made.status == 0, "\(made)")
            do {
                try await body(scratch)
                _ = try await Program.shell("umount disk", in: scratch.url)
            } catch {
                _ = try await Program.shell("umount disk", in: scratch.url)
                throw error
            }
        }
    }

    /// At every size from too little for a ledger to enough for all: what fits is there, and what does not is refused as a
    /// whole.
    @Test func keepsWhatItHasWhereTheDiskIsFull() async throws {
        var ended: [Int32] = []
        for size in [100, 300, 400, 500, 800, 4000] {
            try await withDisk("\(size)k") { scratch in
                let made = try await Program.shell(
                    "export \(now)\nmuster ledger init firm.yaml --ledger disk/new.ledger", in: scratch.url)
                guard made.status == 0 else {
                    #expect(made.status == 3, "\(made)")
                    #expect(made.errors.contains("full"), "\(made.errors)")
                    #expect(try await Program.shell("ls -A disk", in: scratch.url).output == "")
                    return
                }
                let run = try await Program.shell(
                    "export \(now)\nmuster time import firm.yaml time.csv --ledger disk/new.ledger", in: scratch.url)
                ended.append(run.status)
                try await expectSound(scratch, "disk/new.ledger")
                let rows = try await Program.shell(
                    "muster time list --csv --ledger disk/new.ledger | wc -l", in: scratch.url)
                #expect(rows.output == (run.status == 0 ? "\(entryCount + 1)\n" : "1\n"))
                guard run.status != 0 else { return }
                #expect(run.status == 3, "\(run)")
                #expect(run.output == "")
                #expect(run.errors == "muster: the disk is full; nothing was written\n")
            }
        }
        #expect(Set(ended) == [0, 3])
    }

    @Test func saysWhereNothingMayBeWritten() async throws {
        try await withDisk("4000k") { scratch in
            let run = try await Program.shell(
                """
                export \(now)
                muster ledger init firm.yaml --ledger disk/new.ledger && mount -o remount,ro disk
                muster time import firm.yaml time.csv --ledger disk/new.ledger
                echo "ended $?"
                mount -o remount,rw disk
                """, in: scratch.url)
            #expect(run.output.hasSuffix("ended 3\n"), "\(run)")
            #expect(run.errors.contains("its folder has to be writable"), "\(run.errors)")
            try await expectSound(scratch, "disk/new.ledger")
        }
    }
}
