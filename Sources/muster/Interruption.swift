// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearProgramming
import Synchronization

private let isHeld = Atomic<Bool>(false)
private let isDue = Atomic<Bool>(false)
private let wish = Cancellation()

/// Ctrl-C, or a scheduler that asks a task to end: the first time it is only noted, so that a long run can finish what it
/// is at; the second time it ends the process at once, but for a file that is being written.
enum Interruption {
    static var isNoted: Bool { wish.isCancelled }

    /// Raised by the first one, to end searches.
    static var cancellation: Cancellation { wish }

    static func note() {
        // Read once before, so that the handler finds them in place.
        _ = (wish.isCancelled, isHeld.load(ordering: .relaxed), isDue.load(ordering: .relaxed))
        for name in [SIGINT, SIGTERM] {
            signal(name) { name in
                if !wish.isCancelled {
                    wish.cancel()
                } else if isHeld.load(ordering: .sequentiallyConsistent) {
                    isDue.store(true, ordering: .sequentiallyConsistent)
                } else {
                    _exit(128 + name)
                }
            }
        }
    }

    /// Does what must not be left half done; a second interruption ends the process after it.
    static func holding<Result>(_ work: () throws -> Result) rethrows -> Result {
        isHeld.store(true, ordering: .sequentiallyConsistent)
        defer {
            isHeld.store(false, ordering: .sequentiallyConsistent)
            if isDue.load(ordering: .sequentiallyConsistent) { exit(Status.interrupted.rawValue) }
        }
        return try work()
    }
}
