// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
public import Staffing

/// How far the making of a plan has come.
public struct PlanningProgress: Sendable, Equatable {
    public let phase: PlanningPhase
    /// What the best staffing found so far is worth, as the certificate will count it, but for rounding to whole seconds;
    /// nil while there is none, or where nobody has added it up yet.
    public let best: Money?
    /// No staffing is worth more; nil while nothing is known.
    public let bound: Money?
    /// The goal that is planned for; nil where money decides.
    public let goal: PlanGoal.Measure?

    public init(_ phase: PlanningPhase, best: Money? = nil, bound: Money? = nil, goal: PlanGoal.Measure? = nil) {
        self.phase = phase
        self.goal = goal
        self.best = best
        self.bound = bound
    }

    /// (bound − best) / |bound|, never negative; nil while one of the two is not known.
    public var gap: Double? {
        guard let best, let bound else { return nil }
        return max(0, Double((bound - best).minorUnits)) / max(1, abs(Double(bound.minorUnits)))
    }
}

/// Told how far a plan has come, on any thread: at each phase as it begins, and now and then while a search goes on.
public typealias ProgressReceiver = @Sendable (PlanningProgress) -> Void

extension PlanningProgress {
    /// In major units.
    init(_ phase: PlanningPhase, best: Double?, bound: Double?, in currency: Currency, of goal: PlanGoal.Measure? = nil)
    {
        func money(_ major: Double?) -> Money? {
            major.flatMap { value in
                let minor = value * Double(currency.scale)
                return abs(minor) < 9e18 ? Money(minorUnits: Int(minor.rounded())) : nil
            }
        }
        guard goal == nil || goal?.unit == .money else {
            self.init(phase, goal: goal)
            return
        }
        self.init(phase, best: money(best), bound: money(bound), goal: goal)
    }
}

extension Options {
    /// With progress that is told in the firm's money.
    func telling(_ receiver: ProgressReceiver?, in currency: Currency, of goal: PlanGoal.Measure? = nil) -> Options {
        guard let receiver else { return self }
        var options = self
        options.progress = {
            receiver(PlanningProgress(.solve, best: $0.incumbent, bound: $0.bound, in: currency, of: goal))
        }
        return options
    }
}
