// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization

/// Does pieces of work on several threads, begun in their order.
///
/// Once a piece has failed, those that are begun are finished and no other is begun. As every piece before one that fails
/// was begun before it, what is thrown is the same whatever the threads do: the failure of the first piece, in their
/// order, that cannot be made.
///
/// - Parameters:
///   - isStopped: asked before each piece; once it says so, no other is begun.
///   - take: takes what was made, one at a time, on any thread; nothing once a piece has failed.
func workOff<Made>(
    _ count: Int, threads: Int, isStopped: @Sendable () -> Bool, make: @Sendable (Int) throws -> Made,
    take: @Sendable (Made) throws -> Void
) throws {
    let next = Atomic<Int>(0)
    let first = Mutex<(piece: Int, failure: any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
        while !isStopped() {
            let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard piece < count else { return }
            do {
                let made = try make(piece)
                try first.withLock { first in
                    if first == nil { try take(made) }
                }
            } catch {
                first.withLock { first in
                    if first.map({ piece < $0.piece }) ?? true { first = (piece, error) }
                }
                next.store(count, ordering: .relaxed)
            }
        }
    }
    if let failure = first.withLock({ $0?.failure }) { throw failure }
}
