// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

@testable import Generation

/// A made-up firm of up to three people, three lines and seven weeks in whole numbers, which can say of itself what it
/// can do and is worth. Nothing here uses the program.
struct TinyFirm {
    struct Worker {
        /// Working days from Monday, each of that many hours.
        var days = 1
        var hoursPerDay = 8
        var cost = 50
        /// Weeks of leave.
        var away: Set<Int> = []
        /// Weeks in which Monday is off.
        var mondaysOff: Set<Int> = []
        var employed = 0..<1
        var skills: Set<Int> = []
        /// Of a week's hours, in per cent, at that per cent of the cost.
        var overtime: (limit: Int, pay: Int)?
    }

    struct Line {
        var hours = 8
        var weeks = 0..<1
        var spread = "steady"
        var rate = 100
        /// In per cent; 100 is won.
        var chance = 100
        var skill: Int?
        var team = 1
    }

    struct Pin {
        var worker = 0
        var line = 0
        var week = 0
        var hours = 1
    }

    struct Pool {
        var hours = 4
        var cost = 90
        var skills: Set<Int> = []
    }

    var weeks = 1
    var workers: [Worker] = []
    var lines: [Line] = []
    var pins: [Pin] = []
    var pool: Pool?
    /// The week whose Monday is a holiday.
    var holiday: Int?

    static let unmet = 100
    static let handOverHours = 8
    /// Longer ones cut a line into stretches.
    static let longAbsence = 2
}

// MARK: - What follows from the numbers

extension TinyFirm {
    func full(_ worker: Int) -> Double { Double(workers[worker].days * workers[worker].hoursPerDay) }

    func effective(_ worker: Int, _ week: Int) -> Double {
        let person = workers[worker]
        guard person.employed.contains(week), !person.away.contains(week) else { return 0 }
        let isMondayOff = week == holiday || person.mondaysOff.contains(week)
        return Double((person.days - (isMondayOff ? 1 : 0)) * person.hoursPerDay)
    }

    func asked(_ line: Int, _ week: Int) -> Double {
        guard lines[line].weeks.contains(week) else { return 0 }
        return Double(lines[line].hours) * (week == holiday ? 0.8 : 1)
    }

    func pinned(where isMeant: (Pin) -> Bool) -> Double {
        pins.filter(isMeant).reduce(0) { $0 + Double($1.hours) }
    }

    func open(_ line: Int, _ week: Int) -> Double {
        max(0, asked(line, week) - pinned { $0.line == line && $0.week == week })
    }

    func openTotal(_ line: Int) -> Double {
        max(0, lines[line].weeks.reduce(0) { $0 + asked(line, $1) } - pinned { $0.line == line })
    }

    private func pins(of worker: Int, _ week: Int) -> Double { pinned { $0.worker == worker && $0.week == week } }

    func openCapacity(_ worker: Int, _ week: Int) -> Double {
        max(0, effective(worker, week) - pins(of: worker, week))
    }

    func overtime(_ worker: Int, _ week: Int) -> Double {
        let limit = effective(worker, week) * Double(workers[worker].overtime?.limit ?? 0) / 100
        return max(0, limit - max(0, pins(of: worker, week) - effective(worker, week)))
    }

    func premium(_ worker: Int) -> Double {
        Double(workers[worker].cost) * max(0, Double(workers[worker].overtime?.pay ?? 100) / 100 - 1)
    }

    func isEligible(_ worker: Int, _ line: Int) -> Bool {
        if let skill = lines[line].skill, !workers[worker].skills.contains(skill) { return false }
        return lines[line].weeks.contains { effective(worker, $0) > 0 }
    }

    func chance(_ line: Int) -> Double { Double(lines[line].chance) / 100 }

    func value(_ worker: Int, _ line: Int) -> Double {
        chance(line) * Double(lines[line].rate + TinyFirm.unmet - workers[worker].cost)
    }

