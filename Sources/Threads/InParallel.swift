// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import Synchronization

/// Does something for every number below a count, on several threads, begun in their order.
///
/// - Parameter threads: at most so many at once; nil: as many as there are processors.
package func inParallel(_ count: Int, threads: Int? = nil, _ body: @Sendable (Int) -> Void) {
    let threads = min(count, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    guard threads > 1 else { return (0..<count).forEach(body) }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
        while true {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard number < count else { return }
            body(number)
        }
    }
}

/// What is made of every number below a count, in their order, made on several threads at once.
///
/// Which thread makes what is left to chance; what comes of it is not, as long as each is made of its number alone.
///
/// - Parameter threads: at most so many at once; nil: as many as there are processors.
package func mapInParallel<Made: Sendable>(
    _ count: Int, threads: Int? = nil, _ make: @Sendable (Int) -> Made
) -> [Made] {
    let made = Mutex<[Made?]>([Made?](repeating: nil, count: count))
    inParallel(count, threads: threads) { number in
        let one = make(number)
        made.withLock { $0[number] = one }
    }
    return made.withLock { $0.compactMap(\.self) }
}
