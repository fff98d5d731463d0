// SPDX-License-Identifier: GPL-3.0-or-later

/// A milestone that is reached after its date.
public struct LateMilestone: Sendable, Equatable {
    public let phase: Identifier<Phase>
    public let milestone: Milestone
    /// The last working day of the phase.
    public let ends: Day

    /// Weeks begun from the day after the date through the last working day.
    public var weeks: Int { (ends - milestone.due + 6) / 7 }

    /// What being late costs; zero where nothing is agreed.
    public var penalty: Money { milestone.penalty.map { Money(minorUnits: $0.minorUnits * weeks) } ?? .zero }
}

extension Firm {
    /// The milestones of a project whose phase has a working day after the date, in the order of its phases. What ended
    /// before the horizon is past.
    public func lateMilestones(of project: Project) -> [LateMilestone] {
        zip(project.phases, project.phaseDays()).compactMap { phase, days in
            guard let milestone = phase.milestone, let days else { return nil }
            let end = lastWorkingDay(of: project, in: days)
            guard end > milestone.due, end >= horizon.days.first else { return nil }
            return LateMilestone(phase: phase.id, milestone: milestone, ends: end)
        }
    }

    /// What late milestones of a project cost, as if it were won.
    public func penalty(of project: Project) -> Money {
        project.stage == .lost ? .zero : lateMilestones(of: project).reduce(.zero) { $0 + $1.penalty }
    }

    /// Whether being late costs anything anywhere.
    public var hasPenalties: Bool {
        projects.contains { $0.phases.contains { $0.milestone?.penalty != nil } }
    }
}
