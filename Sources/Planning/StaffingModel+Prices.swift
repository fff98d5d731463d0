// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Staffing

extension StaffingModel {
    /// The solver's row prices as prices of the firm's scarce things: never negative, but for a seat that somebody has
    /// to take, and to a millionth, so that they are the same bytes in every plan file.
    func prices(_ rowPrices: [Double]) -> StagePrices {
        var lines: [StagePrices.OfLine] = []
        var people: [StagePrices.OfHour<Person>] = []
        var pools: [StagePrices.OfHour<SubcontractorPool>] = []
        var seats: [StagePrices.OfSeat] = []
        let promises = promisePrices(rowPrices)
        for (row, (limit, price)) in zip(limits, rowPrices).enumerated()
        where price > 0 || price < 0 && leastRows.contains(row) {
            switch limit {
            case .stretch(let line, let stretch):
                lines.append(ofLine(line, situation.stretches[line][stretch], price))
            case .week(let line, let week): lines.append(ofLine(line, week..<week + 1, price))
            case .total(let line): lines.append(ofLine(line, situation.demand.lines[line].weeks, price))
            case .capacity(let person, let weeks):
                // The row's price covers all its weeks, an hour of each alike.
                let scale = scales[row] ?? 1
                for week in weeks {
                    people.append(
                        .init(
                            owner: situation.firm.people[person].id, week: situation.week(week),
                            price: (price / scale).toMillionth))
                }
            case .pool(let pool, let week):
                pools.append(
                    .init(
                        owner: situation.firm.subcontractors[pool].id, week: situation.week(week),
                        price: price.toMillionth))
            case .promise, .budget, .keptBooking, .worth, .booking, .goal, .apart: break
            case .seat(let person, let line, let stretch):
                let weeks = situation.stretches[line][stretch]
                seats.append(
                    .init(
                        person: situation.firm.people[person].id, line: situation.demand.lines[line].id,
                        first: situation.week(weeks.lowerBound), last: situation.week(weeks.upperBound - 1),
                        price: price.toMillionth))
            }
        }
        return StagePrices(
            lines: lines.filter { $0.price > 0 }, people: people.filter { $0.price > 0 },
            pools: pools.filter { $0.price > 0 }, seats: seats.filter { $0.price != 0 },
            promises: promises,
            goals: goalRows.floors.map { max(0, -rowPrices[$0.row.index]).toMillionth },
            loads: loadPrices(rowPrices))
    }

    /// What an hour of load takes from each person's row of balance; of either sign.
    private func loadPrices(_ rowPrices: [Double]) -> [StagePrices.OfLoad] {
        goalRows.apart.enumerated().compactMap { person, row in
            let price = row.map { rowPrices[$0.index].toMillionth } ?? 0
            return price == 0 ? nil : .init(person: situation.firm.people[person].id, price: price)
        }
    }

    /// What an hour of each promise is worth, no more than its own price and that of moving its booking: beyond that the
    /// promise would rather be broken.
    private func promisePrices(_ rowPrices: [Double]) -> [StagePrices.OfPromise] {
        var budget: [[Int]: Double] = [:]
        var all = 0.0
        for (limit, price) in zip(limits, rowPrices) {
            if case .keptBooking(let person, let line) = limit { budget[[person, line]] = price }
            if case .budget = limit, case .hours = situation.firm.commitment?.budget { all = price }
        }
        return situation.promises.enumerated().compactMap { index, promise in
            var most = Double(promise.price.perHour.minorUnits) * major
            if promise.origin == .kept {
                most += all + (promise.person.flatMap { budget[[$0, promise.line]] } ?? 0)
            }
            let price = min(rowPrices[promiseRows[index].index], most).toMillionth
            return price > 0 ? .init(promise: index, price: price) : nil
        }
    }

    private func ofLine(_ line: Int, _ weeks: Range<Int>, _ price: Double) -> StagePrices.OfLine {
        .init(
            line: situation.demand.lines[line].id, first: situation.week(weeks.lowerBound),
            last: situation.week(weeks.upperBound - 1), price: price.toMillionth)
    }
}

extension Double {
    var toMillionth: Double { (self * 1_000_000).rounded() / 1_000_000 }
}
