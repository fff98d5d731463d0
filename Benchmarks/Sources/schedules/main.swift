// SPDX-License-Identifier: GPL-3.0-or-later
// Schedules a project of people with skills, written as the iMOPSE files are, and prints one line of JSON: the shortest
// schedule found and a bound of its length, the cheapest one, and some of those between where asked for.
//
//   schedules FILE STEPS STARTS THREADS POINTS
//
// A schedule is a list of [position of the resource, start] in the order of the tasks. Costs are in tenths, as salaries
// have one decimal. Seconds are of the wall and of user CPU time, for the shortest schedule alone.

import Foundation
import Scheduling

func userTime() -> Double {
    var usage = rusage()
    #if canImport(Darwin)
        getrusage(RUSAGE_SELF, &usage)
    #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
}

struct Unreadable: Error { let line: String }

/// The rows of a table that begins with a line of that first word and ends with a rule.
func rows(_ text: String, after word: String) -> [[Substring]] {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let first = lines.firstIndex(where: { $0.hasPrefix(word) }) else { return [] }
    return lines[(first + 1)...].prefix { !$0.hasPrefix("=") }.map { $0.split(whereSeparator: \.isWhitespace) }
        .filter { !$0.isEmpty }
}

func number<Number: LosslessStringConvertible>(_ text: Substring) throws -> Number {
    guard let number = Number(String(text)) else { throw Unreadable(line: String(text)) }
    return number
}

/// A time longer than any schedule.
let always = 1 << 40

func problem(_ text: String) throws -> ScheduleProblem {
    let people = try rows(text, after: "ResourceID").map { row in
        let salary: Double = try number(row[1])
        let skills = try stride(from: 2, to: row.count - 1, by: 2).map { index -> (Substring, Int) in
            (row[index].dropLast(), try number(row[index + 1]))
        }
        return (salary: Int((salary * 10).rounded()), skills: Dictionary(skills) { max($0, $1) })
    }
    let table = rows(text, after: "TaskID")
    let position = Dictionary(uniqueKeysWithValues: table.enumerated().map { ($0.element[0], $0.offset) })
    let tasks = try table.map { row in
        let (duration, level): (Int, Int) = (try number(row[1]), try number(row[3]))
        let able = people.indices.filter { people[$0].skills[row[2].dropLast()].map { $0 >= level } ?? false }
        return ScheduleProblem.Task(
            options: able.map { .init(worker: $0, work: duration, cost: duration * people[$0].salary) },
            predecessors: try row.dropFirst(4).map { id in
                guard let task = position[id] else { throw Unreadable(line: row.joined(separator: " ")) }
                return .init(task)
            })
    }
    return ScheduleProblem(
        periodLength: always, periodCount: 1, workers: people.map { _ in .init(capacity: [always]) }, tasks: tasks)
}

func json(_ schedule: Schedule) -> String {
    "[" + schedule.placements.map { "[\($0.worker),\($0.start)]" }.joined(separator: ",") + "]"
}

let arguments = CommandLine.arguments
guard arguments.count == 6, let steps = Int(arguments[2]), let starts = Int(arguments[3]),
    let threads = Int(arguments[4]), let points = Int(arguments[5])
else {
    FileHandle.standardError.write(Data("schedules FILE STEPS STARTS THREADS POINTS\n".utf8))
    exit(2)
}
let project = try problem(String(contentsOfFile: arguments[1], encoding: .utf8))
let tries = Tries(steps: steps, starts: starts)
let clock = ContinuousClock()
let (begin, user) = (clock.now, userTime())
let shortest = findSchedule(for: project, goal: .makespan, tries: tries, threads: threads)
let (seconds, userSeconds) = (Double((clock.now - begin) / .seconds(1)), userTime() - user)
let short = Tries(steps: steps / 10, starts: starts)
let cheapest = cheapestSchedule(for: project, tries: short, threads: threads)
let between = points < 2 ? [] : frontier(of: project, count: points, tries: short, threads: threads)
print(
    "{\"makespan\":\(shortest.rank.first),\"bound\":\(shortest.bound.first),\"seconds\":\(seconds),"
        + "\"user\":\(userSeconds),\"shortest\":\(json(shortest.schedule)),"
        + "\"cheapest_cost\":\(cheapest.rank.second),\"cheapest\":\(json(cheapest.schedule)),\"frontier\":["
        + between.map {
            "{\"makespan\":\($0.makespan),\"cost\":\($0.cost),\"cost_bound\":\($0.costBound),\"schedule\":\(json($0.schedule))}"
        }.joined(separator: ",") + "]}")
