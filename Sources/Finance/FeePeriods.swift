// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// A period of a retainer or a subscription, and what it costs.
public struct FeePeriod: Hashable, Sendable {
    public let days: DayRange
    public let fee: Money
}

/// The periods of what is paid by the period: they begin on the first day agreed, and each so many months later.
///
/// A period that the agreement's end cuts short costs its part by days, rounded half to even.
struct FeePeriods {
    let days: OpenDays
    let every: BillingPeriod
    let fee: Money
    /// Each year by how much more.
    let yearlyIndex: Share
    /// A new fee from a day on, in the order of the days.
    let changes: [(day: Day, fee: Money)]

    /// Those that begin on that day or before.
    func beginning(through last: Day) -> [FeePeriod] {
        var result: [FeePeriod] = []
        var index = 0
        while true {
            let first = days.first.adding(months: index * every.months)
            guard first <= last, first <= days.last ?? first else { return result }
            let end = days.first.adding(months: (index + 1) * every.months) - 1
            let whole = DayRange(first, end)
            let held = DayRange(first, min(end, days.last ?? end))
            let full = fullFee(on: first)
            let isWhole = held == whole
            result.append(
                FeePeriod(days: held, fee: isWhole ? full : full.times(held.dayCount, over: whole.dayCount)))
            index += 1
        }
    }

    /// The fee of a whole period that begins on that day: the one agreed last, raised on each anniversary of the first
    /// day since, and rounded half to even each time.
    private func fullFee(on day: Day) -> Money {
        let change = changes.last { $0.day <= day }
        var result = change?.fee ?? fee
        var year = 1
        while days.first.adding(months: 12 * year) <= day {
            if days.first.adding(months: 12 * year) > change?.day ?? days.first {
                result += result.times(yearlyIndex)
            }
            year += 1
        }
        return result
    }
}

extension ClientContract {
    /// The periods of a part that is paid by the period, as far as they begin through a day; none for other parts.
    public func periods(of part: ContractPart, beginningThrough day: Day) -> [FeePeriod] {
        let changes = amendments.filter { $0.part == part.id }.compactMap { item in item.fee.map { (item.day, $0) } }
        switch part.terms {
        case .timeAndMaterials, .fixedFee: return []
        case .retainer(let terms):
            return FeePeriods(
                days: terms.days, every: terms.every, fee: terms.fee, yearlyIndex: .zero, changes: changes
            ).beginning(through: day)
        case .subscription(let terms):
            return FeePeriods(
                days: terms.days, every: terms.every, fee: terms.fee, yearlyIndex: terms.yearlyIndex, changes: changes
            ).beginning(through: day)
        }
    }
}
