// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import muster

@Suite struct ReadingTests {
    /// As a shell has it for `<(…)`: more than a pipe holds at once, in several pieces.
    @Test func pipesAreReadToTheirEnd() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try #require(mkfifo(path, 0o600) == 0)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let piece = Data(repeating: UInt8(ascii: "#"), count: 100_000)
        Thread.detachNewThread {
            guard let pipe = FileHandle(forWritingAtPath: path) else { return }
            for _ in 0..<3 { try? pipe.write(contentsOf: piece) }
            try? pipe.close()
        }
        #expect(try muster.read(path).count == 300_000)
    }

    @Test func whatDoesNotEndIsRefused() {
        #expect(throws: WrongInput.self) { try muster.read("/dev/zero", most: 1_000_000) }
    }
}
