// SPDX-License-Identifier: GPL-3.0-or-later
// Re-solves a generated firm after changes, each from the base's basis and from nothing, and writes the changed models
// for other solvers. One line of JSON a change:
//
//   what-if PEOPLE WEEKS SPREAD SEED COUNT REPEAT FOLDER|-
//
// Seconds are user CPU time of the phase `solve`, the translation of the basis included; the least of REPEAT runs.

import Foundation
import Generation
import LinearProgramming
import Matching
import Planning
import ScenarioFiles
import Staffing

func userTime() -> Double {
    var usage = rusage()
    #if canImport(Darwin)
        getrusage(RUSAGE_SELF, &usage)
    #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
}

/// Plans, and gives the seconds of each phase and of all.
func timed(_ firm: Firm, from base: PlannedFirm?) throws -> (planned: PlannedFirm, solve: Double, all: Double) {
    var marks: [(PlanningPhase, Double)] = []
    let begin = userTime()
    let planned = try makePlan(for: firm, from: base) { marks.append(($0, userTime())) }
    let end = userTime()
    let solve = marks.firstIndex { $0.0 == .solve } ?? 0
    return (planned, marks[solve + 1].1 - marks[solve].1, end - begin)
}

extension Firm {
    var middle: Day { horizon.days.first + (horizon.days.last - horizon.days.first) / 2 }

    mutating func depart(_ index: Int) {
        let last = middle
        people[index].contract = Dated(
            pieces: people[index].contract.pieces.compactMap { piece in
                if let first = piece.first, first > last { return nil }
                return Dated.Piece(piece.value, first: piece.first, last: min(piece.last ?? last, last))
            })
    }

    mutating func hire(like index: Int) {
        let model = people[index]
        let contract = model.contract.value(on: middle) ?? .share(.whole)
        people.append(
            Person(
                id: "hired", name: "Hired", role: model.role, office: model.office, calendar: model.calendar,
                skills: model.skills, contract: Dated(pieces: [Dated.Piece(contract, first: middle, last: nil)]),
                cost: model.cost, leave: [], internalTime: model.internalTime, target: model.target,
                overtime: model.overtime, knows: model.knows, wishes: []))
    }

    /// Positions of four lines of work that is not lost, spread over the firm.
    func four(from start: Int) -> [(project: Int, line: Int)] {
        let all = projects.indices.filter { projects[$0].stage != .lost }
            .flatMap { project in projects[project].lines.indices.map { (project: project, line: $0) } }
        return (0..<4).map { all[(start * 7 + $0 * all.count / 4) % all.count] }
    }

    mutating func scale(_ project: Int, _ line: Int) {
        func more(_ hours: Hours) -> Hours { Hours(seconds: hours.seconds * 6 / 5) }
        switch projects[project].lines[line].amount {
        case .perWeek(let hours): projects[project].lines[line].amount = .perWeek(more(hours))
        case .total(let hours): projects[project].lines[line].amount = .total(more(hours))
        case .fullTimeEquivalents(let share):
            projects[project].lines[line].amount = .fullTimeEquivalents(Share(millionths: share.millionths * 6 / 5))
        case .byWeek(let hours): projects[project].lines[line].amount = .byWeek(hours.map(more))
        }
    }

    mutating func delay(_ project: Int, _ line: Int) {
        let days = projects[project].days(of: projects[project].lines[line], within: horizon)
        projects[project].lines[line].days = DayRange(days.first + 21, days.last + 21)
    }

    mutating func reprice(_ project: Int, _ line: Int) {
        guard let rate = projects[project].lines[line].rate else { return }
        projects[project].lines[line].rate = Dated(
            pieces: rate.pieces.map { Dated.Piece($0.value.times(Share(percent: 110)), first: $0.first, last: $0.last) }
        )
    }
}

let changes: [(name: String, apply: (inout Firm, Int) -> Void)] = [
    ("a person leaves", { firm, k in firm.depart((k * 7 + 3) % firm.people.count) }),
    ("a hire", { firm, k in firm.hire(like: (k * 11 + 5) % firm.people.count) }),
    ("demand +20 % on four lines", { firm, k in for at in firm.four(from: k) { firm.scale(at.project, at.line) } }),
    ("four lines three weeks later", { firm, k in for at in firm.four(from: k) { firm.delay(at.project, at.line) } }),
    ("prices +10 % on four lines", { firm, k in for at in firm.four(from: k) { firm.reprice(at.project, at.line) } }),
]

let arguments = CommandLine.arguments
guard arguments.count == 8, let people = Int(arguments[1]), let weeks = Int(arguments[2]),
    let spread = FirmGenerator.SpreadMix(rawValue: arguments[3]), let seed = UInt64(arguments[4]),
    let count = Int(arguments[5]), let runs = Int(arguments[6])
else {
    FileHandle.standardError.write(Data("usage: what-if PEOPLE WEEKS SPREAD SEED COUNT REPEAT FOLDER|-\n".utf8))
    exit(2)
}
let text = FirmGenerator(people: people, weeks: weeks, seed: seed, spread: spread).text()
let firm = try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": text])).firm
let base = try makePlan(for: firm)
for change in changes {
    for k in 0..<count {
        var changed = firm
        change.apply(&changed, k)
        var (cold, warm) = (try timed(changed, from: nil), try timed(changed, from: base))
        for _ in 1..<max(1, runs) {
            let (again, warmer) = (try timed(changed, from: nil), try timed(changed, from: base))
            if again.solve < cold.solve { cold = again }
            if warmer.solve < warm.solve { warm = warmer }
        }
        var answer: [String: Any] = [
            "change": change.name, "number": k, "cold": cold.solve, "warm": warm.solve, "cold all": cold.all,
            "warm all": warm.all,
            "cold bound": Double(cold.planned.plan.certificate.stages[0].bound.minorUnits) / 100,
            "warm bound": Double(warm.planned.plan.certificate.stages[0].bound.minorUnits) / 100,
        ]
        if arguments[7] != "-" {
            let path = "\(arguments[7])/\(change.name.filter { $0.isLetter })-\(k).mps"
            try StaffingModel(of: cold.planned.situation).model.mpsText().write(
                toFile: path, atomically: true, encoding: .utf8)
            answer["model"] = path
        }
        let line = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys, .withoutEscapingSlashes])
        FileHandle.standardOutput.write(line + Data("\n".utf8))
    }
}
