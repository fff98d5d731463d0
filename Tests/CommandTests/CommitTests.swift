// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A firm whose people have 40 hours a week, for two weeks from 2026-W02.
private func scenario(_ name: String, _ projects: String, people: String = "ana", _ more: String = "") -> String {
    let staff = people.split(separator: " ").map { "  \($0): { skills: { swift: 3 }, cost: 50/h }\n" }.joined()
    return """
        muster: 1
        scenario: \(name)
        horizon: 2026-01-05 .. 2026-01-18
        currency: EUR
        people:
        \(staff)projects:
        \(projects)
        \(more)
        """
}

private let apollo = "  apollo: { needs: { app: { skills: { swift: 3 }, hours: 30h/week, rate: 100/h } } }"
private let borealis = "  borealis: { needs: { web: { skills: { swift: 3 }, hours: 30h/week, rate: 100/h } } }"

/// A directory with a ledger, in which it is Monday, 2026-01-05, unless a call says otherwise.
private struct Office {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try scratch.file("apollo.yaml", scenario("Apollo", apollo))
        try scratch.file("borealis.yaml", scenario("Borealis", borealis))
        #expect(try await run("ledger init apollo.yaml").status == 0)
    }

    func run(_ call: String, at time: String = "2026-01-05T09:00:00Z", as who: String = "nina") async throws -> Run {
        try await Program.shell("MUSTER_NOW=\(time) USER=\(who) muster \(call)", in: scratch.url)
    }

    func planned(_ name: String, at time: String = "2026-01-05T09:00:00Z") async throws {
        let run = try await run("plan \(name).yaml --quiet --out \(name).json", at: time)
        #expect(run.status == 0, "\(run.errors)")
    }

    func booked(_ event: Int) async throws -> String { try await run("log \(event)").output }
}

