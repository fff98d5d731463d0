// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite("Workbooks and calendars from the command line")
struct SpreadsheetTests {
    private let base = WrittenFilesTests.base("by-hand")

    private func plan(_ arguments: String..., in scratch: Scratch) async throws -> Run {
        try await Program.run(["plan", base, "--fractional", "--quiet"] + arguments, in: scratch.url)
    }

    private func bytes(_ name: String, in scratch: Scratch) throws -> Data {
        try Data(contentsOf: scratch.url.appending(path: name))
    }

    @Test func aWorkbookAndCalendarsStandBesideThePlan() async throws {
        try await inScratch(Scratch()) { scratch in
            let run = try await plan("--xlsx", "plan.xlsx", "--ics", "new/calendars", "--out", "plan.json", in: scratch)
            #expect(run.status == 0)
            #expect(run.errors == "")
            #expect(run.output.split(separator: "\n").count == 1)
            #expect(try scratch.names() == ["new", "plan.json", "plan.xlsx"])
            #expect(try bytes("plan.xlsx", in: scratch).starts(with: Data("PK".utf8)))
            let calendars = scratch.url.appending(path: "new/calendars").path
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: calendars).sorted() == [
                    "marta.ics", "rui.ics", "sofia.ics",
                ])
            #expect(try scratch.text("new/calendars/rui.ics").hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
        }
    }

    /// Each process hashes by a seed of its own, and a clock goes on.
    @Test(arguments: ["by-hand", "studio"])
    func theSameInputGivesTheSameBytes(_ scenario: String) async throws {
        try await inScratch(Scratch()) { scratch in
            for name in ["one", "two"] {
                let run = try await Program.run(
                    [
                        "plan", WrittenFilesTests.base(scenario), "--fractional", "-q", "--xlsx", "\(name).xlsx",
                        "--ics", name,
                    ], in: scratch.url)
                #expect(run.status == 0)
                if name == "one" { try await Task.sleep(for: .seconds(2.1)) }
            }
            #expect(try bytes("one.xlsx", in: scratch) == bytes("two.xlsx", in: scratch))
            let same = try await Program.shell("diff -r one two && ls one | wc -l", in: scratch.url)
            #expect(same.status == 0)
        }
    }

    /// A link keeps its target, a file its permissions; a pipe takes the bytes; nothing else is left behind.
    @Test func theWorkbookIsWrittenWhereItStands() async throws {
        try await inScratch(Scratch()) { scratch in
            let first = try await plan("--xlsx", "plan.xlsx", in: scratch)
            #expect(first.status == 0)
            let linked = try await Program.shell(
                """
                touch secret.xlsx && chmod 600 secret.xlsx && ln -s secret.xlsx link.xlsx && umask 027
                muster plan \(base) --fractional -q --xlsx link.xlsx && cmp link.xlsx plan.xlsx
                muster plan \(base) --fractional -q --xlsx fresh.xlsx
                ls -l secret.xlsx link.xlsx fresh.xlsx | cut -c 1-10
                muster plan \(base) --fractional -q --xlsx /dev/stderr 2>piped.xlsx && cmp piped.xlsx plan.xlsx
                """, in: scratch.url)
            #expect(linked.output.contains("-rw-r-----\nlrwxrwxrwx\n-rw-------\n"))
            #expect(linked.status == 0, "\(linked.output)")
            #expect(
                try scratch.names() == ["fresh.xlsx", "link.xlsx", "piped.xlsx", "plan.xlsx", "secret.xlsx"])
        }
    }

    @Test func whatCannotBeWrittenIsSaid() async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("file", "")
            let nowhere = try await plan("--xlsx", "nowhere/plan.xlsx", in: scratch)
            #expect(nowhere.status == 2)
            #expect(nowhere.errors == "muster: nowhere/plan.xlsx cannot be written: no such file or directory\n")
            let folder = try await plan("--xlsx", ".", in: scratch)
            #expect(folder.status == 2)
            #expect(folder.errors == "muster: . cannot be written: is a directory\n")
            let taken = try await plan("--ics", "file", in: scratch)
            #expect(taken.status == 2)
            #expect(taken.errors == "muster: file is no directory\n")
            #expect(try scratch.names() == ["file"])
        }
    }
}
