// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Finance
import Ledger
import Matching
import Outlook
import Planning
import Reports
import ScenarioFiles
import Staffing
import Verification

struct CommitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit",
        abstract: "Book a plan: from then on its hours are promised.",
        usage: "muster commit <plan> <scenario> [<options>]",
        discussion: """
            Checks the plan as `muster check --plan` does, together with everything else that is committed, and writes \
            into the ledger what it books and is not booked yet, and what it no longer books. Weeks before today's are \
            facts, and stay. Projects that the scenario does not have stay as they are, too.

              muster plan firm.yaml --out plan.json
              muster commit plan.json firm.yaml
              muster commit plan.json firm.yaml --despite late-project --reason "agreed with the client on Monday"

            With `bookings: ledger` in the scenario, plans are made on top of what is committed, and one that was made \
            before somebody else committed is refused, with what has changed.

            Exit status: 0 committed, or nothing to change; 1 refused: the check found an error that was not accepted, \
            or bookings have changed since; 2 a file is wrong; 3 the machine failed.
            """)

    @Argument(help: "The plan file, as `muster plan --out` wrote it.", completion: .file(extensions: ["json"]))
    var plan: String

    @OptionGroup var input: ScenarioOptions
    @OptionGroup(title: "Calm replanning, as the plan was made") var calm: CalmOptions
    @OptionGroup var who: ActorOptions

    @Option(
        help: ArgumentHelp(
            "Commit in spite of errors of this kind, as `muster check` names it in brackets.", valueName: "alert"))
    var despite: [String] = []

    @Option(help: ArgumentHelp("Why, once for all kinds or once for each of them.", valueName: "text"))
    var reason: [String] = []

    func validate() throws {
        let known = Alert.Kind.allCases.map(\.rawValue)
        for kind in despite where !known.contains(kind) {
            throw ValidationError("--despite takes a kind of alert: \(known.joined(separator: ", ")).")
        }
        if Set(despite).count < despite.count { throw ValidationError("--despite takes each kind once.") }
        if reason.contains("") { throw ValidationError("--reason takes a text.") }
        if despite.isEmpty ? !reason.isEmpty : reason.count != 1 && reason.count != despite.count {
            throw ValidationError("--despite goes with --reason: one for all kinds, or one for each of them.")
        }
    }

    func run() throws {
        let scenario = try input.read()
        let stated = try readPlan(at: plan)
        let ledger = try input.ledger.open(beside: input.scenario)
        guard ledger.currency == scenario.firm.currency else {
            throw WrongInput(
                description: "the ledger is kept in \(ledger.currency.code), and the scenario counts in "
                    + "\(scenario.firm.currency.code); --ledger names another one")
        }
        // Whoever is overtaken looks again: what was booked meanwhile may clash with the plan.
        while true {
            do {
                return try commit(stated, of: scenario, to: ledger)
            } catch LedgerError.overtaken {
                continue
            }
        }
    }

    private func commit(_ stated: StatedPlan, of scenario: Scenario, to ledger: Ledger) throws {
        let today = try ActorOptions.today()
        let ground = try PlanGround(of: stated.plan, scenario, input, calm, ledger, today: today)
        guard ground.isCurrent else { try refuse(staleSince: ground.known, ledger) }
        let situation = Situation(of: ground.firm.placed(at: stated.plan.starts))
        try stated.expectSound(
            in: situation, file: plan,
            hint: ", and a calm plan needs the options that it was made with"
                + (calm.fromLedger ? "; where time was entered since, plan the rest anew" : ""))
        let booklet = Booklet(
            of: stated.plan, for: scenario.firm, changedFrom: scenario.steps.first?.firm, from: today)
        let accepted = try check(PlannedFirm(stated.plan, in: situation), booklet, scenario, ground.known, today)
        let record = try ledger.commit(
            PlanToCommit(stated.plan, booklet, accepted: accepted), after: ground.known, by: try who.actor())
        guard let record else {
            return Terminal.write("\(plan) changes nothing: all of it is booked already\n")
        }
        let number = record.entry.number
        Terminal.write("\(plan) is committed: \(record.entry.note); `muster log \(number)` shows all of it\n")
    }

    /// Raises what would clash once the plan is booked beside everything else, from this week on.
    private func check(
        _ planned: PlannedFirm, _ booklet: Booklet, _ scenario: Scenario, _ known: Committed, _ today: Day
    ) throws -> [CommitRecord.Accepted] {
        let (firm, found) = alerts(
            for: planned, booking: booklet, of: input.adjusted(scenario.firm), on: known, from: today)
        let errors = Set(found.filter { $0.severity == .error }.map(\.kind.rawValue))
        for kind in despite where !errors.contains(kind) {
            Terminal.complain("note: --despite \(kind): no error of that kind was found")
        }
        guard errors.subtracting(despite).isEmpty else {
            let style = Terminal.style()
            let shown = found.filter { $0.severity >= .warning }
            Terminal.write(CheckReport(of: shown, in: firm).text(style, from: .warning))
            Terminal.write(
                "\nNothing is committed. To commit in spite of an error: --despite KIND --reason TEXT\n")
            throw Status.trouble
        }
        return despite.enumerated().filter { errors.contains($1) }.map { index, kind in
            CommitRecord.Accepted(kind, reason: reason.count == 1 ? reason[0] : reason[index])
        }
    }

    private func refuse(staleSince known: Committed, _ ledger: Ledger) throws -> Never {
        let since = try ledger.commitEvents().map(\.number).filter { $0 > known.event }.reversed()
            .compactMap { try ledger.commitRecord(of: $0) }
        let style = Terminal.style()
        Terminal.write("\(plan) was made before bookings changed; nothing is committed. Plan anew. Since then:\n")
        for record in since { Terminal.write("\n" + CommitReport(record).text(style)) }
        throw Status.trouble
    }
}
