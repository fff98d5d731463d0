// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// One decision that is laid down before planning, so that the best plan with it can be set beside the best one
/// without: the difference is the price of the decision.
///
/// It is no part of the firm: working time, demand, pinned work and stretches stay as they are, so that every plan that
/// keeps a stipulation is a plan of the firm, too. People and lines go by position, as in ``Situation``.
public enum Stipulation: Sendable, Hashable {
    /// The person does nothing on the line beside pinned work.
    case keepOff(person: Int, line: Int)
    /// The person may be booked on the line, whatever stands in the way. It asks nothing of them.
    case admit(person: Int, line: Int)
    /// The line comes before all others: its unmet hours cost more than anything.
    case first(line: Int)
    /// The person carries at least that share of what is open of a steady line, for each of its stretches.
    case share(person: Int, line: Int, byStretch: [Share])
    /// The person does at least so many hours of a weekly or anytime line, for each of its weeks.
    case hours(person: Int, line: Int, byWeek: [Hours])
}

/// What is laid down, found by person and line.
struct Stipulations: Sendable {
    struct Pair: Sendable, Hashable {
        let person: Int
        let line: Int
    }

    /// What an hour of pinned work goes on costing of somebody who is kept off the rest of the line.
    var barredMisfits: [Pair: Rate] = [:]
    private(set) var shares: [Pair: [Share]] = [:]
    private(set) var hours: [Pair: [Hours]] = [:]

    mutating func add(_ stipulation: Stipulation) {
        switch stipulation {
        case .keepOff, .admit, .first: break
        case .share(let person, let line, let byStretch): shares[Pair(person: person, line: line)] = byStretch
        case .hours(let person, let line, let byWeek): hours[Pair(person: person, line: line)] = byWeek
        }
    }
}

extension Situation {
    /// The same firm with decisions laid down.
    ///
    /// - Precondition: each can be kept: the person is eligible, and has room for it beside pinned work.
    public func stipulating(_ list: [Stipulation]) -> Situation {
        var next = self
        for stipulation in list {
            next.stipulations.add(stipulation)
            switch stipulation {
            case .keepOff(let person, let line):
                next.stipulations.barredMisfits[.init(person: person, line: line)] = misfit(person: person, line: line)
                next.candidates[line].removeAll { $0.person == person }
                next.eligibility.barred.insert(.init(person: person, line: demand.lines[line].id))
            case .admit(let person, let line): next.admit(person, to: line)
            case .first(let line):
                // Worth as much at the line's chance as it is worth of won work.
                let chance = max(1, weight(of: line).millionths)
                next.unmetPrices[line] = Rate(
                    perHour: Money(minorUnits: firstPrice.perHour.minorUnits / chance * 1_000_000))
            case .share, .hours: break
            }
        }
        return next
    }

    /// What an hour of a match costs beside money that changes hands; nothing where there is none.
    public func misfit(person: Int, line: Int) -> Rate {
        candidate(person: person, line: line)?.misfit
            ?? stipulations.barredMisfits[.init(person: person, line: line)] ?? .zero
    }

    /// Puts somebody among the candidates of a line, in the order of the files.
    private mutating func admit(_ person: Int, to line: Int) {
        guard candidate(person: person, line: line) == nil else { return }
        let id = demand.lines[line].id
        let isBooked = firm.bookings.contains { $0.person == firm.people[person].id && $0.line == id }
        let misfit = Fit(prices: firm.policy.fit).misfit(
            of: firm.people[person], for: need(of: line), in: project(of: line), isBooked: isBooked)
        let place = candidates[line].firstIndex { $0.person > person } ?? candidates[line].count
        candidates[line].insert(Candidate(person: person, misfit: misfit, isBooked: isBooked), at: place)
    }

    /// Whether the person has to do some of the line.
    public func isReserved(person: Int, line: Int) -> Bool {
        if stipulations.shares.isEmpty, stipulations.hours.isEmpty { return false }
        let pair = Stipulations.Pair(person: person, line: line)
        return stipulations.shares[pair] != nil || stipulations.hours[pair] != nil
    }

    /// The least share of a steady line that the person has to carry through a stretch, by position.
    public func reservedShare(person: Int, line: Int, stretch: Int) -> Share {
        guard !stipulations.shares.isEmpty, let shares = stipulations.shares[.init(person: person, line: line)] else {
            return .zero
        }
        return shares[stretch]
    }

    /// The least hours of a weekly or anytime line that the person has to do in a week of the horizon.
    public func reservedHours(person: Int, line: Int, week: Int) -> Hours {
        guard !stipulations.hours.isEmpty, let hours = stipulations.hours[.init(person: person, line: line)] else {
            return .zero
        }
        return hours[week - demand.lines[line].weeks.lowerBound]
    }
}
