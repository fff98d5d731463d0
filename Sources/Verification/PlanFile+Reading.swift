// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
public import Staffing

/// Why a file is not a plan.
public struct PlanFileError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    /// - Parameter description: words that may quote the file; what could steer a terminal is shown as a dot.
    init(description: String) { self.description = description.printable }
}

/// What a plan file says: the plan, and the figures stated beside it.
public struct StatedPlan: Sendable {
    public let plan: Plan
    package let header: PlanFile.Header
    package let summary: [String: Double]
}

extension PlanFile {
    package struct Header: Sendable {
        package let currency: Currency
        let objective: Money
        let bound: Money
        let gap: Double
        /// Of the starts, where there is a proof of them.
        let startsGap: Double?
    }

    /// Reads what ``json(of:figures:in:)`` wrote. That its numbers are right is for ``StatedPlan/violations(in:)`` to say.
    public static func read(_ data: Data) throws(PlanFileError) -> StatedPlan {
        let file: Document
        do {
            file = try JSONDecoder().decode(Document.self, from: data)
        } catch let error as DecodingError {
            throw PlanFileError(description: describe(error))
        } catch {
            throw PlanFileError(description: "not a plan file: \(error)")
        }
        guard file.muster == version else {
            throw PlanFileError(description: "plan file version \(file.muster); this Muster reads version \(version)")
        }
        let stated = try file.stated()
        try checkMembers(of: data)
        return stated
    }

    private static func describe(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
            return path.isEmpty ? "the file" : String(path.drop { $0 == "." })
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(place(context)): the member '\(key.stringValue)' is missing"
        case .typeMismatch(let type, let context): "\(place(context)): not a value of type \(type)"
        case .valueNotFound(_, let context): "\(place(context)): null where a value belongs"
        case .dataCorrupted(let context): "\(place(context)): \(context.debugDescription)"
        @unknown default: "not a plan file"
        }
    }
}

extension PlanFile {
    /// The file as it stands, before its words are checked.
    struct Document: Decodable {
        struct Held: Decodable {
            let from: Week
            let to: Week
            let share: Double
        }

        struct Work: Decodable {
            let person: String?
            let pool: String?
            let line: String
            let kind: String?
            let shares: [Held]?
            let weeks: [String: Double]
        }

        struct Unmet: Decodable {
            let line: String
            let reason: String
            let skill: String?
            let needs: Int?
            let best: Int?
            let role: String?
            let office: String?
            let site: String?
            let nearest: String?
            let weeks: [String: Double]
        }

        struct Stage: Decodable {
            let stage: String
            let objective: Double
            let bound: Double
        }

        struct Aim: Decodable {
            let goal: String
            let unit: String
            let tolerance: Double
            let best: Double
            let bound: Double
            let base: Double
            let reached: Double
        }

        struct Price: Decodable {
            let stage: String
            let goal: String?
            let line: String?
            let person: String?
            let pool: String?
            let promise: Int?
            let from: Week?
            let to: Week?
            let price: Double?
            let weeks: [String: Double]?
        }

        struct Starts: Decodable {
            let objective: Double
            let bound: Double
            let gap: Double
            let planned: Int
            let prices: [[HourPrice]]
        }

        struct HourPrice: Decodable {
            let person: String?
            let pool: String?
            let weeks: [String: Double]
        }

        private enum CodingKeys: String, CodingKey {
            case muster, scenario, digest, currency, style, status, objective, bound, searched, goals, gap, starts,
                summary
            case assignments, subcontracts, unfilled, stages, prices
            case startsProof = "starts proof"
        }

        let muster: Int
        let scenario: String
        let digest: String
        let currency: String
        /// Files from before there were bookable plans have none, and keep no rules of booking.
        let style: String?
        let status: String
        let objective: Double
        let bound: Double
        let searched: Double?
        let goals: [Aim]?
        let gap: Double
        let starts: [String: String]?
        let startsProof: Starts?
        let summary: [String: Double]
        let assignments: [Work]
        let subcontracts: [Work]
        let unfilled: [Unmet]
        let stages: [Stage]
        let prices: [Price]
    }
}

extension PlanFile.Document {
    /// More than any firm has, and little enough that no sum of money overflows at the highest rates.
    private static let mostHours = 1e10

