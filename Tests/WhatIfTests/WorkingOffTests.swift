// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization
import Testing

@testable import WhatIf

@Suite struct WorkingOffTests {
    private struct Failure: Error, Equatable {
        let piece: Int
    }

    /// The first piece fails only when the second has; without a second thread it does not wait for ever.
    @Test func ofSeveralFailuresTheFirstPieceCounts() {
        let hasFailed = DispatchSemaphore(value: 0)
        #expect(throws: Failure(piece: 0)) {
            try workOff(
                20, threads: 2, isStopped: { false },
                make: { piece in
                    if piece == 0 {
                        _ = hasFailed.wait(timeout: .now() + .seconds(10))
                    } else {
                        hasFailed.signal()
                    }
                    throw Failure(piece: piece)
                }, take: {})
        }
    }

    @Test func nothingIsBegunAfterAFailure() {
        let begun = Mutex<[Int]>([])
        #expect(throws: Failure(piece: 3)) {
            try workOff(
                20, threads: 1, isStopped: { false },
                make: { piece in
                    begun.withLock { $0.append(piece) }
                    if piece == 3 { throw Failure(piece: piece) }
                }, take: {})
        }
        #expect(begun.withLock { $0 } == [0, 1, 2, 3])
    }

    @Test func everyPieceIsTakenOnce() throws {
        let taken = Mutex<[Int]>([])
        try workOff(
            100, threads: 4, isStopped: { false }, make: { $0 }, take: { piece in taken.withLock { $0.append(piece) } })
        #expect(taken.withLock { $0.sorted() } == Array(0..<100))
    }
}
