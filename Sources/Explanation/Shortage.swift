// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing
import Verification

/// A line that is short, why, who comes nearest, and what would fill it.
public struct Shortage: Sendable {
    /// The smallest step of a kind that fills the line: one that is less by a unit (a week, an hour a week, a level, a
    /// seat, a twentieth of the line) does not.
    public struct Filling: Sendable {
        public let step: Step
        /// What it brings the firm at the planner's prices: more worth, where hours that are no longer asked for go on
        /// costing the price of an unmet hour.
        public let gain: Money
        /// What is due before the line ends in its new weeks: the milestone of its phase, or the project's deadline.
        public let missed: Milestone?
        public let consequence: Consequence
    }

    /// A step that does not fill the line, but leaves less of it unfilled; to ask for less does not count.
    public struct Partial: Sendable {
        public let step: Step
        public let unfilled: Hours
    }

    public let line: LineID
    public let unfilled: Hours
    /// As the plan gives them: each reason with its weeks and with who comes nearest.
    public let reasons: [Unfilled]
    /// Of everybody who is not eligible, whoever lacks least.
    public let nearMiss: Who.NearMiss?
    /// One for each kind of step that fills the line, the one that brings most first: the smallest sacrifice.
    public let fillings: [Filling]
    /// Where no step fills it alone, the one that leaves least; nil where none leaves less than the plan does.
    public let best: Partial?
    /// How many plans were made to find this out.
    public let tried: Int

    /// Plans after which no further line is begun, where not all is wanted.
    public static let enough = 200
}

/// Every line of which more than a minute stays unfilled, in the order of the lines.
///
/// For each, steps of every kind are tried one by one, each by planning the whole firm anew: the smallest that fills the
/// line, in whole units, is kept.
///
/// - Parameters:
///   - lines: which lines to look at; all where nil.
///   - plans: how many are made, those lines first of which most value is missing. A line that is begun is finished; of
///     those that are not begun, the reasons and near misses are told.
public func shortages(in base: PlannedFirm, lines: [Int]? = nil, plans: Int = .max) throws -> [Shortage] {
    let wanted = lines.map { Set($0) }
    let short = base.byMissingValue.filter { wanted?.contains($0) ?? true }
    var ends: [Int: [Climb.End]] = [:]
    var made = 0
    for line in short {
        guard made < plans else { break }
        let found = try Ladder.all(for: line, in: base.situation)
            .mapAtOnce { try Climb(ladder: $0, line: line).end(in: base) }
        made += found.reduce(0) { $0 + $1.tried }
        ends[line] = found
    }
    return short.sorted().map { line in
        let found = ends[line] ?? []
        let partial = found.compactMap(\.best).filter { $0.unfilled < base.figures.lines[line].unfilled }
        let fillings = found.compactMap(\.filling).ranked(by: \.gain)
        let id = base.situation.demand.lines[line].id
        return Shortage(
            line: id, unfilled: base.figures.lines[line].unfilled, reasons: base.plan.unfilled.filter { $0.line == id },
            nearMiss: base.situation.nearMisses(of: line).first, fillings: fillings,
            best: fillings.isEmpty ? partial.least : nil,
            tried: found.reduce(0) { $0 + $1.tried })
    }
}

extension [Shortage.Partial] {
    /// The first of those that leave least.
    fileprivate var least: Element? {
        indices.min { (self[$0].unfilled, $0) < (self[$1].unfilled, $1) }.map { self[$0] }
    }
}

/// A ladder that is climbed until the line is filled.
private struct Climb: Sendable {
    let ladder: Ladder
    let line: Int

    struct End: Sendable {
        var filling: Shortage.Filling?
        var best: Shortage.Partial?
        var tried = 0
    }

    /// Rung by rung up to the first that fills the line, then by whole units from the rung below.
    func end(in base: PlannedFirm) throws -> End {
        var end = End()
        var below: Step?
        for step in ladder.steps {
            if let filling = try filling(step, in: base, &end) {
                end.filling = filling
                for smaller in below.map(step.between) ?? [] {
                    guard let less = try self.filling(smaller, in: base, &end) else { continue }
                    end.filling = less
                    break
                }
                return end
            }
            below = step
        }
        return end
    }

    /// Makes the step; nil where it cannot be made, or does not fill the line.
    private func filling(_ step: Step, in base: PlannedFirm, _ end: inout End) throws -> Shortage.Filling? {
        guard let next = try base.replanned(after: step, on: line) else { return nil }
        end.tried += 1
        let unfilled = next.figures.lines[line].unfilled
        if unfilled.isDust {
            return Shortage.Filling(
                step: step, gain: gain(of: next, over: base), missed: missed(next),
                consequence: Consequence(from: base, to: next))
        }
        if case .smaller = step { return nil }
        if unfilled < end.best?.unfilled ?? unfilled + Hours(seconds: 1) {
            end.best = Shortage.Partial(step: step, unfilled: unfilled)
        }
        return nil
    }

    private func missed(_ next: PlannedFirm) -> Milestone? {
        let project = next.situation.project(of: line)
        let end = next.situation.demand.lines[line].days.last
        let phase = next.situation.need(of: line).phase
        let milestone = project.phases.first { $0.id == phase }?.milestone
        let deadline = project.deadline.map { Milestone(name: "the deadline", due: $0) }
        return [milestone, deadline].compactMap(\.self).first { $0.due < end }
    }

    private func gain(of next: PlannedFirm, over base: PlannedFirm) -> Money {
        let situation = base.situation
        let given = max(
            .zero, situation.demand.lines[line].total - next.situation.demand.lines[line].total)
        let price = situation.unmetPrice(line: line).times(situation.weight(of: line)).amount(for: given)
        return next.figures.worth - base.figures.worth - price
    }
}

extension PlannedFirm {
    /// Lines that are short, by position, those first of which most value is missing at the price of an unmet hour.
    var byMissingValue: [Int] {
        let missing = situation.demand.lines.indices.map { line in
            figures.lines[line].unfilled.inHours * Double(situation.unmetPrice(line: line).perHour.minorUnits)
                * situation.weight(of: line).fraction
        }
        return missing.indices.filter { !figures.lines[$0].unfilled.isDust }
            .sorted { (missing[$1], $0) < (missing[$0], $1) }
    }

    /// The best plan after a step for a line, by position; nil where the step cannot be made. What the line comes first
    /// for is a plan of this same firm, and is weighed as such.
    public func replanned(after step: Step, on line: Int) throws -> PlannedFirm? {
        if step == .first {
            return PlannedFirm(try replanned(stipulating: [.first(line: line)]).plan, in: situation)
        }
        guard let firm = try step.applied(to: situation.demand.lines[line].id, in: situation.firm) else { return nil }
        return try replanned(for: firm)
    }
}
