// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Somebody must not be booked somewhere. Bookings that say otherwise stay, for the plan to complain of.
public struct Exclude: Change {
    public var exclusion: Exclusion

    public init(_ person: Identifier<Person>, from target: Exclusion.Target) {
        exclusion = Exclusion(person: person, target: target)
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        _ = try firm.position(of: exclusion.person, key: "exclude")
        switch exclusion.target {
        case .client(let client): try firm.check(client, key: "exclude")
        case .project(let project): _ = try firm.position(of: project, key: "exclude")
        case .line(let line): _ = try firm.position(of: line, key: "exclude")
        }
        guard !firm.exclusions.contains(exclusion) else {
            throw Refusal("exclude", .noEffect("\(exclusion.person) is kept from \(exclusion.target) already"))
        }
        firm.exclusions.append(exclusion)
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let target =
            switch exclusion.target {
            case .client(let client): "all work for \(phrasing.name(client))"
            case .project(let project): phrasing.name(project)
            case .line(let line): phrasing.name(line)
            }
        return "Keep \(phrasing.name(exclusion.person)) from \(target)"
    }
}
