// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite("Files that commands write")
struct WrittenFilesTests {
    static let scenarios = ["by-hand", "studio", "everything", "architects", "lawyers"]

    static func base(_ scenario: String) -> String {
        Program.repository.appending(path: "Scenarios/\(scenario)/base.yaml").path
    }

    @Test(arguments: scenarios)
    func aPlanHoldsWhenItIsVerifiedAndChecked(_ scenario: String) async throws {
        let base = Self.base(scenario)
        try await inScratch(Scratch()) { scratch in
            let plan = try await Program.run(
                ["plan", base, "--fractional", "--json", "--out", "plan.json"], in: scratch.url)
            #expect(plan.status == 0)
            #expect(try scratch.text("plan.json") == plan.output)
            let verified = try await Program.run(["verify", "plan.json", base], in: scratch.url)
            #expect(verified.status == 0)
            #expect(verified.output.hasPrefix("plan.json holds: "))
            #expect(
                try await Program.run(["verify", "plan.json", base, "--quiet"], in: scratch.url)
                    == Run(status: 0, output: "", errors: verified.errors))
            let fresh = try await Program.run(["check", base, "--json"])
            let stated = try await Program.run(["check", base, "--json", "--plan", "plan.json"], in: scratch.url)
            #expect(fresh == stated)
        }
    }

    @Test func aPlanThatWasTamperedWithIsRefused() async throws {
        let base = Self.base("by-hand")
        try await inScratch(Scratch()) { scratch in
            let plan = try await Program.run(["plan", base, "--fractional", "--json"])
            try scratch.file("plan.json", plan.output.replacing("\"2026-W03\": 32", with: "\"2026-W03\": 33"))
            let verified = try await Program.run(["verify", "plan.json", base], in: scratch.url)
            #expect(
                verified
                    == Run(
                        status: 1,
                        output: """
                            marta, 2026-W03: 41 h planned, 40 h possible
                            claims.app, 2026-W03: 33 h planned, 32 h asked for
                            marta on claims.app, 2026-W03: 33 h planned, the share makes 32 h
                            staffing: objective 13779480 minor units stated, the bookings make 13805280
                            booked hours: 780.0 stated, the bookings make 781
                            billable hours: 780.0 stated, the bookings make 781
                            overtime hours: 0.0 stated, the bookings make 1
                            confirmed revenue: 50544.0 stated, the bookings make 50664.00
                            confirmed cost: 24648.0 stated, the bookings make 24708.00
                            confirmed margin: 25896.0 stated, the bookings make 25956.00
                            weighted revenue: 67704.0 stated, the bookings make 67824.00
                            weighted cost: 32604.0 stated, the bookings make 32664.00
                            weighted margin: 35100.0 stated, the bookings make 35160.00
                            exposure revenue: 84864.0 stated, the bookings make 84984.00
                            exposure cost: 40560.0 stated, the bookings make 40620.00
                            exposure margin: 44304.0 stated, the bookings make 44364.00
                            marginal cost: 0.0 stated, the bookings make 60.00
                            plan.json does not hold: 17 numbers are off

                            """, errors: ""))
            let quiet = try await Program.run(["verify", "plan.json", base, "--quiet"], in: scratch.url)
            #expect(quiet == Run(status: 1, output: "", errors: ""))
            let check = try await Program.run(["check", base, "--plan", "plan.json"], in: scratch.url)
            #expect(
                check
                    == Run(
                        status: 2, output: "",
                        errors: """
                            muster: plan.json is not a plan of this scenario: marta, 2026-W03: 41 h planned, \
                            40 h possible; `muster verify` lists all, and a calm plan needs the --keep, --freeze and \
                            --moves that it was made with

                            """))
        }
    }

    @Test func aPlanOfAnotherFirmIsRefused() async throws {
        try await inScratch(Scratch()) { scratch in
            let plan = try await Program.run(["plan", Self.base("by-hand"), "--out", "plan.json"], in: scratch.url)
            #expect(plan.status == 0)
            let other = try await Program.run(["verify", "plan.json", Self.base("studio")], in: scratch.url)
            #expect(other.status == 1)
            #expect(other.output.hasPrefix("the firm has no marta on claims.app\n"))
        }
    }

    /// `/dev/stdout` takes the plan and stays a device; a file keeps its permissions, and a link its target.
    @Test func theOutputFileIsWrittenWhereItStands() async throws {
        let base = Self.base("by-hand")
        try await inScratch(Scratch()) { scratch in
            let plan = try await Program.run(["plan", base, "--json"])
            let piped = try await Program.shell("muster plan \(base) -q -o /dev/stdout | cat", in: scratch.url)
            #expect(piped.output == plan.output + "optimal (gap 0 %), short of demand by 101.4 h\n")
            let linked = try await Program.shell(
                """
                touch secret.json && chmod 600 secret.json && ln -s secret.json link.json
                muster plan \(base) -q -o link.json && ls -l secret.json link.json | cut -c 1-10
                """, in: scratch.url)
            #expect(linked.output == "optimal (gap 0 %), short of demand by 101.4 h\nlrwxrwxrwx\n-rw-------\n")
            #expect(try scratch.text("secret.json") == plan.output)
        }
    }

    @Test func aFirmToStartFromPlansAndIsWrittenOnce() async throws {
        try await inScratch(Scratch()) { scratch in
            let first = try await Program.run(["init", "firm.yaml"], in: scratch.url)
            #expect(
                first == Run(status: 0, output: "firm.yaml is ready: `muster plan firm.yaml` plans it\n", errors: ""))
            let plan = try await Program.run(["plan", "firm.yaml"], in: scratch.url)
            #expect(plan.status == 0)
            #expect(plan.errors == "")
            #expect(plan.output.hasPrefix("Our firm "))
            #expect(try await Program.run(["init"], in: scratch.url).status == 2)
        }
    }

    @Test func theCanonicalFormIsWrittenOnceAndForAll() async throws {
        try await inScratch(Scratch()) { scratch in
            let wild = calm.replacing("cost: 50/h", with: "cost:   50/h")
            try scratch.file("firm.yaml", wild)
            try scratch.file("calm.yaml", calm)
            let check = try await Program.run(["fmt", "--check", "firm.yaml", "calm.yaml"], in: scratch.url)
            #expect(check == Run(status: 1, output: "firm.yaml is not in canonical form\n", errors: ""))
            #expect(try scratch.text("firm.yaml") == wild)
            let shown = try await Program.run(["fmt", "firm.yaml"], in: scratch.url)
            #expect(shown == Run(status: 0, output: calm, errors: ""))
            let written = try await Program.run(["fmt", "--write", "firm.yaml", "calm.yaml"], in: scratch.url)
            #expect(written == Run(status: 0, output: "", errors: ""))
            #expect(try scratch.text("firm.yaml") == calm)
            let again = try await Program.run(["fmt", "--check", "firm.yaml", "calm.yaml"], in: scratch.url)
            #expect(again == Run(status: 0, output: "", errors: ""))
        }
    }

    /// Where one file cannot be read, none is changed.
    @Test func formattingIsAllOrNothing() async throws {
        try await inScratch(Scratch()) { scratch in
            let wild = calm.replacing("cost: 50/h", with: "cost:   50/h")
            try scratch.file("firm.yaml", wild)
            try scratch.file("broken.yaml", "people: [\n")
            let run = try await Program.run(["fmt", "--write", "firm.yaml", "broken.yaml"], in: scratch.url)
            #expect(run.status == 2)
            #expect(try scratch.text("firm.yaml") == wild)
        }
    }
}
