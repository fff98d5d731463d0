// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What of the bookings does not fit a firm, in few sentences.
public struct BookedNotes {
    private let remarks: [BookedRemark]
    /// How many names a sentence holds.
    private let most = 8

    public init(_ remarks: [BookedRemark]) {
        self.remarks = remarks
    }

    /// A sentence for each kind of remark, without a full stop.
    public var texts: [String] {
        var strangers: [(String, Hours)] = []
        var elsewhere: [(String, Hours)] = []
        var idle: [(String, Hours)] = []
        for remark in remarks {
            switch remark {
            case .stranger(let worker, let hours): strangers.append((worker.description, hours))
            case .elsewhere(let line, let hours): elsewhere.append((line.description, hours))
            case .noWorkingDay(let person, let week, let hours): idle.append(("\(person) in \(week)", hours))
            }
        }
        return [
            sentence("for people whom the scenario does not have, who are left out", strangers),
            sentence("on lines that the scenario does not have; their people count as busy", elsewhere),
            sentence("for people without a working day in that week, which are left out", idle),
        ].compactMap(\.self)
    }

    private func sentence(_ what: String, _ items: [(name: String, hours: Hours)]) -> String? {
        guard !items.isEmpty else { return nil }
        let sum = items.reduce(Hours.zero) { $0 + $1.hours }
        let more = items.count > most ? " and \(items.count - most) more" : ""
        let names = items.prefix(most).map(\.name.printable).joined(separator: ", ")
        return "the ledger has \(Numbers.hours(sum)) h booked \(what): \(names)\(more)"
    }
}
