// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WhatIf

@Suite struct ShardTests {
    @Test(arguments: ["3/10", "1/1", "10000/10000"])
    func partsOfAWholeAreRead(_ text: String) { #expect(Shard(text)?.description == text) }

    @Test(arguments: ["", "3", "0/10", "11/10", "1/0", "1/10001", "-1/3", "a/3", "1/2/3", "1.5/3", "1/ 3"])
    func othersAreNot(_ text: String) { #expect(Shard(text) == nil) }

    @Test func everyScenarioIsInOneShard() {
        let parts = (1...3).map { Shard($0, of: 3)?.numbers(of: 8) }
        #expect(parts == [[0, 3, 6], [1, 4, 7], [2, 5]])
        #expect(Shard(3, of: 3)?.numbers(of: 2) == [])
    }

    private func shard(_ environment: [String: String], count: Int? = nil) -> String {
        do {
            return try Shard.ofTask(in: environment, count: count)?.description ?? "whole"
        } catch { return error.description }
    }

    @Test func slurmNumbersTheTasksOfAnArray() {
        func task(_ id: Int, _ first: Int, _ last: Int, _ count: Int, step: Int = 1) -> [String: String] {
            [
                "SLURM_ARRAY_TASK_ID": "\(id)", "SLURM_ARRAY_TASK_MIN": "\(first)", "SLURM_ARRAY_TASK_MAX": "\(last)",
                "SLURM_ARRAY_TASK_COUNT": "\(count)", "SLURM_ARRAY_TASK_STEP": "\(step)",
            ]
        }
        #expect(shard(task(1, 1, 10, 10)) == "1/10")
        #expect(shard(task(0, 0, 9, 10)) == "1/10")
        #expect(shard(task(9, 0, 9, 10)) == "10/10")
        // --array=5-20:5
        #expect(shard(task(15, 5, 20, 4, step: 5)) == "3/4")
        #expect(shard(task(11, 1, 10, 10)) == "SLURM_ARRAY_TASK_ID is 11, where the tasks are numbered from 1 to 10")
    }

    /// `--array=3` has one task, which is the third of ten all the same.
    @Test func aTaskThatIsSubmittedOnceMoreKeepsItsShard() {
        let again = [
            "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MIN": "3", "SLURM_ARRAY_TASK_MAX": "3",
            "SLURM_ARRAY_TASK_COUNT": "1",
        ]
        #expect(shard(again, count: 10) == "3/10")
        #expect(
            shard(["SLURM_ARRAY_TASK_ID": "0"], count: 10)
                == "SLURM_ARRAY_TASK_ID is 0, where the tasks are numbered from 1 to 10")
    }

    @Test func kubernetesCountsFromZero() {
        #expect(shard(["JOB_COMPLETION_INDEX": "0"], count: 4) == "1/4")
        #expect(shard(["JOB_COMPLETION_INDEX": "3"], count: 4) == "4/4")
        #expect(
            shard(["JOB_COMPLETION_INDEX": "4"], count: 4)
                == "JOB_COMPLETION_INDEX is 4, where the tasks are numbered from 0 to 3")
        #expect(
            shard(["JOB_COMPLETION_INDEX": "0"])
                == "JOB_COMPLETION_INDEX says which task this is, but not of how many; add --shards")
    }

    @Test func batchSaysHowManyThereAre() {
        let task = ["AWS_BATCH_JOB_ARRAY_INDEX": "1", "AWS_BATCH_JOB_ARRAY_SIZE": "5"]
        #expect(shard(task) == "2/5")
        #expect(shard(["AWS_BATCH_JOB_ARRAY_INDEX": "1"], count: 5) == "2/5")
    }

    @Test func elsewhereThereIsNoShard() { #expect(shard(["HOME": "/root"], count: 5) == "whole") }
}
