// SPDX-License-Identifier: GPL-3.0-or-later

/// How to solve. The defaults suit every model; they are chosen by its shape and size.
public struct Options: Sendable {
    public enum Method: Hashable, Sendable {
        /// For a large linear program that is feasible at zero, crossover if columns touch many rows, sifting if it is
        /// wide, and dual if every column is bounded and no basis is given. Otherwise primal or dual as the starting
        /// basis suggests.
        case automatic
        case primal, dual
        /// Primal simplex over a growing set of columns until no other column prices out. Integer programs need
        /// all columns: their relaxation is solved as with `automatic`.
        case sifting
        /// A first-order method to the neighbourhood of the optimum, a basis made from where that ends, and from there
        /// the simplex method over the rows and columns that matter. With a starting basis only the latter. Integer
        /// programs are solved as with `automatic`.
        case crossover
    }

    public enum Division: Hashable, Sendable {
        /// By blocks where the model is large enough to gain.
        case automatic
        /// The model as it stands.
        case whole
        /// Parts of the model that share no row are solved on their own, several at once.
        case blocks
    }

    public var method = Method.automatic
    public var division = Division.automatic
    /// Blocks solved at once; the answer does not depend on it. Nil for one per processor.
    public var threads: Int?
    /// Wall-clock time for everything. An answer that depends on a clock cannot be reproduced: prefer the other limits.
    public var timeLimit: Duration?
    /// Simplex iterations of each block, not counting those of branch and bound.
    public var iterationLimit: Int?
    /// Branch-and-bound nodes of each block.
    public var nodeLimit: Int?
    /// Branch and bound, crossover and sifting may end when a block's |objective − bound| / |objective| is at most this.
    public var relativeGap = 0.0
    /// Once raised, solves end within a fraction of a second, with the best point in hand: of a linear program that is
    /// feasible at zero there always is one.
    public var cancellation: Cancellation?
    /// Told now and then how far the search has come, on a thread that solves. It must not solve. It does not change the
    /// answer.
    public var progress: (@Sendable (Progress) -> Void)?

    public init() {}
}

/// How far a search has come, all blocks together.
public struct Progress: Equatable, Sendable {
    public var elapsed: Duration
    public var nodes: Int
    /// Objective of the best point so far; nil while some block has none, or does not tell.
    public var incumbent: Double?
    /// No point is better than this; nil while nothing is known of some block.
    public var bound: Double?

    public init(elapsed: Duration, nodes: Int, incumbent: Double?, bound: Double?) {
        self.elapsed = elapsed
        self.nodes = nodes
        self.incumbent = incumbent
        self.bound = bound
    }
}
