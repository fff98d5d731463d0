// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// The parts of a booking, from a sentence or from a row of a table.
struct BookingParts {
    let person: Excerpt
    let project: Excerpt
    let need: Excerpt
    let amount: Excerpt
    let days: DayRange?
    let firmness: Excerpt?
}

extension Reading {
    func bookings() -> [Booking] {
        if sections.bookings.count > Limit.bookings {
            report(.tooMany("bookings", most: Limit.bookings), at: sections.bookings[Limit.bookings].place)
        }
        var bookings: [Booking] = []
        for source in sections.bookings {
            let parts: BookingParts?
            switch source {
            case .sentence(let node): parts = bookingParts(node)
            case .row(let row): parts = row.bookingParts(self)
            }
            guard let booking = parts.flatMap({ booking($0) }) else { continue }
            places[.booking(bookings.count)] = source.place
            bookings.append(booking)
        }
        return bookings
    }

    /// A booking that is pinned, which goes without saying.
    func pin(_ node: Node) -> Booking? { bookingParts(node, .pin).flatMap { booking($0, .pinned) } }

    /// `PERSON on PROJECT.NEED, AMOUNT, DATES[, FIRMNESS]`
    private func bookingParts(_ node: Node, _ word: Word = .booking) -> BookingParts? {
        guard let sentence = sentence(node, word) else { return nil }
        let parts = sentence.split(at: ",")
        guard (3...4).contains(parts.count), let (person, target) = parts[0].cut(at: " on "),
            let (project, need) = target.cut(at: ".")
        else {
            report(sentence.fault(.notASentence(sentence.text, of: word.name, example: word.example)))
            return nil
        }
        return BookingParts(
            person: person, project: project, need: need, amount: parts[1],
            days: attempt { () throws(Problem) in try parts[2].days() }, firmness: parts.count > 3 ? parts[3] : nil)
    }

    func sentence(_ node: Node, _ word: Word) -> Excerpt? {
        guard case .text(let text) = node.content, !text.isEmpty else {
            report(.wrongShape(found: node.kind, wanted: word.name), at: node.place)
            return nil
        }
        return Excerpt(text: text, place: node.place)
    }

    private func booking(_ parts: BookingParts, _ usual: Booking.Firmness = .confirmed) -> Booking? {
        let before = problems.count
        check(.person, parts.person)
        checkNeed(parts.project, parts.need)
        let amount = attempt { () throws(Problem) in try parts.amount.bookingAmount() }
        let firmness = attempt { () throws(Problem) in
            try parts.firmness.map { (text) throws(Problem) in try text.choice("a firmness") as Booking.Firmness }
                ?? usual
        }
        guard problems.count == before, let amount, let firmness, let days = parts.days else { return nil }
        return Booking(
            person: Identifier(parts.person.text),
            line: LineID(Identifier(parts.project.text), Identifier(parts.need.text)), amount: amount, days: days,
            firmness: firmness)
    }

    /// Reports a need that does not exist, unless its project does not exist either.
    func checkNeed(_ project: Excerpt, _ need: Excerpt) {
        check(.project, project)
        if let needs = needs[project.text] { check(.need, need, among: needs) }
    }
}

extension Excerpt {
    fileprivate func bookingAmount() throws(Problem) -> Booking.Amount {
        if text.hasSuffix("%") { return .share(try share(most: 100)) }
        if let number = without(suffix: "h total") {
            return .total(try number.trimmed.bareHours(most: Limit.totalHours, unit: "h total"))
        }
        let word = Word(name: "hours a week, a total or a share", example: "24h/week")
        return .perWeek(try weeklyHours(as: word))
    }
}
