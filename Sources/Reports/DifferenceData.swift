// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Verification
import WhatIf

/// What differs between two plans, for machines.
enum DifferenceData {
    static func json(_ difference: PlanDifference) -> JSON {
        .object(["bookings": bookings(difference), "unfilled": unfilled(difference)])
    }

    static func bookings(_ difference: PlanDifference) -> JSON { .array(difference.bookings.map(json)) }

    static func unfilled(_ difference: PlanDifference) -> JSON {
        .array(
            difference.gaps.map { gap in
                .object([.init("line", .string(gap.line.description))] + hours(gap.weeks))
            })
    }

    private static func json(_ booking: PlanDifference.Booking) -> JSON {
        let worker: JSON.Member =
            switch booking.worker {
            case .person(let person): .init("person", .string(person.text))
            case .pool(let pool): .init("pool", .string(pool.text))
            }
        return .object(
            [
                worker, .init("line", .string(booking.line.description)),
                .init("change", .string(booking.kind.rawValue)),
            ] + hours(booking.weeks))
    }

    /// Both sums, and the two amounts of each week that differs.
    private static func hours(_ weeks: [PlanDifference.WeekChange]) -> [JSON.Member] {
        [
            .init("before", .number(weeks.before.decimal)), .init("after", .number(weeks.after.decimal)),
            .init(
                "weeks",
                .object(
                    weeks.filter { $0.before != $0.after }.map {
                        .init(
                            $0.week.description,
                            .array([.number($0.before.decimal), .number($0.after.decimal)]))
                    })),
        ]
    }
}
