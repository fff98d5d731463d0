// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Reading {
    /// Gives what a change has brought the place of the change, and forgets where things stood that are gone.
    func relocate(from before: Firm, to after: Firm, at place: SourcePlace) {
        let (old, new) = (before.subjects, after.subjects)
        let gone = Set(old).subtracting(new)
        for subject in gone { places[subject] = nil }
        for subject in new where places[subject] == nil { places[subject] = place }
        relocate(before.bookings, after.bookings, at: place, Subject.booking) {
            $0 == $1 || ($0.person, $0.line, $0.firmness) == ($1.person, $1.line, $1.firmness)
        }
        relocate(before.exclusions, after.exclusions, at: place, Subject.exclusion, ==)
    }

    /// Gives everything in a firm that comes from no file the same place.
    func locate(_ firm: Firm, at place: SourcePlace) {
        for subject in firm.subjects { places[subject] = place }
        for index in firm.bookings.indices { places[.booking(index)] = place }
        for index in firm.exclusions.indices { places[.exclusion(index)] = place }
    }

    /// Elements keep their order, and those that are gone are skipped; what is left over is new.
    private func relocate<Element: Equatable>(
        _ before: [Element], _ after: [Element], at place: SourcePlace, _ subject: (Int) -> Subject,
        _ isSame: (Element, Element) -> Bool
    ) {
        guard before != after else { return }
        var old = before.indices.map { places[subject($0)] }[...]
        var rest = before[...]
        var found: [SourcePlace] = []
        for element in after {
            guard let index = rest.firstIndex(where: { isSame($0, element) }) else {
                found.append(place)
                continue
            }
            found.append(old[index] ?? place)
            (rest, old) = (rest[(index + 1)...], old[(index + 1)...])
        }
        for index in before.indices { places[subject(index)] = nil }
        for (index, place) in found.enumerated() { places[subject(index)] = place }
    }
}

extension Firm {
    /// Everything that has a place by its id.
    fileprivate var subjects: [Subject] {
        var subjects: [Subject] = calendars.map { .calendar($0.id) } + offices.map { .office($0.id) }
        subjects += clients.map { .client($0.id) } + people.map { .person($0.id) }
        subjects += rates.entries.map { .rate($0.role) } + subcontractors.map { .pool($0.id) }
        for project in projects {
            subjects.append(.project(project.id))
            subjects += project.phases.map { .phase(project.id, $0.id) }
            subjects += project.phases.flatMap { phase in
                phase.tasks.map { .task(TaskID(project.id, phase.id, $0.id)) }
            }
            subjects += project.lines.map { .line(LineID(project.id, $0.id)) }
        }
        return subjects
    }
}
