// SPDX-License-Identifier: GPL-3.0-or-later

public import Changes
import Matching
public import Planning
public import Staffing
import Verification

/// What could be done about a plan, what it would cost to do without, and what the rules cost: each the difference of
/// two solved plans.
public struct Advice: Sendable {
    /// Something that is done or laid down differently.
    public enum Measure: Sendable {
        case change(any Change)
        case lift(Exclusion)
        case without(Identifier<SubcontractorPool>)
        /// Nobody works beyond their week, whatever the firm's rule and their own allow.
        case noOvertime
        /// Proposed work is counted in another way while planning; the plan is weighed as the policy does.
        case tentative(Policy.Tentative)
    }

    public struct Option: Sendable {
        public enum Kind: String, Sendable, CaseIterable {
            case hire, train, subcontract, overtime, delay, decline
            case depart
            case withoutOvertime = "without overtime"
            case withoutPool = "without subcontractors"
            case exclusion, tentative
        }

        public let kind: Kind
        public let measure: Measure
        public let consequence: Consequence
        /// Of a hire: what the new person is paid and brings; else nil.
        public let pay: Pay?
    }

    /// Salary against what somebody brings.
    public struct Pay: Sendable, Equatable {
        /// Their cost rate for all their working time, booked or not.
        public let salary: Money
        /// What the firm is worth more with them, before anybody's salary: those who have less to do are paid all the
        /// same. Overtime is no salary: what is worked less of it is saved, and the newcomer's own is paid beyond theirs.
        public let brings: Money
        public let booked: Hours
        public let capacity: Hours

        public var net: Money { brings - salary }
    }

    /// What could be done; what brings most first.
    public let options: [Option]
    /// The hire that brings most, then a second and a third like it, each beside the ones before.
    public let curve: [Option]
    /// What it would cost to do without somebody or something; the dearest first.
    public let losses: [Option]
    /// What rules cost: what would be gained without each.
    public let rules: [Option]
    /// How many plans were made, those for the curve of hires included, and how many more `all` would make.
    public let tried: Int
    public let skipped: Int
}

/// Tries hires, training, subcontractors, overtime, delays and declined projects, and what it would cost to do without.
///
/// Which hires, people and lines are tried is chosen by what is short and by the plan's prices; what is said of them
/// never is, but is the difference of two plans.
///
/// - Parameter all: try everything, however unlikely.
public func advise(on base: PlannedFirm, all: Bool = false) throws -> Advice {
    let ideas = Ideas(for: base)
    let (tried, skipped) = ideas.chosen(all: all)
    let found = try tried.mapAtOnce { idea in try idea.option(for: base) }
    func ranked(_ group: Idea.Group, _ isCheaperFirst: Bool = false) -> [Advice.Option] {
        let options = zip(tried, found).filter { $0.0.group == group }.map(\.1)
        return isCheaperFirst ? options.ranked { .zero - $0.consequence.worth } : options.ranked { $0.rank }
    }
    let options = ranked(.improvement)
    let bestDelays = options.keepingBest { option in
        if case .change(let change) = option.measure, let delay = change as? Delay { return delay.project.text }
        return nil
    }
    let (curve, made) = try hires(like: bestDelays.first { $0.kind == .hire }, in: base)
    return Advice(
        options: bestDelays, curve: curve, losses: ranked(.loss, true), rules: ranked(.rule),
        tried: tried.count + made, skipped: skipped)
}

/// The same hire three times, each beside the ones before, and how many plans that took.
private func hires(
    like first: Advice.Option?, in base: PlannedFirm
) throws -> (curve: [Advice.Option], made: Int) {
    guard let first, case .change(let change) = first.measure, var hire = change as? Hire else { return ([], 0) }
    var curve = [first]
    var before = try base.replanned(for: base.situation.firm.applying([hire]))
    var made = 1
    while curve.count < 3 {
        hire.id = .free("hire", among: before.situation.firm.people.map(\.id))
        let idea = Idea(.improvement, .hire, .change(hire))
        let next = try idea.replanned(before)
        made += 1
        curve.append(idea.option(from: before, to: next))
        before = next
    }
    return (curve, made)
}

extension Advice.Option {
    /// Of a hire what is left after salary; else what the firm is worth more.
    public var rank: Money { pay?.net ?? consequence.worth }
}

extension [Advice.Option] {
    /// Of all with the same key only the first; all without one.
    fileprivate func keepingBest(_ key: (Element) -> String?) -> [Element] {
        var seen: Set<String> = []
        return filter { element in key(element).map { seen.insert($0).inserted } ?? true }
    }
}
