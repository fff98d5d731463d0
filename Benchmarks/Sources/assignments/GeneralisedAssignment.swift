// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearProgramming
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

    func solve(_ iterations: Int, nodes: Int) -> Answer {
        let problem = problem
        let begin = userTime()
        let last = Mutex<Int>(0)
        let found = problem.bestAllocation(
            SearchOptions(iterations: iterations, onBetter: { progress in last.withLock { $0 = progress.iteration } }))
        let searched = userTime()
        let bound = problem.bound(steps: 400, target: found.value)
        let bounded = userTime()
        let proof = Proof(of: self, holder: found.holders(in: problem), bound: bound, nodes: nodes).answer
        return Answer(
            holder: proof.holder, searched: Double(items * prize) - found.value,
            bound: proof.bound ?? Double(items * prize) - bound.value, priceBound: Double(items * prize) - bound.value,
            search: searched - begin, bounding: bounded - searched, proof: userTime() - bounded,
            iteration: last.withLock { $0 })
    }
}

/// Settles what the search leaves open. At the prices of a bound, an assignment that would push the bound to the cost
/// known or above it can be left out; what remains is an integer program that GLPK may solve to its end.
private struct Proof {
    let instance: GeneralisedAssignment
    let holder: [Int]
    let bound: AllocationBound
    /// Nodes after which GLPK gives up.
    let nodes: Int

    init(of instance: GeneralisedAssignment, holder: [Int], bound: AllocationBound, nodes: Int) {
        (self.instance, self.holder, self.bound, self.nodes) = (instance, holder, bound, nodes)
    }

    private var cost: Int {
        holder.enumerated().reduce(0) { $0 + ($1.element < 0 ? instance.prize : instance.cost[$1.element][$1.offset]) }
    }

    /// Agents that could still take an item in an assignment that is cheaper than the one known.
    private var left: [[Int]] {
        let price = bound.prices.map { $0[0] }
        let least = Double(instance.items * instance.prize) - bound.value
        return (0..<instance.items).map { item in
            let reduced = (0..<instance.agents).map {
                Double(instance.cost[$0][item]) + price[$0] * Double(instance.use[$0][item])
            }
            let best =
                reduced.indices.filter { instance.use[$0][item] <= instance.capacity[$0] }
                .map { reduced[$0] }.min() ?? 0
            return reduced.indices.filter { least + reduced[$0] - best <= Double(cost - 1) + 1e-6 }
        }
    }

    /// The best assignment known in the end, and what no assignment is below, where that is more than the prices tell.
    var answer: (holder: [Int], bound: Double?) {
        let left = left
        if left.contains([]) { return (holder, Double(cost)) }
        var model = Model(.minimise)
        let room = instance.capacity.map { model.addRow(.atMost(Double($0))) }
        var columns: [(item: Int, agent: Int, column: Column)] = []
        for (item, agents) in left.enumerated() {
            let once = model.addRow(.exactly(1))
            for agent in agents {
                let column = model.addColumn(
                    objective: Double(instance.cost[agent][item]), .between(0, 1), .integer,
                    entries: [(room[agent], Double(instance.use[agent][item])), (once, 1)])
                columns.append((item, agent, column))
            }
        }
        var options = Options()
        options.nodeLimit = nodes
        guard let outcome = try? LinearProgramming.solve(model, with: options) else { return (holder, nil) }
        switch outcome {
        case .infeasible: return (holder, Double(cost))
        case .unbounded, .failed, .stopped: return (holder, nil)
        case .optimal(let solution), .feasible(let solution, _):
            let proved = min(Double(cost), (solution.bound - 1e-6).rounded(.up))
            if solution.objective > Double(cost) - 0.5 { return (holder, proved) }
            var better = holder
            for place in columns where solution[place.column] > 0.5 { better[place.item] = place.agent }
            return (better, proved)
        }
    }
}
