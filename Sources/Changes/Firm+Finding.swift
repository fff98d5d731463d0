// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// Finding what a change names: its position, or the refusal to say that there is no such thing.
extension Firm {
    func position(of person: Identifier<Person>, key: String = "person") throws(Refusal) -> Int {
        try find(person, .person, key: key, among: people, by: \.id)
    }

    func position(of project: Identifier<Project>, key: String = "project") throws(Refusal) -> Int {
        try find(project, .project, key: key, among: projects, by: \.id)
    }

    func position(of line: LineID, key: String = "need") throws(Refusal) -> (project: Int, line: Int) {
        let project = try position(of: line.project, key: key)
        return (project, try find(line.line, .need, key: key, among: projects[project].lines, by: \.id))
    }

    func position(of phase: Identifier<Phase>, in project: Int, key: String = "phase") throws(Refusal) -> Int {
        try find(phase, .phase, key: key, among: projects[project].phases, by: \.id)
    }

    func check(_ client: Identifier<Client>?, key: String = "client") throws(Refusal) {
        if let client { _ = try find(client, .client, key: key, among: clients, by: \.id) }
    }

    func check(_ office: Identifier<Office>?, key: String = "office") throws(Refusal) {
        if let office { _ = try find(office, .office, key: key, among: offices, by: \.id) }
    }

    func check(_ calendar: Identifier<WorkCalendar>?, key: String = "calendar") throws(Refusal) {
        if let calendar { _ = try find(calendar, .calendar, key: key, among: calendars, by: \.id) }
    }

    /// Refuses more entries of time off than a list may have.
    func check(_ timeOff: [TimeOff], key: String) throws(Refusal) {
        guard timeOff.count <= Limit.timeOff else {
            throw Refusal(key, .tooMuch("\(timeOff.count) entries of time off", most: "\(Limit.timeOff)"))
        }
    }

    /// Refuses days of which none is within the horizon.
    func check(_ days: DayRange, key: String) throws(Refusal) {
        guard days.overlaps(horizon.days) else { throw Refusal(key, .outsideHorizon(days, horizon: horizon.days)) }
    }

    /// Refuses a time of which no day is within the horizon; a missing end is open.
    func check(from first: Day?, until last: Day?) throws(Refusal) {
        if let first, let last, first > last { throw Refusal("until", .datesReversed(first, last)) }
        if let first, first > horizon.days.last { try check(DayRange(first, first), key: "from") }
        if let last, last < horizon.days.first { try check(DayRange(last, last), key: "until") }
    }
}

/// The position of an element by its id.
private func find<Element, Entity>(
    _ id: Identifier<Entity>, _ kind: Refusal.Kind, key: String, among elements: [Element],
    by path: (Element) -> Identifier<Entity>
) throws(Refusal) -> Int {
    guard let index = elements.firstIndex(where: { path($0) == id }) else {
        throw Refusal(key, .unknown(kind, id.text, known: elements.map { path($0).text }))
    }
    return index
}
