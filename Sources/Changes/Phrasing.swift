// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// Names, dates and numbers as they stand in the sentences of changes.
struct Phrasing {
    let firm: Firm

    func name(_ person: Identifier<Person>) -> String {
        firm.people.first { $0.id == person }?.name.printable ?? person.text
    }

    func name(_ project: Identifier<Project>) -> String {
        firm.projects.first { $0.id == project }?.name.printable ?? project.text
    }

    func name(_ client: Identifier<Client>) -> String {
        firm.clients.first { $0.id == client }?.name.printable ?? client.text
    }

    func name(_ pool: Identifier<SubcontractorPool>) -> String {
        firm.subcontractors.first { $0.id == pool }?.name.printable ?? pool.text
    }

    /// `backend of Apollo`
    func name(_ line: LineID) -> String {
        let own = firm.projects.first { $0.id == line.project }?.lines.first { $0.id == line.line }?.name
        return "\(own?.printable ?? line.line.text) of \(name(line.project))"
    }

    /// `Ana Duarte`, or `everybody` for nil.
    func nameOrAll(_ person: Identifier<Person>?) -> String { person.map(name) ?? "everybody" }

    /// `13 April 2026`
    func date(_ day: Day) -> String {
        let date = day.date
        return "\(date.day) \(Phrasing.months[date.month - 1]) \(date.year)"
    }

    /// `on 13 April 2026`, `from 13 to 17 April 2026`
    func dates(_ days: DayRange) -> String {
        guard days.first != days.last else { return "on \(date(days.first))" }
        let (first, last) = (days.first.date, days.last.date)
        let month = Phrasing.months[first.month - 1]
        let begin =
            switch (first.year == last.year, first.month == last.month) {
            case (true, true): "\(first.day)"
            case (true, false): "\(first.day) \(month)"
            case (false, _): date(days.first)
            }
        return "from \(begin) to \(date(days.last))"
    }

    /// ` from 13 April 2026 to 30 June 2026`, each end left out where it is nil.
    func span(from first: Day?, until last: Day?) -> String {
        switch (first, last) {
        case (let first?, let last?) where first <= last: " " + dates(DayRange(first, last))
        case (let first?, _): " from \(date(first))"
        case (nil, let last?): " until \(date(last))"
        case (nil, nil): ""
        }
    }

    func timeOff(_ off: TimeOff) -> String {
        switch off.extent {
        case .wholeDay: dates(off.days)
        case .halfDay: "\(dates(off.days)) (half a day)"
        case .hours(let hours): "\(dates(off.days)) (\(self.hours(hours)) a day)"
        }
    }

    func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weeks" }

    func hours(_ hours: Hours) -> String { decimal(hours.seconds, unit: 3600) + " h" }

    func percent(_ share: Share) -> String { decimal(share.millionths, unit: 10_000) + " %" }

    func rate(_ rate: Rate) -> String {
        decimal(rate.perHour.minorUnits, unit: firm.currency.scale, padded: firm.currency.decimals)
            + " \(firm.currency.code) an hour"
    }

    func amount(_ amount: Booking.Amount) -> String {
        switch amount {
        case .perWeek(let hours): "\(self.hours(hours)) a week"
        case .total(let hours): "\(self.hours(hours)) in all"
        case .share(let share): "\(percent(share)) of the time"
        }
    }

    func skills(_ skills: [SkillLevel]) -> String { list(skills.map { "\($0.skill) \($0.level)" }) }

    func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The quotient to four places, without zeros at the end, but with so many decimals where there are any.
    private func decimal(_ number: Int, unit: Int, padded places: Int = 0) -> String {
        let scaled = (number * 10_000 + unit / 2) / unit
        var fraction = String(String(10_000 + scaled % 10_000).dropFirst())
        while fraction.hasSuffix("0") { fraction.removeLast() }
        while !fraction.isEmpty, fraction.count < places { fraction += "0" }
        return "\(scaled / 10_000)" + (fraction.isEmpty ? "" : "." + fraction)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
