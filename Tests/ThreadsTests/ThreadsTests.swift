// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing
import Threads

@Suite struct ThreadsTests {
    @Test(arguments: [nil, 1, 2, 7])
    func whatIsMadeStandsInOrder(threads: Int?) {
        #expect(mapInParallel(1_000, threads: threads) { $0 * $0 } == (0..<1_000).map { $0 * $0 })
    }

    @Test(arguments: [nil, 1, 3])
    func everyNumberIsDoneOnce(threads: Int?) {
        let done = Mutex<[Int]>([])
        inParallel(500, threads: threads) { number in done.withLock { $0.append(number) } }
        #expect(done.withLock { $0.sorted() } == Array(0..<500))
    }

    @Test func nothingIsDoneOfNothing() {
        #expect(mapInParallel(0) { $0 }.isEmpty)
    }
}
