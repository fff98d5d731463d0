// SPDX-License-Identifier: GPL-3.0-or-later

import WhatIf

extension SweepCommand {
    /// Puts the shards of a folder together; or names those that are missing.
    func merge(_ folder: SweepFolder) throws {
        try refuse(folder.unfinished(), of: folder)
        let merged = try folder.merged()
        try refuse(merged.missing, of: folder)
        try show(merged.rows, from: merged.input)
    }

    private func refuse(_ missing: [Shard], of folder: SweepFolder) throws {
        for shard in missing { Terminal.complain("muster: \(try folder.state(of: shard))") }
        if !missing.isEmpty { throw Status.trouble }
    }
}
