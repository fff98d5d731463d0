// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Something that a planner should see before anybody commits to a plan.
///
/// An alert holds facts alone; ``words(in:)`` puts them into a sentence and the cheapest obvious way out.
public struct Alert: Sendable, Equatable {
    public let cause: Cause
    public let severity: Severity
    /// When it happens; the whole horizon for what is true of all of it.
    public let weeks: ClosedRange<Week>

    public var kind: Kind { cause.kind }

    init(_ cause: Cause, _ severity: Severity, _ weeks: ClosedRange<Week>) {
        self.cause = cause
        self.severity = severity
        self.weeks = weeks
    }
}

extension Alert {
    /// What an alert is about; the names are those of `muster check` and of the guide.
    public enum Kind: String, Sendable, CaseIterable {
        case notEmployed = "not-employed"
        case leaveClash = "leave-clash"
        case contradictoryPins = "contradictory-pins"
        case overbooked
        case excluded
        case unqualified
        case notWon = "not-won"
        case outsideDates = "outside-dates"
        case lineOverpinned = "line-overpinned"
        case lineOverbooked = "line-overbooked"
        case bottleneck
        case onlyHolder = "only-holder"
        case lateMilestone = "late-milestone"
        case lateProject = "late-project"
        case lateTask = "late-task"
        case undoneTask = "undone-task"
        case unfilled
        case milestoneAtRisk = "milestone-at-risk"
        case sustainedLoad = "sustained-load"
        case contractEnds = "contract-ends"
        case underTarget = "under-target"
        case overTarget = "over-target"
        case overBudget = "over-budget"
        case thinMargin = "thin-margin"
        case loss
    }
}
