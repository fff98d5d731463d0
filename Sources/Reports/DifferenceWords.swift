// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import WhatIf

/// What differs between two plans, in sentences. Without a firm, people go by their ids.
struct DifferenceWords {
    private let people: [Identifier<Person>: String]
    private let pools: [Identifier<SubcontractorPool>: String]

    /// Where a person is of both firms, the later one names them.
    init(_ firms: [Firm] = []) {
        people = Dictionary(firms.flatMap(\.people).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        pools = Dictionary(firms.flatMap(\.subcontractors).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    }

    func name(_ worker: PlanDifference.Worker) -> String {
        switch worker {
        case .person(let id): people[id] ?? id.text
        case .pool(let id): pools[id] ?? id.text
        }
    }

    /// `Ana Duarte leaves apollo.backend: 120 h, W07–W11`; without the line, where a heading names it.
    func sentence(_ booking: PlanDifference.Booking, namingLine: Bool = true) -> String {
        let who = name(booking.worker)
        let line = namingLine ? " \(booking.line)" : ""
        let onLine = namingLine ? " on \(booking.line)" : ""
        let weeks = booking.weeks
        switch booking.kind {
        case .new: return "\(who) joins\(line): \(hours(weeks.after)), \(runs(weeks, \.gained))"
        case .dropped: return "\(who) leaves\(line): \(hours(weeks.before)), \(runs(weeks, \.lost))"
        case .shifted: return "\(who) moves \(hours(weeks.lost))\(onLine), \(shift(weeks))"
        case .more:
            return "\(who) does \(hours(weeks.after - weeks.before)) more\(onLine), \(totals(weeks)), "
                + (weeks.lost.isDust ? runs(weeks, \.gained) : "moving \(hours(weeks.lost)) \(shift(weeks))")
        case .less:
            return "\(who) does \(hours(weeks.before - weeks.after)) less\(onLine), \(totals(weeks)), "
                + (weeks.gained.isDust ? runs(weeks, \.lost) : "moving \(hours(weeks.gained)) \(shift(weeks))")
        }
    }

    /// `20 h more stay unfilled, W12`.
    func sentence(_ gap: PlanDifference.Gap) -> String {
        let more = "\(hours(gap.weeks.gained)) more stay unfilled"
        let less = "\(hours(gap.weeks.lost)) less stay unfilled"
        if gap.weeks.lost.isDust { return "\(more), \(runs(gap.weeks, \.gained))" }
        if gap.weeks.gained.isDust { return "\(less), \(runs(gap.weeks, \.lost))" }
        return "\(more) in \(runs(gap.weeks, \.gained)), and \(less) in \(runs(gap.weeks, \.lost))"
    }

    private func hours(_ hours: Hours) -> String { "\(Numbers.hours(hours)) h" }

    private func totals(_ weeks: [PlanDifference.WeekChange]) -> String {
        "\(Numbers.hours(weeks.before)) → \(hours(weeks.after))"
    }

    private func shift(_ weeks: [PlanDifference.WeekChange]) -> String {
        "from \(runs(weeks, \.lost)) to \(runs(weeks, \.gained))"
    }

    /// The weeks in which a minute and more is lost or gained; all in which anything is, where none is a minute.
    private func runs(
        _ weeks: [PlanDifference.WeekChange], _ part: KeyPath<PlanDifference.WeekChange, Hours>
    ) -> String {
        let seen = weeks.filter { !$0[keyPath: part].isDust }
        return Numbers.runs(of: (seen.isEmpty ? weeks.filter { $0[keyPath: part] > .zero } : seen).map(\.week))
    }
}
