// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Testing

@testable import Web

/// What strangers, other sites and other roles cannot do.
struct SafetyTests {
    static let passwords: Passwords? = try? Passwords(
        [
            Passwords.line(for: User(name: "ines", role: .planner), password: "correct horse battery"),
            Passwords.line(for: User(name: "max", role: .manager), password: "correct horse battery"),
            Passwords.line(for: User(name: "ben", role: .member, person: "ben"), password: "correct horse battery"),
            Passwords.line(
                for: User(name: "northwind", role: .client, client: "northwind"), password: "correct horse battery"),
        ].joined(separator: "\n"), named: "people.txt")

    @Test func everyAnswerHasThePolicy() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var browser = browser
            for path in ["/board", "/nowhere", "/style.css", "/muster.js", "/client/x", "/"] {
                let headers = try await browser.get(path).headers
                let policy = try #require(headers[.contentSecurityPolicy], "\(path)")
                #expect(
                    policy == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                #expect(headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[.cacheControl] == "no-store")
            }
        }
    }

    /// Everything that somebody else wrote is text: people called `<script>`, projects with quotes in their names.
    @Test func namesAreNeverMarkup() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm], ledger: true)
        try await visiting(folder) { browser, _ in
            var browser = browser
            for path in [
                "/board", "/projects", "/projects/apollo", "/people", "/people/ana", "/forecast", "/time", "/money",
                "/why?person=ana&line=apollo.backend", "/projects/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/scenarios?a=%3Cscript%3E&b=firm.yaml",
            ] {
                let text = try await browser.get(path).text
                #expect(!text.contains("<script>"), "\(path)")
                #expect(!text.contains("<b>first"), "\(path)")
                #expect(!text.contains(" style="), "\(path)")
                #expect(!text.contains(" onclick="), "\(path)")
            }
        }
    }

    @Test func formsNeedTheTokenOfTheirSession() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm], ledger: true)
        try await visiting(folder) { browser, _ in
            var browser = browser
            try await browser.get("/board")
            for path in [
                "/draft/project", "/draft/add", "/draft/remove", "/draft/clear", "/draft/search",
                "/draft/save", "/scenarios/open", "/commit", "/undo", "/time/add", "/time/submit", "/time/delete",
                "/time/review", "/links/make", "/links/withdraw", "/logout",
            ] {
                #expect(try await browser.post(path, ["token": ""]).status == 403, "\(path)")
                #expect(try await browser.post(path, ["token": Secret().text]).status == 403, "\(path)")
            }
            var stranger = Browser(browser.client)
            #expect(try await stranger.post("/draft/project", ["token": browser.token]).status == 403)
        }
    }

    @Test func otherSitesAndOtherNamesGetNothing() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var browser = browser
            try await browser.get("/board")
            for origin in ["http://evil.example", "null", "http://localhost:1", "https://localhost.evil.example"] {
                let answer = try await browser.post(
                    "/draft/project", ["project": "apollo", "weeks": "1"], headers: ["Origin": origin])
                #expect(answer.status == 403, "\(origin)")
            }
            let cross = try await browser.post(
                "/draft/project", ["project": "apollo", "weeks": "1"], headers: ["Sec-Fetch-Site": "cross-site"])
            #expect(cross.status == 403)
            let own = try await browser.post(
                "/draft/project", ["project": "apollo", "weeks": "1"], headers: ["Origin": "http://localhost"])
            #expect(own.status == 303)
        }
        #expect(KnownHosts<Visit>.name("EVIL.example:80") == "evil.example")
        #expect(KnownHosts<Visit>.name("[::1]:4477") == "[::1]")
    }

    @Test func hostileFormsAreTurnedAway() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var browser = browser
            try await browser.get("/board")
            let large = try await browser.post("/draft/add", ["verb": String(repeating: "x", count: 70_000)])
            #expect(large.status == 413)
            let json = try await browser.send("/draft/add", .post, ["Content-Type": "application/json"], "{}")
            #expect(json.status == 415)
            let torn = try await browser.send("/draft/add", .post, [:], "token=%zz")
            #expect(torn.status == 400)
            for fields in [
                ["project": "apollo", "weeks": "many"], ["project": "apollo", "weeks": "99999999999999999999"],
                ["project": "", "weeks": "1"], ["project": "apollo", "weeks": "1", "seen": "x"],
                ["project": "\u{0}\u{1B}[2J", "weeks": "1"],
            ] {
                let answer = try await browser.post("/draft/project", fields)
                #expect([400, 422].contains(answer.status), "\(fields): \(answer.status)")
            }
            #expect(try await browser.post("/draft/project", ["project": "apollo", "weeks": "9999"]).status == 422)
            let away = try await browser.post(
                "/draft/project", ["project": "apollo", "weeks": "1", "then": "//evil.example/x"])
            #expect(away.headers[.location] == "/board")
        }
    }

    @Test func noPathLeavesTheFolder() async throws {
        let secret = try TestFolder(["secret.yaml": smallFirm.replacing("Small & Sons", with: "Hidden firm")])
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/linked.yaml", withDestinationPath: secret.path + "/secret.yaml")
        try folder.write("over.yaml", "muster: 1\nscenario: Over\nfrom: \(secret.path)/secret.yaml\nchanges: []\n")
        try folder.write("up.yaml", "muster: 1\nscenario: Up\nfrom: ../x.yaml\nchanges: []\n")
        try await visiting(folder) { browser, site in
            var browser = browser
            #expect(try await browser.get("/scenarios").words.contains("firm.yaml"))
            #expect(!site.folder.scenarios().contains("linked.yaml"))
            for name in [
                "linked.yaml", "../secret.yaml", secret.path + "/secret.yaml", ".hidden.yaml", "firm.yaml\u{0}",
            ] {
                try await browser.get("/scenarios")
                #expect(try await browser.post("/scenarios/open", ["scenario": name]).status == 404, "\(name)")
            }
            for name in ["over.yaml", "up.yaml"] {
                try await browser.get("/scenarios")
                try await browser.post("/scenarios/open", ["scenario": name])
                let board = try await browser.get("/board")
                #expect(!board.words.contains("Hidden firm"), "\(name)")
            }
            try await browser.get("/scenarios")
            try await browser.post("/scenarios/open", ["scenario": "firm.yaml"])
            try await browser.get("/board")
            try await browser.post("/draft/project", ["project": "apollo", "weeks": "1"])
            let before = try folder.names
            for name in ["../out.yaml", "/tmp/out.yaml", ".hidden.yaml", "a/b.yaml", "a\u{0}.yaml", ""] {
                try await browser.get("/board")
                let answer = try await browser.post("/draft/save", ["scenario": "x", "file": name])
                #expect(answer.status == 422, "\(name)")
            }
            #expect(try folder.names == before)
        }
    }

    @Test func rolesSeeAndDoWhatIsTheirs() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm], ledger: true)
        let passwords = try #require(SafetyTests.passwords)
        try await visiting(folder, passwords: passwords) { browser, _ in
            let all = [
                "/board", "/projects", "/people", "/forecast", "/scenarios", "/draft", "/money", "/time", "/log",
                "/commit", "/why?person=ben&line=apollo.backend", "/events",
            ]
            var stranger = browser
            for path in all {
                let answer = try await stranger.get(path)
                #expect(answer.status == 303, "\(path)")
                #expect(answer.headers[.location] == "/login", "\(path)")
            }
            #expect(try await stranger.post("/draft/project", [:]).status == 401)
            for (name, allowed) in [
                ("max", ["/board", "/projects", "/people", "/forecast", "/scenarios", "/money", "/time", "/log"]),
                ("ben", ["/board", "/projects", "/people", "/forecast", "/time"]), ("northwind", []),
            ] {
                var user = browser
                try await user.logIn(name, "correct horse battery")
                for path in all where path != "/events" {
                    let status = try await user.get(path).status
                    #expect(status == (allowed.contains(path) ? 200 : 403), "\(name) \(path): \(status)")
                }
                #expect(try await user.post("/draft/project", ["project": "apollo", "weeks": "1"]).status == 403)
                #expect(try await user.post("/commit", [:]).status == 403)
            }
            var member = browser
            try await member.logIn("ben", "correct horse battery")
            let board = try await member.get("/board").words
            #expect(!board.contains("Margin"))
            #expect(!board.contains("Cost"))
            var client = browser
            try await client.logIn("northwind", "correct horse battery")
            let status = try await client.get("/status").words
            #expect(status.contains("Apollo"))
            #expect(!status.contains("Vega"))
            #expect(!status.contains("Ben"))
        }
    }

    @Test func passwordsAreTriedSlowly() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        let passwords = try #require(SafetyTests.passwords)
        try await visiting(folder, passwords: passwords) { browser, _ in
            var browser = browser
            for _ in 0..<5 {
                let wrong = try await browser.logIn("ines", "wrong")
                #expect(wrong.status == 403)
            }
            let late = try await browser.logIn("ines", "correct horse battery")
            #expect(late.status == 429)
            let other = try await browser.logIn("max", "correct horse battery")
            #expect(other.status == 303)
        }
    }

    /// A cookie that was there before the log-in is worth nothing after it, nor one after the log-out.
    @Test func cookiesChangeWithWhoSomebodyIs() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        let passwords = try #require(SafetyTests.passwords)
        try await visiting(folder, passwords: passwords) { browser, _ in
            var browser = browser
            try await browser.get("/login")
            let before = browser.cookie
            let answer = try await browser.logIn("ines", "correct horse battery")
            let set = try #require(answer.headers[.setCookie])
            #expect(set.contains("HttpOnly"))
            #expect(set.contains("SameSite=Strict"))
            #expect(browser.cookie != before)
            var prepared = browser
            prepared.cookie = before
            #expect(try await prepared.get("/board").status == 303)
            #expect(try await browser.get("/board").status == 200)
            let old = browser
            #expect(try await browser.post("/logout", [:]).status == 303)
            var again = old
            #expect(try await again.get("/board").status == 303)
        }
    }

    @Test func passwordFilesAreReadWhole() throws {
        do {
            _ = try Passwords(
                "ines planner\nmax boss scrypt:x\n# fine\nnorthwind client scrypt:15:8:1:YQ==:YQ==\n", named: "p")
            Issue.record("accepted")
        } catch {
            #expect(error.problems.count == 3)
            #expect(error.problems[0].hasPrefix("p:1:1: expected"))
            #expect(error.problems[1].hasPrefix("p:2:1: `boss` is no role"))
            #expect(error.problems[2].hasPrefix("p:4:1: the third word"))
        }
        let line = Passwords.line(for: User(name: "ines", role: .planner), password: "one two three")
        let file = try Passwords(line, named: "p")
        #expect(file.user(named: "ines", password: "one two three") == User(name: "ines", role: .planner))
        #expect(file.user(named: "ines", password: "one two thre") == nil)
        #expect(file.user(named: "max", password: "one two three") == nil)
    }

    @Test func clientLinksShowOneClientAndCanBeWithdrawn() async throws {
        let folder = try TestFolder(["firm.yaml": smallFirm])
        try await visiting(folder) { browser, _ in
            var browser = browser
            try await browser.get("/projects/apollo")
            let made = try await browser.post("/links/make", ["client": "northwind"])
            let path = try #require(made.value(after: #"href="/client/"#))
            #expect(path.utf8.count == 43)
            #expect(!(try folder.read("muster.links").contains(path)))
            var client = Browser(browser.client)
            let status = try await client.get("/client/\(path)")
            #expect(status.status == 200)
            #expect(status.words.contains("Apollo"))
            #expect(!status.words.contains("Vega"))
            #expect(!status.words.contains("alert(1)"))
            #expect(client.cookie == nil)
            let other = String(path.reversed())
            #expect(try await client.get("/client/\(other)").status == 404)
            try await browser.post("/links/withdraw", ["client": "northwind"])
            #expect(try await client.get("/client/\(path)").status == 404)
        }
    }
}

extension Browser {
    @discardableResult
    mutating func logIn(_ name: String, _ password: String) async throws -> Answer {
        try await get("/login")
        let answer = try await post("/login", ["name": name, "password": password])
        if answer.status == 303 {
            try await get("/board")
            if token.isEmpty { try await get("/status") }
        }
        return answer
    }
}
