// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Foundation
internal import Ledger
internal import Outlook
internal import Planning
internal import ScenarioFiles
internal import Staffing

/// A plan on its way into the ledger: what it would book, and what that would clash with.
struct PlanToBook: Sendable {
    let plan: PlannedFirm
    let booklet: Booklet
    let known: Committed
    let firm: Firm
    let alerts: [Alert]

    /// - Parameter planned: whole bookings of the scenario as it stands.
    init(_ planned: PlannedFirm, of base: Base, on known: Committed) {
        plan = planned
        self.known = known
        booklet = Booklet(
            of: planned.plan, for: base.scenario.firm, changedFrom: base.scenario.steps.first?.firm, from: base.today)
        (firm, alerts) = Outlook.alerts(
            for: planned, booking: booklet, of: base.scenario.firm, on: known, from: base.today)
    }

    /// Kinds of errors, which have to be accepted by name.
    var errors: [Alert.Kind] {
        let found = Set(alerts.filter { $0.severity == .error }.map(\.kind))
        return Alert.Kind.allCases.filter(found.contains)
    }

    /// Hours that it books more and less than are booked.
    var changes: (more: Hours, less: Hours) {
        let all = known.hours.changes(to: booklet.applied(to: known.hours))
        return (
            all.reduce(.zero) { $0 + max(.zero, $1.difference) },
            all.reduce(.zero) { $0 + max(.zero, .zero - $1.difference) }
        )
    }
}
