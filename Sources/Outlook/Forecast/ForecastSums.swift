// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing
import Verification

/// The rows of a forecast while hours are added to them.
struct ForecastSums {
    let columns: [Forecast.Column]
    private(set) var rows: [Forecast.Row]
    private(set) var total: Forecast.Row
    private let columnOfWeek: [Int]
    private let keysOfPerson: [[Forecast.Key]]

    init(_ situation: Situation, _ grouping: Forecast.Grouping, _ period: Period) {
        let firm = situation.firm
        let pattern = firm.calendars.first { $0.id == firm.calendar }?.pattern ?? .fullTime
        let columns = Forecast.columns(of: firm.horizon, per: period, pattern: pattern)
        self.columns = columns
        columnOfWeek = columns.enumerated().flatMap { index, column in column.weeks.map { _ in index } }
        let keysOfLine = situation.demand.lines.indices.map { grouping.keys(of: situation.need(of: $0)) }
        keysOfPerson = firm.people.map(grouping.keys)
        let keys = (grouping.listed(in: firm) + keysOfPerson.joined() + keysOfLine.joined()).uniqued()
        let empty = columns.map { _ in Forecast.Cell() }
        rows = (keys.filter { $0 != .any } + keys.filter { $0 == .any }).map { Forecast.Row(key: $0, cells: empty) }
        total = Forecast.Row(key: .any, cells: empty)
        for person in firm.people.indices {
            for (week, cell) in situation.capacity.weeks(of: person).enumerated() {
                add(
                    Forecast.Cell(effective: cell.effective, plannable: cell.plannable), week, keysOfPerson[person])
            }
        }
        for (line, demand) in situation.demand.lines.enumerated() {
            let stage = situation.project(of: line).stage
            for week in demand.weeks {
                add(Forecast.Cell(asking: demand.hours(in: week), stage), week, keysOfLine[line])
            }
        }
    }

    /// Adds the hours that a plan puts on people.
    mutating func add(_ tally: Tally) {
        for entry in tally.entries {
            add(Forecast.Cell(load: entry.hours), entry.week, keysOfPerson[entry.person])
        }
    }

    private mutating func add(_ cell: Forecast.Cell, _ week: Int, _ keys: [Forecast.Key]) {
        let column = columnOfWeek[week]
        for row in rows.indices where keys.contains(rows[row].key) {
            rows[row].cells[column] = rows[row].cells[column] + cell
        }
        total.cells[column] = total.cells[column] + cell
    }
}

extension Forecast.Cell {
    fileprivate init(asking hours: Hours, _ stage: Stage) {
        switch stage {
        case .won: self.init(confirmed: hours, weighted: hours, exposure: hours)
        case .proposed(let chance): self.init(weighted: hours.times(chance), exposure: hours)
        case .lost: self.init()
        }
    }
}

extension Forecast.Grouping {
    /// Rows that are shown even where they are empty.
    fileprivate func listed(in firm: Firm) -> [Forecast.Key] {
        switch self {
        case .skill, .role: []
        case .office: firm.offices.map { .office($0.id) }
        }
    }

    fileprivate func keys(of person: Person) -> [Forecast.Key] {
        keys(person.skills, person.role, person.office)
    }

    fileprivate func keys(of line: DemandLine) -> [Forecast.Key] {
        keys(line.skills, line.role, line.office)
    }

    private func keys(
        _ skills: [SkillLevel], _ role: Identifier<Role>?, _ office: Identifier<Office>?
    ) -> [Forecast.Key] {
        switch self {
        case .skill: skills.isEmpty ? [.any] : skills.map { .skill($0.skill) }
        case .role: [role.map { .role($0) } ?? .any]
        case .office: [office.map { .office($0) } ?? .any]
        }
    }
}
