// SPDX-License-Identifier: GPL-3.0-or-later

/// Who can do what in one week: a transportation problem between work and workers.
///
/// All the work can be done if and only if no set of lines asks for more than all who can do any of them have
/// together (Hall's condition). Hours are whole seconds.
struct TeamWeek {
    /// Seconds of work, by line.
    let asked: [Int]
    /// Seconds of time, by worker.
    let open: [Int]
    /// The workers of each line.
    let able: [[Int]]

    /// Lines that ask for more than their workers have, whoever does what.
    struct Shortage: Equatable {
        let lines: [Int]
        /// All who can do any of the lines. None of them has a second left for anything else.
        let workers: [Int]
        /// What the lines ask for beyond what the workers have.
        let short: Int
    }

    /// The smallest sets of lines that are short by most, those that share no worker apart: their shortages add up to
    /// all that cannot be done.
    func shortages() -> [Shortage] {
        let source = asked.count + open.count
        let sink = source + 1
        var flow = MaximumFlow(nodes: sink + 1)
        for (line, seconds) in asked.enumerated() {
            flow.connect(source, line, capacity: seconds)
            for worker in able[line] { flow.connect(line, asked.count + worker, capacity: seconds) }
        }
        for (worker, seconds) in open.enumerated() {
            flow.connect(asked.count + worker, sink, capacity: seconds)
        }
        guard flow.run(from: source, to: sink) < asked.reduce(0, +) else { return [] }
        let reachable = flow.reachable(from: source)
        return connected(asked.indices.filter { reachable[$0] }).map { lines in
            let workers = Set(lines.flatMap { able[$0] }).sorted()
            return Shortage(
                lines: lines, workers: workers,
                short: lines.reduce(0) { $0 + asked[$1] } - workers.reduce(0) { $0 + open[$1] })
        }
    }

    /// The lines, in groups that share no worker.
    private func connected(_ lines: [Int]) -> [[Int]] {
        var linesOfWorker: [Int: [Int]] = [:]
        for line in lines {
            for worker in able[line] { linesOfWorker[worker, default: []].append(line) }
        }
        var seen: Set<Int> = []
        return lines.compactMap { first in
            guard seen.insert(first).inserted else { return nil }
            var group = [first]
            var head = 0
            while head < group.count {
                for worker in able[group[head]] {
                    // Each worker leads to all their lines once.
                    for line in linesOfWorker.removeValue(forKey: worker) ?? [] where seen.insert(line).inserted {
                        group.append(line)
                    }
                }
                head += 1
            }
            return group.sorted()
        }
    }
}
