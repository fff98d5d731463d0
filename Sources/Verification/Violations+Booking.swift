// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension PlanCheck {
    /// What a plan that calls itself bookable breaks of the rules of booking. Nothing of other plans: they promise none.
    ///
    /// What is pinned is nobody's decision: it counts, but breaks no rule by itself.
    func booking() -> [Violation] {
        guard plan.style == .bookable else { return [] }
        let shares = DecidedShares(of: tally)
        let weeks = BookedWeeks(of: tally, shares: shares, in: situation)
        return smallest(shares) + steps(shares) + slices() + atOnce(weeks) + sites(weeks) + companions(weeks)
            + teams(shares) + weeklyTeams(weeks) + mixes(shares)
    }

    /// By how much a share may miss what it is measured by: both are rounded to the millionth, and a share gives way by
    /// seconds where a week is full to the second. Ten seconds of an ordinary week are nobody's concern.
    func rounding(of line: Int, stretch: Int) -> Share {
        let week = situation.ordinaryWeek(line: line, stretch: stretch).seconds
        return Share(millionths: 2 + (week > 0 ? (10_000_000 + week - 1) / week : 0))
    }

    /// Every share of a steady line comes to the smallest booking in an ordinary week, or is a whole seat.
    private func smallest(_ shares: DecidedShares) -> [Violation] {
        shares.ofPeople.compactMap { held in
            let least = situation.leastShare(of: held.line, stretch: held.stretch)
            guard held.share + rounding(of: held.line, stretch: held.stretch) < least else { return nil }
            return .tooSmall(
                person(held.holder), line(held.line), begin(held.line, held.stretch), share: held.share, least: least)
        }
    }

    /// Every share is a whole number of steps or a whole seat; one of them may be all that is left of a line.
    private func steps(_ shares: DecidedShares) -> [Violation] {
        guard firm.policy.bookable.step != nil else { return [] }
        return shares.stretches.flatMap { item -> [Violation] in
            let place = item.place
            guard let step = situation.stepShare(of: place.line, stretch: place.stretch), step > .zero else {
                return []
            }
            let rounding = rounding(of: place.line, stretch: place.stretch)
            let seat = situation.largestShare(of: place.line)
            let odd = item.people.filter { $0.share + rounding < seat && !$0.share.isMultiple(of: step, rounding) }
            let all = item.people + item.pools
            let missing = Share.whole - all.reduce(.zero) { $0 + $1.share }
            let isFull = missing.millionths <= all.count * rounding.millionths
            guard odd.count > (isFull ? 1 : 0) else { return [] }
            return odd.map {
                .offStep(
                    person($0.holder), line(place.line), begin(place.line, place.stretch), share: $0.share, step: step)
            }
        }
    }

    /// Every piece of a weekly or anytime line comes to the slice, or to all that there is: of the line, or of the person's
    /// time beside pinned work. A second or two is rounding.
    private func slices() -> [Violation] {
        var sums: [Cell: Hours] = [:]
        for entry in tally.entries where entry.kind == .hourly {
            sums[Cell(person: entry.person, line: entry.line, week: entry.week), default: .zero] += entry.hours
        }
        return sums.sorted { $0.key < $1.key }.compactMap { cell, hours in
            guard hours > .zero, situation.isSliver(hours, person: cell.person, line: cell.line, week: cell.week) else {
                return nil
            }
            let least = situation.leastSlice(person: cell.person, line: cell.line, week: cell.week)
            return .sliver(person(cell.person), line(cell.line), week(cell.week), hours: hours, least: least)
        }
    }

    /// The week in which a stretch begins.
    func begin(_ line: Int, _ stretch: Int) -> Week { week(situation.stretches[line][stretch].lowerBound) }
}

extension Share {
    /// Whether it is a whole number of steps, each of which may have lost a part of a millionth.
    fileprivate func isMultiple(of step: Share, _ rounding: Share) -> Bool {
        let count = (millionths + step.millionths / 2) / step.millionths
        return count > 0 && abs(millionths - count * step.millionths) <= rounding.millionths + count
    }
}
