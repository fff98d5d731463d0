// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

/// A plan as a file: JSON in a fixed order, one booking a line, so that plans are reviewed and compared like code.
///
/// Hours are decimal hours to the second, money is in major units of the currency, shares are parts of one, weeks are
/// ISO weeks.
public enum PlanFile {
    /// The version that this Muster writes and reads.
    public static let version = 1

    public static func json(of plan: Plan, figures: Figures, in situation: Situation) -> JSON {
        let currency = situation.firm.currency
        let certificate = plan.certificate
        let head: [JSON.Member] = [
            .init("muster", .integer(version)), .init("scenario", .string(plan.scenario)),
            .init("digest", .string("sha256:" + plan.digest)), .init("currency", .string(currency.code)),
            .init("style", .string(plan.style.rawValue)), .init("status", .string(certificate.status.rawValue)),
            .init("objective", .number(certificate.objective.decimal(in: currency))),
            .init("bound", .number(certificate.bound.decimal(in: currency))),
        ]
        let searched = certificate.searched.map { JSON.Member("searched", .number($0.decimal(in: currency))) }
        let body: [JSON.Member] = [
            .init("summary", .object(figures.summary(in: currency).map { JSON.Member($0.name, $0.value) })),
            .init("assignments", .array(plan.assignments.map(json))),
            .init("subcontracts", .array(plan.subcontracts.map(json))),
            .init("unfilled", .array(plan.unfilled.map(json))),
            .init(
                "stages",
                .array(
                    certificate.stages.map { stage in
                        .object([
                            "stage": .string(stage.name.rawValue),
                            "objective": .number(stage.objective.decimal(in: currency)),
                            "bound": .number(stage.bound.decimal(in: currency)),
                        ])
                    })),
            .init(
                "prices",
                .array(
                    certificate.goals.flatMap {
                        json($0.prices, of: $0.goal.measure.rawValue, after: certificate.goals)
                    }
                        + certificate.stages.flatMap {
                            json($0.prices, of: $0.name.rawValue, after: certificate.goals)
                        })),
        ]
        let goals =
            certificate.goals.isEmpty
            ? nil : JSON.Member("goals", .array(certificate.goals.map { json($0, in: currency) }))
        let gap = JSON.Member("gap", gap(certificate.gap))
        return .object(head + [searched, goals, gap].compactMap(\.self) + starts(of: plan, in: currency) + body)
    }

    /// A gap is never understated.
    private static func gap(_ gap: Double) -> JSON { .real((gap * 1e9).rounded(.up) / 1e9) }

    private static func json(_ stage: GoalStage, in currency: Currency) -> JSON {
        func number(_ value: GoalValue) -> JSON {
            switch value {
            case .money(let money): .number(money.decimal(in: currency))
            case .hours(let hours): .number(hours.decimal)
            }
        }
        let unit: String =
            switch stage.goal.measure.unit {
            case .money: currency.code
            case .hours: "h"
            }
        return .object([
            "goal": .string(stage.goal.measure.rawValue), "unit": .string(unit),
            "tolerance": .number(stage.goal.tolerance.decimal), "best": number(stage.best),
            "bound": number(stage.bound), "base": number(stage.base), "reached": number(stage.reached),
        ])
    }

    /// The starts that were chosen and how good they are, where there are any.
    private static func starts(of plan: Plan, in currency: Currency) -> [JSON.Member] {
        guard !plan.starts.isEmpty else { return [] }
        let days = plan.starts.map { JSON.Member("\($0.project).\($0.phase)", .string("\($0.day)")) }
        guard let proof = plan.startsProof else { return [.init("starts", .object(days))] }
        let prices = proof.prices.map { list in
            JSON.array(hours(list.people, of: "person", stage: nil) + hours(list.pools, of: "pool", stage: nil))
        }
        return [
            .init("starts", .object(days)),
            .init(
                "starts proof",
                .object([
                    "objective": .number(proof.objective.decimal(in: currency)),
                    "bound": .number(proof.bound.decimal(in: currency)), "gap": gap(proof.gap),
                    "planned": .integer(proof.planned), "prices": .array(prices),
                ])),
        ]
    }

    private static func json(_ assignment: Assignment) -> JSON {
        var members: [JSON.Member] = [
            .init("person", .string(assignment.person.text)), .init("line", .string(assignment.line.description)),
            .init("kind", .string(assignment.kind.rawValue)),
        ]
        if !assignment.shares.isEmpty { members.append(.init("shares", json(assignment.shares))) }
        members.append(.init("weeks", json(assignment.weeks)))
        return .object(members)
    }

