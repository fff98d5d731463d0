// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// The point that keeps all that can be kept of the commitment and does nothing else; zero where there is none.
    ///
    /// What can be kept fits together, into people's weeks and into lines, so the point keeps every row, a change budget
    /// included, but for one that asks for something new.
    func pointThatKeeps() -> [Double] {
        var values = [Double](repeating: 0, count: model.columnCount)
        let kept = situation.promises.indices.filter { situation.promises[$0].origin == .kept }
        guard !kept.isEmpty else { return values }
        let columnAt = Dictionary(zip(decisions, decisions.indices), uniquingKeysWith: { first, _ in first })
        for index in kept {
            let promise = situation.promises[index]
            guard let person = promise.person, let column = columnAt[.kept(promise: index)] else { continue }
            values[column] = promise.hours.inHours
            if situation.need(of: promise.line).spread == .steady {
                guard let stretch = situation.stretches[promise.line].firstIndex(of: promise.weeks),
                    let share = columnAt[.share(person: person, line: promise.line, stretches: stretch...stretch)]
                else { continue }
                let whole = promise.weeks.reduce(Hours.zero) {
                    $0 + situation.delivery(person: person, line: promise.line, week: $1)
                }
                if whole > .zero { values[share] = promise.hours.inHours / whole.inHours }
            } else if let hours = columnAt[
                .hours(person: person, line: promise.line, week: promise.weeks.lowerBound)]
            {
                values[hours] = promise.hours.inHours
            }
        }
        addOvertime(to: &values)
        return values
    }

    /// As much as the hours of each person's week are beyond their capacity.
    private func addOvertime(to values: inout [Double]) {
        let activity = model.activities(at: values)
        let rowAt = Dictionary(
            limits.enumerated().compactMap { row, limit -> ([Int], Int)? in
                guard case .capacity(let person, let weeks) = limit else { return nil }
                return ([person, weeks[0]], row)
            }, uniquingKeysWith: { first, _ in first })
        for (column, decision) in decisions.enumerated() {
            guard case .overtime(let person, let week) = decision, let row = rowAt[[person, week]] else { continue }
            let beyond = activity[row] - model[Row(row)].upper
            if beyond > 0 { values[column] = min(beyond, model[Column(column)].upper) }
        }
    }
}
