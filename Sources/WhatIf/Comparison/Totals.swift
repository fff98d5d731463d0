// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing
public import Verification

/// What a plan comes to, as sums that can be added, taken from one another and split without losing a second or a cent.
public struct Totals: Sendable, Equatable {
    /// A sum of hours or of money. Everything else that is compared is made of these.
    enum Part: Hashable, CaseIterable {
        case asked(Priority)
        case filled(Priority)
        case capacity, booked, billable, overtime, bench, subcontracted
        case revenue, labour, overtimePremium, subcontracting, worth

        static let allCases: [Part] =
            Priority.allCases.flatMap { [.asked($0), .filled($0)] } + [
                .capacity, .booked, .billable, .overtime, .bench, .subcontracted, .revenue, .labour, .overtimePremium,
                .subcontracting, .worth,
            ]
    }

    /// Seconds or minor units of money, in the order of `Part.allCases`.
    let sums: [Int]

    init(sums: [Int]) {
        precondition(sums.count == Part.allCases.count, "a sum for each part")
        self.sums = sums
    }

    public init(of planned: PlannedFirm, _ basis: Figures.Basis) {
        let figures = planned.figures
        let situation = planned.situation
        let use = figures.use
        let earnings = figures.earnings(basis)
        var asked: [Priority: Hours] = [:]
        var filled: [Priority: Hours] = [:]
        for (line, coverage) in figures.lines.enumerated() {
            asked[situation.priority(of: line), default: .zero] += coverage.asked
            filled[situation.priority(of: line), default: .zero] += coverage.filled
        }
        sums = Part.allCases.map { part in
            switch part {
            case .asked(let priority): (asked[priority] ?? .zero).seconds
            case .filled(let priority): (filled[priority] ?? .zero).seconds
            case .capacity: use.effective.seconds
            case .booked: use.load.seconds
            case .billable: use.billable.seconds
            case .overtime: use.overtime.seconds
            case .bench: use.bench.seconds
            case .subcontracted: planned.plan.subcontractedHours.seconds
            case .revenue: earnings.revenue.minorUnits
            case .labour: earnings.labour.minorUnits
            case .overtimePremium: earnings.overtime.minorUnits
            case .subcontracting: earnings.subcontracting.minorUnits
            case .worth: figures.worth.minorUnits
            }
        }
    }

    public static let zero = Totals(sums: Part.allCases.map { _ in 0 })

    public static func + (left: Totals, right: Totals) -> Totals {
        Totals(sums: zip(left.sums, right.sums).map(+))
    }

    public static func - (left: Totals, right: Totals) -> Totals {
        Totals(sums: zip(left.sums, right.sums).map(-))
    }

    private func sum(_ parts: [Part]) -> Int {
        zip(Part.allCases, sums).reduce(0) { parts.contains($1.0) ? $0 + $1.1 : $0 }
    }

    private func hours(_ parts: Part...) -> Hours { Hours(seconds: sum(parts)) }
    private func money(_ parts: Part...) -> Money { Money(minorUnits: sum(parts)) }

    public var asked: Hours { Hours(seconds: sum(Priority.allCases.map { .asked($0) })) }
    public var filled: Hours { Hours(seconds: sum(Priority.allCases.map { .filled($0) })) }
    public func asked(_ priority: Priority) -> Hours { hours(.asked(priority)) }
    public func unfilled(_ priority: Priority) -> Hours { hours(.asked(priority)) - hours(.filled(priority)) }
    /// Effective: contracts less holidays and leave.
    public var capacity: Hours { hours(.capacity) }
    public var booked: Hours { hours(.booked) }
    public var billable: Hours { hours(.billable) }
    public var overtime: Hours { hours(.overtime) }
    public var bench: Hours { hours(.bench) }
    public var subcontracted: Hours { hours(.subcontracted) }
    public var revenue: Money { money(.revenue) }
    public var cost: Money { money(.labour, .overtimePremium, .subcontracting) }
    /// See `Figures.worth`.
    public var worth: Money { money(.worth) }
}
