// SPDX-License-Identifier: GPL-3.0-or-later

/// What ``makePlan(for:with:effort:from:onProgress:)`` does, in this order.
public enum PlanningPhase: String, CaseIterable, Sendable {
    /// Working time, demand, pinned work, and who may do what.
    case match
    /// The linear program of the staffing stage.
    case model
    case solve
    /// Who holds what in a bookable plan.
    case choose
    /// The solution as bookings in whole seconds.
    case book
    /// Who stands in for absences: the second linear program, from model to bookings.
    case cover
    /// Why demand stays unfilled.
    case explain
    /// The certificate, the check of every promise, and the figures.
    case verify
}
