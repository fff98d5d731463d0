// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Pinned bookings may be moved again: they are confirmed. Of a person, of a project, of a need, or of several of
/// these together; of all, where nothing is said.
public struct Unpin: Change {
    public var person: Identifier<Person>?
    public var project: Identifier<Project>?
    public var need: LineID?

    public init(
        person: Identifier<Person>? = nil, project: Identifier<Project>? = nil, need: LineID? = nil
    ) {
        self.person = person
        self.project = project
        self.need = need
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        if let person { _ = try firm.position(of: person) }
        if let project { _ = try firm.position(of: project) }
        if let need { _ = try firm.position(of: need) }
        guard firm.bookings.contains(where: covers) else {
            throw Refusal(nil, .noEffect("no booking of that kind is pinned"))
        }
        firm.bookings = firm.bookings.map { covers($0) ? $0.held(.confirmed) : $0 }
    }

    private func covers(_ booking: Booking) -> Bool {
        booking.firmness.isPinned && (person == nil || person == booking.person)
            && (project == nil || project == booking.line.project) && (need == nil || need == booking.line)
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let target = need.map { phrasing.name($0) } ?? project.map { phrasing.name($0) }
        guard person != nil || target != nil else { return "Unpin all bookings" }
        return "Unpin \(person.map { phrasing.name($0) } ?? "everybody")\(target.map { " from \($0)" } ?? "")"
    }
}
