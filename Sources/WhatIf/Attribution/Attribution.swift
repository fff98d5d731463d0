// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import LinearProgramming
import Planning
import Staffing
import Verification

/// The difference between a base and a what-if, split over the changes of the what-if so that it adds up exactly.
public struct Attribution: Sendable, Equatable {
    public enum Method: String, Sendable, CaseIterable {
        /// Each change brings the mean of what it adds to those made before it, over all orders.
        case fair
        /// Each change brings what it adds to those before it in the file.
        case inOrder = "in order"
    }

    /// A change, or several that cannot be made without each other, and what it brings.
    public struct Item: Sendable, Equatable {
        public let sentences: [String]
        public let share: Totals
    }

    /// With more items than that, all sets of them would be too many plans.
    public static let mostFairItems = 5

    public let method: Method
    /// In the order of the changes.
    public let items: [Item]

    public var total: Totals { items.reduce(.zero) { $0 + $1.share } }
}

extension Attribution {
    /// Plans the base with subsets of the changes, each from the base's plan: all subsets of up to five changes, else the
    /// changes one after the other.
    ///
    /// - Parameter changes: at least one; those that lead from the base's firm to the result's.
    init(
        of changes: [any Change], from base: Comparison.Case, to result: Comparison.Case, _ basis: Figures.Basis,
        options: Options
    ) throws {
        let firm = base.firm
        func totals(_ firm: Firm) throws -> Totals {
            Totals(of: try makePlan(for: firm, with: options, from: base.planned), basis)
        }
        let sentences = try Attribution.sentences(of: changes, in: firm)
        let (items, firms) = Attribution.subsets(of: changes, in: firm)
        guard items.count <= Attribution.mostFairItems else {
            var reached = [base.totals]
            var next = firm
            for change in changes.dropLast() {
                try change.apply(to: &next)
                reached.append(try totals(next))
            }
            reached.append(result.totals)
            method = .inOrder
            self.items = zip(sentences, zip(reached, reached.dropFirst())).map { sentence, step in
                Item(sentences: [sentence], share: step.1 - step.0)
            }
            return
        }
        let sets = try firms.enumerated().map { set, firm in
            set == 0 ? base.totals : set == firms.count - 1 ? result.totals : try totals(firm)
        }
        let shares = base.totals.sums.indices.map { part in shapley(sets.map { $0.sums[part] }) }
        method = .fair
        self.items = items.enumerated().map { index, members in
            Item(sentences: members.map { sentences[$0] }, share: Totals(sums: shares.map { $0[index] }))
        }
    }

    /// Each as it is made to the firm with those before it.
    private static func sentences(of changes: [any Change], in firm: Firm) throws -> [String] {
        var firm = firm
        return try changes.map { change in
            let sentence = change.sentence(in: firm)
            try change.apply(to: &firm)
            return sentence
        }
    }

    /// Items that can be made in any combination, and the firm with each set of them; no firms where there are too many.
    private static func subsets(of changes: [any Change], in firm: Firm) -> (items: [[Int]], firms: [Firm]) {
        var dependence = Dependence(of: changes, in: firm)
        while dependence.items.count <= mostFairItems {
            let items = dependence.items
            var firms: [Firm] = []
            while firms.count < 1 << items.count, let next = dependence.firm(with: firms.count) { firms.append(next) }
            if firms.count == 1 << items.count { return (items, firms) }
        }
        return (dependence.items, [])
    }
}
