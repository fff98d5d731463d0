// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPTypes
import Testing

@testable import Web

/// What a planner does on the board.
struct BoardTests {
    @Test func everyPageIsThereAndSaysWhatItIsAbout() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm], ledger: true)
        try await visiting(folder) { browser, _ in
            var browser = browser
            for (path, words) in [
                ("/board", "Who is full"), ("/projects", "Vega"), ("/projects/vega", "Somebody Else"),
                ("/people", "Ben Okafor"), ("/people/ben", "swift 3"), ("/forecast", "Who is free"),
                ("/scenarios", "firm.yaml"), ("/draft", "No changes yet"), ("/money", "Profit and loss"),
                ("/time", "Enter time"), ("/log", "init Small"), ("/commit", "Commit"),
                ("/why?person=ben&line=apollo.backend", "Ben Okafor"),
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(answer.words.replacing("\u{A0}", with: " ").contains(words), "\(path): \(answer.words)")
            }
            for path in ["/projects/nobody", "/people/nobody", "/nowhere", "/why?person=x&line=y", "/log/99"] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
        }
    }

    /// Apollo asks for 40 h in each of two weeks, all of which Ana can do; a week later it reaches to the 25th.
    @Test func movingAProjectMovesItsWork() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, site in
            var browser = browser
            let before = try await browser.get("/projects/apollo").words
            #expect(before.contains("2026-01-05 2026-01-18"))
            let moved = try await browser.post("/draft/project", ["project": "apollo", "weeks": "1", "then": "/board"])
            #expect(moved.status == 303)
            #expect(moved.headers[.location] == "/board")
            #expect(try await browser.get("/projects/apollo").words.contains("2026-01-12 2026-01-25"))
            let board = try await browser.get("/board").words
            #expect(board.contains(#"Delay Apollo "<b>first</b>" by 1 week"#))
            try await browser.post("/draft/project", ["project": "apollo", "weeks": "1"])
            #expect(try await browser.get("/draft").words.contains("by 2 weeks"))
            try await browser.post("/draft/remove", ["step": "0"])
            #expect(try await browser.get("/projects/apollo").words.contains("2026-01-05 2026-01-18"))
        }
    }

    @Test func savesADraftAsAChangeFile() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var browser = browser
            try await browser.get("/board")
            try await browser.post("/draft/project", ["project": "vega", "as": "win"])
            try await browser.get("/board")
            try await browser.post(
                "/draft/add",
                ["verb": "absent", "person": "ben", "first": "2026-01-05", "last": "2026-01-09"])
            try await browser.get("/board")
            let saved = try await browser.post(
                "/draft/save", ["scenario": "Vega is won", "file": "vega-won"])
            #expect(saved.status == 303)
            #expect(
                try folder.read("vega-won.yaml") == """
                    muster: 1
                    scenario: Vega is won
                    from: firm.yaml
                    changes:
                      - win: { project: vega }
                      - absent: { person: ben, dates: 2026-01-05 .. 2026-01-09 }

                    """)
            let board = try await browser.get("/board").words
            #expect(board.contains("vega-won.yaml"))
            #expect(!board.contains("The draft:"))
            // A file that is there is not overwritten.
            try await browser.post("/draft/project", ["project": "apollo", "weeks": "1"])
            try await browser.get("/board")
            let again = try await browser.post("/draft/save", ["scenario": "Other", "file": "vega-won.yaml"])
            #expect(again.status == 422)
            #expect(again.words.contains("vega-won.yaml exists already"))
        }
    }

    @Test func everyFormMakesAChangeThatCanBeMade() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var browser = browser
            for (fields, sentence) in [
                (
                    [
                        "verb": "hire", "person": "nia", "name": "Nia", "like": "ben", "from": "2026-01-12",
                        "cost": "58/h",
                    ],
                    "Hire Nia"
                ),
                (["verb": "departs", "person": "cleo", "on": "2026-01-30"], "Cleo Marsh departs on 30 January 2026"),
                (
                    [
                        "verb": "pin", "person": "ben", "need": "apollo.backend", "hours": "8", "first": "2026-01-05",
                        "last": "2026-01-18",
                    ],
                    "Pin Ben Okafor to backend"
                ),
                (["verb": "exclude", "person": "ben", "need": "vega"], "Keep Ben Okafor from Vega"),
                (["verb": "chance", "project": "vega", "at": "80"], "80 %"),
                (["verb": "extend", "project": "vega", "weeks": "1"], "1 week"),
                (["verb": "scale", "project": "vega", "by": "120"], "20 %"),
            ] {
                try await browser.get("/board")
                let answer = try await browser.post("/draft/add", fields)
                #expect(answer.status == 303, "\(fields): \(answer.words)")
                #expect(try await browser.get("/draft").words.contains(sentence), "\(fields)")
            }
        }
    }

    @Test func saysAllThatIsWrongWithAChange() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var browser = browser
            try await browser.get("/board")
            let answer = try await browser.post(
                "/draft/add", ["verb": "hire", "person": "ben", "name": "B", "like": "bem", "from": "2026-13-01"])
            #expect(answer.status == 422)
            #expect(answer.words.contains("bem"))
            #expect(answer.words.contains("2026-13-01"))
            #expect(try await browser.get("/draft").words.contains("No changes yet"))
        }
    }

    @Test func twoWindowsDoNotOverwriteEachOther() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var (first, second) = (browser, browser)
            try await first.get("/board")
            try await second.get("/board")
            try await first.post("/draft/project", ["project": "apollo", "weeks": "1"])
            let late = try await second.post("/draft/project", ["project": "vega", "as": "win"])
            #expect(late.status == 409)
            #expect(late.words.contains("Delay Apollo"))
            #expect(!(try await first.get("/draft").words.contains("Win")))
            try await second.get("/board")
            #expect(try await second.post("/draft/project", ["project": "vega", "as": "win"]).status == 303)
        }
    }

    @Test func noticesThatFilesChange() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, site in
            var browser = browser
            try await browser.get("/board")
            try await browser.post("/draft/project", ["project": "apollo", "weeks": "1"])
            try folder.write("firm.yaml", smallFirm.replacing("name: Vega", with: "name: Vega the second"))
            await site.open.refresh()
            let board = try await browser.get("/board").words
            #expect(board.contains("Vega the second"))
            #expect(board.contains("Delay Apollo"))
            try folder.write("firm.yaml", smallFirm.replacing("hours: 30h/week", with: "hours: thirty"))
            await site.open.refresh()
            let wrong = try await browser.get("/board").words
            #expect(wrong.contains("firm.yaml:26:44: wrong-unit"))
            #expect(wrong.contains("thirty"))
            try folder.write("firm.yaml", smallFirm)
            await site.open.refresh()
            #expect(try await browser.get("/board").words.contains("Who is full"))
        }
    }

    /// A page that is told what its reader has sends what is new alone.
    @Test func sendsOnlyWhatChanged() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var browser = browser
            var have = ""
            var same = try await browser.get("/board")
            // Whole bookings may be found meanwhile, which is news.
            for _ in 0..<20 {
                have = try #require(try await browser.get("/board").value(after: #"data-have=""#))
                same = try await browser.get("/board", headers: ["Muster-Part": "/board", "Muster-Have": have])
                guard same.text.contains("<template") else { break }
                try await Task.sleep(for: .milliseconds(500))
            }
            #expect(!same.text.contains("<template"))
            let made = try await browser.post(
                "/draft/project", ["project": "apollo", "weeks": "1"], headers: ["Muster-Part": "/board"])
            #expect(made.status == 204)
            #expect(made.headers[.version] == "2")
            let next = try await browser.get(
                "/board", headers: ["Muster-Part": "/board", "Muster-Have": have, "Muster-Wait": "1"])
            let parts = next.text.matches(of: /data-part="([a-z]+)"/).map { String($0.1) }
            #expect(parts.contains("timeline"))
            #expect(parts.contains("standing"))
            #expect(parts.contains("people"))
        }
    }
}
