// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import ScenarioFiles

/// The folder of a firm: what may be read and written through the site, and nothing outside of it.
///
/// Names are relative to the folder. One that leads out of it, by `..` or through a symbolic link, is refused.
struct Folder: Sendable {
    /// Absolute, without symbolic links.
    let path: String

    enum Wrong: Error, Equatable, CustomStringConvertible {
        case noFolder(String)
        case outside(String)
        case notAName(String)
        case exists(String)
        case unwritable(String, why: String)

        var description: String {
            switch self {
            case .noFolder(let path): "\(path) is no folder"
            case .outside(let name): "\(name) lies outside the folder that is served"
            case .notAName(let name):
                "`\(name)` cannot be the name of a scenario file; letters, digits, `-`, `_` and `.` can, ended by `.yaml`"
            case .exists(let name): "\(name) exists already; choose another name"
            case .unwritable(let name, let why): "\(name) cannot be written: \(why)"
            }
        }
    }

    init(at path: String) throws(Wrong) {
        guard let real = Folder.real(path) else { throw .noFolder(path) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: real, isDirectory: &isFolder), isFolder.boolValue else {
            throw .noFolder(path)
        }
        self.path = real
    }

    /// The path without symbolic links, or nil where nothing is there.
    private static func real(_ path: String) -> String? {
        guard !path.utf8.contains(0), let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    /// Where a file of the folder is; nil where there is none.
    func place(of name: String) throws(Wrong) -> String? {
        guard !name.hasPrefix("/"), !name.utf8.contains(0) else { throw .outside(name) }
        guard let real = Folder.real(path + "/" + name) else {
            // What is not there must not be somewhere else either.
            let steps = name.split(separator: "/")
            guard !steps.contains("..") else { throw .outside(name) }
            return nil
        }
        guard real == path || real.hasPrefix(path == "/" ? "/" : path + "/") else { throw .outside(name) }
        return real
    }

    /// Reads the files of scenarios, from within the folder alone.
    var reader: FileReader {
        FileReader { name, limit throws(FileReader.Failure) in
            let place: String?
            do {
                place = try self.place(of: name)
            } catch {
                throw .unreadable("it lies outside the folder that is served")
            }
            guard let place else { throw .missing }
            var status = stat()
            guard stat(place, &status) == 0 else { throw .missing }
            guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("it is no file") }
            do {
                let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: place))
                defer { try? handle.close() }
                return try handle.read(upToCount: limit).map { Array($0) } ?? []
            } catch {
                throw .unreadable((error as NSError).localizedDescription)
            }
        }
    }

    /// The scenario files at the top of the folder, by name: what stands for a firm by itself.
    func scenarios() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { name in
            [".yaml", ".yml"].contains { name.hasSuffix($0) } && !name.hasPrefix(".")
                && Scenario.stands(at: name, from: reader)
        }.sorted()
    }

    /// Whether that is the name of a file that may be made here.
    static func isName(_ name: String) -> Bool {
        guard name.hasSuffix(".yaml"), let first = name.unicodeScalars.first, name.utf8.count <= 100 else {
            return false
        }
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        return isWord(first)
            && name.unicodeScalars.allSatisfy { isWord($0) || "-_. ".unicodeScalars.contains($0) }
    }

    /// Makes a file, in one step; one that is there already is left alone.
    func make(_ name: String, _ text: String) throws(Wrong) {
        guard Folder.isName(name) else { throw .notAName(name) }
        guard try place(of: name) == nil else { throw .exists(name) }
        do {
            try Data(text.utf8).write(to: URL(filePath: path + "/" + name), options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw .exists(name)
        } catch {
            throw .unwritable(name, why: error.localizedDescription)
        }
    }

    var ledger: String { path + "/muster.ledger" }
    var hasLedger: Bool { FileManager.default.fileExists(atPath: ledger) }
}
