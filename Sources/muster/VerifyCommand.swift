// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Matching
import Staffing
import Verification

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a plan file against its scenario, by arithmetic alone.",
        usage: "muster verify <plan> <scenario> [<options>]",
        discussion: """
            Adds up everything that the plan promises from the scenario: who may do what, hours within capacity, pins \
            kept, unfilled demand complete, money, and the bound from its prices. No solver takes part.

              muster verify plan.json firm.yaml

            Exit status: 0 every number holds, 1 one is off, 2 a file cannot be read.
            """)

    @Argument(help: "The plan file, as `muster plan --out` wrote it.", completion: .file(extensions: ["json"]))
    var plan: String

    @OptionGroup var input: ScenarioOptions
    @OptionGroup(title: "Calm replanning, as the plan was made") var calm: CalmOptions

    @Flag(name: .shortAndLong, help: "Print nothing; the exit status says it.")
    var quiet = false

    func run() throws {
        let firm = try input.firm(of: try input.read(), calm)
        let stated = try readPlan(at: plan)
        let situation = Situation(of: firm.placed(at: stated.plan.starts))
        let violations = try stated.violations(in: situation)
        guard violations.isEmpty else {
            if !quiet {
                let most = 50
                for violation in violations.prefix(most) { Terminal.write("\(violation)\n") }
                if violations.count > most { Terminal.write("and \(violations.count - most) more\n") }
                Terminal.write(
                    "\(plan) does not hold: \(violations.count) \(violations.count == 1 ? "number is" : "numbers are") off\n"
                )
            }
            throw Status.trouble
        }
        if !quiet {
            let certificate = stated.plan.certificate
            Terminal.write(
                """
                \(plan) holds: \(stated.plan.assignments.count) assignments, objective \
                \(certificate.objective.decimal(in: firm.currency)), bound \
                \(certificate.bound.decimal(in: firm.currency)) \(firm.currency.code), digest \
                \(stated.plan.digest.prefix(12))…

                """)
        }
    }
}

extension StatedPlan {
    /// Refuses a plan that is none of the firm's.
    ///
    /// - Parameters:
    ///   - file: where it stands.
    ///   - hint: what else may be the matter; by default, options of a calm plan.
    func expectSound(
        in situation: Situation, file: String,
        hint: String = ", and a calm plan needs the --keep, --freeze and --moves that it was made with"
    ) throws {
        let wrong = try violations(in: situation)
        guard wrong.isEmpty else {
            throw WrongInput(
                description: "\(file) is not a plan of this scenario: \(wrong[0]); `muster verify` lists all\(hint)")
        }
    }
}

/// Reads a plan file, or says why it is none.
func readPlan(at path: String) throws -> StatedPlan {
    let data = try read(path)
    do {
        return try PlanFile.read(data)
    } catch {
        throw WrongInput(description: "\(path): \(error.description)")
    }
}
