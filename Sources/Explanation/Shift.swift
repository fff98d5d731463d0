// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Hours that somebody gains or loses on a line from one plan to another.
public struct Shift: Sendable, Equatable {
    public enum Worker: Sendable, Hashable, CustomStringConvertible {
        case person(Identifier<Person>)
        case pool(Identifier<SubcontractorPool>)

        public var description: String {
            switch self {
            case .person(let id): id.text
            case .pool(let id): id.text
            }
        }
    }

    public let worker: Worker
    public let line: LineID
    /// In weeks in which they do more of it than before.
    public let gained: Hours
    /// In weeks in which they do less.
    public let lost: Hours

    public var net: Hours { gained - lost }
    /// Hours that change, either way.
    public var moved: Hours { gained + lost }

    /// Those of more than a minute; most hours first, then in the order of the plans.
    static func all(from base: Plan, to other: Plan) -> [Shift] {
        let before = Ledger(of: base)
        let after = Ledger(of: other)
        let order = before.order + after.order.filter { before.hours[$0] == nil }
        let shifts = order.map { key in
            let (old, new) = (before.hours[key] ?? [:], after.hours[key] ?? [:])
            var (gained, lost) = (Hours.zero, Hours.zero)
            for week in Set(old.keys).union(new.keys).sorted() {
                let change = (new[week] ?? .zero) - (old[week] ?? .zero)
                if change > .zero { gained += change } else { lost += .zero - change }
            }
            return Shift(worker: key.worker, line: key.line, gained: gained, lost: lost)
        }
        return shifts.indices.filter { !shifts[$0].moved.isSlight }
            .sorted { (shifts[$1].moved, $0) < (shifts[$0].moved, $1) }.map { shifts[$0] }
    }

    private struct Key: Hashable {
        let worker: Worker
        let line: LineID
    }

    /// Hours by worker, line and week, in the order in which the plan has them.
    private struct Ledger {
        var hours: [Key: [Week: Hours]] = [:]
        var order: [Key] = []

        init(of plan: Plan) {
            for item in plan.assignments { add(.person(item.person), item.line, item.weeks) }
            for item in plan.subcontracts { add(.pool(item.pool), item.line, item.weeks) }
        }

        private mutating func add(_ worker: Worker, _ line: LineID, _ weeks: [WeekHours]) {
            let key = Key(worker: worker, line: line)
            if hours[key] == nil { order.append(key) }
            for item in weeks { hours[key, default: [:]][item.week, default: .zero] += item.hours }
        }
    }
}