@Suite("muster commit, undo and log")
struct CommitCommandTests {
    /// Two scenarios call on the same 40 h a week of freelancers, for 30 h each: 20 h too many in each of two weeks.
    @Test func findsSubcontractorsWhoArePromisedTwice() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { scratch in
            let pool =
                "subcontractors: { guild: { name: The guild, skills: { kotlin: 3 }, hours: 40h/week, cost: 70/h } }"
            for name in ["apollo", "borealis"] {
                let need = "  \(name): { needs: { app: { skills: { kotlin: 3 }, hours: 30h/week, rate: 100/h } } }"
                try scratch.file("\(name).yaml", scenario(name, need, pool))
                try await office.planned(name)
            }
            #expect(try await office.run("commit apollo.json apollo.yaml").status == 0)
            let refused = try await office.run("commit borealis.json borealis.yaml")
            #expect(refused.status == 1)
            #expect(
                refused.output.hasPrefix(
                    """
                    borealis
                    1 error

                    error    The guild is booked 120 h on apollo.app and borealis.app in 2026-W02 ..
                             2026-W03 and gives 80 h
                             → move 40 h, or agree on more
                             (overbooked)

                    """), "\(refused.output)")
            let accepted = try await office.run(
                "commit borealis.json borealis.yaml --despite overbooked --reason 'they said yes'")
            #expect(accepted.status == 0)
        }
    }

    @Test func booksOnceAndSaysSo() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { _ in
            try await office.planned("apollo")
            #expect(
                try await office.run("commit apollo.json apollo.yaml")
                    == Run(
                        status: 0, output: "apollo.json is committed: 60 h more; `muster log 2` shows all of it\n",
                        errors: ""))
            #expect(
                try await office.run("commit apollo.json apollo.yaml")
                    == Run(
                        status: 0, output: "apollo.json changes nothing: all of it is booked already\n", errors: ""))
            let shown = try await office.booked(2)
            #expect(shown.hasPrefix("Event 2 · 2026-01-05 09:00 · nina · commit Apollo\nA plan of Apollo (optimal)"))
            #expect(
                shown.hasSuffix(
                    """
                      Who  Line        Weeks              h before  after
                      ana  apollo.app  2026-W02–2026-W03         0     30

                    """))
            #expect(
                try await office.run("log").output == """
                      No  When              Who   What
                       2  2026-01-05 09:00  nina  commit · Apollo · 60 h more
                       1  2026-01-05 09:00  nina  init · Apollo

                    """)
        }
    }

    /// Each plan alone is fine: 30 of 40 hours.
    @Test func findsOverloadAcrossScenarios() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { _ in
            try await office.planned("apollo")
            try await office.planned("borealis")
            #expect(try await office.run("commit apollo.json apollo.yaml").status == 0)
            let refused = try await office.run("commit borealis.json borealis.yaml")
            #expect(refused.status == 1)
            #expect(
                refused.output.contains(
                    """

                    error    ana is booked 120 h in 2026-W02 .. 2026-W03 and has 80 h
                             → move 40 h, or allow overtime
                             (overbooked)

                    """))
            #expect(
                refused.output.hasSuffix(
                    "\nNothing is committed. To commit in spite of an error: --despite KIND --reason TEXT\n"))
            #expect(try await office.run("log --json").output.contains("\"event\": 2"))
            let despite = "commit borealis.json borealis.yaml --despite overbooked --reason 'agreed with ana'"
            #expect(try await office.run(despite).status == 0)
            #expect(try await office.booked(3).contains("\nIn spite of overbooked: agreed with ana\n"))
        }
    }

    @Test func aPlanOfAnotherFirmIsNotCommitted() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { _ in
            try await office.planned("apollo")
            let run = try await office.run("commit apollo.json borealis.yaml")
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("muster: apollo.json is not a plan of this scenario: "))
            #expect(try await office.run("log").output.contains("commit") == false)
        }
    }

    @Test func whatAnAlertIsAcceptedForIsChecked() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { _ in
            try await office.planned("apollo")
            for wrong in [
                "--despite nonsense --reason x", "--despite overbooked", "--reason x",
                "--despite overbooked --despite loss --despite notWon --reason x --reason y",
                "--despite loss --reason ''",
            ] {
                let run = try await office.run("commit apollo.json apollo.yaml \(wrong)")
                #expect(run.status == 2, "\(wrong)")
                #expect(run.output == "")
            }
        }
    }

    @Test func undoTakesTheLatestBackOneByOne() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { _ in
            try await office.planned("apollo")
            #expect(try await office.run("commit apollo.json apollo.yaml").status == 0)
            #expect(
                try await office.run("undo", as: "rui")
                    == Run(
                        status: 0, output: "event 2 is taken back: 60 h less; `muster log 3` shows all of it\n",
                        errors: ""))
            #expect(try await office.booked(2).contains("\nIt was taken back by event 3.\n"))
            #expect(try await office.booked(3).contains("\nIt takes back event 2.\n"))
            let none = try await office.run("undo")
            #expect(none == Run(status: 1, output: "", errors: "muster: there is no commitment to take back\n"))
            #expect(try await office.run("commit apollo.json apollo.yaml").output.contains("60 h more"))
            let late = try await office.run("undo", at: "2026-01-12T00:00:00Z")
            #expect(late.status == 1)
            #expect(late.errors.hasPrefix("muster: event 4 changed 2026-W02, which is past by now"))
        }
    }
}

