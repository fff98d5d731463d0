// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

/// A promise that a plan breaks.
public enum Violation: Sendable, Hashable {
    /// The plan names somebody or something that the firm does not have.
    case stranger(String)
    /// A share begins or ends within a stretch of its line.
    case offStretch(line: LineID, ShareHeld)
    case notEligible(Identifier<Person>, LineID, why: String)
    case poolNotEligible(Identifier<SubcontractorPool>, LineID)
    /// Beyond capacity and overtime.
    case overloaded(Identifier<Person>, Week, load: Hours, limit: Hours)
    case poolOverloaded(Identifier<SubcontractorPool>, Week, load: Hours, limit: Hours)
    /// Subcontracted work of a frozen week that is not as it was.
    case frozenBroken(Identifier<SubcontractorPool>, LineID, Week, planned: Hours, kept: Hours)
    /// More of the kept bookings is moved than the change budget allows.
    case overBudget(moved: String, budget: String)
    /// More hours than the line asks for.
    case overfilled(LineID, Week, filled: Hours, asked: Hours)
    /// More hours than an anytime line asks for in all.
    case overfilledTotal(LineID, filled: Hours, asked: Hours)
    case pinBroken(Identifier<Person>, LineID, Week, planned: Hours, pinned: Hours)
    /// Shares of a steady line that add up to more than the whole.
    case overshared(LineID, Week, Share)
    /// One person holds more than a seat.
    case overseated(Identifier<Person>, LineID, Week)
    /// A share below zero, or of a stretch in which the person delivers nothing.
    case emptyShare(Identifier<Person>, LineID, Week)
    /// Hours that do not follow from the share.
    case unsteady(String, LineID, Week, planned: Hours, share: Hours)
    /// Work of a kind that the line does not have.
    case wrongKind(Identifier<Person>, LineID, Assignment.Kind)
    /// Cover beyond what is missing through absence.
    case overcovered(LineID, Week, cover: Hours, missing: Hours)
    case negativeHours(LineID, Week)
    case unfilledWrong(LineID, Week, stated: Hours, actual: Hours)
    case unfilledTotalWrong(LineID, stated: Hours, actual: Hours)
    /// A reason that speaks of what the line does not ask for, or of people whom the firm does not have.
    case reasonWrong(LineID)
    // Rules of booking, of bookable plans alone.
    /// A share that comes to less than the smallest booking.
    case tooSmall(Identifier<Person>, LineID, Week, share: Share, least: Share)
    /// A share that is no whole number of steps.
    case offStep(Identifier<Person>, LineID, Week, share: Share, step: Share)
    /// A week's work that comes to less than a slice.
    case sliver(Identifier<Person>, LineID, Week, hours: Hours, least: Hours)
    case tooManyLines(Identifier<Person>, Week, lines: Int, most: Int)
    case tooManySites(Identifier<Person>, Week, sites: Int, most: Int)
    /// Work for a project without those who have to be there, too.
    case unaccompanied(
        Identifier<Person>, Identifier<Project>, Week, without: [Identifier<Person>], Situation.Companionship.Cause)
    case teamTooSmall(LineID, Week, members: Int, least: Int)
    case teamTooLarge(LineID, Week, members: Int, most: Int)
    /// Too few people of a grade.
    case gradeMissing(LineID, Week, Identifier<Grade>, members: Int, least: Int)
    /// People of a grade do too much of the work.
    case gradeBeyond(LineID, Week, Identifier<Grade>, part: Share, most: Share)
    case digestWrong(stated: String, actual: String)
    case objectiveWrong(Certificate.Stage.Name, stated: Money, actual: Money)
    case boundWrong(Certificate.Stage.Name, stated: Money, actual: Money)
    /// The plan is worth more than its bound allows: one of the two is wrong.
    case boundBelowObjective(Certificate.Stage.Name)
    /// What a search is said to have found that no plan exceeds, and this one does, or the bound of the prices is below it.
    case searchedWrong(Money, objective: Money, bound: Money)
    /// A plan that keeps no rules of booking has not been searched for.
    case searchedFractional
    case badPrice(Certificate.Stage.Name, String)
    case stagesWrong
    /// The goals of the plan are not those of the firm.
    case goalsWrong
    /// Something that the plan says of a goal does not follow from its bookings and its prices.
    case goalWrong(PlanGoal.Measure, String, stated: GoalValue, actual: GoalValue)
    /// More of a goal is given up than its tolerance allows.
    case goalMissed(PlanGoal.Measure, best: GoalValue, reached: GoalValue)
    case badGoalPrice(PlanGoal.Measure, String)
    case statusWrong(stated: Certificate.Status, gap: Double)
    /// A figure of the plan file that does not follow from its bookings.
    case figureWrong(String, stated: String, actual: String)
}
