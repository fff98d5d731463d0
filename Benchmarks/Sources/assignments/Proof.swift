// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearProgramming

/// Settles what the search leaves open. At the prices of a bound every assignment has a regret: by how much the bound
/// would rise with it. Assignments up to some cost hold none whose regret leads above that cost, so GLPK asks for the
/// cheapest among those only: first up to a cost close to the bound, where few assignments are left and either something
/// cheap is found soon or nothing, which raises the bound; then up to higher and higher ones, until the cost known.
struct Proof {
    let instance: GeneralisedAssignment
    /// What the prices tell: no assignment costs less.
    let least: Double
    /// By item and agent; infinite where the agent cannot take the item.
    let regret: [[Double]]
    /// Nodes after which GLPK gives up on a cost.
    let nodes: Int
    /// The best assignment known.
    private(set) var holder: [Int]
    /// What no assignment is below, where that is more than the prices tell.
    private(set) var proved: Double?
    /// After so many costs in a row that GLPK gave up on, higher ones are not tried.
    private static let patience = 2

    init(of instance: GeneralisedAssignment, holder: [Int], bound: AllocationBound, nodes: Int) {
        (self.instance, self.holder, self.nodes) = (instance, holder, nodes)
        least = Double(instance.items * instance.prize) - bound.value
        let price = bound.prices.map { $0[0] }
        regret = (0..<instance.items).map { item in
            let offers = (0..<instance.agents).map { agent in
                instance.use[agent][item] > instance.capacity[agent]
                    ? Double.infinity
                    : Double(instance.cost[agent][item]) + price[agent] * Double(instance.use[agent][item])
            }
            let best = offers.min() ?? 0
            return offers.map { $0 - best }
        }
    }

    var cost: Int { instance.cost(of: holder) }

    /// Asks until the cost known is proven, or GLPK gives up.
    mutating func run() {
        var failures = 0
        var target = Int((least - 1e-6).rounded(.up)) - 1
        while failures < Proof.patience, let next = step(from: target) {
            target = next
            let isSettled = ask(upTo: target)
            failures = isSettled ? 0 : failures + 1
            if let proved, Double(cost) <= proved { return }
        }
    }

    /// The next cost at which a twentieth more choices are left, or the last below the cost known; nil after that.
    private func step(from target: Int) -> Int? {
        let before = columns(target)
        var next = target + 1
        while next < cost - 1, columns(next) < before + max(4, instance.items / 20) { next += 1 }
        return next < cost ? next : nil
    }

    private func columns(_ target: Int) -> Int { regret.joined().count { least + $0 <= Double(target) + 1e-6 } }

    /// Looks for the cheapest assignment up to a cost.
    /// - Returns: whether GLPK came to an end, so that it is known what costs no more than the target.
    private mutating func ask(upTo target: Int) -> Bool {
        let left = regret.map { offers in offers.indices.filter { least + offers[$0] <= Double(target) + 1e-6 } }
        if left.contains([]) {
            proved = Double(target + 1)
            return true
        }
        let program = Program(of: instance, among: left)
        var options = Options()
        options.nodeLimit = nodes
        guard let outcome = try? LinearProgramming.solve(program.model, with: options) else { return false }
        switch outcome {
        case .infeasible:
            proved = Double(target + 1)
            return true
        case .unbounded, .failed, .stopped: return false
        case .optimal(let solution):
            keep(program.holder(in: solution))
            proved = max(proved ?? least, min(Double(target + 1), (solution.bound - 1e-6).rounded(.up)))
            return true
        case .feasible(let solution, _):
            keep(program.holder(in: solution))
            proved = max(proved ?? least, min(Double(target + 1), (solution.bound - 1e-6).rounded(.up)))
            return false
        }
    }

    private mutating func keep(_ other: [Int]) {
        if instance.cost(of: other) < cost { holder = other }
    }
}

/// The cheapest assignment among some, as a program in whole numbers.
private struct Program {
    var model = Model(.minimise)
    private var columns: [(item: Int, agent: Int, column: Column)] = []

    init(of instance: GeneralisedAssignment, among left: [[Int]]) {
        let room = instance.capacity.map { model.addRow(.atMost(Double($0))) }
        for (item, agents) in left.enumerated() {
            let once = model.addRow(.exactly(1))
            for agent in agents {
                let column = model.addColumn(
                    objective: Double(instance.cost[agent][item]), .between(0, 1), .integer,
                    entries: [(room[agent], Double(instance.use[agent][item])), (once, 1)])
                columns.append((item, agent, column))
            }
        }
    }

    func holder(in solution: Solution) -> [Int] {
        var holder = Array(repeating: -1, count: (columns.last?.item ?? -1) + 1)
        for place in columns where solution[place.column] > 0.5 { holder[place.item] = place.agent }
        return holder
    }
}
