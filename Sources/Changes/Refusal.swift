// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Why a change cannot be made: which of its keys is wrong, what is wrong, and what to do.
public struct Refusal: Error, Sendable, Equatable {
    /// What a change may name.
    public enum Kind: String, Sendable, CaseIterable {
        case person, project, need, phase, client, office, calendar, role, skill, pool
    }

    public enum Reason: Sendable, Equatable {
        /// Nothing is called that.
        case unknown(Kind, String, known: [String])
        /// Something is called that already.
        case taken(Kind, String)
        /// The key is left out, and this change cannot do without; with what may be said instead.
        case missing(examples: [String])
        /// The days have no effect on any plan.
        case outsideHorizon(DayRange, horizon: DayRange)
        case datesReversed(Day, Day)
        /// After the change, a date lies beyond the years that are read, or a number beyond what a firm may have.
        case tooMuch(String, most: String)
        /// Somebody has the skill at that level already.
        case notHigher(person: String, skill: String, level: Int)
        /// Somebody is not employed on any of those days.
        case notEmployed(person: String, DayRange)
        /// The project has no dates that could move.
        case noDates(project: String)
        /// The project would begin after its deadline.
        case deadlineBeforeStart(deadline: Day, start: Day)
        /// The phase waits for another one, and cannot begin before that ends.
        case waitsFor(phase: String, before: String, spareWeeks: Int)
        /// The work is not billed, or has no price that could be changed.
        case noPrice(String)
        /// Nothing in the firm is such that the change would do something to it.
        case noEffect(String)
        /// What the ordinary reader of the files has against the result, in its words.
        case invalid(what: String, advice: String)
    }

    /// As the files write it; nil where it is the change as a whole.
    public let key: String?
    public let reason: Reason

    public init(_ key: String?, _ reason: Reason) {
        self.key = key
        self.reason = reason
    }
}
