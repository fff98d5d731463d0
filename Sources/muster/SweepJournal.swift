// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import WhatIf

/// Rows of a sweep, kept as they are planned, so that an interrupted run can go on: a file that grows line by line and
/// that only one run at a time can hold.
final class SweepJournal: Sendable {
    /// What an earlier run has left.
    let earlier: SweepFile
    private let path: String
    private let file: FileHandle

    /// Begins the file, or opens the one that is there, if it is of the same sweep.
    init(at path: String, for sweep: SweepFile) throws {
        self.path = path
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw WrongInput(description: "\(path) cannot be written: \(String(cString: strerror(errno)).lowercased())")
        }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw WrongInput(description: "\(path) is being written by another run")
        }
        let data = try file.readToEnd() ?? Data()
        let whole = SweepFile.wholeLines(of: data)
        try file.truncate(atOffset: UInt64(whole))
        try file.seekToEnd()
        guard whole > 0 else {
            earlier = sweep
            try file.write(contentsOf: Data(sweep.head().utf8))
            return
        }
        earlier = try SweepFile.read(data, at: path)
        guard earlier.input == sweep.input, earlier.shard == sweep.shard else {
            let difference = earlier.input.difference(from: sweep.input) ?? "of shard \(earlier.shard)"
            throw WrongInput(
                description: "\(path) holds the beginning of a sweep \(difference); remove it, or name another --out")
        }
    }

    func add(_ rows: [SweepRow]) throws {
        do {
            try file.write(contentsOf: Data(try rows.map(SweepFile.line).joined().utf8))
        } catch {
            throw WrongInput(description: "\(path) cannot be written: \(reason(error))")
        }
    }

    /// All rows are safe elsewhere.
    func remove() { unlink(path) }
}

extension SweepFile {
    static func read(_ data: Data, at path: String) throws -> SweepFile {
        do {
            return try SweepFile(reading: data)
        } catch {
            let what =
                switch error {
                case .head: "its first line does not say of what sweep it is"
                case .line(let number): "line \(number) is no row"
                case .row(let scenario): "scenario \(scenario) does not belong there"
                }
            throw WrongInput(description: "\(path) is damaged: \(what); remove it, and run the sweep again")
        }
    }
}