    /// Nil where the pool may not work on the line.
    func poolValue(_ line: Int) -> Double? {
        guard let pool else { return nil }
        if let skill = lines[line].skill, !pool.skills.contains(skill) { return nil }
        return chance(line) * Double(lines[line].rate + TinyFirm.unmet - pool.cost)
    }

    /// What a worker who carries the whole line does in a week: the pace of a whole week, for the part that they are there.
    func delivery(_ worker: Int, _ line: Int, _ week: Int) -> Double {
        let open = open(line, week)
        guard open > 0 else { return 0 }
        let pace = Double(lines[line].hours) * open / asked(line, week)
        return min(open, pace * effective(worker, week) / full(worker))
    }

    func handOver(_ worker: Int, _ line: Int, from week: Int) -> Double {
        if pinned(where: { $0.worker == worker && $0.line == line && $0.week == week - 1 }) > 0 { return 0 }
        return chance(line) * Double(TinyFirm.handOverHours * workers[worker].cost)
    }

    func stretches(_ line: Int) -> [Range<Int>] {
        let weeks = lines[line].weeks
        guard lines[line].spread == "steady" else { return [weeks] }
        var cuts: Set<Int> = []
        for worker in workers.indices where isEligible(worker, line) {
            let employed = workers[worker].employed
            cuts.formUnion([employed.lowerBound, employed.upperBound])
            var run = 0
            for week in weeks.lowerBound...weeks.upperBound {
                let isAway =
                    week < weeks.upperBound && employed.contains(week)
                    && (effective(worker, week) == 0 || 2 * pins(of: worker, week) >= full(worker))
                if isAway {
                    run += 1
                } else {
                    if run > TinyFirm.longAbsence { cuts.formUnion([week - run, week]) }
                    run = 0
                }
            }
        }
        let inner = cuts.filter { weeks.lowerBound < $0 && $0 < weeks.upperBound }.sorted()
        return zip([weeks.lowerBound] + inner, inner + [weeks.upperBound]).map { $0..<$1 }
    }
}

// MARK: - Drawing and writing

extension TinyFirm {
    /// - Parameter spreads: of which each line has one.
    static func draw(
        _ random: inout SplitMix64, people: ClosedRange<Int> = 1...3, lines: ClosedRange<Int> = 1...3,
        weeks: ClosedRange<Int> = 1...7, spreads: [String] = ["steady", "steady", "weekly", "anytime"]
    ) -> TinyFirm {
        var firm = TinyFirm()
        firm.weeks = random.within(weeks)
        for _ in 0..<random.within(people) {
            var worker = Worker()
            worker.days = random.within(1...3)
            worker.hoursPerDay = random.within(2...8)
            worker.cost = random.within(4...18) * 10
            worker.employed = 0..<firm.weeks
            if random.chance(20) {
                let cut = random.within(0...firm.weeks)
                worker.employed = random.chance(50) ? 0..<cut : cut..<firm.weeks
            }
            for week in 0..<firm.weeks {
                if random.chance(12) { worker.away.insert(week) }
                if random.chance(12) { worker.mondaysOff.insert(week) }
            }
            for skill in 0..<3 where random.chance(70) { worker.skills.insert(skill) }
            if random.chance(40) {
                worker.overtime = (random.pick([10, 25, 50, 100]), random.pick([0, 100, 125, 150, 300]))
            }
            firm.workers.append(worker)
        }
        for _ in 0..<random.within(lines) {
            let first = random.below(firm.weeks)
            var line = Line()
            line.weeks = first..<random.within((first + 1)...firm.weeks)
            line.hours = random.within(1...30)
            line.spread = random.pick(spreads)
            line.rate = random.within(0...20) * 10
            line.chance = random.chance(70) ? 100 : random.within(1...9) * 10
            line.skill = random.chance(50) ? random.below(3) : nil
            line.team = line.spread == "anytime" || random.chance(70) ? 1 : 2
            firm.lines.append(line)
        }
        if random.chance(20) { firm.holiday = random.below(firm.weeks) }
        for _ in 0..<random.below(3) {
            let line = random.below(firm.lines.count)
            let week = random.pick(Array(firm.lines[line].weeks))
            guard week != firm.holiday, random.chance(60) else { continue }
            firm.pins.append(
                Pin(worker: random.below(firm.workers.count), line: line, week: week, hours: random.within(1...12)))
        }
        if random.chance(25) {
            firm.pool = Pool(
                hours: random.within(1...20), cost: random.within(5...20) * 10,
                skills: Set((0..<3).filter { _ in random.chance(60) }))
        }
        return firm
    }

