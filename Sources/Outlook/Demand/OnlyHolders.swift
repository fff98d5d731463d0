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
            func needed(_ line: Int) -> Int? { situation.need(of: line).skills.first { $0.skill == skill }?.level }
            func holders(_ level: Int) -> [Int] { staff.filter { (firm.people[$0].level(in: skill) ?? 0) >= level } }
            let lines = asking.filter { line in needed(line).map { holders($0).count == 1 } ?? false }
            guard let level = lines.compactMap(needed).min(), let holder = holders(level).first else { return nil }
            let weeks = lines.map { situation.demand.lines[$0].weeks }
            let span = weeks.dropFirst().reduce(weeks[0]) {
                min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
            }
            return Alert(
                .onlyHolder(
                    firm.people[holder].id, SkillLevel(skill, level), of: lines.map { situation.demand.lines[$0].id }),
                .notice, situation.dated(span))
        }
    }
}
