// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum CalendarFormat {
    static let like = Field(
        "like", .reference(.calendar, to: WorkCalendar.self),
        "Another calendar, whose week and holidays are taken over.", example: "lisbon")
    static let week = Field(
        "week", .weekPattern, "Hours from Monday to Sunday.", default: "8 8 8 8 8 0 0", example: "8 8 8 8 6 0 0")
    static let holidays = Field(
        "holidays", .timesOff, "Days on which nobody works.", example: "[2026-04-25, 2026-12-24 half]")
    static let record = RecordFormat("a calendar", short: true, like, week, holidays)
}

extension Reading {
    /// A calendar as it stands in the file, before it takes over what the one that it is like has.
    private struct Draft {
        let id: Identifier<WorkCalendar>
        let like: (id: Identifier<WorkCalendar>, place: SourcePlace)?
        let week: WeekPattern?
        let holidays: [TimeOff]
    }

    func calendars() -> [WorkCalendar] {
        let drafts = sections.calendars.entries.compactMap { entry in
            record(entry.value.orEmptyMapping, CalendarFormat.record) { row in
                places[.calendar(Identifier(entry.key.text))] = entry.key.place
                let place = row.entry(CalendarFormat.like)?.value.place ?? row.place
                return Draft(
                    id: Identifier(entry.key.text), like: row[CalendarFormat.like].map { ($0, place) },
                    week: row[CalendarFormat.week], holidays: row[CalendarFormat.holidays] ?? [])
            }
        }
        let byID = Dictionary(uniqueKeysWithValues: drafts.map { ($0.id, $0) })
        return drafts.map { draft in
            let chain = models(of: draft, byID)
            return WorkCalendar(
                id: draft.id, pattern: chain.lazy.compactMap(\.week).first ?? .fullTime,
                holidays: chain.reversed().flatMap(\.holidays))
        }
    }

    /// The calendar itself, the one that it is like, the one that this is like, and so on.
    private func models(of draft: Draft, _ byID: [Identifier<WorkCalendar>: Draft]) -> [Draft] {
        var chain = [draft]
        while let like = chain.last?.like, let next = byID[like.id] {
            if next.id == draft.id {
                // Each calendar of a circle comes back to itself; the first of them reports it.
                let circle = chain.map(\.id)
                if isFirst(draft.id, of: circle) {
                    report(
                        .cyclicCalendars(chain: (circle + [draft.id]).map(\.text)), at: draft.like?.place ?? like.place)
                }
                return chain
            }
            guard !chain.contains(where: { $0.id == next.id }) else { return chain }
            guard chain.count < Limit.calendarModels else {
                report(
                    .tooMany("calendars in a row that are like each other", most: Limit.calendarModels), at: like.place)
                return chain
            }
            chain.append(next)
        }
        return chain
    }

    /// Whether a calendar stands in the files before all others of a circle.
    private func isFirst(_ id: Identifier<WorkCalendar>, of circle: [Identifier<WorkCalendar>]) -> Bool {
        sections.calendars.ids.first { circle.map(\.text).contains($0) } == id.text
    }
}
