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

/// What a plan leaves at risk, and what its hours would clash with once they are booked beside everything else that is
/// committed, from today's week on.
///
/// - Parameters:
///   - booklet: what the plan would have booked.
///   - firm: the firm as its files say, whose bookings the committed ones stand in for.
///   - known: what is committed.
/// - Returns: the firm with all that would be booked, and the alerts, which are about it.
public func alerts(
    for planned: PlannedFirm, booking booklet: Booklet, of firm: Firm, on known: Committed, from today: Day
) -> (firm: Firm, alerts: [Alert]) {
    let week = Week(of: today)
    let hours = booklet.applied(to: known.hours).filter { $0.week >= week }
    var firm = firm.placed(at: planned.plan.starts)
    firm.bookings = []
    firm = firm.onTop(of: hours, as: .confirmed).firm
    let booked = Situation(of: firm)
    let found = sorted(
        BookedFirm(booked, adding: []).findings() + booked.poolClashes(in: hours) + PlanReview(of: planned).findings())
    return (firm, found.filter { $0.weeks.upperBound >= week })
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
