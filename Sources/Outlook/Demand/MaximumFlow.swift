// SPDX-License-Identifier: GPL-3.0-or-later

/// The most that can flow from a source to a sink through edges of whole capacities, by Dinic's algorithm.
///
/// Exact, since it only adds and compares integers. Of all least cuts it gives the one nearest to the source.
struct MaximumFlow {
    private struct Edge {
        let to: Int
        /// What still fits.
        var room: Int
        /// Position of the edge that runs back.
        let back: Int
    }

    private var edges: [Edge] = []
    private var leaving: [[Int]]

    init(nodes: Int) {
        leaving = Array(repeating: [], count: nodes)
    }

    mutating func connect(_ from: Int, _ to: Int, capacity: Int) {
        leaving[from].append(edges.count)
        edges.append(Edge(to: to, room: capacity, back: edges.count + 1))
        leaving[to].append(edges.count)
        edges.append(Edge(to: from, room: 0, back: edges.count - 1))
    }

    /// Pushes as much as fits, and says how much that is.
    mutating func run(from source: Int, to sink: Int) -> Int {
        var total = 0
        while true {
            let levels = levels(from: source)
            guard levels[sink] >= 0 else { return total }
            var next = Array(repeating: 0, count: leaving.count)
            while case let pushed = push(.max, from: source, to: sink, levels, &next), pushed > 0 { total += pushed }
        }
    }

    /// After a run: whether more could still flow from the source to each node, were the node the sink.
    func reachable(from source: Int) -> [Bool] { levels(from: source).map { $0 >= 0 } }

    /// Edges on the shortest way with room to each node; -1 where there is none.
    private func levels(from source: Int) -> [Int] {
        var levels = Array(repeating: -1, count: leaving.count)
        levels[source] = 0
        var queue = [source]
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            for index in leaving[node] where edges[index].room > 0 && levels[edges[index].to] < 0 {
                levels[edges[index].to] = levels[node] + 1
                queue.append(edges[index].to)
            }
        }
        return levels
    }

    /// One way from node to sink along rising levels; edges found useless are not tried again.
    private mutating func push(
        _ limit: Int, from node: Int, to sink: Int, _ levels: [Int], _ next: inout [Int]
    ) -> Int {
        guard node != sink else { return limit }
        while next[node] < leaving[node].count {
            let index = leaving[node][next[node]]
            let edge = edges[index]
            if edge.room > 0, levels[edge.to] == levels[node] + 1 {
                let pushed = push(min(limit, edge.room), from: edge.to, to: sink, levels, &next)
                if pushed > 0 {
                    edges[index].room -= pushed
                    edges[edge.back].room += pushed
                    return pushed
                }
            }
            next[node] += 1
        }
        return 0
    }
}
