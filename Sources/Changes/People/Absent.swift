// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Somebody is away: leave that is added to what there is. Bookings stay; that they clash is for the plan to say.
public struct Absent: Change {
    public var person: Identifier<Person>
    public var dates: [TimeOff]

    public init(_ person: Identifier<Person>, _ dates: [TimeOff]) {
        self.person = person
        self.dates = dates
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let index = try firm.position(of: person)
        for off in dates { try firm.check(off.days, key: "dates") }
        guard !dates.isEmpty else {
            throw Refusal("dates", .missing(examples: ["dates: 2026-02-16 .. 2026-02-20"]))
        }
        let leave = firm.people[index].leave + dates
        try firm.check(leave, key: "dates")
        firm.people[index].leave = leave
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        return "\(phrasing.name(person)) is away \(phrasing.list(dates.map(phrasing.timeOff)))"
    }
}