    /// The firm as a user would write it, from Monday, 5 January 2026.
    var yaml: String {
        var text =
            "calendar: home\ncalendars:\n  home: { \(holiday.map { "holidays: [\(date($0, 0))]" } ?? "holidays: []") }\n"
        text += "people:\n"
        for (index, worker) in workers.enumerated() {
            let pattern = (0..<7).map { $0 < worker.days ? "\(worker.hoursPerDay)" : "0" }.joined(separator: " ")
            let leave =
                worker.away.sorted().map { "\(date($0, 0)) .. \(date($0, 6))" }
                + worker.mondaysOff.subtracting(worker.away).sorted().map { date($0, 0) }
            // Nobody is employed before the beginning: such a contract lies before the horizon.
            let contract =
                worker.employed.isEmpty
                ? "\(pattern) to \(date(-1, 6))"
                : "\(pattern) from \(date(worker.employed.lowerBound, 0)) to \(date(worker.employed.upperBound - 1, 6))"
            let overtime = worker.overtime.map { "{ up to: \($0.limit)%, at: \($0.pay)% }" } ?? "none"
            text +=
                "  w\(index): { cost: \(worker.cost)/h, contract: \(contract), leave: [\(leave.joined(separator: ", "))], "
            text += "skills: \(levels(worker.skills)), overtime: \(overtime) }\n"
        }
        text += "projects:\n"
        for (index, line) in lines.enumerated() {
            let stage = line.chance == 100 ? "won" : "proposed \(line.chance)%"
            text += "  p\(index):\n    stage: \(stage)\n    needs:\n      x: { hours: \(line.hours)h/week, "
            text += "dates: \(date(line.weeks.lowerBound, 0)) .. \(date(line.weeks.upperBound - 1, 6)), "
            text += "spread: \(line.spread), rate: \(line.rate)/h" + (line.team > 1 ? ", team: \(line.team)" : "")
            text += line.skill.map { ", skills: { s\($0): 3 } }\n" } ?? " }\n"
        }
        if !pins.isEmpty { text += "bookings:\n" }
        for pin in pins {
            text +=
                "  - w\(pin.worker) on p\(pin.line).x, \(pin.hours)h/week, \(date(pin.week, 0)) .. \(date(pin.week, 6)), pinned\n"
        }
        if let pool {
            text += "subcontractors:\n  free: { hours: \(pool.hours)h/week, cost: \(pool.cost)/h, "
            text += "skills: \(levels(pool.skills)) }\n"
        }
        return text
            + "policy: { long absence: 2 weeks, fit: { preferred: 0/h, overqualified: 0/h, newcomer: 0/h, wish: 0/h, stay: 0/h } }\n"
    }

    var horizon: String { "\(date(0, 0)) .. \(date(weeks - 1, 6))" }

    private func levels(_ skills: Set<Int>) -> String {
        "{ " + skills.sorted().map { "s\($0): 3" }.joined(separator: ", ") + " }"
    }

    /// All within December 2025 to March 2026.
    private func date(_ week: Int, _ weekday: Int) -> String {
        let offset = 4 + 7 * week + weekday
        if offset < 0 { return "2025-12-\(31 + offset + 1)" }
        let lengths = [31, 28, 31]
        var day = offset
        for (month, length) in lengths.enumerated() {
            if day < length { return "2026-0\(month + 1)-\(day < 9 ? "0" : "")\(day + 1)" }
            day -= length
        }
        preconditionFailure("tiny firms end in March")
    }
}
