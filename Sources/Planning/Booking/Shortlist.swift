// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// Who is looked at for a job where far too many could do it: those who bring most beyond the price of their time, stretch
/// by stretch. Everybody else is priced with them, but takes no room in a problem.
///
/// Before any prices are known, those who bring most are the same few people for every job, so others are taken beside them
/// at equal distances: a sample in which everybody is looked at somewhere, and has a price in the end.
struct Shortlist {
    private let situation: Situation
    /// Major units for an hour, by worker and week; nil before they are known.
    private let prices: [[Double]]?
    /// By line: who is looked at in any case.
    private let held: [Int: Set<Int>]
    /// People who may only be where others are, and those others.
    private let tied: Set<Int>
    private let major: Double
    /// So many of each stretch. Where no more than three times as many could do a job, all are looked at.
    private static let width = 60

    /// - Parameter held: by line, the people who are to be looked at in any case.
    init(of situation: Situation, at prices: [[Double]]?, keeping held: [Int: Set<Int>]) {
        self.situation = situation
        self.prices = prices
        self.held = held
        tied = Set(situation.companionships().flatMap { [$0.person] + $0.anyOf })
        major = 1 / Double(situation.firm.currency.scale)
    }

    /// The candidates of a line that are looked at for a job of it, in their order.
    /// - Parameter stretches: of the job.
    func candidates(for job: AllocationOfFirm.Job, through stretches: [Range<Int>], _ work: LineWork) -> [Candidate] {
        let all = situation.candidates[job.line]
        let need = situation.need(of: job.line)
        guard all.count > 3 * Shortlist.width, need.mix.isEmpty else { return all }
        var isChosen = all.map { isNeeded($0, on: job.line) }
        for stretch in stretches {
            let gains = all.map { gain(of: $0, job, through: stretch, work) }
            for index in best(of: gains, beginning: (job.line + stretch.lowerBound) * 7919 % all.count) {
                isChosen[index] = true
            }
        }
        if prices == nil {
            let distance = max(1, all.count / (2 * Shortlist.width))
            for index in stride(from: job.line % distance, to: all.count, by: distance) { isChosen[index] = true }
        }
        return all.indices.filter { isChosen[$0] }.map { all[$0] }
    }

    private func isNeeded(_ candidate: Candidate, on line: Int) -> Bool {
        candidate.isBooked || tied.contains(candidate.person) || held[line]?.contains(candidate.person) ?? false
            || situation.promises(of: candidate.person, on: line).contains { $0.promise.person != nil }
    }

    /// What the job brings in the candidate's hands beyond the price of their time; of loose work, an hour of it.
    private func gain(
        of candidate: Candidate, _ job: AllocationOfFirm.Job, through stretch: Range<Int>, _ work: LineWork
    ) -> Double {
        let own = prices?[candidate.person]
        if let week = job.week {
            return situation.value(of: candidate, line: job.line, week: week) - (own?[week] ?? 0) / major
        }
        return work.worth(of: candidate, through: stretch) { (own?[$0] ?? 0) / major } ?? -.infinity
    }

    /// The positions of the largest gains; of equal ones at the edge, those that come first from the beginning.
    private func best(of gains: [Double], beginning: Int) -> [Int] {
        let sorted = gains.sorted(by: >)
        let edge = sorted[Shortlist.width - 1]
        guard edge > -.infinity else { return gains.indices.filter { gains[$0] > -.infinity } }
        let above = gains.indices.filter { gains[$0] > edge }
        let around = Array(beginning..<gains.count) + Array(0..<beginning)
        let equal = around.filter { gains[$0] == edge }
        return above + equal.prefix(Shortlist.width - above.count)
    }
}
