// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Synchronization

/// Each item to exactly one agent, at least cost, within what each agent has.
///
/// File: number of agents m and of items n, m × n costs, m × n amounts used, m amounts that there are.
struct GeneralisedAssignment {
    let cost: [[Int]]
    let use: [[Int]]
    let capacity: [Int]
    var agents: Int { capacity.count }
    var items: Int { cost[0].count }
    /// What an item brings if it is assigned: more than any item costs, so that all are assigned where that is possible.
    let prize: Int

    init(_ text: String) {
        let all = numbers(in: text[...])
        let (m, n) = (all[0], all[1])
        func row(_ start: Int) -> [Int] { Array(all[start..<start + n]) }
        cost = (0..<m).map { row(2 + $0 * n) }
        use = (0..<m).map { row(2 + (m + $0) * n) }
        capacity = Array(all[(2 + 2 * m * n)...])
        prize = 4 * (cost.joined().max() ?? 0)
    }

    var problem: AllocationProblem {
        AllocationProblem(
            periods: 1, workers: capacity.map { .init(capacity: [Double($0)]) },
            jobs: (0..<items).map { .init(stretches: [0..<1], team: 1...1, group: $0) },
            options: (0..<items).flatMap { item in
                (0..<agents).map { agent in
                    .init(
                        job: item, worker: agent, value: [Double(prize - cost[agent][item])],
                        load: [Double(use[agent][item])], least: 1)
                }
            })
    }

    /// What an assignment costs, with the prize for each item that nobody has.
    func cost(of holder: [Int]) -> Int {
        holder.enumerated().reduce(0) { $0 + ($1.element < 0 ? prize : cost[$1.element][$1.offset]) }
    }

    func solve(_ iterations: Int, nodes: Int) -> Answer {
        let problem = problem
        let begin = userTime()
        let last = Mutex<Int>(0)
        let found = problem.bestAllocation(
            SearchOptions(iterations: iterations, onBetter: { progress in last.withLock { $0 = progress.iteration } }))
        let searched = userTime()
        let bound = problem.bound(steps: 3000, target: found.value)
        let bounded = userTime()
        var proof = Proof(of: self, holder: found.holders(in: problem), bound: bound, nodes: nodes)
        proof.run()
        return Answer(
            holder: proof.holder, searched: Double(items * prize) - found.value,
            bound: proof.proved ?? Double(items * prize) - bound.value, priceBound: Double(items * prize) - bound.value,
            search: searched - begin, bounding: bounded - searched, proof: userTime() - bounded,
            iteration: last.withLock { $0 })
    }
}
