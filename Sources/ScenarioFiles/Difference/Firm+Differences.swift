// SPDX-License-Identifier: GPL-3.0-or-later

public import Changes
internal import Finance
public import Staffing

extension Firm {
    /// How the firm differs from one before it; nothing only where a file would say the same of both.
    ///
    /// Both are written as files would have them and compared key by key, so that whatever a file can say is seen. In
    /// the order of the format; things that are new stand after those that were there.
    public func differences(from before: Firm) -> [FirmDifference] {
        var comparison = Comparison(before: before, after: self)
        comparison.compare(before.node, node, .record(RootFormat.record), [])
        return comparison.found
    }
}

extension Scenario {
    /// How the scenario differs from one before it, in its firm and in its terms of money.
    public func differences(from before: Scenario) -> [FirmDifference] {
        var comparison = Comparison(before: before.firm, after: firm)
        comparison.compare(before.node, node, .record(RootFormat.record), [])
        return comparison.found
    }

    /// The seller whom nobody names is called as the whole scenario is, whatever a what-if is called.
    private var node: Node {
        firm.node(
            with: books, onLedger: plansOnLedger, usual: Seller(name: steps.first?.firm.name ?? firm.name))
    }
}

/// Two firms, and what is found to differ between them.
struct Comparison {
    let before: Firm
    let after: Firm
    private(set) var found: [FirmDifference] = []

    init(before: Firm, after: Firm) {
        self.before = before
        self.after = after
    }

    /// Compares what stands at a path; nil where nothing does.
    mutating func compare(_ old: Node?, _ new: Node?, _ shape: Shape, _ path: [String]) {
        // Of the bookings, a firm has only those that are listed.
        if path == [RootFormat.bookings.name], case .either(_, let list) = shape {
            return compare(old, new, list, path)
        }
        // What can be said in two ways is one value: rates with dates, overtime.
        if case .either = shape { return compare(values: old, new, shape, path) }
        switch (old?.content, new?.content) {
        case (nil, nil): break
        case (.mapping?, .mapping?), (.mapping?, nil), (nil, .mapping?):
            compare(entries: old?.entries ?? [], new?.entries ?? [], shape, path)
        case (.list?, .list?), (.list?, nil), (nil, .list?):
            if case .list = shape {
                compare(elements: old?.texts ?? [], new?.texts ?? [], path)
            } else {
                compare(values: old, new, shape, path)
            }
        case (.text?, _), (_, .text?), (.mapping?, .list?), (.list?, .mapping?):
            compare(values: old, new, shape, path)
        }
    }

    /// Two mappings: what is gone, what differs and what is new, then whether the rest stands in another order.
    private mutating func compare(
        entries old: [Node.Entry], _ new: [Node.Entry], _ shape: Shape, _ path: [String]
    ) {
        let olds = Dictionary(old.map { ($0.key.text, $0.value) }) { first, _ in first }
        let news = Dictionary(new.map { ($0.key.text, $0.value) }) { first, _ in first }
        for key in shape.ordered(old.map(\.key.text) + new.map(\.key.text).filter { olds[$0] == nil }) {
            let inner = shape.step(to: key) ?? .paths
            if shape.isMap, inner.isDeclaration, olds[key] == nil || news[key] == nil {
                declare(olds[key], news[key], path + [key])
            } else {
                compare(olds[key], news[key], inner, path + [key])
            }
        }
        guard shape.isMap else { return }
        let kept = (old.map(\.key.text).filter { news[$0] != nil }, new.map(\.key.text).filter { olds[$0] != nil })
        if kept.0 != kept.1 { reorder(kept.0, kept.1, path) }
    }

    /// Two lists: what is gone and what is new, then whether the rest stands in another order.
    private mutating func compare(elements old: [String], _ new: [String], _ path: [String]) {
        let (gone, come) = (old.without(new), new.without(old))
        let (keptBefore, keptAfter) = (old.without(gone), new.without(come))
        list(gone, come, path)
        if keptBefore != keptAfter { reorder(keptBefore, keptAfter, path) }
    }

    private mutating func compare(values old: Node?, _ new: Node?, _ shape: Shape, _ path: [String]) {
        let texts = (old.map { CanonicalWriter.line($0, shape) }, new.map { CanonicalWriter.line($0, shape) })
        if texts.0 != texts.1 { change(texts.0, texts.1, path) }
    }

    mutating func add(_ path: [String], _ before: String?, _ after: String?, _ sentence: String) {
        found.append(
            FirmDifference(
                path: path.joined(separator: "."), before: before, after: after,
                sentence: sentence.prefix(1).uppercased() + sentence.dropFirst()))
    }
}

extension Node {
    var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }

    fileprivate var texts: [String] {
        guard case .list(let nodes) = content else { return [] }
        return nodes.map { CanonicalWriter.line($0, nil) }
    }
}

extension Shape {
    /// Whether it is what an id stands for: a person, a need.
    fileprivate var isDeclaration: Bool { if case .record = self { true } else { false } }

    /// The keys of a record in the order of the format; ids as they stand.
    fileprivate func ordered(_ keys: [String]) -> [String] {
        guard let known = knownKeys?.keys else { return keys }
        return known.filter(keys.contains)
    }
}

extension [String] {
    /// What is left when each of the others is taken out once.
    fileprivate func without(_ others: [String]) -> [String] {
        var counts = others.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return filter { text in
            guard let count = counts[text], count > 0 else { return true }
            counts[text] = count - 1
            return false
        }
    }
}
