// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How much of a part of a contract is done by a day, and what it has cost and will.
///
/// What is still to be done is what is booked after the day, a week's work spread evenly over Monday to Friday. Percentage of completion is what was spent over what it
/// takes in all (cost-to-cost, or the same by hours), unless somebody judged the work itself: the latest judgement of
/// the day or before counts.
public struct Completion: Sendable, Equatable {
    /// Labour and expenses through the day, in the firm's currency.
    public let costToDate: Money
    /// Of what is booked after the day.
    public let costToComplete: Money
    public let hoursToDate: Hours
    public let hoursToComplete: Hours
    /// 0 through 100 %, rounded half to even to a millionth.
    public let share: Share

    public init(
        of part: ContractPart, _ contract: ClientContract, _ accounts: Accounts, _ pricing: Pricing,
        _ work: ContractWork, through day: Day
    ) {
        let position = work.contract.parts.firstIndex { $0.id == part.id }
        let entries = (position.map { work.time[$0] } ?? []).filter { $0.day <= day }
        hoursToDate = entries.reduce(.zero) { $0 + $1.hours }
        var cost = entries.reduce(Money.zero) { $0 + pricing.cost(of: $1.person, on: $1.day).amount(for: $1.hours) }
        if pricing.part(of: contract, covering: nil, of: contract.projects.first ?? "")?.id == part.id {
            for expense in work.expenses where expense.day <= day {
                cost += accounts.rates.home(expense.cost, in: expense.currency, on: expense.day) ?? .zero
            }
        }
        costToDate = cost
        let ahead = accounts.booked.filter { booking in
            booking.hours(after: day) > .zero && contract.projects.contains(booking.line.project)
                && pricing.part(of: contract, covering: booking.line.line, of: booking.line.project)?.id == part.id
        }
        hoursToComplete = ahead.reduce(.zero) { $0 + $1.hours(after: day) }
        costToComplete = ahead.reduce(.zero) { $0 + pricing.cost(of: $1.with($1.hours(after: day))) }
        let isByHours = part.recognition == .percentageOfCompletion(.hours)
        let spent = isByHours ? hoursToDate.seconds : costToDate.minorUnits
        let rest = isByHours ? hoursToComplete.seconds : costToComplete.minorUnits
        let judged = accounts.progress.filter { progress in
            progress.day <= day && contract.projects.contains(progress.project)
                && (part.phases.isEmpty ? progress.phase == nil : progress.phase.map(part.phases.contains) ?? false)
        }
        if let latest = judged.enumerated().max(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }) {
            share = latest.element.done
        } else if spent + rest > 0 {
            share = Share(millionths: halfEven(Int128(max(0, spent)) * 1_000_000, Int128(spent + rest)))
        } else {
            share = .zero
        }
    }
}
