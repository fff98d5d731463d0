// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import Staffing
import Verification

/// The frame that the sheets of people by week have in common: the same person stands in the same row, the same week in
/// the same column, so that a formula finds the cell of another sheet at its own place.
struct StaffGrid: Sendable {
    enum Line: Sendable {
        case everybody
        /// People of one role, who stand in the rows below.
        case group(String, people: [Int])
        case person(Int)
    }

    static let headRows = 5
    /// Person, office, total.
    static let headColumns = 3
    static let totalColumn = 2

    let firm: Firm
    let lines: [Line]
    let effective: [[Hours]]
    let load: [[Hours]]

    init(of planned: PlannedFirm) {
        let situation = planned.situation
        let tally = Tally(of: planned.plan, in: situation)
        firm = situation.firm
        let weeks = 0..<firm.horizon.weekCount
        effective = firm.people.indices.map { situation.capacity.weeks(of: $0).map(\.effective) }
        load = firm.people.indices.map { person in weeks.map { tally.load(person: person, week: $0) } }
        lines = StaffGrid.lines(of: firm)
    }

    /// Everybody, then each role in the order in which people first have it.
    private static func lines(of firm: Firm) -> [Line] {
        var order: [Identifier<Role>?] = []
        var members: [Identifier<Role>?: [Int]] = [:]
        for (index, person) in firm.people.enumerated() {
            if members[person.role] == nil { order.append(person.role) }
            members[person.role, default: []].append(index)
        }
        guard order.count > 1 else { return [.everybody] + firm.people.indices.map { .person($0) } }
        return [.everybody]
            + order.flatMap { role -> [Line] in
                let people = members[role] ?? []
                return [.group(role?.text ?? "(no role)", people: people)] + people.map { .person($0) }
            }
    }

    var hasGroups: Bool {
        lines.contains { if case .group = $0 { true } else { false } }
    }

    var weekCount: Int { firm.horizon.weekCount }
    var rowCount: Int { StaffGrid.headRows + lines.count }
    var lastColumn: Int { StaffGrid.headColumns + weekCount - 1 }

    static func column(ofWeek week: Int) -> Int { headColumns + week }
    static func row(of line: Int) -> Int { headRows + line }

    /// Numbers of the lines, from the total on.
    var numbers: Area {
        Area(
            rows: StaffGrid.headRows...max(StaffGrid.headRows, rowCount - 1),
            columns: StaffGrid.totalColumn...lastColumn)
    }

    /// The rows whose sum a line is; nil for a person.
    func rows(under line: Int) -> ClosedRange<Int>? {
        switch lines[line] {
        case .everybody:
            let first = StaffGrid.row(of: line) + 1
            return first...max(first, rowCount - 1)
        case .group(_, let people):
            let first = StaffGrid.row(of: line) + 1
            return first...first + people.count - 1
        case .person: return nil
        }
    }

    /// Summed over the people of a line, in one week or, where nil, in all.
    func sum(_ hours: [[Hours]], _ line: Int, _ week: Int?) -> Hours {
        func ofOne(_ person: Int) -> Hours { week.map { hours[person][$0] } ?? hours[person].reduce(.zero, +) }
        switch lines[line] {
        case .everybody: return firm.people.indices.reduce(.zero) { $0 + ofOne($1) }
        case .group(_, let people): return people.reduce(.zero) { $0 + ofOne($1) }
        case .person(let person): return ofOne(person)
        }
    }
}
