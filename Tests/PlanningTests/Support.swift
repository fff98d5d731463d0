// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Planning
import SmallFirms
import Staffing
import Verification

/// The plan of a firm that a test writes down.
func planned(_ yaml: String, horizon: String = "2026-01-05 .. 2026-01-18") throws -> PlannedFirm {
    try makePlan(for: firm(yaml, horizon: horizon))
}

extension PlannedFirm {
    /// Each booking as one line: `ana on p.x, steady: 40 0 32.5`, with the hours of every week of the horizon.
    var bookings: [String] {
        plan.assignments.map { "\($0.person) on \($0.line), \($0.kind): \(hours($0.weeks))" }
            + plan.subcontracts.map { "\($0.pool) on \($0.line): \(hours($0.weeks))" }
    }

    /// What stays unmet, with its reason and who comes nearest: `p.x, time, nearest ana: 0 8`.
    var unfilled: [String] {
        plan.unfilled.map {
            "\($0.line), \($0.reason.code), nearest \($0.nearest?.text ?? "nobody"): \(hours($0.weeks))"
        }
    }

    /// Value of the plan in whole minor units, of both stages.
    var worth: [Int] { plan.certificate.stages.map(\.objective.minorUnits) }

    private func hours(_ weeks: [WeekHours]) -> String {
        situation.firm.horizon.weeks.map { week in weeks.filter { $0.week == week }.total.decimal }
            .joined(separator: " ")
    }
}

/// The names of the rows of a firm's model.
func rows(_ yaml: String, horizon: String = "2026-01-05 .. 2026-01-18") throws -> [String] {
    let model = StaffingModel(of: Situation(of: try firm(yaml, horizon: horizon))).model
    return model.rows.map { model.naming.row($0.index) }
}

/// The names of its columns.
func columns(_ yaml: String, horizon: String = "2026-01-05 .. 2026-01-18") throws -> [String] {
    let model = StaffingModel(of: Situation(of: try firm(yaml, horizon: horizon))).model
    return model.columns.map { model.naming.column($0.index) }
}
