// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Other prices: for a role on the firm's rate card or on a project's, for a need, or for all work of a project.
///
/// A share of the price is taken of whatever price holds now, wherever it is written; a price of its own then stands
/// with the need, or on the project's rate card. Work that is not billed stays so.
public struct Rerate: Change {
    public enum What: Sendable, Equatable {
        case role(Identifier<Role>)
        /// On the project's rate card, which comes before the firm's.
        case roleOf(Identifier<Project>, Identifier<Role>)
        case project(Identifier<Project>)
        case need(LineID)
    }

    public var what: What
    public var price: PriceChange
    public var from: Day?

    public init(_ what: What, _ price: PriceChange, from: Day? = nil) {
        self.what = what
        self.price = price
        self.from = from
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        try firm.check(from: from, until: nil)
        switch what {
        case .role(let role):
            firm.rates = try changed(firm.rates, role, before: nil)
        case .roleOf(let project, let role):
            let index = try firm.position(of: project)
            firm.projects[index].rates = try changed(firm.projects[index].rates, role, before: firm.rates)
        case .project(let project):
            let index = try firm.position(of: project)
            firm.projects[index] = try changed(firm.projects[index], firm.rates)
        case .need(let need):
            let (project, line) = try firm.position(of: need)
            firm.projects[project].lines[line].rate = try rate(of: need, firm.projects[project], line, firm.rates)
        }
    }

    /// The card with another price for the role; what it lacks stands on the one behind it.
    private func changed(
        _ card: RateCard, _ role: Identifier<Role>, before behind: RateCard?
    ) throws(Refusal) -> RateCard {
        var entries = card.entries
        let place = entries.firstIndex { $0.role == role }
        guard let now = place.map({ entries[$0].rate }) ?? behind?.rate(of: role) else {
            let known = (entries + (behind?.entries ?? [])).map(\.role.text)
            throw Refusal("role", .unknown(.role, role.text, known: known))
        }
        let entry = RateCard.Entry(role: role, rate: now.changing(price, from: from))
        try price.check(entry.rate, key: "to")
        if let place { entries[place] = entry } else { entries.append(entry) }
        return RateCard(entries)
    }

    private func changed(_ project: Project, _ firm: RateCard) throws(Refusal) -> Project {
        var project = project
        switch price {
        case .to:
            guard project.lines.contains(where: \.billable) else {
                throw Refusal("project", .noPrice(project.name))
            }
            for index in project.lines.indices where project.lines[index].billable {
                project.lines[index].rate = try rate(
                    of: LineID(project.id, project.lines[index].id), project, index, firm)
            }
        case .share:
            let inherited = firm.entries.filter { project.inherits($0.role) }
            project.rates = RateCard(
                (project.rates.entries + inherited).map { entry in
                    .init(role: entry.role, rate: entry.rate.changing(price, from: from))
                })
            for entry in project.rates.entries { try price.check(entry.rate, key: "to") }
            for index in project.lines.indices {
                guard let own = project.lines[index].rate?.changing(price, from: from) else { continue }
                try price.check(own, key: "to")
                project.lines[index].rate = own
            }
        }
        return project
    }

    /// The need's own rate after the change.
    private func rate(
        of need: LineID, _ project: Project, _ index: Int, _ firm: RateCard
    ) throws(Refusal) -> Dated<Rate> {
        let line = project.lines[index]
        guard line.billable else { throw Refusal("need", .noPrice("\(need)")) }
        let now = line.rate ?? line.role.flatMap { project.rates.rate(of: $0) ?? firm.rate(of: $0) }
        let new: Dated<Rate>
        switch (price, now) {
        case (.to(let rate), nil) where from == nil: new = Dated(always: rate)
        case (_, nil): throw Refusal("need", .noPrice("\(need)"))
        case (_, let now?): new = now.changing(price, from: from)
        }
        try price.check(new, key: "to")
        return new
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let name =
            switch what {
            case .role(let role): "the role \(role)"
            case .roleOf(let project, let role): "the role \(role) on \(phrasing.name(project))"
            case .project(let project): phrasing.name(project)
            case .need(let need): phrasing.name(need)
            }
        let amount =
            switch price {
            case .to(let rate): phrasing.rate(rate)
            case .share(let share): "\(phrasing.percent(share)) of the price so far"
            }
        return "Bill \(name) at \(amount)\(phrasing.span(from: from, until: nil))"
    }
}

extension RateCard {
    fileprivate func rate(of role: Identifier<Role>) -> Dated<Rate>? { entries.first { $0.role == role }?.rate }
}

extension Project {
    /// Whether any of its work may be sold at the firm's price for the role.
    fileprivate func inherits(_ role: Identifier<Role>) -> Bool {
        guard !rates.entries.contains(where: { $0.role == role }) else { return false }
        return lines.contains { $0.billable && $0.rate == nil && ($0.role == nil || $0.role == role) }
    }
}
