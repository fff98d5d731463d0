// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Staffing

extension Alert {
    /// Lines that cannot all be done in these weeks, and everybody who has time for any of them.
    public struct Bottleneck: Sendable, Hashable {
        public let lines: [LineID]
        public let people: [Identifier<Person>]
        /// The subcontractors, whose hours count too.
        public let pools: [Identifier<SubcontractorPool>]
        /// Who could do some of it, but has a bottleneck of their own.
        public let full: [Identifier<Person>]
        /// Asked for by each of the lines.
        public let skills: [Identifier<Skill>]
        /// What the lines ask for, beyond pinned work.
        public let asked: Hours
        /// What the people have beside pinned work, with overtime, and the subcontractors.
        public let open: Hours
        /// Whether it takes proposed work, counted in full, to get there.
        public let needsProposed: Bool

        public var short: Hours { asked - open }
    }
}

extension BookedFirm {
    /// A shortage by position: of lines in `Demand.lines`; of people, then pools behind them.
    private struct Finding {
        let team: TeamWeek.Shortage
        let week: Int
        let needsProposed: Bool
    }

    /// Teams that cannot carry what is asked of them, even if everybody who may do the work is reshuffled.
    ///
    /// Each week by itself: what lines ask for beyond pinned work (an anytime line, its even spread) against open
    /// time and overtime. Won lines first; then, with proposed lines in full, what is short only because of them. A
    /// team without an hour is no bottleneck: that nobody may do the work, or is there, is told of unmet demand.
    func bottlenecks() -> [Alert] {
        let able = situation.demand.lines.indices.map { line in
            situation.candidates[line].map(\.person) + situation.pools(for: line).map { firm.people.count + $0 }
        }
        let won = situation.demand.lines.indices.filter(situation.isWon)
        let counted = situation.demand.lines.indices.filter { situation.weight(of: $0) > .zero }
        let findings = situation.horizonWeeks.flatMap { week -> [Finding] in
            let certain = shortTeams(of: won, able: able, week: week)
            let told = Set(certain.flatMap(\.lines))
            let possible = won.count == counted.count ? [] : shortTeams(of: counted, able: able, week: week)
            return certain.map { Finding(team: $0, week: week, needsProposed: false) }
                + possible.filter { told.isDisjoint(with: $0.lines) }
                .map { Finding(team: $0, week: week, needsProposed: true) }
        }
        return findings.map(\.team).uniqued().flatMap { team in
            let mine = findings.filter { $0.team == team }
            return runs(in: situation.horizonWeeks) { week in mine.first { $0.week == week }?.needsProposed }
                .map { alert(team, $0) }
        }
    }

    private func shortTeams(of lines: [Int], able: [[Int]], week: Int) -> [TeamWeek.Shortage] {
        let lines = lines.filter { situation.openHours(line: $0, week: week) > .zero }
        let problem = TeamWeek(
            asked: lines.map { situation.openHours(line: $0, week: week).seconds },
            open: (0..<firm.people.count + firm.subcontractors.count).map { open($0, week: week).seconds },
            able: lines.map { able[$0] })
        return problem.shortages().filter { shortage in
            !Hours(seconds: problem.missing(shortage)).isDust && shortage.workers.contains { problem.open[$0] > 0 }
        }.map { shortage in
            .init(
                lines: shortage.lines.map { lines[$0] }, workers: shortage.workers,
                full: shortage.full.filter { problem.open[$0] > 0 })
        }
    }

    /// What a person or a pool has for work that is not pinned.
    private func open(_ worker: Int, week: Int) -> Hours {
        guard worker < firm.people.count else {
            return situation.capacity(ofPool: worker - firm.people.count, week: week)
        }
        let most =
            situation.capacity[worker, week].plannable + situation.overtimeLimit(person: worker, week: week)
        return max(.zero, most - situation.pinned.hours(person: worker, week: week))
    }

    private func alert(_ team: TeamWeek.Shortage, _ run: Run<Bool>) -> Alert {
        let skills = team.lines.map { situation.need(of: $0).skills.map(\.skill) }
        let people = team.workers.filter { $0 < firm.people.count }
        let pools = team.workers.dropFirst(people.count).map { $0 - firm.people.count }
        let bottleneck = Alert.Bottleneck(
            lines: team.lines.map { situation.demand.lines[$0].id }, people: people.map { firm.people[$0].id },
            pools: pools.map { firm.subcontractors[$0].id },
            full: team.full.filter { $0 < firm.people.count }.map { firm.people[$0].id },
            skills: (skills.first ?? []).filter { skill in skills.allSatisfy { $0.contains(skill) } },
            asked: sum(team.lines, run.weeks) { situation.openHours(line: $0, week: $1) },
            open: sum(team.workers, run.weeks, open), needsProposed: run.finding)
        let gravest = team.lines.map { situation.priority(of: $0).severity }.max() ?? .notice
        return Alert(
            .bottleneck(bottleneck), run.finding ? gravest.milder : gravest, situation.dated(run.weeks))
    }

    private func sum(_ rows: [Int], _ weeks: Range<Int>, _ hours: (Int, Int) -> Hours) -> Hours {
        weeks.reduce(.zero) { sum, week in rows.reduce(sum) { $0 + hours($1, week) } }
    }
}
