// SPDX-License-Identifier: GPL-3.0-or-later

/// The working time of every person in every week of the horizon.
public struct Capacity: Sendable {
    public struct Cell: Sendable, Hashable {
        /// A whole week of the contract, whatever is taken off it: holidays, leave, days without a contract.
        public var full: Hours
        /// Hours of the contract in force within the horizon.
        public var contracted: Hours
        public var holidays: Hours
        public var leave: Hours
        /// Kept for work inside the firm.
        public var internalTime: Hours

        /// Contracted less time off and holidays: the denominator of every utilisation.
        public var effective: Hours { contracted - holidays - leave }
        /// What can be planned on projects.
        public var plannable: Hours { effective - internalTime }
    }

    public let weekCount: Int
    @usableFromInline let cells: [Cell]

    public init(of firm: Firm) {
        let weeks = firm.horizon.weeks
        weekCount = weeks.count
        let grid = DayRange(firm.horizon.firstWeek.monday, firm.horizon.lastWeek.sunday)
        var cells: [Cell] = []
        cells.reserveCapacity(firm.people.count * weeks.count)
        for person in firm.people {
            let days = PersonDays(of: person, in: firm, over: grid)
            let internalTime = person.internalTime ?? firm.policy.internalTime
            for week in weeks {
                cells.append(Cell(of: days, in: week, within: firm.horizon.days, less: internalTime))
            }
        }
        self.cells = cells
    }

    /// - Parameters: positions of the person in `Firm.people` and of the week in the horizon.
    @inlinable public subscript(person: Int, week: Int) -> Cell { cells[person * weekCount + week] }

    /// The cells of one person, week by week.
    public func weeks(of person: Int) -> ArraySlice<Cell> {
        cells[person * weekCount..<(person + 1) * weekCount]
    }
}

extension Capacity.Cell {
    fileprivate init(of days: PersonDays, in week: Week, within horizon: DayRange, less kept: InternalTime?) {
        self.init(full: .zero, contracted: .zero, holidays: .zero, leave: .zero, internalTime: .zero)
        for offset in 0..<7 {
            let date = week.monday + offset
            let day = days[date]
            full = full + day.usual
            guard horizon.contains(date) else { continue }
            contracted = contracted + day.contracted
            holidays = holidays + min(day.contracted, day.holiday)
            leave = leave + day.leave
        }
        switch kept {
        case nil: break
        case .share(let share): internalTime = effective.times(share)
        case .perWeek(let hours): internalTime = min(effective, hours.scaledDown(by: effective, over: full))
        }
    }
}
