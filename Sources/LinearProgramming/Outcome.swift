// SPDX-License-Identifier: GPL-3.0-or-later

/// What became of a model.
public enum Outcome: Equatable, Sendable {
    /// No better point exists, within the solver's tolerance (for integer programs about 1e-7 of the objective).
    case optimal(Solution)
    /// The search ended early with a point that keeps every row and bound; `Solution.bound` says how good it could get.
    case feasible(Solution, Stop)
    /// The search ended early without a point.
    case stopped(Stop)
    /// No point keeps every row and bound.
    case infeasible
    /// Points exist and the objective has no limit.
    case unbounded
    /// The solver gave up for numerical reasons; its last words.
    case failed(String)

    /// Why a search ended before its natural end.
    public enum Stop: Hashable, Sendable {
        /// The relative gap asked for was reached.
        case gap
        case time, iterations, nodes, cancelled
    }

    /// The point found, if any.
    public var solution: Solution? {
        switch self {
        case .optimal(let solution), .feasible(let solution, _): solution
        case .stopped, .infeasible, .unbounded, .failed: nil
        }
    }
}
