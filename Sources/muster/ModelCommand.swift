// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import LinearProgramming
import Matching
import Planning
import Staffing

struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Write the linear or integer program of a scenario for any solver.",
        usage: "muster model <scenario> [--bookable] [--mps]",
        discussion: """
            Rows and columns carry readable names, such as capacity(ana,2026_W07). The optimum of the written program \
            is the bound of the plan's first stage, in major units of the currency.

              muster model firm.yaml --mps > firm.mps
              muster model firm.yaml --bookable --mps > bookable.mps
            """)

    enum Format: String, EnumerableFlag {
        case lp, mps
    }

    @OptionGroup var input: ScenarioOptions

    @Flag(help: "The integer program of bookable plans, instead of the linear program that bounds it.")
    var bookable = false

    @Flag(help: "CPLEX LP format (the default), or free MPS.")
    var format: Format = .lp

    func run() throws {
        let firm = try input.firm(of: try input.read())
        let model = StaffingModel(of: Situation(of: firm), style: bookable ? .bookable : .fractional).model
        switch format {
        case .lp: Terminal.write(model.lpText())
        case .mps: Terminal.write(model.mpsText())
        }
    }
}
