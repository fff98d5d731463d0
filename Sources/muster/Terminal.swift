// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports

/// What is known of the terminal, and what is written to it.
enum Terminal {
    /// The width of the terminal and whether it shows colours; 80 plain columns for files and pipes.
    static func style() -> Style {
        guard let width = width(STDOUT_FILENO) else { return .plain }
        let environment = ProcessInfo.processInfo.environment
        let isColoured = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
        return Style(width: width, isColoured: isColoured)
    }

    /// The width of the terminal that standard error is; nil where it is none.
    static func errorWidth() -> Int? { width(STDERR_FILENO) }

    /// 80 where a terminal does not tell.
    private static func width(_ file: Int32) -> Int? {
        guard isatty(file) == 1 else { return nil }
        var size = winsize()
        let isKnown = ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }

    /// Where nobody reads on, or nothing more fits, the run ends here.
    static func write(_ text: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            complain("muster: the output cannot be written: \(reason(error))")
            exit(Status.failure.rawValue)
        }
    }

    static func complain(_ message: String) {
        // Where even this cannot be said, the exit status says it.
        try? FileHandle.standardError.write(contentsOf: Data((message + "\n").utf8))
    }

    /// Runs the work, and on a terminal tells after two seconds, and then each second, that it goes on.
    static func tellingProgress<Result>(_ what: String, _ work: () throws -> Result) rethrows -> Result {
        guard isatty(STDERR_FILENO) == 1 else { return try work() }
        let start = ContinuousClock.now
        let timer = DispatchSource.makeTimerSource(queue: .global())
        timer.schedule(deadline: .now() + 2, repeating: 1)
        timer.setEventHandler {
            let seconds = (ContinuousClock.now - start).components.seconds
            FileHandle.standardError.write(Data("\r\(what) … \(seconds) s ".utf8))
        }
        timer.resume()
        defer {
            timer.cancel()
            if ContinuousClock.now - start >= .seconds(2) {
                FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
            }
        }
        return try work()
    }
}
