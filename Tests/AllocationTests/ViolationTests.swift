// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Testing

/// Each rule, broken once on a problem of two workers and two jobs.
@Suite struct ViolationTests {
    /// Two periods; each worker carries 10, each whole job takes 8; job 0 has one stretch, job 1 two.
    var problem: AllocationProblem {
        AllocationProblem(
            periods: 2,
            workers: [
                AllocationProblem.Worker(capacity: [10, 10], classes: [7]),
                AllocationProblem.Worker(capacity: [10, 10]),
            ],
            jobs: [
                AllocationProblem.Job(stretches: [0..<2], load: [8, 8]),
                AllocationProblem.Job(stretches: [0..<1, 1..<2], load: [8, 8]),
            ],
            options: [
                AllocationProblem.Option(job: 0, worker: 0, value: [100]),
                AllocationProblem.Option(job: 0, worker: 1, value: [80]),
                AllocationProblem.Option(job: 1, worker: 0, value: [50, 60]),
                AllocationProblem.Option(job: 1, worker: 1, value: [40, nil]),
            ])
    }

    func violations(
        _ shares: [[Double]], _ change: (inout AllocationProblem) -> Void = { _ in }
    ) -> [AllocationViolation] {
        var problem = problem
        change(&problem)
        return Allocation(shares: shares, of: problem).violations(of: problem)
    }

    @Test func `an allocation that keeps all rules has none`() {
        #expect(violations([[0.5], [0.5], [0.5, 0.5], [0.5, 0]]) == [])
    }

    @Test func `what cannot be held`() {
        #expect(violations([[0], [0], [0, 0], [0, 0.1]]) == [.forbidden(option: 3, stretch: 1)])
    }

