// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// On which lines people are in each week: by what the plan decides, a share held in all weeks of its stretch or hours of
/// that week, and by what is pinned. Whoever only stands in for somebody is not there for these rules.
///
/// Those that count at once are fewer: a share of which nothing is done in a week, for leave or since nothing is asked for,
/// keeps nobody busy.
struct BookedWeeks {
    private let weekCount: Int
    /// By position of the person and week; lines in their order, each once.
    private let decidedLines: [[Int]]
    private let pinnedLines: [[Int]]
    private let busyLines: [[Int]]

    init(of tally: Tally, shares: DecidedShares, in situation: Situation) {
        weekCount = situation.firm.horizon.weekCount
        var decided = [[Int]](repeating: [], count: situation.firm.people.count * weekCount)
        var (pinned, busy) = (decided, decided)
        for held in shares.ofPeople {
            for week in situation.stretches[held.line][held.stretch] {
                decided[held.holder * weekCount + week].append(held.line)
                if situation.delivery(person: held.holder, line: held.line, week: week) > .zero {
                    busy[held.holder * weekCount + week].append(held.line)
                }
            }
        }
        for entry in tally.entries where entry.hours > .zero {
            switch entry.kind {
            case .hourly:
                decided[entry.person * weekCount + entry.week].append(entry.line)
                busy[entry.person * weekCount + entry.week].append(entry.line)
            case .pinned:
                pinned[entry.person * weekCount + entry.week].append(entry.line)
                busy[entry.person * weekCount + entry.week].append(entry.line)
            case .steady, .cover: break
            }
        }
        decidedLines = decided.map { Set($0).sorted() }
        pinnedLines = pinned.map { Set($0).sorted() }
        busyLines = busy.map { Set($0).sorted() }
    }

    func decided(_ person: Int, _ week: Int) -> [Int] { decidedLines[person * weekCount + week] }
    func pinned(_ person: Int, _ week: Int) -> [Int] { pinnedLines[person * weekCount + week] }

    /// Those of either kind on which anything is done.
    func busy(_ person: Int, _ week: Int) -> [Int] { busyLines[person * weekCount + week] }

    /// Those of either kind.
    func all(_ person: Int, _ week: Int) -> Set<Int> { Set(decided(person, week)).union(pinned(person, week)) }
}

extension PlanCheck {
    /// Nobody is on more lines in a week than the policy allows; where more are pinned, on no other.
    func atOnce(_ booked: BookedWeeks) -> [Violation] {
        guard let most = firm.policy.bookable.atOnce else { return [] }
        return eachWeek { person, week in
            let limit = max(most, booked.pinned(person, week).count)
            let count = booked.busy(person, week).count
            return count > limit ? [.tooManyLines(self.person(person), self.week(week), lines: count, most: limit)] : []
        }
    }

    /// Nobody works at more sites away from their office in a week than the policy allows; where more are pinned, at no
    /// other.
    func sites(_ booked: BookedWeeks) -> [Violation] {
        guard let most = firm.policy.bookable.sites else { return [] }
        return eachWeek { person, week in
            func sites(_ lines: some Sequence<Int>) -> Int {
                Set(lines.compactMap { situation.siteAway(person: person, line: $0) }).count
            }
            let limit = max(most, sites(booked.pinned(person, week)))
            let count = sites(booked.busy(person, week))
            return count > limit ? [.tooManySites(self.person(person), self.week(week), sites: count, most: limit)] : []
        }
    }

    /// Whoever works for a project only beside others does nothing of it in a week in which none of these is on it, at work
    /// or away.
    func companions(_ booked: BookedWeeks) -> [Violation] {
        situation.companionships().flatMap { need in
            weeks.flatMap { week -> [Violation] in
                let there = Set(need.anyOf.flatMap { booked.all($0, week) }.map(project))
                let mine = Set(booked.decided(need.person, week)).intersection(booked.busy(need.person, week)).map(
                    project)
                return Set(mine).subtracting(there).sorted().map { project in
                    .unaccompanied(
                        person(need.person), firm.projects[project].id, self.week(week),
                        without: need.anyOf.map(person), need.cause)
                }
            }
        }
    }

    /// No more people are on a weekly or anytime line in a week than its team has; where more are pinned, no others.
    func weeklyTeams(_ booked: BookedWeeks) -> [Violation] {
        var members: [Cell: (all: Set<Int>, pinned: Set<Int>)] = [:]
        for person in firm.people.indices {
            for week in weeks {
                for line in booked.all(person, week) where situation.need(of: line).spread != .steady {
                    members[Cell(person: 0, line: line, week: week), default: ([], [])].all.insert(person)
                }
                for line in booked.pinned(person, week) where situation.need(of: line).spread != .steady {
                    members[Cell(person: 0, line: line, week: week), default: ([], [])].pinned.insert(person)
                }
            }
        }
        return members.sorted { $0.key < $1.key }.compactMap { cell, people in
            guard let team = situation.need(of: cell.line).team else { return nil }
            let limit = max(team.most, people.pinned.count)
            guard people.all.count > limit else { return nil }
            return .teamTooLarge(line(cell.line), week(cell.week), members: people.all.count, most: limit)
        }
    }

    /// The position of the project of a line.
    private func project(_ line: Int) -> Int { situation.demand.lines[line].project }

    private func eachWeek(_ rule: (Int, Int) -> [Violation]) -> [Violation] {
        firm.people.indices.flatMap { person in weeks.flatMap { rule(person, $0) } }
    }
}