    private static func json(_ subcontract: Subcontract) -> JSON {
        var members: [JSON.Member] = [
            .init("pool", .string(subcontract.pool.text)), .init("line", .string(subcontract.line.description)),
        ]
        if !subcontract.shares.isEmpty { members.append(.init("shares", json(subcontract.shares))) }
        members.append(.init("weeks", json(subcontract.weeks)))
        return .object(members)
    }

    private static func json(_ unfilled: Unfilled) -> JSON {
        var members: [JSON.Member] = [
            .init("line", .string(unfilled.line.description)), .init("reason", .string(unfilled.reason.code)),
        ]
        for (key, value) in unfilled.reason.details { members.append(.init(key, value)) }
        if let nearest = unfilled.nearest { members.append(.init("nearest", .string(nearest.text))) }
        members.append(.init("weeks", json(unfilled.weeks)))
        return .object(members)
    }

    private static func json(_ weeks: [WeekHours]) -> JSON {
        .object(weeks.map { .init($0.week.description, .number($0.hours.decimal)) })
    }

    private static func json(_ shares: [ShareHeld]) -> JSON {
        .array(
            shares.map { held in
                .object([
                    "from": .string(held.first.description), "to": .string(held.last.description),
                    "share": .number(held.share.decimal),
                ])
            })
    }

    private static func json(_ prices: StagePrices, of stage: String, after goals: [GoalStage]) -> [JSON] {
        let name = JSON.string(stage)
        let earlier = zip(goals, prices.goals).map { goal, price -> JSON in
            .object(["stage": name, "goal": .string(goal.goal.measure.rawValue), "price": .real(price)])
        }
        let loads = prices.loads.map { entry -> JSON in
            .object(["stage": name, "person": .string(entry.person.text), "price": .real(entry.price)])
        }
        let lines = prices.lines.map { entry -> JSON in
            .object([
                "stage": name, "line": .string(entry.line.description), "from": .string(entry.first.description),
                "to": .string(entry.last.description), "price": .real(entry.price),
            ])
        }
        let seats = prices.seats.map { entry -> JSON in
            .object([
                "stage": name, "person": .string(entry.person.text), "line": .string(entry.line.description),
                "from": .string(entry.first.description), "to": .string(entry.last.description),
                "price": .real(entry.price),
            ])
        }
        let promises = prices.promises.map { entry -> JSON in
            .object(["stage": name, "promise": .integer(entry.promise), "price": .real(entry.price)])
        }
        return earlier + lines + seats + promises + loads + hours(prices.people, of: "person", stage: name)
            + hours(prices.pools, of: "pool", stage: name)
    }

    /// One object for each owner, with its weeks in order.
    private static func hours<Owner>(_ prices: [StagePrices.OfHour<Owner>], of key: String, stage: JSON?) -> [JSON] {
        var order: [Identifier<Owner>] = []
        var weeks: [Identifier<Owner>: [StagePrices.OfHour<Owner>]] = [:]
        for price in prices {
            if weeks[price.owner] == nil { order.append(price.owner) }
            weeks[price.owner, default: []].append(price)
        }
        return order.map { owner in
            let weeks = (weeks[owner] ?? []).sorted { $0.week < $1.week }
                .map { JSON.Member($0.week.description, .real($0.price)) }
            return .object(
                (stage.map { [.init("stage", $0)] } ?? []) + [
                    .init(key, .string(owner.text)), .init("weeks", .object(weeks)),
                ])
        }
    }
}

extension Unfilled.Reason {
    /// The word in plan files.
    public var code: String {
        switch self {
        case .skill: "skill"
        case .level: "level"
        case .combination: "combination"
        case .role: "role"
        case .office: "office"
        case .site: "site"
        case .excluded: "excluded"
        case .away: "away"
        case .time: "time"
        case .team: "team"
        case .frozen: "frozen"
        case .price: "price"
        case .rule(let rule): rule.rawValue
        }
    }

    fileprivate var details: KeyValuePairs<String, JSON> {
        switch self {
        case .skill(let skill): ["skill": .string(skill.text)]
        case .level(let skill, let needs, let best):
            ["skill": .string(skill.text), "needs": .integer(needs), "best": .integer(best)]
        case .role(let role): ["role": .string(role.text)]
        case .office(let office): ["office": .string(office.text)]
        case .site(let site): ["site": .string(site.text)]
        case .combination, .excluded, .away, .time, .team, .frozen, .price, .rule: [:]
        }
    }
}
