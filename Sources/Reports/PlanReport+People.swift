// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Verification

extension PlanReport {
    /// Each person with load, utilisation, bench and lines; then the groups, sum over sum.
    func people() -> [String] {
        var table = TextTable([
            .text("person", .cut(floor: 12)), .text("role", .cut(floor: 8)), .number("capacity"), .number("booked"),
            .number("used"), .number("bench"), .text("on", .wrap(floor: 18)),
        ])
        var lines: [Identifier<Person>: [String]] = [:]
        for assignment in plan.assignments {
            let name = assignment.line.description
            if lines[assignment.person]?.contains(name) != true { lines[assignment.person, default: []].append(name) }
        }
        for (person, use) in zip(firm.people, figures.people) {
            table.add([
                .init(person.name), .init(person.role?.text ?? ""), .init(Numbers.hours(use.effective)),
                .init(Numbers.hours(use.load)), .init(Numbers.percent(use.utilisation), tone(of: use)),
                .init(Numbers.hours(use.bench)), .init((lines[person.id] ?? []).joined(separator: ", ")),
            ])
        }
        return [style.heading("People")] + table.lines(style) + [""] + groups("Roles") { $0.role?.text ?? "(no role)" }
            + (firm.offices.isEmpty ? [] : [""] + groups("Offices") { $0.office?.text ?? "(no office)" })
    }

    func tone(of use: Figures.Use) -> Style.Tone? {
        guard let ratio = use.utilisation else { return .quiet }
        return ratio > 1.0001 ? .bad : nil
    }

    private func groups(_ title: String, by key: (Person) -> String) -> [String] {
        var order: [String] = []
        var sums: [String: (count: Int, use: Figures.Use)] = [:]
        for (person, use) in zip(firm.people, figures.people) {
            let name = key(person)
            if sums[name] == nil { order.append(name) }
            let before = sums[name] ?? (0, Figures.Use.none)
            sums[name] = (before.count + 1, before.use + use)
        }
        var table = TextTable([
            .text(title.lowercased(), .cut(floor: 12)), .number("people"), .number("capacity"), .number("booked"),
            .number("used"), .number("billable"), .number("bench"),
        ])
        for name in order {
            guard let (count, use) = sums[name] else { continue }
            table.add([
                .init(name), .init("\(count)"), .init(Numbers.hours(use.effective)), .init(Numbers.hours(use.load)),
                .init(Numbers.percent(use.utilisation)), .init(Numbers.percent(use.billableUtilisation)),
                .init(Numbers.hours(use.bench)),
            ])
        }
        return [style.heading(title)] + table.lines(style)
    }
}
