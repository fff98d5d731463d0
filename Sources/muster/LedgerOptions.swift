// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Ledger
import Staffing

/// The ledger that a command reads.
struct LedgerFile: ParsableArguments {
    static let usualName = "muster.ledger"

    @Option(
        name: .customLong("ledger"),
        help: "The ledger file; without it, muster.ledger beside the scenario, or else in this folder.",
        completion: .file())
    var path: String?

    init() {}

    init(path: String?) {
        self.init()
        self.path = path
    }

    /// - Parameter scenario: the scenario that the command works on, if it has one.
    func path(beside scenario: String? = nil) -> String {
        if let path { return path }
        guard let scenario else { return LedgerFile.usualName }
        let folder = URL(filePath: scenario).deletingLastPathComponent().relativePath
        return folder == "." ? LedgerFile.usualName : folder + "/" + LedgerFile.usualName
    }

    func open(beside scenario: String? = nil) throws -> Ledger {
        try Ledger.open(at: path(beside: scenario))
    }
}

/// The ledger that a command writes, and who does it.
struct LedgerOptions: ParsableArguments {
    @OptionGroup var file: LedgerFile
    @OptionGroup var who: ActorOptions

    func open(beside scenario: String? = nil) throws -> Ledger { try file.open(beside: scenario) }

    func actor() throws -> Ledger.Actor { try who.actor() }

    /// Today, in UTC.
    static func today() throws -> Day { try ActorOptions.today() }
}

/// Who does something, and when.
struct ActorOptions: ParsableArguments {
    @Option(help: "Who does this, for the log.")
    var by: String?

    /// Whoever is logged in, now; `MUSTER_NOW` says another time, so that examples come out the same each time.
    func actor() throws -> Ledger.Actor {
        let environment = ProcessInfo.processInfo.environment
        let name = by ?? environment["USER"] ?? environment["LOGNAME"] ?? "somebody"
        guard !name.isEmpty, name == name.printable else { throw WrongInput(description: "--by: a name is needed") }
        return Ledger.Actor(name: name, time: try ActorOptions.now())
    }

    /// Today, in UTC.
    static func today() throws -> Day {
        guard let day = Day(try now().prefix(10)) else { throw WrongInput(description: "the clock tells no date") }
        return day
    }

    private static func now() throws -> String {
        guard let stated = ProcessInfo.processInfo.environment["MUSTER_NOW"] else {
            return Date.now.formatted(.iso8601)
        }
        guard let time = try? Date(stated, strategy: .iso8601) else {
            throw WrongInput(description: "MUSTER_NOW: \(stated) is not a time such as 2026-03-31T17:05:00Z")
        }
        return time.formatted(.iso8601)
    }
}