    func stated() throws(PlanFileError) -> StatedPlan {
        guard let currency = Currency(currency) else { throw wrong("currency", currency) }
        guard let status = Certificate.Status(rawValue: status) else { throw wrong("status", status) }
        guard let style = style.map(Plan.Style.init(rawValue:)) ?? .fractional else {
            throw wrong("style", style ?? "")
        }
        guard digest.hasPrefix("sha256:") else { throw wrong("digest", digest) }
        guard stages.count <= Certificate.Stage.Name.allCases.count else { throw wrong("stages", "\(stages.count)") }
        var people: [Assignment] = []
        for work in assignments { people.append(try assignment(work)) }
        var pools: [Subcontract] = []
        for work in subcontracts { pools.append(try subcontract(work)) }
        var unmet: [Unfilled] = []
        for item in unfilled { unmet.append(try unfilled(item)) }
        let hours = (people.map(\.weeks) + pools.map(\.weeks) + unmet.map(\.weeks)).joined()
            .reduce(0) { $0 + abs($1.hours.inHours) }
        guard hours <= PlanFile.Document.mostHours else { throw wrong("hours in all", "\(hours)") }
        var proofs: [Certificate.Stage] = []
        for item in stages { proofs.append(try stage(item, in: currency)) }
        var aims: [GoalStage] = []
        for item in goals ?? [] { aims.append(try goal(item, in: currency)) }
        let named = Set(stages.map(\.stage) + (goals ?? []).map(\.goal))
        if let stray = prices.first(where: { !named.contains($0.stage) }) { throw wrong("stage", stray.stage) }
        var best: Money?
        if let searched { best = try money(searched, currency) }
        let plan = Plan(
            scenario: scenario, digest: String(digest.dropFirst("sha256:".count)), style: style, assignments: people,
            subcontracts: pools, unfilled: unmet,
            certificate: Certificate(status: status, stages: proofs, searched: best, goals: aims),
            starts: try phaseStarts(), startsProof: try startsProof(in: currency))
        let header = PlanFile.Header(
            currency: currency, objective: try money(objective, currency), bound: try money(bound, currency), gap: gap,
            startsGap: startsProof?.gap)
        return StatedPlan(plan: plan, header: header, summary: summary)
    }

    func wrong(_ member: String, _ value: String) -> PlanFileError {
        PlanFileError(description: "\(member): '\(value)' is not one that a plan can have")
    }

    func money(_ amount: Double, _ currency: Currency) throws(PlanFileError) -> Money {
        guard let money = Money(decimal: amount, in: currency) else { throw wrong("money", "\(amount)") }
        return money
    }

