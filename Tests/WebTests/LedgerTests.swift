// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import Ledger
import Staffing
import Testing

@testable import Web

/// What goes into the ledger through the site.
struct LedgerTests {
    /// Apollo's two weeks of 40 h are booked, and taken back.
    @Test func commitsWholeBookingsAndTakesThemBack() async throws {
        let firm = smallFirm.replacing("proposed 50%", with: "lost")
        let folder = try TestFolder(["firm.yaml": firm], ledger: true)
        try await visiting(folder) { browser, _ in
            var browser = browser
            var page = try await browser.get("/commit")
            for _ in 0..<100 where !page.words.contains("It books") {
                try await Task.sleep(for: .milliseconds(100))
                page = try await browser.get("/commit")
            }
            #expect(page.words.contains("It books 80 h more"))
            let digest = try #require(page.value(after: #"name="digest" value=""#))
            let stale = try await browser.post("/commit", ["digest": "other", "event": "0"])
            #expect(stale.status == 409)
            let done = try await browser.post("/commit", ["digest": digest, "event": "0"])
            #expect(done.status == 303, "\(done.words)")
            let ledger = try Ledger.open(at: folder.path + "/muster.ledger")
            #expect(try ledger.committed().hours.total == Hours(80))
            let log = try await browser.get("/log")
            #expect(log.words.contains("80 h more"))
            #expect(try await browser.get("/log/2").words.contains("apollo.backend"))
            #expect(try await browser.post("/undo", [:]).status == 303)
            #expect(try ledger.committed().hours.total == .zero)
            #expect(try await browser.post("/undo", [:]).status == 409)
        }
    }

    @Test func aDraftIsSavedBeforeItIsCommitted() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm], ledger: true)
        try await visiting(folder) { browser, _ in
            var browser = browser
            try await browser.get("/board")
            try await browser.post("/draft/project", ["project": "apollo", "weeks": "1"])
            #expect(try await browser.get("/commit").words.contains("Save the draft first"))
            #expect(try await browser.post("/commit", ["digest": "x", "event": "0"]).status == 422)
        }
    }

    @Test func membersEnterTimeAndManagersApproveIt() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm], ledger: true)
        let passwords = try #require(SafetyTests.passwords)
        try await visiting(folder, passwords: passwords) { browser, _ in
            var (member, manager) = (browser, browser)
            try await member.logIn("ben", "correct horse battery")
            try await manager.logIn("max", "correct horse battery")
            let fields = ["work": "apollo.backend", "day": "2026-01-05", "hours": "7:30", "note": "<i>login</i>"]
            // Whom the form names does not matter: members enter their own.
            let entered = try await member.post("/time/add", fields.merging(["person": "ana"]) { $1 })
            #expect(entered.status == 303, "\(entered.words)")
            for hours in ["0", "25", "-1", "x", "7:60", "1e9"] {
                #expect(try await member.post("/time/add", fields.merging(["hours": hours]) { $1 }).status == 422)
            }
            #expect(try await member.post("/time/add", fields.merging(["work": "nothing"]) { $1 }).status == 422)
            #expect(try await member.post("/time/review", ["entry": "1", "as": "approved"]).status == 403)
            let page = try await manager.get("/time")
            #expect(page.words.contains("<i>login</i>"))
            #expect(!page.text.contains("<i>login"))
            #expect(try await manager.post("/time/review", ["entry": "1", "as": "rejected"]).status == 422)
            let sent = try await manager.post("/time/review", ["entry": "1", "as": "rejected", "reason": "which?"])
            #expect(sent.status == 303)
            #expect(try await member.post("/time/submit", ["entry": "1"]).status == 303)
            #expect(try await manager.post("/time/review", ["entry": "1", "as": "approved"]).status == 303)
            let ledger = try Ledger.open(at: folder.path + "/muster.ledger")
            let entries = try ledger.time(EntryFilter())
            #expect(entries.map(\.person.text) == ["ben"])
            #expect(entries.map(\.hours) == [Hours(seconds: 27_000)])
            #expect(entries.map(\.state.rawValue) == ["approved"])
            #expect(try await manager.post("/time/review", ["entry": "1", "as": "approved"]).status == 409)
            // Somebody else's entry is not a member's to submit.
            try await manager.post(
                "/time/add", fields.merging(["person": "ana", "draft": "yes"]) { $1 })
            #expect(try await member.post("/time/submit", ["entry": "2"]).status == 403)
            #expect(try await member.post("/time/delete", ["entry": "2"]).status == 403)
        }
    }
}
