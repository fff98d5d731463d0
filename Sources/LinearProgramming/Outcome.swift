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
    /// Where blocks ended for different reasons, the last of them in this order stands for all.
    public enum Stop: Int, Hashable, Comparable, CaseIterable, Sendable {
        /// Each block reached the relative gap asked for.
        case gap
        case nodes, iterations, time, cancelled

        public static func < (left: Stop, right: Stop) -> Bool { left.rawValue < right.rawValue }
    }

    /// The point found, if any.
    public var solution: Solution? {
        switch self {
        case .optimal(let solution), .feasible(let solution, _): solution
        case .stopped, .infeasible, .unbounded, .failed: nil
        }
    }
}
