// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
public import Staffing
import Verification

/// When something is delivered in a plan: a milestone at the end of its phase, or a project at the end of all its work.
public struct Delivery: Sendable, Equatable {
    public enum Subject: Hashable, Sendable {
        case milestone(Identifier<Project>, Identifier<Phase>, name: String)
        case project(Identifier<Project>)

        public var project: Identifier<Project> {
            switch self {
            case .milestone(let project, _, _), .project(let project): project
            }
        }
    }

    public let subject: Subject
    /// Nil for a project without a deadline.
    public let due: Day?
    /// The last working day of the work.
    public let ends: Day
    /// Hours of that work that nobody does.
    public let short: Hours

    public var isLate: Bool { due.map { ends > $0 } ?? false }

    /// Each project that is not lost, then its milestones, in the order of the files; not what ended before the horizon.
    static func all(in planned: PlannedFirm) -> [Delivery] {
        let situation = planned.situation
        let firm = situation.firm
        let lines = Dictionary(grouping: situation.demand.lines.indices) { situation.demand.lines[$0].project }
        let deliveries = firm.projects.enumerated().flatMap { index, project -> [Delivery] in
            guard project.stage != .lost else { return [] }
            /// Unmet hours of the project's lines that are of a phase, or of all.
            func short(_ phase: Phase? = nil) -> Hours {
                (lines[index] ?? []).reduce(.zero) { sum, line in
                    let need = project.lines[situation.demand.lines[line].line]
                    let isMeant = phase == nil || need.phase == phase?.id
                    return isMeant ? sum + planned.figures.lines[line].unfilled : sum
                }
            }
            let milestones = zip(project.phases, project.phaseDays()).compactMap { phase, days -> Delivery? in
                guard let milestone = phase.milestone, let days else { return nil }
                return Delivery(
                    subject: .milestone(project.id, phase.id, name: milestone.name), due: milestone.due,
                    ends: firm.lastWorkingDay(of: project, in: days), short: short(phase))
            }
            let end = firm.lastWorkingDay(of: project).map {
                Delivery(subject: .project(project.id), due: project.deadline, ends: $0, short: short())
            }
            return (end.map { [$0] } ?? []) + milestones
        }
        return deliveries.filter { $0.ends >= firm.horizon.days.first }
    }
}
