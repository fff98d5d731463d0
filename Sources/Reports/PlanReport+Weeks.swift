// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

extension PlanReport {
    /// Load of each person in per cent of the week's effective capacity; as many weeks side by side as fit, in blocks.
    func weeks() -> [String] {
        let tally = Tally(of: plan, in: planned.situation)
        let nameWidth = min(20, firm.people.map(\.name.columns).max() ?? 0)
        let perBlock = max(4, (style.width - 2 - nameWidth) / 5)
        let all = Array(0..<firm.horizon.weekCount)
        let blocks = stride(from: 0, to: all.count, by: perBlock).map { all[$0..<min($0 + perBlock, all.count)] }
        let head = style.heading("Load by week, per cent of effective capacity")
        let legend = style.paint("  · nothing booked   -- not there   ! more than capacity", .quiet)
        return [head, legend] + blocks.flatMap { [""] + block($0, tally: tally, nameWidth: nameWidth) }
    }

    private func block(_ weeks: ArraySlice<Int>, tally: Tally, nameWidth: Int) -> [String] {
        func padded(_ text: String) -> String {
            let cut = text.printable.cut(to: nameWidth)
            return "  " + cut + String(repeating: " ", count: nameWidth - cut.columns)
        }
        let first = firm.horizon.firstWeek
        let title = padded("") + weeks.map { "  " + Numbers.week(first.advanced(by: $0)) }.joined()
        return [style.paint(title, .quiet)]
            + firm.people.enumerated().map { index, person in
                padded(person.name)
                    + weeks.map { week in
                        let effective = planned.situation.capacity[index, week].effective
                        let (text, tone) = mark(tally.load(person: index, week: week), of: effective)
                        return String(repeating: " ", count: 5 - text.count) + style.paint(text, tone)
                    }.joined()
            }
    }

    private func mark(_ load: Hours, of effective: Hours) -> (String, Style.Tone?) {
        if effective == .zero { return load > .zero ? ("!", .bad) : ("--", .quiet) }
        if load == .zero { return ("·", .quiet) }
        let percent = Int((load.inHours / effective.inHours * 100).rounded())
        // A few minutes that are left of a week may be booked a thousand times over.
        if percent > 999 { return (">999!", .bad) }
        return load > effective ? ("\(percent)!", .bad) : ("\(percent)", percent >= 90 ? .strong : nil)
    }
}
