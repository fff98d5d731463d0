// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension PlanCheck {
    /// No more of the kept bookings is moved than the change budget allows. Less than a minute of a booking is rounding.
    func moves() -> [Violation] {
        guard let budget = firm.commitment?.budget else { return [] }
        let moves = Moves(of: tally, in: situation)
        switch budget {
        case .bookings(let most):
            guard moves.moved.count > most else { return [] }
            return [.overBudget(moved: "\(moves.moved.count) bookings", budget: "\(most)")]
        case .hours(let most):
            guard moves.movedHours > most + Hours(seconds: 60 * moves.moved.count) else { return [] }
            return [.overBudget(moved: "\(moves.movedHours.decimal) h", budget: "\(most.decimal) h")]
        }
    }
}
