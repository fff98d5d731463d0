// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The hard rules that decide who may be booked on a line: one function a rule, each giving what stands in the way.
public struct Eligibility: Sendable {
    let firm: Firm
    let capacity: Capacity
    /// Who is kept off which line without being excluded by the firm.
    var barred: Set<Barred> = []

    struct Barred: Sendable, Hashable {
        let person: Int
        let line: LineID
    }

    public init(firm: Firm, capacity: Capacity) {
        self.firm = firm
        self.capacity = capacity
    }

    /// Everything that keeps the person from the line; empty when they are eligible.
    /// - Parameter person: position in `Firm.people`.
    public func obstacles(person: Int, demand: LineDemand) -> [Obstacle] {
        let project = firm.projects[demand.project]
        let line = project.lines[demand.line]
        let candidate = firm.people[person]
        return missingSkills(candidate, line)
            + [
                otherRole(candidate, line), otherOffice(candidate, line),
                journey(candidate, project), exclusion(candidate, demand.id, of: project.client),
                absence(person, demand),
                barred.contains(Barred(person: person, line: demand.id)) ? .excluded(.line(demand.id)) : nil,
            ].compactMap(\.self)
    }

    /// Whether nothing keeps the person from the line, of whom it is known that they have its skills.
    func admits(_ person: Int, to line: DemandLine, of project: Project, _ demand: LineDemand) -> Bool {
        let candidate = firm.people[person]
        return otherRole(candidate, line) == nil && otherOffice(candidate, line) == nil
            && journey(candidate, project) == nil && exclusion(candidate, demand.id, of: project.client) == nil
            && absence(person, demand) == nil
            && (barred.isEmpty || !barred.contains(Barred(person: person, line: demand.id)))
    }

    /// Every required skill is held at its level or above.
    func missingSkills(_ person: Person, _ line: DemandLine) -> [Obstacle] {
        line.skills.compactMap { required in
            guard let level = person.level(in: required.skill) else { return .noSkill(required.skill) }
            return level >= required.level ? nil : .lowLevel(required.skill, has: level, needs: required.level)
        }
    }

    /// A line that names a role takes only people of that role.
    func otherRole(_ person: Person, _ line: DemandLine) -> Obstacle? {
        guard let role = line.role, person.role != role else { return nil }
        return .otherRole(needs: role)
    }

    /// A line that names an office takes only people of that office.
    func otherOffice(_ person: Person, _ line: DemandLine) -> Obstacle? {
        guard let office = line.office, person.office != office else { return nil }
        return .otherOffice(needs: office)
    }

    /// Whoever does not travel works only for projects without a site, or whose site is their office.
    func journey(_ person: Person, _ project: Project) -> Obstacle? {
        guard !person.travels, let site = project.site(awayFrom: person) else { return nil }
        return .staysAtHome(site: site)
    }

    /// Nobody is booked where an exclusion of client, project or line keeps them out.
    func exclusion(_ person: Person, _ line: LineID, of client: Identifier<Client>?) -> Obstacle? {
        let hit = firm.exclusions.first { exclusion in
            guard exclusion.person == person.id else { return false }
            return switch exclusion.target {
            case .client(let id): id == client
            case .project(let id): id == line.project
            case .line(let id): id == line
            }
        }
        return hit.map { .excluded($0.target) }
    }

    /// Somebody without an hour of work in any week of the line cannot do it.
    func absence(_ person: Int, _ demand: LineDemand) -> Obstacle? {
        demand.weeks.contains { capacity[person, $0].effective > .zero } ? nil : .away
    }
}
