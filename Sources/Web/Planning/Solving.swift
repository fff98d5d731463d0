// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Foundation
internal import Planning
internal import Synchronization

/// Where plans are made: on threads of their own, never on those that answer requests.
struct Solving: Sendable {
    /// What-ifs and questions, one after the other.
    static let quick = Solving("muster.what-if")
    /// Searches for whole bookings, which take seconds.
    static let long = Solving("muster.search")
    /// Passwords, which take long on purpose: one at a time, whoever asks.
    static let passwords = Solving("muster.passwords")
    /// Files and the ledger.
    static let files = Solving("muster.files")

    private let queue: DispatchQueue

    init(_ label: String) { queue = DispatchQueue(label: label, qos: .userInitiated) }

    func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}

/// How far a plan has come, for whoever watches.
final class Watch: Sendable {
    private let latest = Mutex<PlanningProgress?>(nil)

    var progress: PlanningProgress? { latest.withLock { $0 } }
    var receiver: ProgressReceiver { { progress in self.latest.withLock { $0 = progress } } }
}

/// An answer that comes later, or has come.
final class Answered<Value: Sendable>: Sendable {
    private let answer = Mutex<Result<Value, any Error>?>(nil)

    var result: Result<Value, any Error>? { answer.withLock { $0 } }
    func set(_ result: Result<Value, any Error>) { answer.withLock { $0 = result } }
}
