// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Foundation
import Ledger
import Planning
import Reports
import ScenarioFiles
public import Staffing

/// The scenario that a command works on, and how it takes proposed work.
struct ScenarioOptions: ParsableArguments {
    @Argument(help: "The scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @Option(
        help: "How proposed work counts: weighted by its chance, in full, or left out. Overrides the policy.")
    var tentative: Policy.Tentative?

    @Option(
        help: """
            What to plan for, one after the other, instead of one sum of money: coverage, calm, margin, balance, each \
            with what may be given up of it for those after it, as in "coverage within 1%, margin". Overrides the policy.
            """)
    var goals: GoalList?

    @OptionGroup var ledger: LedgerFile

    init() {}

    /// For commands that take several scenarios.
    init(scenario: String, tentative: Policy.Tentative?, ledger: String?) {
        self.init()
        self.ledger = LedgerFile(path: ledger)
        self.scenario = scenario
        self.tentative = tentative
        goals = nil
    }

    /// Reads the file, and further tables on top of it; its notes go to standard error.
    func read(including tables: [String] = []) throws -> Scenario {
        let scenario = try Scenario.read(at: scenario, including: tables)
        for note in scenario.notes { Terminal.complain("note: \(note)") }
        return scenario
    }

    /// The best plan of the scenario.
    func planned() throws -> PlannedFirm {
        let firm = try firm(of: try read())
        return try planWatched(firm)
    }

    /// The scenario's firm as it is planned, on top of the ledger where its bookings are there.
    func firm(of scenario: Scenario) throws -> Firm {
        guard scenario.plansOnLedger else { return adjusted(scenario.firm) }
        return try firm(of: scenario, on: try ledger.open(beside: self.scenario).committed())
    }

    /// The same on top of what was committed at some time.
    private func firm(of scenario: Scenario, on committed: Committed) throws -> Firm {
        let (firm, remarks) = planned(scenario, on: committed, today: try LedgerOptions.today())
        for note in BookedNotes(remarks).texts { Terminal.complain("note: \(note)") }
        return firm
    }

    func planned(_ scenario: Scenario, on committed: Committed, today: Day) -> (firm: Firm, remarks: [BookedRemark]) {
        adjusted(scenario.firm).planned(on: committed, today: today, forgetting: scenario.steps.first?.firm)
    }

    /// With the policy that the caller asks for.
    func adjusted(_ firm: Firm) -> Firm {
        var firm = firm
        if let tentative { firm.policy.tentative = tentative }
        if let goals { firm.policy.goals = goals.goals }
        return firm
    }
}

/// Makes the plan of a firm; whoever watches a terminal is told how far it has come.
func planWatched(_ firm: Firm) throws -> PlannedFirm {
    try ProgressLine.watching(firm.currency) { try makePlan(for: firm, onProgress: $0) }
}

extension Policy.Tentative: ExpressibleByArgument {}

/// Goals as the caller writes them, between commas.
struct GoalList: ExpressibleByArgument {
    let goals: [PlanGoal]

    init?(argument: String) {
        let texts = argument.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingPrefix(while: { $0 == " " }) }
        goals = texts.compactMap { PlanGoal(String($0)) }
        guard goals.count == texts.count, Set(goals.map(\.measure)).count == goals.count else { return nil }
    }
}
