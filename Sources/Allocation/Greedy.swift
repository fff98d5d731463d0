// SPDX-License-Identifier: GPL-3.0-or-later

extension State {
    /// Fills all jobs by regret: the job comes first that would lose most if it had to take its second best worker.
    /// Regrets are worked out again only when their job comes to the top.
    func fillByRegret(_ filling: Filling) {
        var numbers = RandomNumbers(seed: 0)
        var queue = Queue()
        var careful = filling
        careful.judgement.trusting = false
        for job in 0..<layout.jobs {
            let found = bestInsertion(job, filling, &numbers)
            if found.option >= 0 || layout.picky[job] { queue.push(job, found.regret) }
        }
        while let (job, regret) = queue.pop() {
            if layout.picky[job] {
                fill(job, filling, &numbers)
                continue
            }
            let found = bestInsertion(job, filling, &numbers)
            if found.option < 0 { continue }
            if let next = queue.topKey, found.regret < regret, found.regret < next {
                queue.push(job, found.regret)
                continue
            }
            if insert(found.option, filling) {
                queue.push(job, found.regret)
            } else {
                fill(job, careful, &numbers)
            }
        }
        repair()
    }
}

extension Insertions {
    /// What is lost if somebody else takes the best worker. The gain itself decides between equals.
    var regret: Double { gain - second + gain * 1e-3 }
}

/// Jobs by falling key; equal keys by rising number, so that no order is left to chance.
private struct Queue {
    private var heap: [(job: Int, key: Double)] = []

    var topKey: Double? { heap.first?.key }

    mutating func push(_ job: Int, _ key: Double) {
        heap.append((job, key))
        var child = heap.count - 1
        while child > 0, isBefore(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> (job: Int, key: Double)? {
        guard let top = heap.first else { return nil }
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
        var parent = 0
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(child, first) {
                first = child
            }
            if first == parent { return top }
            heap.swapAt(first, parent)
            parent = first
        }
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        heap[a].key != heap[b].key ? heap[a].key > heap[b].key : heap[a].job < heap[b].job
    }
}
