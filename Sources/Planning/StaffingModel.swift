// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming
public import Matching
public import Staffing

/// The linear program of a firm: who carries which share of the steady lines and which hours of the loose ones.
///
/// Maximise Σ value − overtime premiums − hand-overs over
/// - `share[p,l,s..e]`: the share of a steady line that a person carries from stretch s through stretch e,
/// - `hours[p,l,t]`: hours of a person on a weekly or anytime line,
/// - `pool[k,l,s]`, `poolHours[k,l,t]`: the same for subcontractors,
/// - `overtime[p,t]`: hours beyond capacity,
/// - `kept[g]`: hours kept of what was promised before,
///
/// subject to the rows of the rules, each in a file of its own (those of booking in `Booking`, where they are asked for): a line gives out no more than it asks for, a person
/// stays within capacity, a subcontractor pool within its hours, a person within one seat of a line; no more of a
/// promise is kept than is worked of it, and no more is moved than a change budget allows.
///
/// A share that is held over a run of stretches is one column, and its hand-over is paid where the run begins. Any
/// sequence of shares splits into such runs with the same sum of increases, so no rows are needed for hand-overs.
public struct StaffingModel: Sendable {
    /// What a column decides, by position of people, lines, stretches and weeks.
    enum Decision: Sendable, Hashable {
        case share(person: Int, line: Int, stretches: ClosedRange<Int>)
        case hours(person: Int, line: Int, week: Int)
        case poolShare(pool: Int, line: Int, stretch: Int)
        case poolHours(pool: Int, line: Int, week: Int)
        case overtime(person: Int, week: Int)
        /// Hours of a promise that are kept.
        case kept(promise: Int)
        /// Whether a kept booking may move at all: 0 or 1.
        case moves(person: Int, line: Int)
        /// What the rules of booking have to be decided by.
        case choice(BookingChoice)
        /// The part of their targets that people's loads are measured against.
        case level
        /// Hours by which a person's load is above that part.
        case above(person: Int)
        case below(person: Int)
    }

    /// What a row limits.
    enum Limit: Sendable, Hashable {
        /// The whole of a steady line through a stretch.
        case stretch(line: Int, stretch: Int)
        case week(line: Int, week: Int)
        case total(line: Int)
        /// The hours of weeks that are all alike for the person; named by the first.
        case capacity(person: Int, weeks: [Int])
        case pool(pool: Int, week: Int)
        case seat(person: Int, line: Int, stretch: Int)
        /// No more of a promise is kept than is worked of it.
        case promise(Int)
        /// The change budget.
        case budget
        /// Nothing of a kept booking is moved unless it is one of those that may.
        case keptBooking(person: Int, line: Int)
        /// The plan is worth no less than so much.
        case worth
        case booking(BookingLimit)
        /// A goal that was planned for before comes to no less than so much.
        case goal(PlanGoal.Measure)
        /// A person's load is at the level, or above it, or below it.
        case apart(person: Int)
    }

    let situation: Situation
    public internal(set) var model = Model(.maximise)
    var decisions: [Decision] = []
    var limits: [Limit] = []
    /// What a row counts hours divided by: for a capacity row, the sum over its weeks of the part that the person is there.
    var scales: [Int: Double] = [:]
    /// Rows that also say how much there has to be at least.
    var leastRows: Set<Int> = []

    /// By position in `Situation.promises`.
    var promiseRows: [Row] = []

    /// Who may hold what, where that is settled.
    let support: Support?
    /// What the rules of booking add.
    var booking = BookingPart()

    let aim: Aim
    private var worthRow: Row?
    var goalRows = GoalRows()

    /// - Parameter style: with `bookable`, whole numbers decide who is on what, and the rules of booking are rows.
    public init(of situation: Situation, style: Plan.Style = .fractional) {
        self.init(of: situation, style: style, aim: .money, within: nil)
    }

    /// - Parameter support: who may hold what; everybody who is eligible anything where it is nil.
    init(
        of situation: Situation, style: Plan.Style = .fractional, aim: Aim = .money, within support: Support? = nil
    ) {
        self.support = support
        self.situation = situation
        self.aim = aim
        if aim.leastWorth != nil { worthRow = addRow(.worth, .free) }
        addGoalRows()
        addPromiseRows()
        let lines = addLineRows()
        let shares = PersonShares(of: situation, within: support, isStaged: aim.isStaged)
        let seats = addSeatRows(shares)
        let capacity = addCapacityRows(shares)
        let pools = addPoolRows()
        booking.ofShare = shares.pieces.map { $0.map { _ in [] } }
        if style == .bookable || support != nil { addBookingRows(shares, choosing: style == .bookable) }
        addShares(shares, lines: lines, seats: seats, capacity: capacity)
        addHours(lines: lines, capacity: capacity)
        addPoolWork(lines: lines, pools: pools)
        addChoices()
        addPromises()
        addBalance()
        if let leastWorth = aim.leastWorth, let worthRow {
            model[worthRow] = .atLeast(leastWorth - model.constant)
        }
        if case .money = aim.objective {} else { model.constant = 0 }
        model.naming = naming()
    }

    /// Minor units of money to the major ones in which the model counts.
    var major: Double { 1 / Double(situation.firm.currency.scale) }

    mutating func addRow(_ limit: Limit, atMost most: Double) -> Row { addRow(limit, .atMost(most)) }

    mutating func addRow(_ limit: Limit, _ bounds: Bounds) -> Row {
        if bounds.lower > 0 { leastRows.insert(limits.count) }
        limits.append(limit)
        return model.addRow(bounds)
    }

    mutating func addColumn(
        _ decision: Decision, objective: Double, from least: Double = 0, upTo most: Double, entries: [(Row, Double)]
    ) {
        decisions.append(decision)
        let worth = worthRow.map { [($0, objective)] } ?? []
        let aimed =
            switch aim.objective {
            case .money: objective
            case .measure(let measure): self.worth(of: decision, money: objective, by: GoalWeights(measure))
            case .novelty(let search): search.novelty(of: decision, upTo: most, in: situation)
            }
        model.addColumn(
            objective: aimed, .between(least, most),
            entries: worth + entries + goalEntries(of: decision, money: objective))
    }
}