    private func line(_ text: String) throws(PlanFileError) -> LineID {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw wrong("line", text) }
        return LineID(Identifier(String(parts[0])), Identifier(String(parts[1])))
    }

    func week(_ text: String) throws(PlanFileError) -> Week {
        guard let week = Week(text) else { throw wrong("week", text) }
        return week
    }

    private func hours(_ weeks: [String: Double]) throws(PlanFileError) -> [WeekHours] {
        var found: [WeekHours] = []
        for (text, value) in weeks {
            guard let hours = Hours(decimal: value) else { throw wrong("hours", "\(value)") }
            found.append(WeekHours(try week(text), hours))
        }
        return found.sorted { $0.week < $1.week }
    }

    private func held(_ shares: [Held]?) throws(PlanFileError) -> [ShareHeld] {
        var found: [ShareHeld] = []
        for item in shares ?? [] {
            guard let share = Share(decimal: item.share) else { throw wrong("share", "\(item.share)") }
            found.append(ShareHeld(first: item.from, last: item.to, share: share))
        }
        return found
    }

    private func assignment(_ work: Work) throws(PlanFileError) -> Assignment {
        guard let person = work.person else { throw wrong("person", "(missing)") }
        guard let kind = work.kind.flatMap(Assignment.Kind.init) else { throw wrong("kind", work.kind ?? "(missing)") }
        return Assignment(
            person: Identifier(person), line: try line(work.line), kind: kind, shares: try held(work.shares),
            weeks: try hours(work.weeks))
    }

    private func subcontract(_ work: Work) throws(PlanFileError) -> Subcontract {
        guard let pool = work.pool else { throw wrong("pool", "(missing)") }
        return Subcontract(
            pool: Identifier(pool), line: try line(work.line), shares: try held(work.shares),
            weeks: try hours(work.weeks))
    }

    private func unfilled(_ item: Unmet) throws(PlanFileError) -> Unfilled {
        Unfilled(
            line: try line(item.line), reason: try reason(item), nearest: item.nearest.map { Identifier($0) },
            weeks: try hours(item.weeks))
    }

    private func reason(_ item: Unmet) throws(PlanFileError) -> Unfilled.Reason {
        switch (item.reason, item.skill, item.needs, item.best) {
        case ("skill", let skill?, _, _): return .skill(Identifier(skill))
        case ("level", let skill?, let needs?, let best?): return .level(Identifier(skill), needs: needs, best: best)
        case ("role", _, _, _): if let role = item.role { return .role(Identifier(role)) }
        case ("office", _, _, _): if let office = item.office { return .office(Identifier(office)) }
        case ("site", _, _, _): if let site = item.site { return .site(Identifier(site)) }
        case ("combination", _, _, _): return .combination
        case ("excluded", _, _, _): return .excluded
        case ("away", _, _, _): return .away
        case ("time", _, _, _): return .time
        case ("team", _, _, _): return .team
        case ("frozen", _, _, _): return .frozen
        case ("price", _, _, _): return .price
        case (let word, _, _, _): if let rule = Unfilled.BookingRule(rawValue: word) { return .rule(rule) }
        }
        throw wrong("reason", item.reason)
    }

    private func stage(_ item: Stage, in currency: Currency) throws(PlanFileError) -> Certificate.Stage {
        guard let name = Certificate.Stage.Name(rawValue: item.stage) else { throw wrong("stage", item.stage) }
        return Certificate.Stage(
            name: name, objective: try money(item.objective, currency), bound: try money(item.bound, currency),
            prices: try prices(of: item.stage))
    }

    private func goal(_ item: Aim, in currency: Currency) throws(PlanFileError) -> GoalStage {
        guard let measure = PlanGoal.Measure(rawValue: item.goal) else { throw wrong("goal", item.goal) }
        guard let tolerance = Share(decimal: item.tolerance), (Share.zero...Share.whole).contains(tolerance) else {
            throw wrong("tolerance", "\(item.tolerance)")
        }
        let unit =
            switch measure.unit {
            case .money: currency.code
            case .hours: "h"
            }
        guard item.unit == unit else { throw wrong("unit", item.unit) }
        func value(_ number: Double) throws(PlanFileError) -> GoalValue {
            switch measure.unit {
            case .money: return .money(try money(number, currency))
            case .hours:
                guard let hours = Hours(decimal: number) else { throw wrong("hours", "\(number)") }
                return .hours(hours)
            }
        }
        return GoalStage(
            goal: PlanGoal(measure, within: tolerance), best: try value(item.best), bound: try value(item.bound),
            base: try value(item.base), reached: try value(item.reached), prices: try prices(of: item.goal))
    }

    private func prices(of stage: String) throws(PlanFileError) -> StagePrices {
        var lines: [StagePrices.OfLine] = []
        var seats: [StagePrices.OfSeat] = []
        var people: [StagePrices.OfHour<Person>] = []
        var pools: [StagePrices.OfHour<SubcontractorPool>] = []
        var promises: [StagePrices.OfPromise] = []
        var goals: [Double] = []
        var loads: [StagePrices.OfLoad] = []
        for entry in prices where entry.stage == stage {
            if let goal = entry.goal {
                guard let price = entry.price, goals.count < PlanGoal.Measure.allCases.count else {
                    throw wrong("price of goal", goal)
                }
                goals.append(price)
                continue
            }
            if entry.line == nil, entry.weeks == nil, let person = entry.person, let price = entry.price {
                loads.append(.init(person: Identifier(person), price: price))
                continue
            }
            if let promise = entry.promise {
                guard let price = entry.price else { throw wrong("price of promise", "\(promise)") }
                promises.append(.init(promise: promise, price: price))
                continue
            }
            if let text = entry.line {
                guard let first = entry.from, let last = entry.to, let price = entry.price else {
                    throw wrong("price of line", text)
                }
                let line = try line(text)
                if let person = entry.person {
                    seats.append(.init(person: Identifier(person), line: line, first: first, last: last, price: price))
                } else {
                    lines.append(.init(line: line, first: first, last: last, price: price))
                }
                continue
            }
            for (text, price) in (entry.weeks ?? [:]).sorted(by: { $0.key < $1.key }) {
                let week = try week(text)
                if let person = entry.person {
                    people.append(.init(owner: Identifier(person), week: week, price: price))
                } else if let pool = entry.pool {
                    pools.append(.init(owner: Identifier(pool), week: week, price: price))
                }
            }
        }
        return StagePrices(
            lines: lines, people: people, pools: pools, seats: seats, promises: promises, goals: goals, loads: loads)
    }
}
