// SPDX-License-Identifier: GPL-3.0-or-later

extension Shard {
    /// Why a scheduler's variables do not say which shard a task is.
    public enum Unknown: Error, Equatable {
        /// The variable says which task this is, and nothing says of how many.
        case countIsMissing(variable: String)
        /// Not one of the array's tasks.
        case outside(variable: String, value: String, expected: ClosedRange<Int>)
    }

    /// The shard of a task in the job array of Slurm, Kubernetes or AWS Batch, from the variables that these set; nil
    /// outside all of them.
    ///
    /// - Parameter count: how many shards there are. Where it is given, tasks of Slurm are numbered from 1, so that a
    ///   task that is submitted once more on its own is still the same shard. Without it, the array's own bounds count.
    public static func ofTask(in environment: [String: String], count: Int? = nil) throws(Unknown) -> Shard? {
        func number(_ variable: String) -> Int? { environment[variable].flatMap { Int($0) } }
        if let task = environment["SLURM_ARRAY_TASK_ID"] {
            guard count == nil else { return try shard(task, in: "SLURM_ARRAY_TASK_ID", from: 1, count: count) }
            guard let first = number("SLURM_ARRAY_TASK_MIN"), let last = number("SLURM_ARRAY_TASK_MAX"), first <= last
            else { throw .countIsMissing(variable: "SLURM_ARRAY_TASK_ID") }
            let step = max(1, number("SLURM_ARRAY_TASK_STEP") ?? 1)
            let tasks = number("SLURM_ARRAY_TASK_COUNT") ?? (last - first) / step + 1
            guard let id = Int(task), (first...last).contains(id), let shard = Shard((id - first) / step + 1, of: tasks)
            else { throw .outside(variable: "SLURM_ARRAY_TASK_ID", value: task, expected: first...last) }
            return shard
        }
        if let task = environment["JOB_COMPLETION_INDEX"] {
            return try shard(task, in: "JOB_COMPLETION_INDEX", from: 0, count: count)
        }
        if let task = environment["AWS_BATCH_JOB_ARRAY_INDEX"] {
            return try shard(
                task, in: "AWS_BATCH_JOB_ARRAY_INDEX", from: 0, count: count ?? number("AWS_BATCH_JOB_ARRAY_SIZE"))
        }
        return nil
    }

    private static func shard(_ task: String, in variable: String, from first: Int, count: Int?) throws(Unknown)
        -> Shard
    {
        guard let count else { throw .countIsMissing(variable: variable) }
        guard let id = Int(task), (first..<first + count).contains(id), let shard = Shard(id - first + 1, of: count)
        else { throw .outside(variable: variable, value: task, expected: first...first + max(1, count) - 1) }
        return shard
    }
}

extension Shard.Unknown: CustomStringConvertible {
    public var description: String {
        switch self {
        case .countIsMissing(let variable): "\(variable) says which task this is, but not of how many; add --shards"
        case .outside(let variable, let value, let expected):
            "\(variable) is \(value), where the tasks are numbered from \(expected.lowerBound) to "
                + "\(expected.upperBound)"
        }
    }
}
