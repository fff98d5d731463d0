// SPDX-License-Identifier: GPL-3.0-or-later

internal import struct Staffing.SplitMix64

/// Simulated annealing over lists: a step that makes things worse is taken if that is not by more than a drawn
/// allowance, whose mean falls to nothing.
struct Annealing<A: Aim> {
    let tables: Tables
    var aim: A
    /// Nothing is better than that.
    let bound: Rank
    private var list: TaskList
    private var decoder: Decoder
    private var luck: SplitMix64
    private var energy = 0
    private(set) var best: TaskList
    private(set) var bestRank: Rank

    init(_ tables: Tables, aim: A, from list: TaskList, bound: Rank, seed: UInt64) {
        self.tables = tables
        self.aim = aim
        self.bound = bound
        self.list = list
        best = list
        decoder = Decoder(tables)
        luck = SplitMix64(seed: seed)
        _ = decoder.run(list, for: &self.aim, most: .max)
        bestRank = self.aim.rank
        self.aim.aim(below: bestRank)
        _ = decoder.run(list, for: &self.aim, most: .max)
        energy = self.aim.energy
    }

    /// - Parameter goesOn: asked now and then.
    mutating func run(_ steps: Int, while goesOn: () -> Bool) {
        guard tables.taskCount > 0 else { return }
        let hottest = Double(max(1, tables.work.reduce(0, +) * aim.scale / tables.work.count)) * 0.15
        for step in 0..<steps {
            guard bestRank > bound, step % 4096 != 0 || goesOn() else { return }
            let heat = hottest * Double(steps - step) / Double(steps)
            take(energy + Int(heat * luck.exponential()))
        }
    }

    /// Tries a step; it stays if the energy does not come to more than that.
    private mutating func take(_ most: Int) {
        let task = luck.below(tables.taskCount)
        switch luck.below(10) {
        case 0..<3: reassign(task, most)
        case 3..<6: exchange(task, luck.below(tables.taskCount), most)
        case 6..<8: move(task, most)
        default: move(task, to: drawOption(of: task), most)
        }
    }

    private mutating func drawOption(of task: Int) -> Int {
        let options = tables.options(of: task)
        return options.lowerBound + luck.below(options.count)
    }

    private mutating func reassign(_ task: Int, _ most: Int) {
        let (old, new) = (list.choice[task], drawOption(of: task))
        guard new != old else { return }
        list.choose(new, for: task, tables)
        if !accept(most) { list.choose(old, for: task, tables) }
    }

    /// Two tasks change hands.
    private mutating func exchange(_ task: Int, _ other: Int, _ most: Int) {
        let (old, otherOld) = (list.choice[task], list.choice[other])
        let (worker, otherWorker) = (tables.worker[old], tables.worker[otherOld])
        guard worker != otherWorker, let new = tables.option(of: task, by: otherWorker),
            let otherNew = tables.option(of: other, by: worker)
        else { return }
        list.choose(new, for: task, tables)
        list.choose(otherNew, for: other, tables)
        if !accept(most) {
            list.choose(old, for: task, tables)
            list.choose(otherOld, for: other, tables)
        }
    }

    /// A task comes earlier or later, and perhaps to somebody else.
    private mutating func move(_ task: Int, to option: Int? = nil, _ most: Int) {
        let room = list.room(of: task, tables)
        let (old, from) = (list.choice[task], list.position[task])
        let place = room.lowerBound + luck.below(room.count)
        guard place != from else { return }
        list.move(task, to: place)
        if let option { list.choose(option, for: task, tables) }
        if !accept(most) {
            list.move(task, to: from)
            list.choose(old, for: task, tables)
        }
    }

    private mutating func accept(_ most: Int) -> Bool {
        guard decoder.run(list, for: &aim, most: most) else { return false }
        energy = aim.energy
        if aim.rank < bestRank {
            bestRank = aim.rank
            best = list
            aim.aim(below: bestRank)
            _ = decoder.run(list, for: &aim, most: .max)
            energy = aim.energy
        }
        return true
    }
}

extension SplitMix64 {
    /// A number of an exponential distribution of mean 1, to a few hundredths: the leading zeros of a drawn number give
    /// the whole binary logarithm, what follows is taken as straight. So it is the same on every machine.
    fileprivate mutating func exponential() -> Double {
        let drawn = next() | 1
        let zeros = drawn.leadingZeroBitCount
        let rest = Double((drawn << UInt64(zeros)) >> 11) * 0x1p-53
        return 0.6931471805599453 * (Double(zeros) + 2 * (1 - rest))
    }
}
