// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Foundation
public import Generation
import Staffing

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make up a firm of any size, for tests and for trying things out.",
        usage: "muster generate [<options>]",
        discussion: """
            The same numbers give the same bytes on every machine.

              muster generate --people 50 --weeks 26 --seed 7 > firm.yaml
              muster generate --people 50 --rules > ruled.yaml     the same, with teams and mentors
            """)

    @Option(help: "How many people, from 1 to 20,000.")
    var people: Int = 50

    @Option(help: "How many weeks, from 1 to \(Horizon.mostWeeks).")
    var weeks: Int = 26

    @Option(help: "Another seed makes another firm.")
    var seed: UInt64 = 1

    @Option(help: "Hours asked for against hours that can be planned, in per cent.")
    var load: Int = 95

    @Option(help: "How freely work may be handed around: steady, weekly or mixed.")
    var spread: FirmGenerator.SpreadMix = .mixed

    @Flag(help: "With grades, mentors, sites, teams and mixes, which bookable plans keep to; otherwise the same firm.")
    var rules = false

    func validate() throws {
        if !(1...20_000).contains(people) { throw ValidationError("--people takes a number from 1 to 20000.") }
        if !(1...Horizon.mostWeeks).contains(weeks) {
            throw ValidationError("--weeks takes a number from 1 to \(Horizon.mostWeeks).")
        }
        if !(1...500).contains(load) { throw ValidationError("--load takes a number from 1 to 500.") }
    }

    func run() throws {
        let generator = FirmGenerator(
            people: people, weeks: weeks, seed: seed, load: Share(percent: load), spread: spread,
            rules: rules)
        Terminal.write(generator.text())
    }
}

extension FirmGenerator.SpreadMix: ExpressibleByArgument {}
