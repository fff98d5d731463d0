// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Ledger
import Planning
import ScenarioFiles
import Verification

/// Runs the command and turns whatever goes wrong into one message and an exit status.
@main
enum Main {
    static func main() {
        do {
            var command = try Muster.parseAsRoot()
            try command.run()
        } catch let problems as Problems {
            Terminal.complain("\(problems)")
            exit(Status.wrongInput.rawValue)
        } catch let wrong as WrongInput {
            Terminal.complain("muster: \(wrong.description)")
            exit(Status.wrongInput.rawValue)
        } catch let trouble as Status {
            exit(trouble.rawValue)
        } catch let error as LedgerError {
            Terminal.complain("muster: \(error)")
            exit((error.isRefusal ? Status.wrongInput : .failure).rawValue)
        } catch let failure as PlanningError {
            Terminal.complain("muster: \(failure)")
            exit(Status.failure.rawValue)
        } catch {
            switch Muster.exitCode(for: error) {
            case .success: Muster.exit(withError: error)
            case .validationFailure:
                Terminal.complain(Muster.fullMessage(for: error))
                exit(Status.wrongInput.rawValue)
            default:
                Terminal.complain("muster: \(error)")
                exit(Status.failure.rawValue)
            }
        }
    }
}

/// How a run ends, as its exit status. Thrown to end one early with everything said.
enum Status: Int32, Error {
    case fine = 0
    case trouble = 1
    case wrongInput = 2
    case failure = 3
    /// Ended by Ctrl-C or by a scheduler, with what is done kept: 128 + SIGINT, as shells have it.
    case interrupted = 130
}

/// Something that the caller gave and that cannot be used, in words.
struct WrongInput: Error, CustomStringConvertible {
    let description: String
}
