// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

extension Alert {
    public enum Severity: String, Sendable, CaseIterable, Comparable {
        /// Worth knowing.
        case notice
        /// A risk, or a promise that holds only if something is done.
        case warning
        /// Promised, and cannot be kept.
        case error

        /// The graver one is the greater.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .notice: 0
            case .warning: 1
            case .error: 2
            }
        }

        /// One step down, where the work is not won yet.
        var milder: Severity {
            switch self {
            case .error: .warning
            case .warning, .notice: .notice
            }
        }
    }
}

extension Priority {
    /// How grave it is that won work of that priority is not done.
    var severity: Alert.Severity {
        switch self {
        case .critical, .high: .error
        case .normal: .warning
        case .low: .notice
        }
    }
}

extension Situation {
    /// Whether the line belongs to a project that is won.
    func isWon(_ line: Int) -> Bool { project(of: line).stage == .won }

    /// How grave it is that hours of the line are not done.
    func severity(ofUnmet line: Int) -> Alert.Severity {
        isWon(line) ? priority(of: line).severity : priority(of: line).severity.milder
    }
}
