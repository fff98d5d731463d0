// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

/// A plan laid out for review. The rules that look at a plan are its extensions, one rule a function.
struct PlanReview {
    let planned: PlannedFirm
    let tally: Tally

    init(of planned: PlannedFirm) {
        self.planned = planned
        tally = Tally(of: planned.plan, in: planned.situation)
    }

    var situation: Situation { planned.situation }
    var firm: Firm { planned.situation.firm }
    var figures: Figures { planned.figures }
}
