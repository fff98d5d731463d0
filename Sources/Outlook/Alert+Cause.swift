// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

extension Alert {
    /// Who is meant, and the numbers that raised the alert: sums over its weeks.
    public enum Cause: Sendable, Hashable {
        /// Booked in weeks without a contract.
        case notEmployed(Load)
        /// Booked beyond capacity, and only because of leave.
        case leaveClash(Load)
        /// Pinned bookings alone are more than capacity and overtime hold.
        case contradictoryPins(Load)
        /// Booked beyond capacity.
        case overbooked(Load)
        /// Subcontractors are promised for more than they can be called on, in all scenarios together.
        case poolOverbooked(PoolLoad)
        /// Booked in spite of an exclusion.
        case excluded(Promise, from: Exclusion.Target)
        /// Booked on a line whose skills, level, role or office the person does not have.
        case unqualified(Promise, [Obstacle])
        /// Promised to a project that is not won.
        case notWon(Promise, Stage)
        /// Booked in weeks in which the line does not run.
        case outsideDates(Promise, line: DayRange)
        /// Pinned bookings alone are more than the line asks for.
        case lineOverpinned(Surplus)
        /// More booked than the line asks for.
        case lineOverbooked(Surplus)
        /// Lines that cannot all be done by those who may do them, however they are staffed.
        case bottleneck(Bottleneck)
        /// One person alone has a skill that is asked for.
        case onlyHolder(Identifier<Person>, SkillLevel, of: [LineID])
        /// A phase ends after its milestone is due: on its last working day.
        case lateMilestone(Identifier<Project>, Milestone, ends: Day)
        /// A project ends after its deadline: on its last working day.
        case lateProject(Identifier<Project>, deadline: Day, ends: Day)
        /// A task ends after it is due, in whoever's hands it is done first.
        case lateTask(TaskID, Identifier<Person>, due: Day, ends: Day)
        /// A task that nobody can do.
        case undoneTask(TaskID, TaskSchedule.Reason)
        /// Demand that the plan leaves unmet.
        case unfilled(LineID, Hours, Unfilled.Reason, nearest: Identifier<Person>?)
        /// Demand left unmet before a milestone.
        case milestoneAtRisk(Identifier<Project>, Milestone, [LineID], Hours)
        /// Full for too many weeks in a row.
        case sustainedLoad(Identifier<Person>, Ratio, limit: Share)
        /// A contract ends while the lines that the person works on go on.
        case contractEnds(Identifier<Person>, on: Day, [LineID], after: Hours)
        case underTarget(Identifier<Person>, Ratio, target: Share)
        case overTarget(Identifier<Person>, Ratio, target: Share)
        /// The planned work comes to more than the client has agreed to pay.
        case overBudget(Identifier<Project>, revenue: Money, budget: Money)
        /// Margin under the policy's.
        case thinMargin(Identifier<Project>, revenue: Money, margin: Money, limit: Share)
        /// Costs more than it brings.
        case loss(Identifier<Project>, revenue: Money, margin: Money)
    }

    /// A person's bookings against what the weeks hold.
    public struct Load: Sendable, Hashable {
        public let person: Identifier<Person>
        /// On which the person is booked in these weeks, in the order of the files.
        public let lines: [LineID]
        /// All bookings, or the pinned ones where these alone are too many.
        public let booked: Hours
        /// Plannable: contract less holidays, leave and time inside the firm.
        public let capacity: Hours
        /// Allowed on top.
        public let overtime: Hours
        public let leave: Hours

        /// booked − capacity.
        public var excess: Hours { booked - capacity }
    }

    /// What subcontractors are booked for against what they give: sums over the weeks.
    public struct PoolLoad: Sendable, Hashable {
        public let pool: Identifier<SubcontractorPool>
        /// On which they are booked in these weeks, in order.
        public let lines: [LineID]
        public let booked: Hours
        public let capacity: Hours

        /// booked − capacity.
        public var excess: Hours { booked - capacity }
    }

    /// A booking, or the part of it that is meant.
    public struct Promise: Sendable, Hashable {
        public let person: Identifier<Person>
        public let line: LineID
        public let hours: Hours
    }

    /// What is booked on a line against what it asks for.
    public struct Surplus: Sendable, Hashable {
        public let line: LineID
        public let people: [Identifier<Person>]
        public let booked: Hours
        public let asked: Hours

        public var excess: Hours { booked - asked }
    }

    /// Hours out of hours.
    public struct Ratio: Sendable, Hashable {
        public let part: Hours
        public let whole: Hours

        public var value: Double { part.inHours / whole.inHours }
    }
}
