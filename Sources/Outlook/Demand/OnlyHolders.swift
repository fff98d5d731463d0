// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension BookedFirm {
    /// Skills that are asked for, and that one person alone has at the level: nobody could stand in.
    ///
    /// Counts whoever has a contract on any day of the horizon. The level told is the lowest that nobody else has.
    func onlyHolders() -> [Alert] {
        let staff = firm.people.indices.filter { person in
            situation.capacity.weeks(of: person).contains { $0.contracted > .zero }
        }
        let asking = situation.demand.lines.indices.filter {
            situation.weight(of: $0) > .zero && situation.demand.lines[$0].total > .zero
        }
        let skills = asking.flatMap { situation.need(of: $0).skills.map(\.skill) }.uniqued()
        return skills.compactMap { skill in
            let levels = staff.map { firm.people[$0].level(in: skill) ?? 0 }
            let asked = asking.compactMap { line in
                situation.need(of: line).skills.first { $0.skill == skill }.map { (line: line, level: $0.level) }
            }
            let alone = asked.filter { need in levels.count { $0 >= need.level } == 1 }
            guard let level = alone.map(\.level).min(), let holder = levels.firstIndex(where: { $0 >= level }) else {
                return nil
            }
            let lines = alone.map(\.line)
            let weeks = lines.map { situation.demand.lines[$0].weeks }
            let span = weeks.dropFirst().reduce(weeks[0]) {
                min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
            }
            return Alert(
                .onlyHolder(
                    firm.people[staff[holder]].id, SkillLevel(skill, level),
                    of: lines.map { situation.demand.lines[$0].id }),
                .notice, situation.dated(span))
        }
    }
}
