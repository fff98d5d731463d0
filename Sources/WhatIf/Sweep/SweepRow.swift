// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What the plan of one scenario of a sweep comes to.
public struct SweepRow: Sendable, Equatable {
    public let number: Int
    /// From 1; nil without draws.
    public let draw: Int?
    /// Of what is varied.
    public let values: [String]
    /// The proposals that are won.
    public let wins: [Identifier<Project>]
    /// What is drawn from ranges: `apollo.backend 342h total`.
    public let drawn: [String]
    public let asked: Hours
    public let filled: Hours
    public let revenue: Money
    public let cost: Money
    /// See `Figures.worth`.
    public let worth: Money
    public let overtime: Hours
    public let subcontracted: Hours
    public let bench: Hours
    public let hires: [HireNeed]

    public var margin: Money { revenue - cost }
    /// Filled / asked; 1 where nothing is asked.
    public var coverage: Double { asked > .zero ? filled.inHours / asked.inHours : 1 }
}

/// Full-time people who would have done what is unfilled of a skill in a month.
public struct HireNeed: Sendable, Hashable, Codable {
    /// The scarce skill, or `(any)` for lines that ask for none.
    public let skill: String
    /// `2026-02`
    public let month: String
    /// Thousandths of a person.
    public let thousandths: Int

    public var people: Double { Double(thousandths) / 1000 }
}
