// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Staffing

/// Which changes of a what-if cannot be made without which others, such as a pin of somebody whom an earlier change
/// hires. Changes that depend on each other are one item.
struct Dependence {
    /// Positions of the changes of each item, in the order of the file, as the items are.
    private(set) var items: [[Int]]
    private let changes: [any Change]
    private let firm: Firm

    /// - Precondition: all changes together can be made to the firm.
    init(of changes: [any Change], in firm: Firm) {
        self.changes = changes
        self.firm = firm
        items = changes.indices.map { [$0] }
        for missing in changes.indices {
            var rest = firm
            for index in changes.indices where index != missing {
                do {
                    try changes[index].apply(to: &rest)
                } catch {
                    join(missing, index)
                }
            }
        }
    }

    /// The firm with the changes of a set of items, bit *i* standing for item *i*; or nil, with items joined, where one of
    /// them needs another that is not in the set.
    mutating func firm(with set: Int) -> Firm? {
        let chosen = items.indices.filter { set & 1 << $0 != 0 }.flatMap { items[$0] }.sorted()
        var result = firm
        for index in chosen {
            do {
                try changes[index].apply(to: &result)
            } catch {
                let others = changes.indices.filter { $0 < index && !chosen.contains($0) }
                join(others.last ?? 0, index)
                return nil
            }
        }
        return result
    }

    private mutating func join(_ one: Int, _ other: Int) {
        let joined = items.filter { $0.contains(one) || $0.contains(other) }
        guard joined.count > 1 else { return }
        let rest = items.filter { !$0.contains(one) && !$0.contains(other) }
        items = (rest + [joined.flatMap(\.self).sorted()]).sorted { $0[0] < $1[0] }
    }
}
