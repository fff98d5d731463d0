// SPDX-License-Identifier: GPL-3.0-or-later

import Levelling
import Matching
import Staffing
import Testing
import Verification

/// Whatever is changed in a schedule that holds is found.
@Suite struct TamperingTests {
    private let situation: Situation
    private let schedule: TaskSchedule

    init() throws {
        situation = Situation(of: try crowded())
        schedule = levelTasks(in: situation)
        try #require(schedule.violations(in: situation) == [])
        try #require(schedule.undone.isEmpty && schedule.entries.count == 5)
    }

    private func entry(_ task: String) throws -> TaskSchedule.Entry {
        try #require(schedule.entries.first { $0.task.task.text == task })
    }

    /// The violations once a task stands otherwise.
    private func violations(
        _ task: String, person: Identifier<Person>? = nil, booked: Bool? = nil, shift: Int = 0, more: Hours = .zero,
        due: Int = 0
    ) throws -> [TaskViolation] {
        let old = try entry(task)
        var days = old.days.map { TaskSchedule.DayHours($0.day + shift, $0.hours) }
        if let first = days.first { days[0] = .init(first.day, first.hours + more) }
        let new = TaskSchedule.Entry(
            task: old.task, person: person ?? old.person, isInBookedHours: booked ?? old.isInBookedHours,
            begin: .init(old.begin.day + shift, into: old.begin.into),
            end: .init(old.end.day + shift, into: old.end.into),
            days: days, slack: old.slack, due: old.due + due)
        var tampered = schedule
        let index = try #require(tampered.entries.firstIndex { $0.task == old.task })
        tampered.entries[index] = new
        return tampered.violations(in: situation)
    }

    @Test func anotherPerson() throws {
        let api = try entry("api").task
        #expect(try violations("api", person: "ben").contains(.notAble(api, "ben")))
        #expect(try violations("api", person: "cleo").contains(.notAble(api, "cleo")), "she does not own it")
        #expect(try violations("one", person: "ben").contains(.notAble(try entry("one").task, "ben")), "excluded")
        #expect(try violations("api", person: "nobody").contains(.stranger("nobody")))
    }

    @Test func otherDays() throws {
        let (api, app) = (try entry("api").task, try entry("app").task)
        #expect(try violations("api", shift: -1).contains(.outside(api)))
        #expect(try violations("data", shift: -1).contains(.outside(try entry("data").task)))
        #expect(try violations("app", shift: -3).contains(.order(app, after: api)))
        #expect(try violations("two", shift: 60).contains(.outside(try entry("two").task)))
        #expect(try violations("app", due: 1).contains(.dueWrong(app)))
    }

    @Test func otherHours() throws {
        let api = try entry("api").task
        let more = try violations("api", more: Hours(1))
        #expect(more.contains(.work(api, stated: Hours(13), asked: Hours(12))))
        #expect(
            try violations("api", more: Hours(9)).contains {
                if case .overfullDay("ana", _, _, _) = $0 { true } else { false }
            })
        #expect(try violations("data", more: Hours(60)).contains { if case .overfullWeek = $0 { true } else { false } })
        #expect(try violations("api", more: Hours(-9)).contains(.daysWrong(api)))
    }

    @Test func twoAtOnce() throws {
        var tampered = schedule
        let data = try #require(tampered.entries.firstIndex { $0.task.task.text == "data" })
        let two = try #require(tampered.entries.firstIndex { $0.task.task.text == "two" })
        let old = tampered.entries[data]
        tampered.entries[two] = TaskSchedule.Entry(
            task: tampered.entries[two].task, person: old.person, isInBookedHours: old.isInBookedHours,
            begin: old.begin,
            end: old.end, days: old.days, slack: .zero, due: tampered.entries[two].due)
        #expect(tampered.violations(in: situation).contains { if case .together = $0 { true } else { false } })
    }

    @Test func missingDoubledStrangeAndMisstated() throws {
        let api = try entry("api")
        var tampered = schedule
        tampered.entries.removeAll { $0.task == api.task }
        #expect(tampered.violations(in: situation).contains(.count(api.task, 0)))
        tampered = schedule
        tampered.undone.append(.init(task: api.task, reason: .noTime, due: api.due))
        #expect(tampered.violations(in: situation) == [.count(api.task, 2)])
        tampered = schedule
        tampered.undone.append(.init(task: TaskID("apollo", "build", "sleep"), reason: .noTime, due: api.due))
        #expect(tampered.violations(in: situation) == [.stranger("apollo.build.sleep")])
        tampered = schedule
        tampered.ends[0] = .init(
            project: "apollo", last: tampered.ends[0].last - 1, earliest: tampered.ends[0].earliest)
        #expect(tampered.violations(in: situation) == [.endWrong("apollo")])
    }
}
