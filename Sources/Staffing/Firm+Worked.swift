// SPDX-License-Identifier: GPL-3.0-or-later

extension Firm {
    /// The firm as the rest of its work is planned: what was worked is pinned in the weeks that are past, lines ask for
    /// what is left of them, and what people are booked for from this week on is kept where it can be.
    ///
    /// A line that asks for a total asks for it less what was worked, spread over the days that are left. One that asks for
    /// hours a week goes on at its pace: what was not worked of it in a past week is not made up for.
    ///
    /// - Parameters:
    ///   - price: what it costs to move an hour that somebody is booked for.
    public func remaining(
        after worked: WorkedTime, on committed: Committed, today: Day, price: Rate, budget: Commitment.Budget? = nil,
        forgetting forgotten: Firm? = nil
    ) -> (firm: Firm, remarks: [BookedRemark]) {
        let week = Week(of: today)
        let placed = placed(at: committed.starts)
        let (done, unclear) = worked.settled(in: self, committed.hours)
        var remarks = unclear.map { BookedRemark.unclear($0.project, $0.hours) }
        var (firm, lateLines) = placed.less(done, from: week)
        let known = Set(projects.flatMap { project in project.lines.map { LineID(project.id, $0.id) } })
        let coming = committed.hours.filter { $0.week >= week }
        // What others have booked stays: it is not this firm's to move.
        let pinned = done.adding(coming.filter { !known.contains($0.line) })
        let (booked, more) = firm.onTop(of: pinned, forgetting: forgotten)
        firm = booked
        remarks += lateLines.map { BookedRemark.late($0.0, $0.1) } + more
        firm.commitment = Commitment(
            kept: coming.filter { known.contains($0.line) }.kept, subcontracted: committed.hours.subcontracted,
            price: price, frozenBefore: week.monday, budget: budget)
        return (firm, remarks)
    }

    /// With the totals of lines less what was worked, past weeks asking for just that.
    private func less(_ worked: BookedTime, from week: Week) -> (firm: Firm, late: [(LineID, Hours)]) {
        var rest = self
        var found: [(project: Int, line: Int, left: Hours)] = []
        var late: [(LineID, Hours)] = []
        var sums: [LineID: Hours] = [:]
        for item in worked.all { sums[item.cell.line, default: .zero] += item.hours }
        for (index, project) in projects.enumerated() where project.stage != .lost {
            for (position, line) in project.lines.enumerated() {
                guard case .total(let total) = line.amount else { continue }
                let id = LineID(project.id, line.id)
                let days = project.days(of: line, within: horizon)
                guard days.first < week.monday else { continue }
                let left = max(.zero, total - (sums[id] ?? .zero))
                guard days.last >= week.monday else {
                    if left > .zero { late.append((id, left)) }
                    continue
                }
                // Dates of its own move with its phase, and are written as they stand before that.
                let shift = project.shift(of: line)
                rest.projects[index].lines[position].days = DayRange(week.monday, days.last).moved(by: -shift)
                rest.projects[index].lines[position].amount = .total(left)
                rest.projects[index].lines[position].range = nil
                found.append((index, position, left))
            }
        }
        let demand = Demand(of: rest)
        for (project, line, _) in found {
            let id = LineID(projects[project].id, projects[project].lines[line].id)
            guard let index = demand.index(of: id) else { continue }
            rest.spread(demand.lines[index], worked, of: id, since: self, at: (project, line), from: week)
        }
        return (rest, late)
    }

    /// Writes a line week by week: what was worked, then what is left.
    private mutating func spread(
        _ left: LineDemand, _ worked: BookedTime, of id: LineID, since original: Firm,
        at place: (project: Int, line: Int),
        from week: Week
    ) {
        let project = original.projects[place.project]
        let line = project.lines[place.line]
        let days = project.days(of: line, within: horizon)
        let staff = Set(people.map { Worker.person($0.id) })
        let done = worked.filter { $0.line == id && staff.contains($0.worker) }.all
        let hours = (Week(of: days.first)...Week(of: days.last)).map { each in
            guard each >= week else {
                return done.reduce(Hours.zero) { $0 + ($1.cell.week == each ? max(.zero, $1.hours) : .zero) }
            }
            return horizon.index(of: each).map { left.hours(in: $0) } ?? .zero
        }
        projects[place.project].lines[place.line].days = line.days
        projects[place.project].lines[place.line].amount = .byWeek(hours)
    }
}

extension BookedTime {
    /// The hours of people, by person and line, to be kept.
    public var kept: [Commitment.Kept] {
        var found: [Commitment.Kept] = []
        for (cell, hours) in all {
            guard case .person(let person) = cell.worker else { continue }
            let week = WeekHours(cell.week, hours)
            if let last = found.last, last.person == person, last.line == cell.line {
                found[found.count - 1] = .init(person: person, line: cell.line, weeks: last.weeks + [week])
            } else {
                found.append(.init(person: person, line: cell.line, weeks: [week]))
            }
        }
        return found
    }
}
