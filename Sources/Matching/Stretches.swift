// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension Situation {
    /// The stretches of a steady line: it may change hands where somebody who is eligible joins, departs, is away for
    /// longer than the policy's long absence, or is pinned for half of their time as long, and where subcontractors
    /// begin or end; and where frozen weeks end. Without such an event there is one stretch, the line's whole life.
    ///
    /// Where so many people come and go that the runs of stretches would outgrow the model (`mostRuns`), the line is
    /// cut where most people change, those who are booked on it first; other absences are then left to cover.
    ///
    /// - Returns: runs of weeks, by position in the horizon, that together cover the line's weeks.
    func cutIntoStretches(_ line: Int) -> [Range<Int>] {
        let weeks = demand.lines[line].weeks
        guard !weeks.isEmpty else { return [] }
        guard need(of: line).spread == .steady else { return [weeks] }
        var changes: [Int: Int] = [:]
        for candidate in candidates[line] {
            let weight = candidate.isBooked ? candidates[line].count : 1
            for absence in absences(of: candidate.person, in: weeks) {
                changes[absence.lowerBound, default: 0] += weight
                changes[absence.upperBound, default: 0] += weight
            }
        }
        for pool in pools(for: line) {
            for week in weeks.dropFirst() {
                let isOpen = [week - 1, week].map { capacity(ofPool: pool, week: $0) > .zero }
                if isOpen[0] != isOpen[1] { changes[week, default: 0] += max(1, candidates[line].count) }
            }
        }
        let freeze = [firstOpenWeek].filter { weeks.lowerBound < $0 && $0 < weeks.upperBound }
        let cuts = changes.filter { weeks.lowerBound < $0.key && $0.key < weeks.upperBound }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(mostStretches(for: candidates[line].count) - 1).map(\.key)
        let edges = Set(cuts + freeze).sorted()
        return zip([weeks.lowerBound] + edges, edges + [weeks.upperBound]).map { $0..<$1 }
    }

    /// Runs of stretches that one line may have over all its candidates; a line of n stretches has n(n + 1)/2 for each.
    private static let mostRuns = 240

    private func mostStretches(for candidates: Int) -> Int {
        (2...40).last { candidates * $0 * ($0 + 1) / 2 <= Situation.mostRuns } ?? 2
    }

    /// The runs of weeks in which the person is not employed, and those longer than the policy's long absence in which
    /// they are away or pinned for half of their time.
    private func absences(of person: Int, in weeks: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = weeks.lowerBound
        while start < weeks.upperBound {
            let state = state(of: person, in: start)
            let end = weeks[start...].first { self.state(of: person, in: $0) != state } ?? weeks.upperBound
            switch state {
            case .there: break
            case .notEmployed: runs.append(start..<end)
            case .away: if end - start > firm.policy.longAbsenceWeeks { runs.append(start..<end) }
            }
            start = end
        }
        return runs
    }

    private enum Presence { case there, away, notEmployed }

    private func state(of person: Int, in week: Int) -> Presence {
        let cell = capacity[person, week]
        // A week off in a pattern that alternates is no end of a contract.
        if cell.contracted == .zero, cell.full > .zero { return .notEmployed }
        let isBusy = 2 * pinned.hours(person: person, week: week) >= cell.full
        return cell.effective == .zero || isBusy ? .away : .there
    }
}
