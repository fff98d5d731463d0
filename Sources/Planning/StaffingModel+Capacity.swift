// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

/// The capacity rows of each person.
struct CapacityRows {
    /// By person and piece: the rows that a piece of a steady line loads, with hours for the whole share.
    var ofPiece: [[[(row: Row, hours: Double)]]]
    /// By person and week: the row of a week that loose work may load, if there is one.
    var ofWeek: [[Row?]]
}

extension StaffingModel {
    /// A person works no more than is left of the week beside pinned work, plus overtime.
    ///
    /// Somebody who is there for a part of the week delivers that part of their shares, so both sides of the row shrink
    /// alike. Divided by that part, weeks with the same work are the same row, and one row stands for all of them.
    /// A row that even full shares of everything cannot reach is left out.
    mutating func addCapacityRows(_ shares: PersonShares) -> CapacityRows {
        let loose = looseWeeks()
        var rows = CapacityRows(ofPiece: [], ofWeek: [])
        for person in situation.firm.people.indices {
            let pieces = shares.pieces[person]
            var loads = situation.capacity.weeks(of: person).indices.map { _ in [(piece: Int, hours: Double)]() }
            for (index, piece) in pieces.enumerated() {
                for week in situation.stretches[piece.line][piece.stretch] {
                    let hours = fullLoad(person: person, line: piece.line, week: week)
                    if hours > 0 { loads[week].append((index, hours)) }
                }
            }
            var groups: [WeekKind: Int] = [:]
            var members: [(kind: WeekKind, weeks: [Int], scale: Double)] = []
            for week in loads.indices where loose[person][week] || !loads[week].isEmpty {
                let kind = kind(of: week, person: person, loads: loads[week], isLoose: loose[person][week])
                let part = kind.part
                if let group = groups[kind] {
                    members[group].weeks.append(week)
                    members[group].scale += part
                } else {
                    groups[kind] = members.count
                    members.append((kind, [week], part))
                }
            }
            var ofPiece = [[(row: Row, hours: Double)]](repeating: [], count: pieces.count)
            var ofWeek = [Row?](repeating: nil, count: loads.count)
            for member in members {
                let first = member.weeks[0]
                guard member.kind.isLoose || canBind(loads[first], pieces: pieces, most: member.kind.most) else {
                    continue
                }
                let row = addRow(
                    .capacity(person: person, weeks: member.weeks), atMost: member.kind.most)
                scales[limits.count - 1] = member.scale
                for load in loads[first] { ofPiece[load.piece].append((row, load.hours * member.kind.unit)) }
                if member.kind.isLoose { ofWeek[first] = row }
                addOvertime(member.kind, person: person, weeks: member.weeks, scale: member.scale, row: row)
            }
            rows.ofPiece.append(ofPiece)
            rows.ofWeek.append(ofWeek)
        }
        return rows
    }

    /// Hours that the whole line asks of a person in a week, divided by the part of the week that the person is there.
    private func fullLoad(person: Int, line: Int, week: Int) -> Double {
        let cell = situation.capacity[person, week]
        guard cell.effective > .zero, cell.full > .zero else { return 0 }
        let open = situation.openHours(line: line, week: week).inHours
        let part = max(cell.effective.inHours / cell.full.inHours, situation.demand.lines[line].openPart(in: week))
        return open / part
    }

    private func canBind(_ loads: [(piece: Int, hours: Double)], pieces: [PersonShares.Piece], most: Double) -> Bool {
        loads.reduce(0) { $0 + $1.hours * situation.seat(of: pieces[$1.piece].line) } > most
    }

    /// Hours of overtime, up to the limit, at the premium.
    private mutating func addOvertime(_ kind: WeekKind, person: Int, weeks: [Int], scale: Double, row: Row) {
        guard kind.overtime > 0 else { return }
        addColumn(
            .overtime(person: person, week: weeks[0]), objective: -kind.premium * scale * major, upTo: kind.overtime,
            entries: [(row, -1)])
    }

    /// By person and week, whether a line without steady shares could use the person.
    private func looseWeeks() -> [[Bool]] {
        var loose = situation.firm.people.map { _ in [Bool](repeating: false, count: situation.firm.horizon.weekCount) }
        for line in situation.demand.lines.indices where situation.weight(of: line) > .zero {
            guard situation.need(of: line).spread != .steady else { continue }
            for candidate in situation.candidates[line] {
                for week in situation.demand.lines[line].weeks { loose[candidate.person][week] = true }
            }
        }
        return loose
    }

    private func kind(of week: Int, person: Int, loads: [(piece: Int, hours: Double)], isLoose: Bool) -> WeekKind {
        let cell = situation.capacity[person, week]
        let part = cell.full > .zero ? cell.effective.inHours / cell.full.inHours : 0
        // Loose hours are hours of that week and no other, so its row counts them as they are.
        let unit = isLoose ? part : 1
        let divisor = isLoose || part == 0 ? 1 : part
        return WeekKind(
            loads: loads.map { WeekKind.Load(piece: $0.piece, hours: rounded($0.hours)) },
            most: rounded(situation.openCapacity(person: person, week: week).inHours / divisor),
            overtime: rounded(situation.openOvertime(person: person, week: week).inHours / divisor),
            premium: Double(situation.overtimePremium(person: person, week: week).perHour.minorUnits),
            part: isLoose ? 1 : part, unit: unit, looseWeek: isLoose ? week : nil)
    }
}

/// To a millionth of an hour, so that weeks that differ by the last digits of a division count as alike.
private func rounded(_ hours: Double) -> Double { (hours * 1_000_000).rounded() / 1_000_000 }

/// Everything by which two weeks of a person can differ for the model.
private struct WeekKind: Hashable {
    struct Load: Hashable {
        let piece: Int
        let hours: Double
    }

    let loads: [Load]
    let most: Double
    let overtime: Double
    let premium: Double
    /// The part of the week that the person is there; the row counts hours divided by it.
    let part: Double
    /// What the hours of the loads are multiplied by in the row.
    let unit: Double
    /// The week itself where loose work makes it unlike any other.
    let looseWeek: Int?

    var isLoose: Bool { looseWeek != nil }

    static func == (left: WeekKind, right: WeekKind) -> Bool {
        left.loads == right.loads && left.most == right.most && left.overtime == right.overtime
            && left.premium == right.premium && left.looseWeek == right.looseWeek
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(loads)
        hasher.combine(most)
        hasher.combine(looseWeek)
    }
}
