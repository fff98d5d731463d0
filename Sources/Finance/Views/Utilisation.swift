// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How much of their working time people have worked. Of a group it is the sum of hours over the sum of working time,
/// never the mean of percentages.
public struct UtilisationFigures: Summable, Equatable {
    /// Contracts less holidays and leave.
    public var capacity = Hours.zero
    /// Approved billable hours on clients' projects.
    public var billable = Hours.zero
    /// Approved hours on clients' projects, billable or not.
    public var client = Hours.zero
    /// All approved hours.
    public var worked = Hours.zero

    public init() {}

    /// Nil where there is no working time.
    public var billableShare: Share? { Share.ratio(billable, capacity) }
    public var clientShare: Share? { Share.ratio(client, capacity) }
    public var workedShare: Share? { Share.ratio(worked, capacity) }

    public static func += (left: inout UtilisationFigures, right: UtilisationFigures) {
        left.capacity += right.capacity
        left.billable += right.billable
        left.client += right.client
        left.worked += right.worked
    }
}

extension Controlling {
    /// Utilisation of some months, the current one through today.
    /// - Parameter grouping: person, office, portfolio or month: projects and clients have no working time.
    public func utilisation(
        by grouping: ReportGrouping, _ months: ClosedRange<Month>
    ) -> Grouped<UtilisationFigures> {
        var sums = Summing<UtilisationFigures>(grouping, self)
        let first = months.lowerBound.days.first
        let last = min(months.upperBound.days.last, max(today, first))
        for person in firm.people {
            var byMonth: [Month: Hours] = [:]
            for (offset, hours) in firm.workingHours(of: person, over: DayRange(first, last)).enumerated()
            where hours > .zero {
                byMonth[Month(of: first + offset), default: .zero] += hours
            }
            for (month, hours) in byMonth.sorted(by: { $0.key < $1.key }) {
                var figures = UtilisationFigures()
                figures.capacity = hours
                sums.add(figures, at: Place(person: person.id, month: month))
            }
        }
        for work in worked where months.contains(work.month) {
            var figures = UtilisationFigures()
            figures.worked = work.total
            if projects[work.project]?.client != nil || pricing.contract(of: work.project) != nil {
                figures.client = work.total
                if work.billable { figures.billable = work.total }
            }
            sums.add(figures, at: Place(project: work.project, person: work.person, month: work.month))
        }
        return sums.grouped
    }
}
