// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Planning
import ScenarioFiles
public import Staffing
import Verification

/// Which bookings to keep, and how much of them may move.
struct CalmOptions: ParsableArguments {
    @Option(
        name: .customLong("keep"),
        help: "Replan calmly around the bookings of an earlier plan (JSON): moving an hour of them has a price.",
        completion: .file(extensions: ["json"]))
    var plan: String?

    @Flag(name: .customLong("keep-bookings"), help: "The same around the confirmed bookings of the scenario.")
    var bookings = false

    @Option(name: .customLong("move-price"), help: "What moving an hour costs, in the scenario's currency.")
    var price: Int = 10

    @Option(help: "Weeks before the one of this day stay as they are (2026-02-02).")
    var freeze: Day?

    @Option(help: "Move no more than that, whatever it brings: 5 (bookings) or 40h (hours).")
    var moves: Commitment.Budget?

    func validate() throws {
        if plan != nil, bookings { throw ValidationError("--keep and --keep-bookings exclude each other.") }
        if plan == nil, !bookings, freeze != nil || moves != nil {
            throw ValidationError("--freeze and --moves need --keep PLAN or --keep-bookings.")
        }
        if !(0...1_000_000).contains(price) { throw ValidationError("--move-price takes 0 to 1000000.") }
    }

    /// The firm with its commitment, if one is asked for.
    func firm(_ firm: Firm) throws -> Firm {
        guard plan != nil || bookings else { return firm }
        var firm = firm
        let before = try plan.map { try earlierPlan(at: $0, of: firm) }
        // Work that people are promised to begins as it was to begin.
        firm = firm.placed(at: before?.starts ?? [])
        firm.commitment = Commitment(
            kept: before?.bookings ?? firm.confirmedBookings,
            subcontracted: before?.subcontracted ?? firm.commitment?.subcontracted ?? [],
            price: Rate(perHour: Money(minorUnits: price * firm.currency.scale)),
            frozenBefore: freeze ?? firm.commitment?.frozenBefore,
            budget: moves)
        return firm
    }
}

/// A plan whose bookings may be kept, if it is one of the firm's at all.
private func earlierPlan(at path: String, of firm: Firm) throws -> Plan {
    let plan = try readPlan(at: path).plan
    let isSensible = plan.assignments.allSatisfy { assignment in
        assignment.weeks.allSatisfy { $0.hours >= .zero && $0.hours <= Hours(168) }
    }
    guard isSensible else {
        throw WrongInput(
            description: "\(path) has a week of less than 0 or more than 168 h; `muster verify` lists what is off")
    }
    let people = Set(firm.people.map(\.id))
    let lines = Set(firm.projects.flatMap { project in project.lines.map { LineID(project.id, $0.id) } })
    guard
        plan.assignments.isEmpty
            || plan.assignments.contains(where: { people.contains($0.person) || lines.contains($0.line) })
    else {
        throw WrongInput(
            description:
                "\(path) is a plan of another firm ('\(plan.scenario)'): nobody and nothing in it is known here")
    }
    return plan
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Commitment.Budget: ExpressibleByArgument {
    public init?(argument: String) {
        if let hours = argument.hasSuffix("h") ? Double(argument.dropLast()) : nil, (0...1e9).contains(hours) {
            self = .hours(Hours(seconds: Int((hours * 3600).rounded())))
        } else if let count = Int(argument), (0...1_000_000).contains(count) {
            self = .bookings(count)
        } else {
            return nil
        }
    }
}
