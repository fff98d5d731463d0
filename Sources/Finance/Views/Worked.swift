// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Approved time entries that do not differ in anything that money depends on, and how many there are of them.
///
/// A month of a large firm has a hundred thousand entries and far fewer of these. Each entry is rounded to the cent by
/// itself, so that sums are those of the journal.
public struct Worked: Hashable, Sendable {
    public let person: Identifier<Person>
    public let project: Identifier<Project>
    public let line: Identifier<DemandLine>?
    /// A day on which the same rates hold as on the entries' own.
    public let day: Day
    /// In which they count.
    public let month: Month
    public let billable: Bool
    /// Of each entry; below zero where it takes another one back.
    public let hours: Hours
    public let count: Int

    public init(
        person: Identifier<Person>, project: Identifier<Project>, line: Identifier<DemandLine>?, day: Day,
        month: Month, billable: Bool, hours: Hours, count: Int = 1
    ) {
        self.person = person
        self.project = project
        self.line = line
        self.day = day
        self.month = month
        self.billable = billable
        self.hours = hours
        self.count = count
    }

    /// Of all of them.
    public var total: Hours { count * hours }
}

extension Worked {
    init(_ entry: TimeEntry) {
        self.init(
            person: entry.person, project: entry.project, line: entry.line, day: entry.day, month: entry.month,
            billable: entry.billable, hours: entry.hours)
    }

    /// As an entry of the ledger, to find its price.
    var entry: TimeEntry {
        TimeEntry(
            number: EntryNumber(0), person: person, project: project, line: line, day: day, month: month,
            hours: hours, billable: billable)
    }
}

extension Money {
    func times(_ count: Int) -> Money { Money(minorUnits: minorUnits * count) }

    /// What it comes to for each hour, rounded half to even; nil without hours.
    func perHour(_ hours: Hours) -> Money? {
        guard hours > .zero else { return nil }
        return Money(minorUnits: halfEven(Int128(minorUnits) * 3600, Int128(hours.seconds)))
    }
}

extension Share {
    /// A part of a whole, to a millionth, rounded half to even; nil where the whole is nothing or less.
    static func ratio(_ part: Int, _ whole: Int) -> Share? {
        whole > 0 ? Share(millionths: halfEven(Int128(part) * 1_000_000, Int128(whole))) : nil
    }

    static func ratio(_ part: Money, _ whole: Money) -> Share? { ratio(part.minorUnits, whole.minorUnits) }
    static func ratio(_ part: Hours, _ whole: Hours) -> Share? { ratio(part.seconds, whole.seconds) }
}
