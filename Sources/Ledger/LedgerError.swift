// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB

/// Why a ledger cannot be opened, or will not take something.
public enum LedgerError: Error, Equatable, CustomStringConvertible {
    case exists(String)
    case missing(String)
    case notALedger(String)
    /// Made by a later version of the program.
    case newer(String)
    /// Another process has been writing for five seconds.
    case busy
    case full
    case readOnly
    case damaged(String)
    /// Something else was written between looking and writing.
    case overtaken(by: LogEntry)
    /// A rule of the ledger, in its words.
    case refused(String)
    /// What SQLite says, where nothing else fits.
    case disk(String)

    /// Whether it is what was asked for that is wrong, and not the machine.
    public var isRefusal: Bool {
        switch self {
        case .exists, .missing, .notALedger, .newer, .overtaken, .refused: true
        case .busy, .full, .readOnly, .damaged, .disk: false
        }
    }

    public var description: String {
        switch self {
        case .exists(let path): "\(path) exists already; name another file"
        case .missing(let path): "\(path): there is no such ledger; `muster ledger init` makes one"
        case .notALedger(let path): "\(path) is not a ledger of Muster"
        case .newer(let path): "\(path) was made by a later version of Muster; this one would not understand all of it"
        case .busy: "another process is writing to the ledger; nothing was written, try again"
        case .full: "the disk is full; nothing was written"
        case .readOnly: "the ledger may not be written; nothing was"
        case .damaged(let what): "the ledger is damaged (\(what)); restore a backup"
        case .overtaken(let entry):
            "\(entry.who) was faster (event \(entry.number), \(entry.verb) \(entry.subject)); nothing was written, look again"
        case .refused(let why): why
        case .disk(let what): "the ledger cannot be used: \(what)"
        }
    }
}

extension LedgerError {
    /// Does something with a database, and says in the ledger's words what goes wrong.
    static func translating<Result>(_ path: String?, _ body: () throws -> Result) throws(LedgerError) -> Result {
        do {
            return try body()
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            throw LedgerError(error, path)
        } catch {
            throw .disk("\(error)")
        }
    }

    private init(_ error: DatabaseError, _ path: String?) {
        let message = error.message ?? "no reason given"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_NOTADB: self = path.map { .notALedger($0) } ?? .damaged(message)
        case .SQLITE_CORRUPT: self = .damaged(message)
        case .SQLITE_CONSTRAINT:
            let isInvoiced = ["invoiced_", "invoice_source."].contains { message.contains($0) }
            self = .refused(
                message.hasPrefix("muster:")
                    ? String(message.dropFirst(7))
                    : isInvoiced && message.hasPrefix("UNIQUE")
                        ? "something on it has been invoiced already; propose anew" : message)
        default: self = .disk(message)
        }
    }
}
