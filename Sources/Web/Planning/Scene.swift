// SPDX-License-Identifier: GPL-3.0-or-later

internal import Matching
internal import Outlook
internal import Planning
internal import Staffing

/// What is on a desk: the scenario, the draft, and the plans of both, as far as they are made.
struct Scene: Sendable {
    let base: Base
    /// Whose it is.
    let desk: String
    let draft: Draft
    /// The plan of the draft, or of the one before where that is not planned yet.
    let study: Study?
    /// Why there is no plan of the draft.
    let problem: String?
    let progress: PlanningProgress?
    let isSolving: Bool
    /// Whole bookings of the draft, or of the scenario where the draft is empty.
    let search: BookingSearch.State?

    /// Whole bookings, once they are found.
    var booked: PlannedFirm? { if case .found(let found)? = search { found.planned } else { nil } }

    /// What the pages show: whole bookings where they are found, else shares.
    var shown: PlannedFirm { booked ?? study?.planned ?? base.shares }

    /// Tells apart what is shown of one plan from what is shown of another.
    var plan: String {
        "\(base.file) \(base.stamp) \(desk) \(study.map { "\($0.version)" } ?? "") \(booked == nil ? "shares" : "booked")"
    }

    var firm: Firm { shown.situation.firm }

    /// What the draft is set against: both plans in shares, so that their difference is exact.
    var compared: (before: PlannedFirm, after: PlannedFirm)? { study.map { (base.shares, $0.planned) } }

    var alerts: [Alert] {
        if case .found(let found)? = search { return found.alerts }
        return study?.alerts ?? base.alerts
    }

    var isDraft: Bool { !draft.steps.isEmpty }
}
