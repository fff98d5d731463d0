// SPDX-License-Identifier: GPL-3.0-or-later

extension AllocationProblem {
    /// Traps where lists have the wrong length, numbers are out of their range, or options are out of order: mistakes of
    /// the program that made the problem.
    func checkShape() {
        for worker in workers {
            precondition(worker.capacity.count == periods, "a capacity for each period")
            precondition(worker.capacity.allSatisfy { $0 >= 0 }, "no capacity is negative")
            precondition(!worker.isOutside || worker.classes.isEmpty, "whoever is outside is of no class")
            for list in [worker.overtime, worker.premium, worker.loose, worker.presence] {
                precondition(list.isEmpty || list.count == periods, "a number for each period, or none")
                precondition(list.allSatisfy { $0 >= 0 }, "no time, price or presence is negative")
            }
            precondition(
                worker.busyJobs.isEmpty || worker.busyJobs.count == periods, "a count for each period, or none")
            precondition(worker.fee >= 0, "a fee is not negative")
        }
        for job in jobs {
            var end = 0
            for stretch in job.stretches {
                precondition(stretch.lowerBound >= end && !stretch.isEmpty, "stretches ascend and are not empty")
                end = stretch.upperBound
            }
            precondition(end <= periods, "a stretch lies within the periods")
            precondition(job.load.isEmpty || job.load.count == job.length, "a load for each period of the job, or none")
            precondition(job.open.isEmpty || job.open.count == job.load.count, "a part for each load, or none")
            precondition(job.open.allSatisfy { $0 > 0 }, "a job is open for a part of each period")
        }
        for (number, option) in options.enumerated() { check(option, before: number == 0 ? nil : options[number - 1]) }
    }

    private func check(_ option: Option, before: Option?) {
        if let before {
            precondition(
                (before.job, before.worker) < (option.job, option.worker), "options are ordered by job, then worker")
        }
        precondition(
            jobs.indices.contains(option.job) && workers.indices.contains(option.worker), "an option of nobody")
        let job = jobs[option.job]
        precondition(option.value.count == job.stretches.count, "a value for each stretch")
        precondition(option.load.isEmpty ? !job.load.isEmpty : option.load.count == job.length, "loads for all periods")
        for list in [option.arrival, option.fixed] {
            precondition(list.isEmpty || list.count == job.stretches.count, "a price for each stretch, or none")
            precondition(list.allSatisfy { $0 >= 0 }, "no price of a share is negative")
        }
        precondition(option.least >= 0 && option.most >= 0 && option.step >= 0, "shares are not negative")
    }

    /// First option by job, and the number of options at the end.
    var firstOptions: [Int] {
        var first = Array(repeating: 0, count: jobs.count + 1)
        for option in options { first[option.job + 1] += 1 }
        for job in jobs.indices { first[job + 1] += first[job] }
        return first
    }

    /// The options of each worker, ascending.
    func optionsByWorker() -> (first: Flat<Int>, options: Flat<Int32>) {
        var first = Array(repeating: 0, count: workers.count + 1)
        for option in options { first[option.worker + 1] += 1 }
        for worker in workers.indices { first[worker + 1] += first[worker] }
        var next = first
        var list = Array(repeating: Int32(0), count: options.count)
        for (number, option) in options.enumerated() {
            list[next[option.worker]] = Int32(number)
            next[option.worker] += 1
        }
        return (Flat(first), Flat(list))
    }

    /// By worker: those who must not work for a group without her or somebody in her place.
    func dependents() -> [[Int]] {
        var dependents: [[Int]] = Array(repeating: [], count: workers.count)
        for (number, worker) in workers.enumerated() {
            for companion in worker.companions.joined() where dependents[companion].last != number {
                dependents[companion].append(number)
            }
        }
        return dependents
    }

    /// By job: the least share that any of its options allows. Where any share at all is allowed, a twentieth: seats are
    /// kept free for others in this measure.
    func smallestShares() -> [Double] {
        var smallest = jobs.map(\.size)
        for option in options {
            let least = max(option.least, option.step > 0 ? option.step : jobs[option.job].size / 20)
            smallest[option.job] = min(smallest[option.job], option.least > 0 ? option.least : least)
        }
        return smallest
    }

    func jobsWithSteps() -> [Bool] {
        var stepped = jobs.map { _ in false }
        for option in options where option.step > 0 { stepped[option.job] = true }
        return stepped
    }
}

extension AllocationProblem.Job {
    /// Number of periods in all stretches.
    var length: Int { stretches.reduce(0) { $0 + $1.count } }
}
