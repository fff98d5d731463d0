// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import GRDB

extension Ledger {
    /// Copies the whole ledger, as it is at one moment, while others go on writing.
    ///
    /// The copy is one file that needs none beside it: to restore it, put it back in the ledger's place. It is written under
    /// another name, checked, and then renamed, so that an earlier backup is there until the new one is whole.
    ///
    /// - Throws: ``LedgerError/refused(_:)`` where the path is the ledger itself, or holds something that is no ledger.
    public func backup(to path: String) throws(LedgerError) {
        let own = database.path
        try LedgerError.translating(path) {
            if FileManager.default.fileExists(atPath: path) {
                guard !Ledger.isSame(path, own) else {
                    throw LedgerError.refused("\(path) is the ledger itself; name another file")
                }
                guard !Ledger.isOther(path) else {
                    throw LedgerError.refused("\(path) is there already and no ledger; name another file")
                }
            }
            try Ledger.writing(beside: path) { temporary in
                let copy = try DatabaseQueue(path: temporary, configuration: Ledger.configuration())
                try database.backup(to: copy)
                try copy.writeWithoutTransaction { db in
                    // So that the copy is one file.
                    try db.execute(sql: "PRAGMA journal_mode = DELETE")
                    guard try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"] else {
                        throw LedgerError.damaged("its copy is not whole")
                    }
                }
                try copy.close()
                guard rename(temporary, path) == 0 else { throw LedgerError.disk(Ledger.reason()) }
            }
        }
    }

    /// Makes a file under another name in the same folder; what is left of it is gone afterwards, and so is what programs
    /// left there that were killed meanwhile.
    static func writing<Result>(beside path: String, _ body: (String) throws -> Result) throws -> Result {
        let file = URL(filePath: path)
        let folder = file.deletingLastPathComponent()
        let temporary = folder.appending(path: ".\(file.lastPathComponent).\(getpid()).new").path
        func remove() {
            for end in ["", "-journal", "-wal", "-shm"] { unlink(temporary + end) }
        }
        removeLeftovers(of: file.lastPathComponent, in: folder)
        remove()
        defer {
            remove()
            Ledger.keep(folder.path)
        }
        return try body(temporary)
    }

    /// Removes files such as `.NAME.4711.new` of processes that are gone.
    private static func removeLeftovers(of name: String, in folder: URL) {
        // A folder that cannot be read has nothing to tidy up; writing into it says what is wrong.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let prefix = ".\(name)."
        for left in names where left.hasPrefix(prefix) {
            let parts = left.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let process = pid_t(parts[0]), process > 0,
                ["new", "new-journal", "new-wal", "new-shm"].contains(parts[1])
            else { continue }
            let isGone = kill(process, 0) != 0 && errno == ESRCH
            if isGone { unlink(folder.appending(path: left).path) }
        }
    }

    /// Sees to it that names in a folder are on the disk; a file system that cannot do that has its own ways.
    private static func keep(_ folder: String) {
        let file = Foundation.open(folder, O_RDONLY)
        guard file >= 0 else { return }
        fsync(file)
        Foundation.close(file)
    }

    /// Puts a file that is whole in its place, where there must be none.
    static func place(_ temporary: String, at path: String) throws {
        if link(temporary, path) == 0 { return }
        if errno == EEXIST { throw LedgerError.exists(path) }
        // A file system without links.
        guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS else { throw LedgerError.disk(reason()) }
        guard !FileManager.default.fileExists(atPath: path) else { throw LedgerError.exists(path) }
        guard rename(temporary, path) == 0 else { throw LedgerError.disk(reason()) }
    }

    private static func reason() -> String { String(cString: strerror(errno)).lowercased() }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_ino == second.st_ino
            && first.st_dev == second.st_dev
    }
}