@Suite("bookings: ledger")
struct LedgerBookingsTests {
    @Test func plansAroundWhatIsCommittedElsewhere() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { scratch in
            try await office.planned("apollo")
            #expect(try await office.run("commit apollo.json apollo.yaml").status == 0)
            try scratch.file("borealis.yaml", scenario("Borealis", borealis, "bookings: ledger"))
            let run = try await office.run("plan borealis.yaml --csv")
            #expect(
                run.errors
                    == "note: the ledger has 60 h booked on lines that the scenario does not have; their people count as "
                    + "busy: apollo.app\n")
            // 30 of 40 hours are taken, so 10 are left.
            let left = try await office.run("plan borealis.yaml --quiet")
            #expect(left.output.contains("short of demand by 40 h"))
            #expect(try await office.run("plan borealis.yaml --quiet --out borealis.json").status == 0)
            #expect(try await office.run("commit borealis.json borealis.yaml").output.contains("20 h more"))
            #expect(try await office.booked(3).contains("ana  borealis.web  2026-W02–2026-W03         0     10"))
        }
    }

    @Test func aStalePlanIsRefusedWithWhatChanged() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { scratch in
            try scratch.file("borealis.yaml", scenario("Borealis", borealis, "bookings: ledger"))
            try await office.planned("borealis")
            try await office.planned("apollo")
            #expect(try await office.run("commit apollo.json apollo.yaml", as: "rui").status == 0)
            let stale = try await office.run("commit borealis.json borealis.yaml")
            #expect(stale.status == 1)
            #expect(
                stale.output.hasPrefix(
                    """
                    borealis.json was made before bookings changed; nothing is committed. Plan anew. Since then:

                    Event 2 · 2026-01-05 09:00 · rui · commit Apollo

                    """))
            #expect(stale.output.contains("\n  ana  apollo.app  2026-W02–2026-W03         0     30\n"))
            // What was taken back again has not changed.
            #expect(try await office.run("undo").status == 0)
            #expect(try await office.run("commit borealis.json borealis.yaml").status == 0)
        }
    }

    /// 60 h agreed; in the first week 30 h are booked, and 10 h of them worked. So 50 h are left for the second, in which
    /// ana has 40 h and is kept for the 30 h that she is booked for.
    @Test func theRestIsPlannedFromWhatWasWorked() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { scratch in
            let total = apollo.replacing("30h/week", with: "60h total")
            try scratch.file("apollo.yaml", scenario("Apollo", total, people: "ana ben"))
            try await office.planned("apollo")
            #expect(try await office.run("commit apollo.json apollo.yaml").status == 0)
            for day in ["2026-01-05", "2026-01-06"] {
                let added = try await office.run("time add apollo.yaml ana apollo.app 5 --on \(day)")
                #expect(added.status == 0, "\(added.errors)")
            }
            let next = "2026-01-12T09:00:00Z"
            let rest = try await office.run("plan apollo.yaml --from-ledger --quiet --out rest.json", at: next)
            #expect(rest.output.contains("all demand filled"), "\(rest)")
            #expect(try await office.run("verify rest.json apollo.yaml --from-ledger", at: next).status == 0)
            let done = try await office.run("commit rest.json apollo.yaml --from-ledger", at: next)
            #expect(done.output.contains("20 h more"), "\(done)")
            // Time that is entered later makes it another rest.
            #expect(
                try await office.run("time add apollo.yaml ana apollo.app 4 --on 2026-01-07", at: next).status == 0)
            let late = try await office.run("commit rest.json apollo.yaml --from-ledger", at: next)
            #expect(late.status == 2)
            #expect(late.errors.contains("where time was entered since, plan the rest anew"))
        }
    }

    @Test func isWrittenAndReadAgain() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { scratch in
            let listed = "bookings: [ledger, \"ana on apollo.app, 8h/week, 2026-01-05 .. 2026-01-18\"]"
            try scratch.file("apollo.yaml", scenario("Apollo", apollo, listed))
            let whole = try await office.run("resolve apollo.yaml --out whole.yaml")
            #expect(whole.status == 0, "\(whole.errors)")
            #expect(
                try scratch.text("whole.yaml").hasSuffix(
                    "bookings:\n  - ledger\n  - ana on apollo.app, 8h/week, 2026-01-05 .. 2026-01-18\n"))
            #expect(try await office.run("plan whole.yaml --quiet").status == 0)
            try scratch.file("apollo.yaml", scenario("Apollo", apollo, "bookings: ledger"))
            #expect(try await office.run("resolve apollo.yaml").output.contains("\nbookings: ledger\n"))
            try scratch.file("apollo.yaml", scenario("Apollo", apollo, "bookings: ledgers"))
            let wrong = try await office.run("plan apollo.yaml")
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("bookings: ledgers"))
            try scratch.file(
                "set.yaml", "muster: 1\nscenario: S\nfrom: apollo.yaml\nchanges: [set: { bookings: ledger }]\n")
            try scratch.file("apollo.yaml", scenario("Apollo", apollo))
            #expect(try await office.run("plan set.yaml").status == 2)
        }
    }

    /// Weeks that are past are frozen, and a plan of last week is still one while nothing has been booked since.
    @Test func pastWeeksAreFacts() async throws {
        let office = try await Office()
        try await inScratch(office.scratch) { scratch in
            let text = scenario("Apollo", apollo, people: "ana ben", "bookings: ledger")
            try scratch.file("apollo.yaml", text)
            try await office.planned("apollo")
            #expect(try await office.run("commit apollo.json apollo.yaml").status == 0)
            try scratch.file("apollo.yaml", text.replacing("30h/week", with: "50h/week"))
            let next = "2026-01-12T09:00:00Z"
            try await office.planned("apollo", at: next)
            let run = try await office.run("commit apollo.json apollo.yaml", at: next)
            #expect(run.output.contains("20 h more"))
            let shown = try await office.booked(3)
            #expect(shown.contains("2026-W03"))
            #expect(!shown.contains("2026-W02"))
        }
    }
}
