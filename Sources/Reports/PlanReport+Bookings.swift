// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

extension PlanReport {
    /// Each line with what it asks for and who does it.
    func bookings() -> [String] {
        var table = TextTable([
            .text("line", .cut(floor: 14)), .text("weeks"), .number("hours"), .number("filled"),
            .text("who, hours a week", .wrap(floor: 24)),
        ])
        let crews = crews()
        for (project, item) in firm.projects.enumerated() {
            let lines = planned.situation.demand.lines.indices.filter {
                planned.situation.demand.lines[$0].project == project
                    && !planned.situation.demand.lines[$0].weeks.isEmpty
            }
            guard !lines.isEmpty else { continue }
            table.addHeading(title(of: item))
            for line in lines {
                let demand = planned.situation.demand.lines[line]
                guard planned.situation.weight(of: line) > .zero else {
                    table.add(["\(demand.id.line)", .init(weeks(of: demand)), .init("left out"), "", ""])
                    continue
                }
                let coverage = figures.lines[line]
                let isShort = !coverage.unfilled.isDust
                table.add([
                    "\(demand.id.line)", .init(weeks(of: demand)), .init(Numbers.hours(coverage.asked)),
                    .init(Numbers.percent(coverage), isShort ? .warning : nil),
                    .init(crews[demand.id] ?? "nobody", crews[demand.id] == nil ? .bad : nil),
                ])
            }
        }
        return table.isEmpty ? [] : [style.heading("Who works on what")] + table.lines(style)
    }

    private func title(of project: Project) -> String {
        switch project.stage {
        case .won, .lost: project.name
        case .proposed(let chance): "\(project.name), proposed \(Numbers.percent(chance))"
        }
    }

    private func weeks(of demand: LineDemand) -> String {
        Numbers.weeks(
            firm.horizon.firstWeek.advanced(by: demand.weeks.lowerBound),
            firm.horizon.firstWeek.advanced(by: demand.weeks.upperBound - 1))
    }

    /// Who works on each line, most hours first, with hours a week over the weeks that they work on it.
    private func crews() -> [LineID: String] {
        struct Part {
            let name: String
            var hours: Hours
            var weeks: Set<Week>
            let order: Int
        }
        var parts: [LineID: [String: Part]] = [:]
        func add(_ name: String, _ line: LineID, _ weeks: [WeekHours]) {
            var part = parts[line]?[name] ?? Part(name: name, hours: .zero, weeks: [], order: parts[line]?.count ?? 0)
            part.hours += weeks.total
            part.weeks.formUnion(weeks.map(\.week))
            parts[line, default: [:]][name] = part
        }
        let names = Dictionary(firm.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for assignment in plan.assignments {
            add(names[assignment.person] ?? assignment.person.text, assignment.line, assignment.weeks)
        }
        let pools = Dictionary(firm.subcontractors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for subcontract in plan.subcontracts {
            add(pools[subcontract.pool] ?? subcontract.pool.text, subcontract.line, subcontract.weeks)
        }
        return parts.mapValues { crew in
            crew.values.sorted { ($1.hours, $0.order) < ($0.hours, $1.order) }.map { part in
                let weekly = Hours(seconds: part.hours.seconds / max(1, part.weeks.count))
                return "\(part.name) \(Numbers.hours(weekly))".replacing(" ", with: "\u{A0}")
            }.joined(separator: ", ")
        }
    }
}
