// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import LinearProgramming
public import Planning

/// How long and how far to search for a plan.
struct SearchOptions: ParsableArguments {
    @Option(help: "How much to search: low, normal or high. The same effort gives the same plan everywhere.")
    var effort: Effort = .normal

    @Option(help: "Stop when the plan is proven to be so near to the best: 1%.")
    var gap: Percentage?

    @Option(help: "Stop the solver after that many seconds and say how good the plan is. Not reproducible.")
    var seconds: Double?

    @Option(help: "Processors to use; it does not change the plan. Default: all.")
    var threads: Int?

    @Flag(help: "Tell on standard error how far the plan has come, also where that is no terminal.")
    var progress = false

    func validate() throws {
        if let seconds, !(seconds > 0 && seconds <= 1_000_000) {
            throw ValidationError("--seconds takes a number above 0, at most a million.")
        }
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads takes 1 to 1024.") }
    }

    var options: Options {
        var options = Options()
        options.timeLimit = seconds.map { .seconds($0) }
        options.relativeGap = gap?.fraction ?? 0
        options.threads = threads
        options.cancellation = Interruption.cancellation
        return options
    }
}

/// `1%`, from 0 to 100.
struct Percentage: ExpressibleByArgument {
    let fraction: Double

    init?(argument: String) {
        guard argument.hasSuffix("%"), let value = Double(argument.dropLast()), (0...100).contains(value) else {
            return nil
        }
        fraction = value / 100
    }
}

extension Effort: ExpressibleByArgument {}
