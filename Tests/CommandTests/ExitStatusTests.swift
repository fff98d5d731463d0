// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let byHand = Program.repository.appending(path: "Scenarios/by-hand/base.yaml").path

/// A firm in which everything fits and nothing is worth a warning.
let calm = """
    muster: 1
    scenario: Calm
    horizon: 2026-01-05 .. 2026-01-18
    currency: EUR
    people:
      ana:
        skills: { swift: 3 }
        cost: 50/h
      ben:
        skills: { swift: 3 }
        cost: 50/h
    projects:
      apollo:
        needs:
          app: { skills: { swift: 3 }, hours: 40h/week, rate: 100/h }

    """

/// Status 0: fine. 1: trouble was found in a plan, a check or a format. 2: the input is wrong. 3: the machine failed.
@Suite("Exit statuses and streams")
struct ExitStatusTests {
    /// What is wrong with the call stands on standard error, and nothing on standard output.
    static let wrongCalls: [(call: String, error: String)] = [
        ("nonsense", "Error: Unexpected argument 'nonsense'"),
        ("plan", "Error: Missing expected argument '<scenario>'"),
        ("plan FIRM --colour", "Error: Unknown option '--colour'"),
        ("plan FIRM --tentative perhaps", "Error: The value 'perhaps' is invalid for '--tentative <tentative>'"),
        ("plan FIRM --json --csv", "Error: --json, --csv and --quiet exclude each other."),
        ("plan FIRM --people --weeks", "Error: Value to be set with flag '--weeks' had already been set"),
        ("plan FIRM --seconds 0", "Error: --seconds takes a number above 0, at most a million."),
        ("plan FIRM --seconds nan", "Error: --seconds takes a number above 0, at most a million."),
        ("plan FIRM --goals speed", "Error: The value 'speed' is invalid for '--goals <goals>'"),
        (
            "compare FIRM --frontier margin,margin",
            "Error: The value 'margin,margin' is invalid for '--frontier <frontier>'"
        ),
        ("plan FIRM --gap 1", "Error: The value '1' is invalid for '--gap <gap>'"),
        ("plan FIRM --gap 101%", "Error: The value '101%' is invalid for '--gap <gap>'"),
        ("plan FIRM --effort much", "Error: The value 'much' is invalid for '--effort <effort>'"),
        ("plan FIRM --threads 0", "Error: --threads takes 1 to 1024."),
        ("check FIRM --github --quiet", "Error: --json, --github and --quiet exclude each other."),
        ("compare FIRM", "Error: compare takes a base and at least one what-if."),
        ("compare FIRM FIRM --json --csv", "Error: --json and --csv exclude each other."),
        (
            "compare FIRM FIRM --attribute --frontier moves", "Error: --attribute and --frontier exclude each other."
        ),
        ("compare FIRM FIRM --frontier joy", "Error: The value 'joy' is invalid for '--frontier <frontier>'"),
        ("compare FIRM FIRM --basis hope", "Error: The value 'hope' is invalid for '--basis <basis>'"),
        ("forecast FIRM --json --csv", "Error: --json and --csv exclude each other."),
        ("forecast FIRM --by planet", "Error: The value 'planet' is invalid for '--by <by>'"),
        ("verify plan.json", "Error: Missing expected argument '<scenario>'"),
        ("model FIRM --lp --mps", "Error: Value to be set with flag '--mps' had already been set"),
        ("resolve FIRM --steps --out new.yaml", "Error: --steps and --out exclude each other."),
        ("diff FIRM", "Error: Missing expected argument '<after>'"),
        ("fmt", "Error: Missing expected argument '<files> ...'"),
        ("fmt FIRM FIRM", "Error: Several files need --write or --check."),
        ("fmt FIRM --write --check", "Error: --write and --check exclude each other."),
        ("generate --people 0", "Error: --people takes a number from 1 to 20000."),
        ("generate --weeks 521", "Error: --weeks takes a number from 1 to 520."),
        ("generate --load 0", "Error: --load takes a number from 1 to 500."),
        ("schema more", "Error: Unexpected argument 'more'"),
        ("why FIRM marta", "Error: Missing expected argument '<line>'"),
        ("why-not FIRM marta claims.app --hours 0", "Error: --hours takes a number up to 168."),
        ("bid FIRM deal.yaml --weeks 200", "Error: --weeks takes a number from 0 to 104."),
        ("alternatives FIRM --within much", "Error: --within takes a share such as 0.1%."),
        ("alternatives FIRM --count 0", "Error: --count takes a number from 1 to 50."),
    ]

