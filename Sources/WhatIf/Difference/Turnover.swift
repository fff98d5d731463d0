// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How much of one plan is not in another: bookings are counted as a planner's promises, a person on a line.
///
/// Unlike `Moves`, which tells what became of promises, it does not ask whether the hours could have been kept: what is
/// gone is gone, also where the person has left. A plan and itself have none.
public struct Turnover: Sendable, Equatable {
    /// Bookings of the first plan of which a minute or more is gone.
    public let bookings: Int
    /// Hours of the first plan that their person no longer works on their line in that week.
    public let hours: Hours
    /// Bookings that the first plan does not have.
    public let newBookings: Int
    /// Hours of a person on a line in a week that the first plan does not have.
    public let newHours: Hours

    public init(_ difference: PlanDifference) {
        let people = difference.bookings.filter { if case .person = $0.worker { true } else { false } }
        bookings = people.count { !$0.weeks.lost.isDust }
        hours = people.reduce(.zero) { $0 + $1.weeks.lost }
        newBookings = people.count { $0.kind == .new && !$0.weeks.gained.isDust }
        newHours = people.reduce(.zero) { $0 + $1.weeks.gained }
    }
}
