// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import Ledger
import ScenarioFiles
import Staffing
import Verification

/// What a plan stands on: its firm, and what of the ledger it knew.
///
/// A plan file says by its digest what it was made from. Where that had bookings of the ledger, they are found by going
/// back, event by event and week by week, until the digest is the same.
struct PlanGround {
    private(set) var firm: Firm
    private(set) var known: Committed
    /// Whether what is committed is still what it was then.
    private(set) var isCurrent = true

    init(
        of plan: Plan, _ scenario: Scenario, _ input: ScenarioOptions, _ calm: CalmOptions, _ ledger: Ledger, today: Day
    ) throws {
        let now = try ledger.committed()
        let isOnLedger = scenario.plansOnLedger
        func firm(on committed: Committed, _ day: Day) throws -> Firm {
            try calm.firm(
                isOnLedger
                    ? input.planned(scenario, on: committed, today: day).firm : input.adjusted(scenario.firm))
        }
        let current = try firm(on: now, today)
        (self.firm, known) = (current, now)
        guard isOnLedger, try current.digest() != plan.digest else { return }
        for era in try PlanGround.eras(ledger, until: today) {
            let committed = era.event == now.event ? now : try ledger.committed(asOf: era.event)
            // Before the plan's first week, one is like the other.
            let first = scenario.firm.horizon.firstWeek
            for week in era.weeks.reversed()
            where week >= first || week == era.weeks.upperBound {
                let firm = try firm(on: committed, week.monday)
                guard try firm.digest() == plan.digest else { continue }
                self.firm = firm
                isCurrent = committed.hours == now.hours && committed.starts == now.starts
                if !isCurrent { known = committed }
                return
            }
        }
    }

    /// The times between commitments, the latest first, in weeks.
    private static func eras(_ ledger: Ledger, until today: Day) throws -> [(event: Int, weeks: ClosedRange<Week>)] {
        let beginning = try ledger.logEntry(1).map { [LogEntry(empty: $0.time)] } ?? []
        var end = Week(of: today)
        return (try ledger.commitEvents() + beginning).map { entry in
            let begin = min(end, Day(entry.time.prefix(10)).map { Week(of: $0) } ?? end)
            defer { end = begin }
            return (entry.number, begin...end)
        }
    }
}

extension LogEntry {
    /// Before anything was committed.
    fileprivate init(empty time: String) {
        self.init(number: 0, time: time, who: "", verb: "", subject: "", note: "")
    }
}
