// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import Planning
import Reports
import Staffing
import Synchronization

/// How far a plan has come, on standard error: on a terminal in one line that is written over, comes after a second and
/// is gone at the end; elsewhere, where it was asked for, in a line each second.
final class ProgressLine: Sendable {
    private struct State {
        var latest: PlanningProgress?
        var isShown = false
        var isOver = false
    }

    private let currency: Currency
    private let width: Int?
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// - Parameter width: of the terminal; nil where standard error is none.
    private init(in currency: Currency, width: Int?) {
        self.currency = currency
        self.width = width
    }

    /// Runs the work with somebody to tell its progress to, or with nobody where nobody watches.
    static func watching<Result>(
        _ currency: Currency, isAsked: Bool = false, _ work: (ProgressReceiver?) throws -> Result
    ) rethrows -> Result {
        let width = Terminal.errorWidth()
        guard width != nil || isAsked else { return try work(nil) }
        let line = ProgressLine(in: currency, width: width)
        let timer = DispatchSource.makeTimerSource(queue: .global())
        timer.schedule(deadline: .now() + 1, repeating: width == nil ? 1 : 0.5)
        timer.setEventHandler { line.show() }
        timer.resume()
        defer {
            timer.cancel()
            line.end()
        }
        return try work { line.note($0) }
    }

    /// What is known stays known while the same phase goes on.
    private func note(_ progress: PlanningProgress) {
        state.withLock { state in
            let isSame = state.latest?.phase == progress.phase
            state.latest = PlanningProgress(
                progress.phase, best: progress.best ?? (isSame ? state.latest?.best : nil),
                bound: progress.bound ?? (isSame ? state.latest?.bound : nil))
        }
    }

    private func show() {
        state.withLock { state in
            guard let latest = state.latest, !state.isOver else { return }
            let seconds = (ContinuousClock.now - start).components.seconds
            let text = "\(ProgressWords.text(latest, in: currency)), \(seconds) s"
            if let width {
                write("\r\(text.prefix(max(1, width - 1)))\u{1B}[K")
            } else {
                write(text + "\n")
            }
            state.isShown = true
        }
    }

    private func end() {
        state.withLock { state in
            if state.isShown, width != nil { write("\r\u{1B}[K") }
            state.isOver = true
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
