// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization

/// Does something for every number below a count, on as many threads as are asked for, in any order.
package func inParallel(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    guard threads > 1, count > 1 else { return (0..<count).forEach(body) }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        while true {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard number < count else { return }
            body(number)
        }
    }
}
