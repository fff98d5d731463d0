// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Days on which nobody works who follows a calendar, or nobody at all who follows one.
public struct Holiday: Change {
    /// Nil for all calendars.
    public var calendar: Identifier<WorkCalendar>?
    public var dates: [TimeOff]

    public init(_ calendar: Identifier<WorkCalendar>? = nil, on dates: [TimeOff]) {
        self.calendar = calendar
        self.dates = dates
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        try firm.check(calendar)
        guard !firm.calendars.isEmpty else {
            throw Refusal(nil, .noEffect("the firm has no calendar"))
        }
        guard !dates.isEmpty else { throw Refusal("on", .missing(examples: ["on: 2026-06-12"])) }
        for off in dates { try firm.check(off.days, key: "on") }
        let calendars = firm.calendars.map { old in
            guard calendar == nil || old.id == calendar else { return old }
            return WorkCalendar(id: old.id, pattern: old.pattern, holidays: old.holidays + dates)
        }
        for calendar in calendars { try firm.check(calendar.holidays, key: "on") }
        firm.calendars = calendars
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let place = calendar.map { " in the calendar \($0)" } ?? ""
        return "A holiday \(phrasing.list(dates.map(phrasing.timeOff)))\(place)"
    }
}
