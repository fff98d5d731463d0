// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
import Staffing
public import Verification

/// What a commitment changed, or the taking back of one.
public struct CommitReport {
    private let record: CommitRecord

    public init(_ record: CommitRecord) {
        self.record = record
    }

    /// Who did it and why; then hours a week, before and after, in runs of weeks that changed alike.
    public func text(_ style: Style) -> String {
        let entry = record.entry
        let when = String(entry.time.prefix(16).replacing("T", with: " "))
        var lines = [
            style.heading("Event \(entry.number) · \(when) · \(entry.who) · \(entry.verb) \(entry.subject)".printable)
        ]
        lines += "A plan of \(record.scenario.printable) (\(record.status)), made of input \(record.digest.prefix(12))…"
            .wrapped(to: style.width)
        if let undoes = record.undoes { lines.append("It takes back event \(undoes).") }
        if let undoneBy = record.undoneBy { lines.append("It was taken back by event \(undoneBy).") }
        for accepted in record.accepted {
            lines += "In spite of \(accepted.alert): \(accepted.reason.printable)".wrapped(to: style.width)
        }
        return (lines + table().lines(style)).map { $0 + "\n" }.joined()
    }

    private func table() -> TextTable {
        var table = TextTable([
            .text("Who", .cut(floor: 8)), .text("Line", .cut(floor: 12)), .text("Weeks"), .number("h before"),
            .number("after"),
        ])
        for run in runs() {
            let weeks = run.first == run.last ? "\(run.first)" : "\(run.first)–\(run.last)"
            table.add([
                .init(run.change.cell.worker.description), .init(run.change.cell.line.description), .init(weeks),
                .init(Numbers.hours(run.change.before)), .init(Numbers.hours(run.change.after)),
            ])
        }
        return table
    }

    private struct Run {
        let change: BookingChange
        var last: Week
        var first: Week { change.cell.week }

        func goesOn(with next: BookingChange) -> Bool {
            change.cell.line == next.cell.line && change.cell.worker == next.cell.worker
                && last.advanced(by: 1) == next.cell.week && change.before == next.before && change.after == next.after
        }
    }

    private func runs() -> [Run] {
        var runs: [Run] = []
        for change in record.changes {
            if let last = runs.last, last.goesOn(with: change) {
                runs[runs.count - 1].last = change.cell.week
            } else {
                runs.append(Run(change: change, last: change.cell.week))
            }
        }
        return runs
    }

    public func json() -> JSON {
        var members = LogReport.members(of: record.entry)
        members += [
            .init("scenario", .string(record.scenario)), .init("digest", .string("sha256:" + record.digest)),
            .init("status", .string(record.status)),
            .init("undoes", record.undoes.map { .integer($0) } ?? .null),
            .init("undoneBy", record.undoneBy.map { .integer($0) } ?? .null),
            .init(
                "despite",
                .array(
                    record.accepted.map { .object(["alert": .string($0.alert), "reason": .string($0.reason)]) })),
            .init("changes", .array(record.changes.map(json))),
        ]
        return .object(members)
    }

    private func json(_ change: BookingChange) -> JSON {
        let worker: JSON.Member =
            switch change.cell.worker {
            case .person(let person): .init("person", .string(person.text))
            case .pool(let pool): .init("pool", .string(pool.text))
            }
        return .object([
            worker, .init("line", .string(change.cell.line.description)),
            .init("week", .string(change.cell.week.description)), .init("before", .number(change.before.decimal)),
            .init("after", .number(change.after.decimal)),
        ])
    }
}
