// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
public import Matching
public import Planning
public import Staffing
import Threads

extension PlannedFirm {
    /// The best plan of the same firm with decisions laid down, found from this one.
    public func replanned(stipulating list: [Stipulation]) throws -> PlannedFirm {
        try makePlan(in: situation.stipulating(list), with: .single, from: self)
    }

    /// The best plan of a changed firm, found from this one.
    public func replanned(for firm: Firm) throws -> PlannedFirm {
        try makePlan(for: firm, with: .single, from: self)
    }

    func consequence(stipulating list: [Stipulation]) throws -> Consequence {
        Consequence(from: self, to: try replanned(stipulating: list))
    }

    func consequence(of firm: Firm) throws -> Consequence {
        Consequence(from: self, to: try replanned(for: firm))
    }
}

extension Options {
    /// One solve beside others: it leaves the other processors to them.
    static var single: Options {
        var options = Options()
        options.threads = 1
        return options
    }
}

extension Array where Element: Sendable {
    /// The work on each element, as many at once as there are processors; results in the order of the elements, and of
    /// several errors the first.
    func mapAtOnce<Result: Sendable>(_ work: @Sendable (Element) throws -> Result) throws -> [Result] {
        try mapInParallel(count) { index in Swift.Result { try work(self[index]) } }.map { try $0.get() }
    }
}
