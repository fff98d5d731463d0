// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Planning

/// Shares by stretch as runs that begin only where the share rises.
@Suite struct RunTests {
    @Test(
        arguments: [
            ([0.0, 0], []),
            ([1], [Run(stretches: 0...0, share: 1)]),
            ([0.5, 0.5], [Run(stretches: 0...1, share: 0.5)]),
            ([0.25, 0.75], [Run(stretches: 1...1, share: 0.5), Run(stretches: 0...1, share: 0.25)]),
            ([0.75, 0.25], [Run(stretches: 0...0, share: 0.5), Run(stretches: 0...1, share: 0.25)]),
            ([0.5, 0, 0.5], [Run(stretches: 0...0, share: 0.5), Run(stretches: 2...2, share: 0.5)]),
            (
                [0.25, 1, 0.5],
                [
                    Run(stretches: 1...1, share: 0.5), Run(stretches: 1...2, share: 0.25),
                    Run(stretches: 0...2, share: 0.25),
                ]
            ),
        ] as [([Double], [Run])])
    func runsAddUp(shares: [Double], runs: [Run]) { #expect(Run.all(of: shares) == runs) }
}
