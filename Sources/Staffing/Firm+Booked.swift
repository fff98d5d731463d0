// SPDX-License-Identifier: GPL-3.0-or-later

/// Something of what is booked that a firm does not know, or that does not fit it.
public enum BookedRemark: Sendable, Hashable {
    /// Nobody of that name is in the firm; the hours take nobody's time.
    case stranger(Worker, Hours)
    /// The line is unknown; the hours take their people's time as that of busy people.
    case elsewhere(LineID, Hours)
    /// Hours for which the person has no working day in their week.
    case noWorkingDay(Identifier<Person>, Week, Hours)
}

extension Firm {
    /// The firm with everything that is booked on top of its own bookings: hours by week, and not to be moved where they
    /// are pinned.
    ///
    /// A line that the firm does not have becomes one that asks for just the booked hours and bills nothing: whoever is
    /// booked on it is busy. A line or a project of `forgotten` takes nobody's time: it was dropped on purpose.
    /// Subcontractors' hours are kept in frozen weeks only.
    ///
    /// - Parameters:
    ///   - forgotten: a firm that knew more, before changes were made to it.
    public func onTop(
        of booked: BookedTime, as firmness: Booking.Firmness = .pinned, forgetting forgotten: Firm? = nil
    ) -> (firm: Firm, remarks: [BookedRemark]) {
        let people = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let pools = Set(subcontractors.map(\.id))
        let dropped = forgotten.map { $0.lineNames.subtracting(lineNames) } ?? []
        var firm = self
        var remarks = Remarks()
        var busy: [LineID: BookedTime] = [:]
        for (cell, hours) in booked.all {
            guard let index = horizon.index(of: cell.week), !dropped.contains(cell.line) else { continue }
            guard case .person(let id) = cell.worker else {
                if case .pool(let pool) = cell.worker, !pools.contains(pool) { remarks.add(cell.worker, hours) }
                continue
            }
            guard let person = people[id], let days = cell.week.days.intersection(horizon.days) else {
                remarks.add(cell.worker, hours)
                continue
            }
            let booking = Booking(person: id, line: cell.line, amount: .total(hours), days: days, firmness: firmness)
            guard weeks(of: booking, by: person).contains(where: { $0.week == index }) else {
                remarks.all.append(.noWorkingDay(id, cell.week, hours))
                continue
            }
            firm.bookings.append(booking)
            busy[cell.line, default: BookedTime()].add(hours, at: cell)
        }
        let known = lineNames
        for (line, time) in busy.sorted(by: { $0.key < $1.key }) where !known.contains(line) {
            firm.addBusyLine(line, time)
            remarks.all.append(.elsewhere(line, time.total))
        }
        return (firm, remarks.inOrder)
    }

    /// The firm as it is planned on top of what is committed: hours pinned, starts chosen, and weeks before today's frozen.
    public func planned(on committed: Committed, today: Day, forgetting forgotten: Firm? = nil) -> (
        firm: Firm, remarks: [BookedRemark]
    ) {
        var (firm, remarks) = placed(at: committed.starts).onTop(of: committed.hours, forgetting: forgotten)
        let week = Week(of: today)
        if week > horizon.firstWeek {
            firm.commitment = Commitment(
                kept: [], subcontracted: committed.hours.subcontracted, price: .zero, frozenBefore: week.monday)
        }
        return (firm, remarks)
    }

    private var lineNames: Set<LineID> {
        Set(projects.flatMap { project in project.lines.map { LineID(project.id, $0.id) } })
    }

    /// A line that asks for what is booked on it, no more and no less.
    private mutating func addBusyLine(_ id: LineID, _ time: BookedTime) {
        let booked = time.all
        let weeks = booked.map(\.cell.week)
        guard let first = weeks.min(), let last = weeks.max(),
            let days = DayRange(first.monday, last.sunday).intersection(horizon.days)
        else { return }
        let hours = (first...last).map { week in
            booked.reduce(Hours.zero) { $0 + ($1.cell.week == week ? $1.hours : .zero) }
        }
        let line = DemandLine(
            id: id.line, name: id.line.text, phase: nil, days: days, skills: [], preferred: [], role: nil, office: nil,
            amount: .byWeek(hours), spread: .weekly, seats: 1, rate: nil, billable: false, priority: .low)
        if let project = projects.firstIndex(where: { $0.id == id.project }) {
            projects[project].lines.append(line)
        } else {
            projects.append(
                Project(
                    id: id.project, name: id.project.text, client: nil, stage: .won, priority: .low, days: nil,
                    deadline: nil, calendar: nil, office: nil, budget: nil, phases: [], rates: RateCard([]),
                    lines: [line]))
        }
    }
}

extension BookedTime {
    /// The hours of subcontractors, by pool and line.
    public var subcontracted: [Commitment.Subcontracted] {
        var found: [Commitment.Subcontracted] = []
        for (cell, hours) in all {
            guard case .pool(let pool) = cell.worker else { continue }
            let week = WeekHours(cell.week, hours)
            if let last = found.last, last.pool == pool, last.line == cell.line {
                found[found.count - 1] = .init(pool: pool, line: cell.line, weeks: last.weeks + [week])
            } else {
                found.append(.init(pool: pool, line: cell.line, weeks: [week]))
            }
        }
        return found
    }
}

/// Remarks while they are gathered, those on strangers added up.
private struct Remarks {
    var all: [BookedRemark] = []
    private var strangers: [Worker: Hours] = [:]

    mutating func add(_ stranger: Worker, _ hours: Hours) { strangers[stranger, default: .zero] += hours }

    var inOrder: [BookedRemark] {
        strangers.sorted { $0.key < $1.key }.map { .stranger($0.key, $0.value) } + all
    }
}
