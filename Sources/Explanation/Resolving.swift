// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import LinearProgramming
public import Matching
public import Planning
public import Staffing
import Synchronization

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
        let threads = Swift.min(count, ProcessInfo.processInfo.activeProcessorCount)
        guard threads > 1 else { return try map(work) }
        let next = Atomic<Int>(0)
        let found = Mutex<[Swift.Result<Result, any Error>?]>([Swift.Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let result = Swift.Result { try work(self[index]) }
                found.withLock { $0[index] = result }
            }
        }
        return try found.withLock { $0 }.compactMap { try $0?.get() }
    }
}
