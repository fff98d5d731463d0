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
    struct Shortage: Hashable {
        let lines: [Int]
        /// All who can do any of the lines, but for those who are full.
        let workers: [Int]
        /// Who could do some of the lines, too, but cannot even do what only they can: a shortage of its own.
        let full: [Int]
    }

    /// What cannot be done, however the workers are reshuffled: the smallest set of lines that is short by most, cut
    /// into bottlenecks. Their lines and their workers do not overlap, and their shortages add up to the whole.
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
        return bottlenecks(asked.indices.filter { reachable[$0] }, full: [])
    }

    /// What the lines of a shortage ask for beyond what its workers have.
    func missing(_ shortage: Shortage) -> Int {
        shortage.lines.reduce(0) { $0 + asked[$1] } - shortage.workers.reduce(0) { $0 + open[$1] }
    }

    /// Lines that share no worker apart; of those that do, first whatever is short by itself among few workers, then
    /// the rest, for which these workers have no time.
    private func bottlenecks(_ lines: [Int], full: Set<Int>) -> [Shortage] {
        connected(lines, without: full).flatMap { group -> [Shortage] in
            let narrow = group.map { shortage(of: bound(to: $0, in: group, full), full) }
                .filter { missing($0) > 0 }
                .min { ($0.workers.count, $0.lines.count) < ($1.workers.count, $1.lines.count) }
            guard let narrow else { return [shortage(of: group, full)] }
            let rest = group.filter { !narrow.lines.contains($0) }
            return [narrow] + bottlenecks(rest, full: full.union(narrow.workers))
        }
    }

    /// The lines of a group that only workers of one line can do.
    private func bound(to line: Int, in group: [Int], _ full: Set<Int>) -> [Int] {
        let workers = Set(able[line]).union(full)
        return group.filter { workers.isSuperset(of: able[$0]) }
    }

    private func shortage(of lines: [Int], _ full: Set<Int>) -> Shortage {
        let all = Set(lines.flatMap { able[$0] })
        return Shortage(
            lines: lines, workers: all.subtracting(full).sorted(), full: all.intersection(full).sorted())
    }

    /// The lines, in groups that share no worker.
    private func connected(_ lines: [Int], without full: Set<Int>) -> [[Int]] {
        var linesOfWorker: [Int: [Int]] = [:]
        for line in lines {
            for worker in able[line] where !full.contains(worker) { linesOfWorker[worker, default: []].append(line) }
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
