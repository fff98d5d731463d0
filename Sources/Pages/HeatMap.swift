// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
public import Staffing
import Verification

/// Who is how full in which week, by groups of people.
public struct HeatMap: Sendable {
    public enum Grouping: String, Sendable, CaseIterable {
        case role, office, grade
        /// Everybody in the order of the files.
        case none
    }

    /// Hours on a line in a week.
    public struct Work: Sendable, Equatable {
        public let line: LineID
        public let hours: Hours
        /// Of a proposal, which may not be won.
        public let isTentative: Bool
    }

    /// A week of a person, or of a group: sum over sum.
    public struct Cell: Sendable, Equatable {
        /// Contracted less holidays and leave.
        public var effective = Hours.zero
        /// On projects, proposals among them.
        public var load = Hours.zero
        public var tentative = Hours.zero
        /// Not yet on anything, and open to projects: of a group, what its people have left, whatever others do too much.
        public var free = Hours.zero
        /// Of a group: how many of its people do more than they have.
        public var overloaded = 0
        public var work: [Work] = []

        /// Nil where there is no capacity.
        public var utilisation: Double? { effective > .zero ? load.inHours / effective.inHours : nil }

        static func + (left: Cell, right: Cell) -> Cell {
            Cell(
                effective: left.effective + right.effective, load: left.load + right.load,
                tentative: left.tentative + right.tentative, free: left.free + right.free,
                overloaded: left.overloaded + right.overloaded)
        }
    }

    public struct Row: Sendable {
        /// In `Firm.people`.
        public let person: Int
        public let cells: [Cell]
    }

    public struct Group: Sendable {
        /// Empty where people are not grouped.
        public let name: String
        public let rows: [Row]
        public let sums: [Cell]
    }

    public let firm: Firm
    public let grouping: Grouping
    /// Whether people lead to their pages, and their work to the reason for it, as on a site.
    public var hasLinks = false
    public let groups: [Group]
    /// Of everybody.
    public let sums: [Cell]
    let figures: Figures

    public init(of planned: PlannedFirm, by grouping: Grouping) {
        let firm = planned.situation.firm
        self.firm = firm
        self.grouping = grouping
        figures = planned.figures
        let rows = HeatMap.cells(of: planned)
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for (index, person) in firm.people.enumerated() {
            let name = grouping.name(of: person, in: firm)
            if members[name] == nil { order.append(name) }
            members[name, default: []].append(index)
        }
        let weeks = firm.horizon.weekCount
        groups = order.map { name in
            let people = members[name] ?? []
            return Group(
                name: name, rows: people.map { Row(person: $0, cells: rows[$0]) },
                sums: (0..<weeks).map { week in people.reduce(Cell()) { $0 + rows[$1][week] } })
        }
        sums = (0..<weeks).map { week in rows.reduce(Cell()) { $0 + $1[week] } }
    }

    /// By person and week.
    private static func cells(of planned: PlannedFirm) -> [[Cell]] {
        let situation = planned.situation
        let tally = Tally(of: planned.plan, in: situation)
        let isTentative = situation.demand.lines.map { situation.firm.projects[$0.project].stage != .won }
        var cells = situation.firm.people.indices.map { person in
            situation.capacity.weeks(of: person).enumerated().map { week, capacity in
                let load = tally.load(person: person, week: week)
                return Cell(
                    effective: capacity.effective, load: load, free: max(.zero, capacity.plannable - load),
                    overloaded: load - capacity.effective >= Hours(seconds: 60) ? 1 : 0)
            }
        }
        for entry in tally.entries where entry.hours > .zero {
            let work = Work(
                line: situation.demand.lines[entry.line].id, hours: entry.hours, isTentative: isTentative[entry.line])
            cells[entry.person][entry.week].add(work)
        }
        return cells
    }
}

extension HeatMap.Cell {
    /// Hours of one line stand together, whatever they are called in the plan.
    fileprivate mutating func add(_ item: HeatMap.Work) {
        if item.isTentative { tentative += item.hours }
        if let index = work.firstIndex(where: { $0.line == item.line }) {
            work[index] = HeatMap.Work(
                line: item.line, hours: work[index].hours + item.hours, isTentative: item.isTentative)
        } else {
            work.append(item)
        }
    }
}

extension HeatMap.Grouping {
    fileprivate func name(of person: Person, in firm: Firm) -> String {
        switch self {
        case .role: person.role?.text ?? "(no role)"
        case .office: firm.offices.first { $0.id == person.office }?.name ?? person.office?.text ?? "(no office)"
        case .grade: person.grade?.text ?? "(no grade)"
        case .none: ""
        }
    }
}
