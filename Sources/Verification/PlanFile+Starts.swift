// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension PlanFile.Document {
    /// The starts by project and phase; whoever reads a plan puts them in the order of the firm.
    func phaseStarts() throws(PlanFileError) -> [PhaseStart] {
        var found: [PhaseStart] = []
        for (name, text) in (starts ?? [:]).sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw wrong("starts", name) }
            guard let day = Day(text) else { throw wrong("starts", text) }
            found.append(PhaseStart(Identifier(parts[0]), Identifier(parts[1]), day))
        }
        return found
    }

    func startsProof(in currency: Currency) throws(PlanFileError) -> StartsProof? {
        guard let proof = startsProof else { return nil }
        var lists: [StagePrices] = []
        for list in proof.prices {
            var people: [StagePrices.OfHour<Person>] = []
            var pools: [StagePrices.OfHour<SubcontractorPool>] = []
            for entry in list {
                for (text, price) in entry.weeks.sorted(by: { $0.key < $1.key }) {
                    let week = try week(text)
                    if let person = entry.person {
                        people.append(.init(owner: Identifier(person), week: week, price: price))
                    } else if let pool = entry.pool {
                        pools.append(.init(owner: Identifier(pool), week: week, price: price))
                    }
                }
            }
            lists.append(StagePrices(lines: [], people: people, pools: pools, seats: []))
        }
        return StartsProof(
            objective: try money(proof.objective, currency), bound: try money(proof.bound, currency),
            planned: proof.planned, prices: lists)
    }
}
