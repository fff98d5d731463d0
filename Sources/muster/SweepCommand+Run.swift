// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization
import WhatIf

extension SweepCommand {
    /// Plans what the journal does not have yet, and gives all rows by their numbers. An interruption ends the run, and
    /// leaves what is done in the journal.
    func run(_ sweep: Sweep, _ file: SweepFile, _ journal: SweepJournal?) throws -> [SweepRow] {
        let earlier = journal?.earlier ?? file
        let missing = earlier.missing
        if !earlier.rows.isEmpty {
            Terminal.complain("\(earlier.rows.count) scenarios are there from an earlier run")
        }
        let rows = Mutex(earlier.rows)
        let progress = SweepProgress(of: missing.count)
        Interruption.note()
        defer { progress.end() }
        try sweep.run(
            missing, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
            isStopped: { Interruption.isNoted },
            onRows: { new in
                try journal?.add(new)
                rows.withLock { $0 += new }
                progress.add(new.count)
            })
        let all = rows.withLock { $0 }
        guard all.count == earlier.rows.count + missing.count else {
            progress.end()
            Terminal.complain(
                "muster: stopped after \(all.count) of \(earlier.rows.count + missing.count) scenarios; "
                    + (journal == nil ? "with --out, a run can be continued" : "the same command goes on from there"))
            throw Status.interrupted
        }
        return all.sorted { $0.number < $1.number }
    }
}
