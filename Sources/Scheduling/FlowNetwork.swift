// SPDX-License-Identifier: GPL-3.0-or-later

/// Flow from a source to a sink at the least cost, by cheapest paths one after another.
struct FlowNetwork {
    private var head: [Int]
    private var next: [Int] = []
    private var target: [Int] = []
    private var room: [Int] = []
    private var price: [Int] = []

    init(nodes: Int) {
        head = Array(repeating: -1, count: nodes)
    }

    mutating func connect(_ from: Int, _ to: Int, room: Int, price: Int = 0) {
        add(from, to, room, price)
        add(to, from, 0, -price)
    }

    private mutating func add(_ from: Int, _ to: Int, _ room: Int, _ price: Int) {
        next.append(head[from])
        head[from] = target.count
        target.append(to)
        self.room.append(room)
        self.price.append(price)
    }

    /// Sends as much as fits from one node to another.
    mutating func send(from source: Int, to sink: Int) -> (amount: Int, cost: Int) {
        var (amount, cost) = (0, 0)
        while let path = cheapestPath(from: source, to: sink) {
            let most = path.map { room[$0] }.min() ?? 0
            for arc in path {
                room[arc] -= most
                room[arc ^ 1] += most
                cost += most * price[arc]
            }
            amount += most
        }
        return (amount, cost)
    }

    /// The arcs of the cheapest way that has room, by Bellman's and Ford's method with a queue.
    private func cheapestPath(from source: Int, to sink: Int) -> [Int]? {
        var distance = [Int](repeating: .max, count: head.count)
        var arcTo = [Int](repeating: -1, count: head.count)
        var isQueued = [Bool](repeating: false, count: head.count)
        var queue = [source]
        var first = 0
        distance[source] = 0
        while first < queue.count {
            let node = queue[first]
            first += 1
            isQueued[node] = false
            var arc = head[node]
            while arc >= 0 {
                let (other, new) = (target[arc], distance[node] + price[arc])
                if room[arc] > 0, new < distance[other] {
                    distance[other] = new
                    arcTo[other] = arc
                    if !isQueued[other] {
                        isQueued[other] = true
                        queue.append(other)
                    }
                }
                arc = next[arc]
            }
        }
        guard distance[sink] < .max else { return nil }
        var path: [Int] = []
        var node = sink
        while node != source {
            path.append(arcTo[node])
            node = target[arcTo[node] ^ 1]
        }
        return path
    }
}
