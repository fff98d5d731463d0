// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Ends solves from another thread, within a fraction of a second. Once raised it stays raised.
public final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    public init() {}

    public func cancel() { flag.store(true, ordering: .relaxed) }

    public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
