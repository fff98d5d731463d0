// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What the rows of a sweep say together.
public struct SweepSummary: Sendable, Equatable {
    /// All draws at one point of the grid.
    public struct Point: Sendable, Equatable {
        public let values: [String]
        public let count: Int
        public let asked: Spread<Hours>
        public let filled: Spread<Hours>
        public let coverage: Spread<Double>
        public let revenue: Spread<Money>
        public let cost: Spread<Money>
        public let margin: Spread<Money>
        public let worth: Spread<Money>
        public let overtime: Spread<Hours>
        public let subcontracted: Spread<Hours>
        public let bench: Spread<Hours>
        public let hires: [Hires]
        public let proposals: [Proposal]
    }

    /// People to hire for a skill in a month, in thousandths.
    public struct Hires: Sendable, Equatable {
        public let skill: String
        public let month: String
        public let thousandths: Spread<Int>
    }

    /// What the firm looks like with a proposal and without it.
    public struct Proposal: Sendable, Equatable {
        public let id: Identifier<Project>
        public let wins: Int
        /// Nil where it is never won.
        public let marginIfWon: Money?
        /// Nil where it is always won.
        public let marginIfLost: Money?
        public let coverageIfWon: Double?
        public let coverageIfLost: Double?
    }

    public let input: SweepInput
    public let points: [Point]

    /// - Parameter rows: all of the sweep, by their numbers.
    public init(of rows: [SweepRow], from input: SweepInput) {
        self.input = input
        let perPoint = max(1, input.draws ?? 1)
        points = stride(from: 0, to: rows.count, by: perPoint).compactMap { first in
            Point(of: rows[first..<min(first + perPoint, rows.count)], proposals: input.proposals)
        }
    }
}

extension SweepSummary.Point {
    /// Nil without rows.
    init?(of rows: ArraySlice<SweepRow>, proposals: [SweepInput.Proposal]) {
        func spread<Value>(_ value: (SweepRow) -> Value) -> Spread<Value>? { Spread(of: rows.map(value)) }
        guard let first = rows.first, let asked = spread(\.asked), let filled = spread(\.filled),
            let coverage = spread(\.coverage), let revenue = spread(\.revenue), let cost = spread(\.cost),
            let margin = spread(\.margin), let worth = spread(\.worth), let overtime = spread(\.overtime),
            let subcontracted = spread(\.subcontracted), let bench = spread(\.bench)
        else { return nil }
        self.init(
            values: first.values, count: rows.count, asked: asked, filled: filled, coverage: coverage,
            revenue: revenue, cost: cost, margin: margin, worth: worth, overtime: overtime,
            subcontracted: subcontracted, bench: bench, hires: Self.hires(rows),
            proposals: first.draw == nil ? [] : proposals.map { SweepSummary.Proposal(Identifier($0.id), in: rows) })
    }

    /// Skills by how many people they lack in all, then by name; months in order. A row that does not name a skill and
    /// month needs nobody there.
    private static func hires(_ rows: ArraySlice<SweepRow>) -> [SweepSummary.Hires] {
        var needs: [String: [String: [Int]]] = [:]
        for need in rows.flatMap(\.hires) {
            needs[need.skill, default: [:]][need.month, default: []].append(need.thousandths)
        }
        let totals = needs.mapValues { months in months.values.reduce(0) { $0 + $1.reduce(0, +) } }
        let skills = needs.keys.sorted { (totals[$1] ?? 0, $0) < (totals[$0] ?? 0, $1) }
        return skills.flatMap { skill in
            (needs[skill] ?? [:]).sorted { $0.key < $1.key }.compactMap { month, found in
                let zeros = Array(repeating: 0, count: rows.count - found.count)
                return Spread(of: found + zeros).map {
                    SweepSummary.Hires(skill: skill, month: month, thousandths: $0)
                }
            }
        }
    }
}

extension SweepSummary.Proposal {
    fileprivate init(_ id: Identifier<Project>, in rows: ArraySlice<SweepRow>) {
        let won = rows.filter { $0.wins.contains(id) }
        let lost = rows.filter { !$0.wins.contains(id) }
        self.init(
            id: id, wins: won.count, marginIfWon: Spread(of: won.map(\.margin))?.p50,
            marginIfLost: Spread(of: lost.map(\.margin))?.p50, coverageIfWon: Spread(of: won.map(\.coverage))?.p50,
            coverageIfLost: Spread(of: lost.map(\.coverage))?.p50)
    }
}
