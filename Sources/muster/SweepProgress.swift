// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// How far a sweep has come, for whoever watches a terminal.
final class SweepProgress: Sendable {
    private struct State {
        var done = 0
        var shown: ContinuousClock.Instant?
    }

    private let count: Int
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// - Parameter count: scenarios that are to be planned.
    init(of count: Int) {
        self.count = count
    }

    func add(_ rows: Int) {
        state.withLock { state in
            state.done += rows
            let now = ContinuousClock.now
            guard isShown, now - (state.shown ?? start) >= .milliseconds(500) else { return }
            state.shown = now
            let left = (now - start) / .seconds(1) * Double(count - state.done) / Double(state.done)
            let text = "\r\(state.done) of \(count) scenarios, about \(Int(left.rounded(.up))) s left \u{1B}[K"
            FileHandle.standardError.write(Data(text.utf8))
        }
    }

    func end() {
        state.withLock { state in
            if state.shown != nil { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        }
    }
}
