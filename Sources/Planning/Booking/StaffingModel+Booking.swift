// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// The rows of the rules of booking, and the whole numbers that decide.
    ///
    /// - Parameter choosing: otherwise it is settled who holds what, and only the rules on how much remain.
    mutating func addBookingRows(_ shares: PersonShares, choosing: Bool) {
        booking.isChoosing = choosing
        if choosing {
            addHolds(shares)
            if support == nil { addWorks() }
            addAtOnce(shares)
            addTeams(shares)
            addCompany(shares)
            addSites(shares)
            addSteps(shares)
        }
        addMixes(shares)
    }

    /// A share is none, or as large as the smallest booking at least and a seat at most.
    private mutating func addHolds(_ shares: PersonShares) {
        booking.held = shares.pieces.enumerated().map { person, pieces in
            pieces.enumerated().map { index, piece in
                let (line, stretch) = (piece.line, piece.stretch)
                let first = situation.stretches[line][stretch].lowerBound
                let holds = booking.add(.holds(person: person, line: line, stretch: stretch))
                let largest = addRow(.booking(.largest(person: person, line: line, week: first)), atMost: 0)
                booking.ofShare[person][index].append((largest, 1))
                booking.choices[holds].entries.append((largest, -situation.seat(of: line)))
                let least = situation.leastBooking(of: line, stretch: stretch)
                if least > 0 {
                    let smallest = addRow(.booking(.smallest(person: person, line: line, week: first)), .atLeast(0))
                    booking.ofShare[person][index].append((smallest, 1))
                    booking.choices[holds].entries.append((smallest, -least))
                }
                return holds
            }
        }
    }

    /// Hours of a weekly or anytime line are none, or as many as the smallest slice at least.
    private mutating func addWorks() {
        for (line, candidate, week, most) in looseWork() {
            let person = candidate.person
            let works = booking.add(.works(person: person, line: line, week: week))
            let largest = addRow(.booking(.largest(person: person, line: line, week: week)), atMost: 0)
            booking.addHourEntry(person: person, line: line, week: week, (largest, 1))
            booking.choices[works].entries.append((largest, -most))
            let least = min(most, situation.leastSlice(person: person, line: line, week: week).inHours)
            let smallest = addRow(.booking(.smallest(person: person, line: line, week: week)), .atLeast(0))
            booking.addHourEntry(person: person, line: line, week: week, (smallest, 1))
            booking.choices[works].entries.append((smallest, -least))
            booking.works[.init(who: person, line: line, place: week)] = works
        }
    }

    /// Who could do hours of which loose line in which week, and how many at most.
    func looseWork() -> [(line: Int, candidate: Candidate, week: Int, most: Double)] {
        situation.demand.lines.indices.flatMap { line -> [(line: Int, candidate: Candidate, week: Int, most: Double)] in
            guard situation.weight(of: line) > .zero, situation.need(of: line).spread != .steady else { return [] }
            return situation.demand.lines[line].weeks.flatMap { week in
                situation.candidates[line].compactMap { candidate in
                    let most = mostHours(of: candidate.person, line: line, week: week)
                    return most > 0 ? (line, candidate, week, most) : nil
                }
            }
        }
    }

    /// What a person could be on in each week: positions in the choices, by week, with the line of each.
    func duties(of person: Int, _ shares: PersonShares) -> [[(choice: Int, line: Int)]] {
        var duties = [[(choice: Int, line: Int)]](repeating: [], count: situation.firm.horizon.weekCount)
        for (index, piece) in shares.pieces[person].enumerated() {
            for week in situation.stretches[piece.line][piece.stretch] {
                duties[week].append((booking.held[person][index], piece.line))
            }
        }
        for (place, choice) in booking.works.sorted(by: { $0.key < $1.key }) where place.who == person {
            duties[place.place].append((choice, place.line))
        }
        return duties
    }

    /// A person is on no more lines at once than the policy says, pinned ones included. Weeks with the same choices have
    /// one row.
    private mutating func addAtOnce(_ shares: PersonShares) {
        guard let most = situation.firm.policy.bookable.atOnce else { return }
        for person in situation.firm.people.indices {
            var known: Set<[Int]> = []
            for (week, duties) in duties(of: person, shares).enumerated() {
                let pinned = situation.pinnedLines(person: person, week: week)
                let counted = duties.filter {
                    !pinned.contains($0.line) && situation.isBusy(person: person, line: $0.line, week: week)
                }
                let left = max(0, most - pinned.count)
                guard counted.count > left, known.insert([left] + counted.map(\.choice)).inserted else { continue }
                let row = addRow(.booking(.atOnce(person: person, week: week)), atMost: Double(left))
                for duty in counted { booking.choices[duty.choice].entries.append((row, 1)) }
            }
        }
    }

    /// The columns of the choices, once all rows stand.
    mutating func addChoices() {
        for choice in booking.choices {
            decisions.append(.choice(choice.choice))
            model.addColumn(objective: 0, choice.bounds, choice.kind, entries: choice.entries)
        }
    }
}

extension Situation {
    /// The least that somebody holds of a steady line who holds any, as a part of it; no more than a seat. Not a millionth
    /// more than the rule says: two halves of the smallest booking each have to fit into one line.
    func leastBooking(of line: Int, stretch: Int) -> Double {
        min(seat(of: line), leastShare(of: line, stretch: stretch).fraction)
    }

    /// Lines that a person works on in a week because it is pinned, in order.
    func pinnedLines(person: Int, week: Int) -> [Int] {
        guard pinned.hours(person: person, week: week) > .zero else { return [] }
        return demand.lines.indices.filter { pinned.hours(person: person, line: $0, week: week) > .zero }
    }

    /// Whether a share of the line, or work on it, means hours for the person in that week.
    func isBusy(person: Int, line: Int, week: Int) -> Bool {
        need(of: line).spread != .steady || delivery(person: person, line: line, week: week) > .zero
    }
}
