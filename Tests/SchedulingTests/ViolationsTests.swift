// SPDX-License-Identifier: GPL-3.0-or-later

import Scheduling
import Testing

/// Two workers on days of eight hours: the first is there for eight, then for four, then for eight; the second always.
/// A task of 10 by the first takes the first day and two hours of the second.
@Suite struct ViolationsTests {
    private static let problem = ScheduleProblem(
        periodLength: 24, periodCount: 3, workers: [.init(capacity: [8, 4, 8]), .init(capacity: [8, 8, 8])],
        tasks: [
            .init(options: [.init(worker: 0, work: 10)]),
            .init(options: [.init(worker: 0, work: 5), .init(worker: 1, work: 5)], predecessors: [.init(0)], due: 40),
            .init(options: [.init(worker: 1, work: 3)], predecessors: [.init(0, lag: 24)], release: 2),
        ])
    private static let sound = [
        placed(0, 0, 0, 26), placed(1, 1, 26, 31), placed(0, 1, 50, 53),
    ]

    private static func placed(_ option: Int, _ worker: Int, _ start: Int, _ end: Int) -> Schedule.Placement {
        .init(option: option, worker: worker, start: start, end: end)
    }

    private func violations(_ task: Int, _ placement: Schedule.Placement) -> [ScheduleViolation] {
        var placements = Self.sound
        placements[task] = placement
        return Schedule(placements: placements).violations(of: Self.problem)
    }

    @Test func aSoundScheduleHasNone() {
        #expect(Schedule(placements: Self.sound).violations(of: Self.problem) == [])
    }

    @Test func theSearchFindsIt() {
        let found = findSchedule(for: Self.problem, goal: .makespan, tries: Tries(steps: 100, starts: 1))
        #expect(found.schedule.placements == Self.sound)
        #expect(found.rank == Rank(53) && found.bound == Rank(53) && found.isOptimal)
    }

    @Test func everyTamperingIsFound() {
        #expect(violations(0, Self.placed(0, 0, 0, 25)) == [.work(task: 0, needs: 10, has: 9)])
        #expect(violations(0, Self.placed(0, 0, 8, 28)).contains(.away(task: 0)))
        #expect(violations(0, Self.placed(1, 1, 0, 26)) == [.option(task: 0)])
        #expect(violations(0, Self.placed(0, 1, 0, 26)) == [.option(task: 0)])
        #expect(violations(1, Self.placed(1, 1, 25, 30)) == [.beforePredecessor(task: 1, predecessor: 0)])
        #expect(violations(2, Self.placed(0, 1, 49, 52)) == [.beforePredecessor(task: 2, predecessor: 0)])
        #expect(violations(2, Self.placed(0, 1, 1, 4)).contains(.tooEarly(task: 2)))
        #expect(violations(2, Self.placed(0, 1, 30, 49)).contains(.together(task: 2, other: 1)))
        #expect(
            Schedule(placements: []).violations(of: Self.problem) == [.count(tasks: 3, placements: 0)])
    }

    @Test func ranksAddUp() {
        let late = Schedule(placements: [Self.sound[0], Self.placed(1, 1, 48, 53), Self.placed(0, 1, 53, 56)])
        #expect(late.violations(of: Self.problem) == [])
        #expect(late.rank(for: .lateness, in: Self.problem) == Rank(13, 56, 26 + 53 + 56))
        #expect(late.makespan == 56)
    }

    /// The last task ends at 53, and waits for a day after the first: that has no room. The second may take until it is due at
    /// 40, and of the time from 31 on its worker is there for 1 unit; else until the third begins at 50, for 1 + 2.
    @Test func slackIsInTheWorkersTime() {
        let schedule = Schedule(placements: Self.sound)
        #expect(schedule.slack(in: Self.problem) == [0, 1, 0])
        var undue = Self.problem
        undue.tasks[1].due = nil
        #expect(schedule.slack(in: undue) == [0, 3, 0])
    }

    /// One worker, three tasks: the first lasts beyond the second, and the third begins before the first has ended.
    @Test func everyTaskThatBeginsTooEarlyIsFound() {
        let problem = ScheduleProblem(
            periodLength: 100, periodCount: 1, workers: [.init(capacity: [100])],
            tasks: [10, 2, 2].map { .init(options: [.init(worker: 0, work: $0)], release: 1) })
        let schedule = Schedule(
            placements: [Self.placed(0, 0, 1, 11), Self.placed(0, 0, 2, 4), Self.placed(0, 0, 6, 8)])
        #expect(schedule.violations(of: problem) == [.together(task: 1, other: 0), .together(task: 2, other: 0)])
        let strange = Schedule(
            placements: [Self.placed(0, 0, 1, 11), Self.placed(3, 0, 0, 1), Self.placed(0, 0, 11, 13)])
        #expect(strange.violations(of: problem) == [.tooEarly(task: 1), .option(task: 1)])
    }
}
