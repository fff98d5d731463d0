// SPDX-License-Identifier: GPL-3.0-or-later

import SmallFirms
import Staffing
import Testing
import WhatIf

@Suite struct DeliveryTests {
    /// A phase of one week from Monday the 5th ends on Sunday the 11th; its last working day is Friday the 9th.
    private let phased = """
        people:
          ana: { skills: { swift: 3 }, cost: 50/h }
        projects:
          apollo:
            deadline: 2026-01-12
            phases:
              build: { start: 2026-01-05, length: 1 week, milestone: Beta by 2026-01-09 }
            needs:
              app: { phase: build, skills: { swift: 3 }, hours: 30h/week, rate: 100/h, spread: weekly }
          chores:
            needs:
              art: { skills: { swift: 3 }, hours: 5h/week, rate: none, spread: weekly }
          gone:
            stage: lost
            needs:
              app: { skills: { swift: 3 }, hours: 5h/week, rate: 100/h }
        """

    private func days(_ comparison: Comparison) -> [[String]] {
        comparison.cases.map { item in
            item.deliveries.map { "\($0.subject.project) \($0.ends)\($0.isLate ? " late" : "")" }
        }
    }

    @Test func endsOnTheLastWorkingDay() throws {
        let later = phased.replacing("start: 2026-01-05", with: "start: 2026-01-12")
        #expect(
            days(try compared(phased, later)) == [
                ["apollo 2026-01-09", "apollo 2026-01-09", "chores 2026-01-16"],
                ["apollo 2026-01-16 late", "apollo 2026-01-16 late", "chores 2026-01-16"],
            ])
    }

    @Test func aProjectComesBeforeItsMilestones() throws {
        let deliveries = try compared(phased, phased).base.deliveries
        #expect(
            deliveries.map(\.subject) == [
                .project("apollo"), .milestone("apollo", "build", name: "Beta"), .project("chores"),
            ])
        #expect(deliveries.map { $0.due?.description } == ["2026-01-12", "2026-01-09", nil])
    }

    /// Ana has 40 of the 50 hours; the ten that nobody does are of the phase, and of the project.
    @Test func unmetHoursAreTold() throws {
        let more = phased.replacing("30h/week", with: "50h/week").replacing("5h/week", with: "0h/week")
        let short = try compared(more, phased).base.deliveries.map(\.short)
        #expect(short == [Hours(10), Hours(10), .zero])
    }
}