    @Test func `shares too small and too large`() {
        #expect(
            violations([[0.2], [0.5], [0, 0], [0, 0]]) {
                $0.options[0].least = 0.3
                $0.options[1].most = 0.4
            } == [
                .belowLeast(option: 0, stretch: 0, share: 0.2), .aboveMost(option: 1, stretch: 0, share: 0.5),
            ])
    }

    @Test func `shares off their step, unless they are all that is left or the most`() {
        let steps = { (problem: inout AllocationProblem) in
            problem.options[0].step = 0.25
            problem.options[1].step = 0.25
        }
        #expect(violations([[0.3], [0.5], [0, 0], [0, 0]], steps) == [.offStep(option: 0, stretch: 0, share: 0.3)])
        #expect(violations([[0.75], [0.25], [0, 0], [0, 0]], steps) == [])
        #expect(
            violations([[0.3], [0.7], [0, 0], [0, 0]], steps) == [
                .offStep(option: 0, stretch: 0, share: 0.3), .offStep(option: 1, stretch: 0, share: 0.7),
            ])
        #expect(
            violations([[0.3], [0.7], [0, 0], [0, 0]]) {
                $0.options[0].step = 0.25
                $0.options[1].step = 0.35
            } == [])
        #expect(
            violations([[0.3], [0.5], [0, 0], [0, 0]]) {
                steps(&$0)
                $0.options[0].most = 0.3
            } == [])
    }

    @Test func `more than the whole`() {
        #expect(violations([[0.7], [0.5], [0, 0], [0, 0]]) == [.overSize(job: 0, stretch: 0, held: 1.2)])
    }

    @Test func `teams too large and too small`() {
        #expect(
            violations([[0.5], [0.5], [0.5, 0], [0, 0]]) {
                $0.jobs[0].team = 1...1
                $0.jobs[1].team = 2...2
            } == [.team(job: 0, stretch: 0, workers: 2), .team(job: 1, stretch: 0, workers: 1)])
    }

    @Test func quotas() {
        #expect(
            violations([[0], [0.5], [0, 0], [0, 0]]) { $0.jobs[0].quotas = [.init(cls: 7, atLeast: 1)] }
                == [.tooFewOfClass(job: 0, stretch: 0, cls: 7, workers: 0)])
        #expect(
            violations([[0.6], [0.2], [0, 0], [0, 0]]) { $0.jobs[0].quotas = [.init(cls: 7, mostShare: 0.5)] }
                == [.tooMuchOfClass(job: 0, stretch: 0, cls: 7, share: 0.6 / 0.8)])
    }

    @Test func `more than a worker can carry, unless overtime allows it`() {
        let shares = [[1.0], [0], [0, 0.5], [0, 0]]
        #expect(violations(shares) == [.overloaded(worker: 0, period: 1, load: 12)])
        #expect(violations(shares) { $0.workers[0].overtime = [0, 2] } == [])
    }

    @Test func `too many jobs at once, those outside included`() {
        let shares = [[0.5], [0], [0, 0.5], [0, 0]]
        #expect(
            violations(shares) { $0.workers[0].mostJobs = 1 } == [.tooManyJobs(worker: 0, period: 1, jobs: 2)])
        #expect(
            violations(shares) {
                $0.workers[0].mostJobs = 2
                $0.workers[0].busyJobs = [2, 0]
            } == [.tooManyJobs(worker: 0, period: 0, jobs: 3)])
    }

    @Test func `too many sites`() {
        let shares = [[0.5], [0], [0, 0.5], [0, 0]]
        let apart = { (problem: inout AllocationProblem) in
            (problem.jobs[0].site, problem.jobs[1].site, problem.workers[0].mostSites) = (1, 2, 1)
        }
        #expect(violations(shares, apart) == [.tooManySites(worker: 0, period: 1, sites: 2)])
        #expect(
            violations(shares) {
                apart(&$0)
                $0.workers[0].home = 2
            } == [])
    }

    @Test func `alone in a group, but not while away`() {
        let accompanied = { (problem: inout AllocationProblem) in problem.workers[0].companions = [[1]] }
        #expect(
            violations([[0.5], [0], [0, 0], [0.5, 0]], accompanied) == [.alone(worker: 0, period: 1, group: 0)])
        #expect(
            violations([[0.5], [0], [0, 0], [0.5, 0]]) {
                accompanied(&$0)
                $0.workers[0].presence = [1, 0]
            } == [])
        #expect(
            violations([[0.5], [0], [0, 0], [0.5, 0]]) {
                accompanied(&$0)
                $0.jobs[1].group = 1
            } == [.alone(worker: 0, period: 0, group: 0), .alone(worker: 0, period: 1, group: 0)])
    }

    @Test func `the value of shares`() {
        var problem = problem
        problem.workers[0].fee = 3
        problem.workers[1].fee = 1000
        (problem.workers[0].overtime, problem.workers[0].premium) = ([5, 5], [2, 4])
        (problem.workers[1].loose, problem.workers[0].loose) = ([1, 0], [0.5, 0.5])
        (problem.options[2].arrival, problem.options[2].fixed) = ([0, 10], [7, 7])
        let shares = [[1.0], [0], [0.25, 0.75], [0, 0]]
        // 100 + 50/4 + 3·60/4 from shares; 10 · ½ for coming in with more, 7 twice for holding, the fee of 3; worker 0
        // carries 10 and 14 hours, 4 of them at 4; worker 1 has 10 hours free at 1.
        let (held, paid): (Double, Double) = (100 + 12.5 + 45, 5 + 14 + 3 + 16)
        #expect(Allocation(shares: shares, of: problem).value == held - paid + 10)
    }

    /// A job of a quota that nobody inside can meet: 40 % at most of class 1, one of class 0 at least.
    private func withOutsider(_ atLeast: Int) -> AllocationProblem {
        AllocationProblem(
            periods: 1,
            workers: [.init(capacity: [10], classes: [1]), .init(capacity: [10], isOutside: true)],
            jobs: [
                .init(
                    stretches: [0..<1], load: [10],
                    quotas: [.init(cls: 0, atLeast: atLeast), .init(cls: 1, mostShare: 0.4)])
            ],
            options: [.init(job: 0, worker: 0, value: [50]), .init(job: 0, worker: 1, value: [20])])
    }

    @Test func `quotas do not speak of those outside`() {
        let problem = withOutsider(1)
        #expect(Allocation(shares: [[0], [1]], of: problem).violations(of: problem) == [])
        #expect(Allocation(shares: [[0.4], [0.6]], of: problem).violations(of: problem).count == 2)
        #expect(problem.bestAllocation(SearchOptions(iterations: 50)).shares == [[0], [1]])
        // Without the first quota the second one stands: all of what those inside hold would be of class 1.
        let free = withOutsider(0)
        #expect(free.bestAllocation(SearchOptions(iterations: 50)).shares == [[0], [1]])
    }
}
