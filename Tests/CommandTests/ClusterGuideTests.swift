// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Yams

/// The manifest of the guide to clusters is one that Kubernetes and the program both take.
@Suite("The guide to clusters")
struct ClusterGuideTests {
    private typealias Mapping = [String: Any]

    /// What stands in the block that is a file of that name.
    private func block(_ name: String) throws -> String {
        let guide = try String(
            contentsOf: Program.repository.appending(path: "Guides/clusters.md"), encoding: .utf8)
        let fence = try #require(guide.range(of: "```yaml \(name)\n"))
        let end = try #require(guide.range(of: "\n```", range: fence.upperBound..<guide.endIndex))
        return String(guide[fence.upperBound..<end.lowerBound])
    }

    private func job() throws -> Mapping { try #require(try Yams.load(yaml: block("sweep-job.yaml")) as? Mapping) }

    private func container(_ job: Mapping) throws -> Mapping {
        let template = try #require((job["spec"] as? Mapping)?["template"] as? Mapping)
        let containers = try #require((template["spec"] as? Mapping)?["containers"] as? [Mapping])
        return try #require(containers.first)
    }

    @Test func theManifestIsAnIndexedJob() throws {
        let job = try job()
        #expect(job["apiVersion"] as? String == "batch/v1")
        #expect(job["kind"] as? String == "Job")
        let spec = try #require(job["spec"] as? Mapping)
        #expect(spec["completionMode"] as? String == "Indexed")
        #expect(spec["completions"] as? Int == 10)
        let pod = try #require((spec["template"] as? Mapping)?["spec"] as? Mapping)
        #expect(["OnFailure", "Never"].contains(pod["restartPolicy"] as? String))
        // What the container mounts is a volume of the pod.
        let mounts = try #require(try container(job)["volumeMounts"] as? [Mapping]).map { $0["name"] as? String }
        #expect(mounts == (pod["volumes"] as? [Mapping])?.map { $0["name"] as? String })
    }

    /// One pod, as Kubernetes starts it. All elements of a command have to be texts, numbers too.
    @Test func itsCommandPlansAShard() async throws {
        let job = try job()
        let command = try #require(try container(job)["command"] as? [String])
        let count = try #require((job["spec"] as? Mapping)?["completions"] as? Int)
        let shards = try #require(command.firstIndex(of: "--shards"))
        #expect(command[shards + 1] == "\(count)")
        try await inScratch(Scratch()) { scratch in
            let firm = try String(
                contentsOf: Program.repository.appending(path: "Scenarios/by-hand/base.yaml"), encoding: .utf8)
            try scratch.file("firm.yaml", firm)
            let run = try await Program.shell(
                "JOB_COMPLETION_INDEX=2 " + command.joined(separator: " "), in: scratch.url)
            #expect(
                run == Run(status: 0, output: "shard 3/10: 500 scenarios in rows/shard-03-of-10.rows\n", errors: ""))
        }
    }
}
