// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// Whoever needs a mentor or a partner works for a project only in weeks in which one of them is on it, too. There is no
    /// row where one of them may be there by loose work that has no choices in this program.
    mutating func addCompany(_ shares: PersonShares) {
        let companionships = situation.companionships()
        let free = companionships.isEmpty ? [] : freeCompany()
        for companionship in companionships {
            let person = companionship.person
            let own = duties(of: person, shares)
            let others = companionship.anyOf.map { (person: $0, duties: duties(of: $0, shares)) }
            var known: Set<[Int]> = []
            for (week, duties) in own.enumerated() {
                for duty in duties where situation.isBusy(person: person, line: duty.line, week: week) {
                    let project = situation.demand.lines[duty.line].project
                    let isInCompany = companionship.anyOf.contains {
                        isPinned($0, on: project, week: week) || free.contains([$0, project, week])
                    }
                    guard !isInCompany else { continue }
                    let company = others.flatMap { other in
                        other.duties[week].filter { situation.demand.lines[$0.line].project == project }.map(\.choice)
                    }
                    guard known.insert([duty.choice] + company).inserted else { continue }
                    let row = addRow(.booking(.company(person: person, index: limits.count)), atMost: 0)
                    booking.choices[duty.choice].entries.append((row, 1))
                    for choice in company { booking.choices[choice].entries.append((row, -1)) }
                }
            }
        }
    }

    /// Person, project and week of all loose work that may be done without a choice.
    private func freeCompany() -> Set<[Int]> {
        Set(
            looseWork().filter {
                booking.works[.init(who: $0.candidate.person, line: $0.line, place: $0.week)] == nil
            }.map { [$0.candidate.person, situation.demand.lines[$0.line].project, $0.week] })
    }

    private func isPinned(_ person: Int, on project: Int, week: Int) -> Bool {
        situation.pinnedLines(person: person, week: week).contains { situation.demand.lines[$0].project == project }
    }

    /// Nobody works at more sites away from their office in a week than the policy says.
    mutating func addSites(_ shares: PersonShares) {
        guard let most = situation.firm.policy.bookable.sites else { return }
        let offices = Dictionary(
            situation.firm.offices.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for person in situation.firm.people.indices {
            let away = duties(of: person, shares).map { duties in
                duties.compactMap { duty in
                    situation.siteAway(person: person, line: duty.line).flatMap { offices[$0] }.map {
                        (choice: duty.choice, line: duty.line, site: $0)
                    }
                }
            }
            for (week, duties) in away.enumerated() {
                let pinned = Set(
                    situation.pinnedLines(person: person, week: week).compactMap {
                        situation.siteAway(person: person, line: $0).flatMap { offices[$0] }
                    })
                let counted = duties.filter {
                    !pinned.contains($0.site) && situation.isBusy(person: person, line: $0.line, week: week)
                }
                let left = max(0, most - pinned.count)
                let sites = Set(counted.map(\.site)).sorted()
                guard sites.count > left else { continue }
                let row = addRow(.booking(.sites(person: person, week: week)), atMost: Double(left))
                for site in sites {
                    let visits = booking.add(.visits(person: person, site: site, week: week))
                    booking.choices[visits].entries.append((row, 1))
                    for duty in counted where duty.site == site {
                        let there = addRow(.booking(.visit(person: person, index: limits.count)), atMost: 0)
                        booking.choices[duty.choice].entries.append((there, 1))
                        booking.choices[visits].entries.append((there, -1))
                    }
                }
            }
        }
    }
}
