// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation
internal import ScenarioFiles
internal import Synchronization

/// What a file was like when it was read, to notice that it is another one.
///
/// Size, time and place on the disk are asked for each second; where they differ, so may the content, which decides.
struct FilePrint: Sendable {
    private struct Look: Sendable, Equatable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int
        let inode: UInt64
    }

    let name: String
    private var look: Look?
    /// Nothing for a file that is not there.
    private var digest: [UInt8] = []

    /// How a file looks before it is read.
    fileprivate init(of name: String, in folder: Folder) {
        self.name = name
        look = FilePrint.look(name, folder)
    }

    fileprivate mutating func read(_ bytes: [UInt8]) { digest = Array(SHA256.hash(data: bytes)) }

    /// Whether the file holds something else by now; a file that was only touched does not.
    fileprivate mutating func hasChanged(in folder: Folder) -> Bool {
        let now = FilePrint.look(name, folder)
        guard now != look else { return false }
        look = now
        let bytes = try? folder.reader.read(name)
        return (bytes.map { Array(SHA256.hash(data: $0)) } ?? []) != digest
    }

    private static func look(_ name: String, _ folder: Folder) -> Look? {
        var status = stat()
        guard let place = try? folder.place(of: name), stat(place, &status) == 0 else { return nil }
        return Look(
            size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
            inode: UInt64(status.st_ino))
    }
}

extension [FilePrint] {
    /// Whether one of the files holds something else by now. All are looked at, so that each is known as it is.
    mutating func haveChanged(in folder: Folder) -> Bool {
        var found = false
        for index in indices where self[index].hasChanged(in: folder) { found = true }
        return found
    }
}

/// A reader that remembers what it read.
final class PrintingReader: Sendable {
    private let folder: Folder
    private let read = Mutex<[FilePrint]>([])

    init(_ folder: Folder) { self.folder = folder }

    var prints: [FilePrint] { read.withLock { $0 } }

    var reader: FileReader {
        FileReader { name, limit throws(FileReader.Failure) in
            var print = FilePrint(of: name, in: self.folder)
            do throws(FileReader.Failure) {
                let bytes = try self.folder.reader.read(name, most: limit)
                print.read(bytes)
                self.read.withLock { $0.append(print) }
                return bytes
            } catch {
                self.read.withLock { $0.append(print) }
                throw error
            }
        }
    }
}
