// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Planning
public import Staffing
import Verification

/// Everything that a planner should see: what the files promise and cannot keep, and what the plan leaves at risk.
///
/// - Parameter bookings: promises about to be made, on top of those of the files; for people and lines of the firm.
/// - Returns: the gravest first, then by week, then in the order of the files.
///
/// ```swift
/// let alerts = alerts(for: try makePlan(for: firm))
/// for alert in alerts { print(alert.severity, alert.words(in: firm)) }
/// ```
public func alerts(for planned: PlannedFirm, adding bookings: [Booking] = []) -> [Alert] {
    let booked = BookedFirm(planned.situation, adding: bookings)
    let review = PlanReview(of: planned)
    return sorted(booked.findings() + review.findings())
}

/// What a plan leaves at risk, and what its hours would clash with once they are booked.
///
/// - Parameters:
///   - booked: the same firm with everything that would be booked, in the plan's place and beside it.
///   - hours: all hours that would be booked, of which those of subcontractors are looked at.
public func alerts(for planned: PlannedFirm, bookedAs booked: Situation, in hours: BookedTime) -> [Alert] {
    sorted(
        BookedFirm(booked, adding: []).findings() + booked.poolClashes(in: hours) + PlanReview(of: planned).findings())
}

/// What can be seen without a plan: promises against working time and demand, teams, dates.
public func alerts(in situation: Situation, adding bookings: [Booking] = []) -> [Alert] {
    sorted(BookedFirm(situation, adding: bookings).findings())
}

private func sorted(_ alerts: [Alert]) -> [Alert] {
    alerts.enumerated().sorted { left, right in
        (right.element.severity, left.element.weeks.lowerBound, left.offset)
            < (left.element.severity, right.element.weeks.lowerBound, right.offset)
    }.map(\.element)
}

extension BookedFirm {
    fileprivate func findings() -> [Alert] {
        clashes() + unfitBookings() + notWon() + outsideDates() + surpluses() + bottlenecks() + onlyHolders()
            + lateMilestones() + lateProjects() + lateTasks()
    }
}

extension PlanReview {
    fileprivate func findings() -> [Alert] {
        unfilled() + milestonesAtRisk() + sustainedLoads() + endingContracts() + missedTargets() + overBudgets()
            + margins()
    }
}
