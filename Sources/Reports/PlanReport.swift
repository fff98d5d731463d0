// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
import Staffing
import Verification

/// A plan in words and tables for the terminal.
public struct PlanReport: Sendable {
    /// What to show below the summary.
    public enum View: String, Sendable, CaseIterable {
        /// Each line and who works on it.
        case bookings
        /// Each person, their load and their lines.
        case people
        /// Each project with its coverage and its money.
        case projects
        /// Load of each person week by week.
        case weeks
    }

    let planned: PlannedFirm
    let style: Style

    public init(of planned: PlannedFirm, style: Style) {
        self.planned = planned
        self.style = style
    }

    var plan: Plan { planned.plan }
    var firm: Firm { planned.situation.firm }
    var figures: Figures { planned.figures }

    /// The whole report, ended by a line break.
    public func text(_ view: View) -> String {
        let sections: [[String]] =
            switch view {
            case .bookings: [summary(), goals(), bookings(), moves(), unfilled()]
            case .people: [summary(), people()]
            case .projects: [summary(), projects()]
            case .weeks: [summary(), weeks()]
            }
        return (sections + [closing()]).filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }

    /// One line, for scripts and for `--quiet`.
    public func headline() -> String {
        let coverage = figures.coverage
        let short =
            figures.isFilled ? "all demand filled" : "short of demand by \(Numbers.hours(coverage.unfilled)) h"
        return "\(plan.certificate.status.rawValue) (gap \(Numbers.gap(plan.certificate.gap))), \(short)"
    }
}
