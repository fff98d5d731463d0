// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// How files are got at: from the disk, or from a dictionary in a test.
public struct FileReader: Sendable {
    /// Why a file's bytes cannot be had.
    public enum Failure: Error, Hashable {
        case missing
        /// With the reason in the system's words.
        case unreadable(String)
    }

    /// The bytes of a file; at most so many are wanted.
    let bytes: @Sendable (_ path: String, _ limit: Int) throws(Failure) -> [UInt8]

    public init(_ bytes: @escaping @Sendable (_ path: String, _ limit: Int) throws(Failure) -> [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes of a file, or the first of them.
    public func read(_ path: String, most: Int = 64 << 20) throws(Failure) -> [UInt8] {
        try bytes(path, most)
    }

    /// Files by their paths, as texts.
    public init(_ texts: [String: String]) {
        self.init { path, _ throws(Failure) in
            guard let text = texts[path] else { throw .missing }
            return Array(text.utf8)
        }
    }

    public static let disk = FileReader { path, limit throws(Failure) in
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .missing }
        guard !isDirectory.boolValue else { throw .unreadable("it is a directory") }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            return try handle.read(upToCount: limit).map { Array($0) } ?? []
        } catch {
            throw .unreadable((error as NSError).localizedDescription)
        }
    }
}
