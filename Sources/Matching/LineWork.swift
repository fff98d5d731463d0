// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// What people could do of one line, and what it brings: all that does not depend on the person is looked up once, since
/// thousands of people are looked at for each of thousands of lines. It says what ``Situation/delivery(person:line:week:)``
/// and its neighbours say.
public struct LineWork: Sendable {
    private let situation: Situation
    private let line: Int
    private let weeks: Range<Int>
    private let open: [Hours]
    private let working: [(open: Hours, full: Hours)]
    private let weight: Double
    private let unmet: Money
    private let isCharged: Bool
    /// Before it nothing is asked for.
    private let begin: Int

    public init(of line: Int, in situation: Situation) {
        let demand = situation.demand.lines[line]
        self.situation = situation
        self.line = line
        weeks = demand.weeks
        open = weeks.map { situation.openHours(line: line, week: $0) }
        working = weeks.map { demand.working(in: $0) }
        weight = situation.weight(of: line).fraction
        unmet = situation.unmetPrice(line: line).perHour
        isCharged = situation.firm.policy.cost == .full
        begin = weeks.first { demand.hours(in: $0) > .zero } ?? weeks.upperBound
    }

    /// See ``Situation/delivery(person:line:week:)``.
    @inline(__always)
    private func delivery(_ person: Int, _ week: Int) -> Hours {
        let cell = situation.capacity[person, week]
        let (present, full) = (cell.effective, cell.full)
        let (asked, line) = (open[week - weeks.lowerBound], working[week - weeks.lowerBound])
        guard present > .zero else { return .zero }
        if present.seconds * line.full.seconds >= full.seconds * line.open.seconds { return asked }
        return asked.scaledDown(by: line.full, over: line.open).scaledDown(by: present, over: full)
    }

    /// See ``Situation/canHold(person:line:through:)``.
    public func canHold(_ person: Int, through stretch: Range<Int>) -> Bool {
        if situation.isFrozen(stretch.lowerBound) { return false }
        var isAsked = false
        for week in stretch where open[week - weeks.lowerBound] > .zero {
            if delivery(person, week) > .zero { return true }
            isAsked = true
        }
        return !isAsked
    }

    /// What the whole line brings through a stretch in the candidate's hands, beyond what is paid for their hours.
    ///
    /// - Parameters:
    ///   - scale: by what minor units are multiplied.
    ///   - price: what an hour of the candidate's week costs, in minor units.
    /// - Returns: nil where they cannot hold it.
    public func worth(
        of candidate: Candidate, through stretch: Range<Int>, scale: Double = 1, less price: (_ week: Int) -> Double
    ) -> Double? {
        guard canHold(candidate.person, through: stretch) else { return nil }
        var sum = 0.0
        for week in stretch {
            let hours = delivery(candidate.person, week)
            if hours == .zero { continue }
            sum += hours.inHours * (value(of: candidate, week) - price(week)) * scale
        }
        return sum
    }

    /// See ``Situation/value(of:line:week:)``.
    @inline(__always)
    private func value(of candidate: Candidate, _ week: Int) -> Double {
        let bill = situation.tables.bill(line: line, person: candidate.person, week: week).perHour
        let cost = isCharged ? situation.tables.cost(person: candidate.person, week: week).perHour : .zero
        return weight * Double((bill + unmet - cost - candidate.misfit.perHour).minorUnits)
    }

    /// Hours that the person delivers in each week of the stretches.
    public func deliveries(of person: Int, through stretches: [Range<Int>]) -> [Double] {
        var hours: [Double] = []
        hours.reserveCapacity(weeks.count)
        for stretch in stretches { for week in stretch { hours.append(delivery(person, week).inHours) } }
        return hours
    }

    /// See ``Situation/handOverCost(person:line:from:)``.
    public func handOverCost(_ person: Int, from week: Int) -> Double {
        begin < week ? situation.handOverCost(person: person, line: line, from: week) : 0
    }
}