    @Test(arguments: wrongCalls)
    func ofAWrongCallIs2(_ wrong: (call: String, error: String)) async throws {
        let run = try await Program.run(wrong.call.split(separator: " ").map { $0 == "FIRM" ? byHand : String($0) })
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix(wrong.error), "\(run.errors)")
        #expect(run.errors.contains("See 'muster"))
    }

    @Test func ofGoalsInWholeBookingsIs2() async throws {
        let run = try await Program.run(["plan", byHand, "--goals", "margin"])
        #expect(
            run
                == Run(
                    status: 2, output: "",
                    errors:
                        "muster: the firm goes by goals, which are planned for in shares, not in whole bookings; add "
                        + "--fractional\n"))
    }

    static let wrongFiles: [(call: String, error: String)] = [
        (
            "plan none.yaml",
            """
            none.yaml:1:1: missing-file: there is no file `none.yaml`
              Check the path; it is relative to the file that names it.

            """
        ),
        (
            "check firm.yaml --bookings none.csv",
            """
            none.csv:1:1: missing-file: there is no file `none.csv`
              Check the path; it is relative to the file that names it.

            """
        ),
        ("check firm.yaml --plan none.json", "muster: none.json cannot be read: no such file or directory\n"),
        ("check firm.yaml --plan empty.json", "muster: empty.json: the file: the member 'muster' is missing\n"),
        ("verify none.json firm.yaml", "muster: none.json cannot be read: no such file or directory\n"),
        ("verify empty.json firm.yaml", "muster: empty.json: the file: the member 'muster' is missing\n"),
        (
            "compare firm.yaml dollars.yaml",
            "muster: 'dollars' is in USD and the first scenario in EUR; compare scenarios of one currency\n"
        ),
        (
            "compare firm.yaml other.yaml --attribute",
            "muster: other.yaml does not start from firm.yaml, so there are no changes to attribute the difference "
                + "to; give it `from:` and `changes:`\n"
        ),
        ("diff firm.yaml empty.json", "muster: diff takes two scenarios or two plan files, not one of each\n"),
        ("diff none.json empty.json", "muster: none.json cannot be read: no such file or directory\n"),
        ("diff empty.json empty.json", "muster: empty.json: the file: the member 'muster' is missing\n"),
        ("fmt none.yaml", "muster: none.yaml cannot be read: no such file or directory\n"),
        ("fmt latin.yaml", "muster: latin.yaml is not UTF-8 text\n"),
        ("init firm.yaml", "muster: firm.yaml exists already; name another file\n"),
        ("init none/firm.yaml", "muster: none/firm.yaml cannot be written: no such file or directory\n"),
        ("plan firm.yaml -o none/plan.json", "muster: none/plan.json cannot be written: no such file or directory\n"),
        ("plan firm.yaml -o .", "muster: . cannot be written: is a directory\n"),
        ("why firm.yaml anna apollo.app", "muster: there is no person anna. Did you mean ana?\n"),
        ("why firm.yaml carlos apollo.app", "muster: there is no person carlos. The firm has: ana, ben.\n"),
        ("why-not firm.yaml ana apolo.app", "muster: there is no line apolo.app. Did you mean apollo.app?\n"),
        ("who firm.yaml nonsense", "muster: there is no line nonsense. The firm has: apollo.app.\n"),
        ("unfilled firm.yaml --line x", "muster: there is no line x. The firm has: apollo.app.\n"),
        (
            "bid firm.yaml deal.yaml",
            "muster: deal.yaml has no project that firm.yaml does not have; a deal is one project\n"
        ),
    ]

    @Test(arguments: wrongFiles)
    func ofAWrongFileIs2(_ wrong: (call: String, error: String)) async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("firm.yaml", calm)
            try scratch.file("other.yaml", calm.replacing("40h/week", with: "39h/week"))
            try scratch.file("dollars.yaml", calm.replacing("EUR", with: "USD"))
            try scratch.file("empty.json", "{}")
            try scratch.file("deal.yaml", "muster: 1\n")
            try Data([0xE9]).write(to: scratch.url.appending(path: "latin.yaml"))
            let before = try scratch.names()
            let run = try await Program.run(wrong.call.split(separator: " ").map(String.init), in: scratch.url)
            #expect(run == Run(status: 2, output: "", errors: wrong.error))
            #expect(try scratch.names() == before)
            #expect(try scratch.text("firm.yaml") == calm)
        }
    }

    @Test(arguments: ["plan", "check", "forecast", "model"])
    func ofAScenarioWithProblemsIs2AndAllAreTold(_ command: String) async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("firm.yaml", calm.replacing("swift: 3", with: "swift: 9"))
            let run = try await Program.run([command, "firm.yaml"], in: scratch.url)
            #expect(run.status == 2)
            #expect(run.output == "")
            #expect(run.errors.components(separatedBy: "\n\n").count == 3)
            #expect(run.errors.hasPrefix("firm.yaml:7:22: "))
        }
    }

    @Test func ofAWrongScenarioWithAnOutputFileWritesNothing() async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("firm.yaml", calm.replacing("cost: 50/h", with: "cost: much"))
            let run = try await Program.run(["plan", "firm.yaml", "--out", "plan.json"], in: scratch.url)
            #expect(run.status == 2)
            #expect(try scratch.names() == ["firm.yaml"])
        }
    }

    @Test func ofUnfilledDemandIs1WithStrictAlone() async throws {
        let plain = try await Program.run(["plan", byHand, "--quiet"])
        #expect(plain == Run(status: 0, output: "optimal (gap 0 %), short of demand by 101.4 h\n", errors: ""))
        let strict = try await Program.run(["plan", byHand, "--quiet", "--strict"])
        #expect(strict == Run(status: 1, output: plain.output, errors: ""))
    }

    @Test func ofACalmFirmIs0() async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("firm.yaml", calm)
            let plan = try await Program.run(["plan", "firm.yaml", "-q", "--strict"], in: scratch.url)
            #expect(plan == Run(status: 0, output: "optimal (gap 0 %), all demand filled\n", errors: ""))
            let check = try await Program.run(["check", "firm.yaml", "-q", "--strict"], in: scratch.url)
            #expect(check == Run(status: 0, output: "Nothing to worry about.\n", errors: ""))
        }
    }

    @Test func ofWarningsIs1WithStrictAlone() async throws {
        let plain = try await Program.run(["check", byHand, "--quiet"])
        #expect(plain == Run(status: 0, output: "4 warnings, 2 notices\n", errors: ""))
        let strict = try await Program.run(["check", byHand, "--quiet", "--strict"])
        #expect(strict == Run(status: 1, output: plain.output, errors: ""))
    }

    @Test(arguments: [[], ["--json"], ["--github"], ["--quiet"], ["--all"]])
    func ofABookingThatCannotBeKeptIs1(_ options: [String]) async throws {
        try await inScratch(Scratch()) { scratch in
            try scratch.file("firm.yaml", calm)
            try scratch.file(
                "new.csv",
                """
                person,project,need,hours per week,from,to,firmness
                ana,apollo,app,60,2026-01-05,2026-01-11,confirmed
                """)
            let run = try await Program.run(
                ["check", "firm.yaml", "--bookings", "new.csv"] + options, in: scratch.url)
            #expect(run.status == 1)
            #expect(run.errors == "")
            #expect(run.output.contains("error"))
        }
    }

    /// `| head` closes the pipe early; where that is not a signal, it must not be a crash either.
    @Test func ofOutputThatNobodyTakesIs3() async throws {
        let run = try await Program.shell("muster schema > /dev/full")
        #expect(
            run == Run(status: 3, output: "", errors: "muster: the output cannot be written: no space left on device\n")
        )
        let closed = try await Program.shell(
            "trap '' PIPE; { muster generate --people 400; echo $? >&2; } | head -1")
        #expect(closed.errors == "muster: the output cannot be written: broken pipe\n3\n")
    }
}
