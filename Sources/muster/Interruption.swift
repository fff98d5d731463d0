// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

private let hasCome = Atomic<Bool>(false)

/// Ctrl-C, or a scheduler that asks a task to end: the first time it is only noted, so that a long run can finish what it
/// is at; the second time it ends the process, as it does without this.
enum Interruption {
    static var isNoted: Bool { hasCome.load(ordering: .relaxed) }

    static func note() {
        // Read once before, so that the handler finds it in place.
        _ = isNoted
        for name in [SIGINT, SIGTERM] {
            signal(name) { name in
                hasCome.store(true, ordering: .relaxed)
                signal(name, SIG_DFL)
            }
        }
    }
}
