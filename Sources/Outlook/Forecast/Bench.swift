// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing
import Verification

/// Somebody with time to spare in a plan.
public struct BenchEntry: Sendable, Equatable {
    public let person: Identifier<Person>
    public let role: Identifier<Role>?
    public let skills: [SkillLevel]
    /// Plannable hours without work, week by week, from the first free week until work fills the person again.
    public let weeks: [WeekHours]
    /// What they work on last before that; by most hours, where there are several.
    public let lastProject: Identifier<Project>?

    public var freeFrom: Week { weeks[0].week }
    /// The mean of the free weeks, rounded down to the second.
    public var hoursPerWeek: Hours { Hours(seconds: weeks.total.seconds / weeks.count) }
}

/// Who is on the bench: from the first week from which on at least a fifth of their plannable hours stays free for two
/// weeks or more. Weeks without a plannable hour neither make a bench nor end one.
///
/// - Returns: by the first free week, then in the order of the files.
public func bench(of planned: PlannedFirm) -> [BenchEntry] {
    let review = PlanReview(of: planned)
    return planned.situation.firm.people.indices.compactMap(review.benchEntry)
        .enumerated().sorted { ($0.element.freeFrom, $0.offset) < ($1.element.freeFrom, $1.offset) }.map(\.element)
}

extension PlanReview {
    private static let benchShare = Share(percent: 20)
    private static let benchWeeks = 2

    fileprivate func benchEntry(_ person: Int) -> BenchEntry? {
        let present = situation.horizonWeeks.filter { situation.capacity[person, $0].plannable > .zero }
        let isFree = present.map { week in
            free(person, week) >= situation.capacity[person, week].plannable.times(PlanReview.benchShare)
        }
        guard
            let run = runs(in: 0..<present.count, of: { isFree[$0] ? true : nil })
                .first(where: { $0.weeks.count >= PlanReview.benchWeeks })
        else { return nil }
        let weeks = present[run.weeks]
        let who = firm.people[person]
        return BenchEntry(
            person: who.id, role: who.role, skills: who.skills,
            weeks: weeks.map { WeekHours(firm.horizon.firstWeek.advanced(by: $0), free(person, $0)) },
            lastProject: lastProject(of: person, before: weeks[weeks.startIndex]))
    }

    private func free(_ person: Int, _ week: Int) -> Hours {
        max(.zero, situation.capacity[person, week].plannable - tally.load(person: person, week: week))
    }

    private func lastProject(of person: Int, before week: Int) -> Identifier<Project>? {
        let earlier = tally.entries.filter { $0.person == person && $0.week < week }
        guard let last = earlier.map(\.week).max() else { return nil }
        let hours = earlier.filter { $0.week == last }.reduce(into: [Int: Hours]()) { hours, entry in
            hours[situation.demand.lines[entry.line].project, default: .zero] += entry.hours
        }
        return hours.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { firm.projects[$0.key].id }
    }
}
