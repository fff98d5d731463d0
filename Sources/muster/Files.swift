// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The bytes of a file, of a pipe or of what a shell puts in their place, or why there are none.
/// - Parameter most: bytes of a pipe or a device, which may never end.
func read(_ path: String, most: Int = 1 << 30) throws -> Data {
    do {
        let file = URL(filePath: path)
        guard isSpecial(file) else { return try Data(contentsOf: file) }
        let data = try FileHandle(forReadingFrom: file).read(upToCount: most + 1) ?? Data()
        guard data.count <= most else { throw WrongInput(description: "\(path) holds more than \(most >> 20) MB") }
        return data
    } catch let wrong as WrongInput {
        throw wrong
    } catch {
        throw WrongInput(description: "\(path) cannot be read: \(reason(error))")
    }
}

/// Writes a file in one step, so that a reader never sees half of it; into a pipe or a device, as it comes.
func write(_ text: String, to path: String) throws {
    let file = URL(filePath: path).resolvingSymlinksInPath()
    do {
        let data = Data(text.utf8)
        if isSpecial(file) {
            try FileHandle(forWritingTo: file).write(contentsOf: data)
        } else {
            let permissions = permissions(of: file)
            try Interruption.holding {
                try data.write(to: file, options: .atomic)
                if let permissions { chmod(file.path, permissions) }
            }
        }
    } catch {
        throw WrongInput(description: "\(path) cannot be written: \(reason(error))")
    }
}

/// Has a file written beside its place and puts it there in one step; into a pipe or a device, its bytes.
/// - Parameter body: writes the file whose path it is given; what it throws goes through.
func writeFile(to path: String, by body: (String) throws -> Void) throws {
    let file = URL(filePath: path).resolvingSymlinksInPath()
    guard !isDirectory(file) else { throw WrongInput(description: "\(path) cannot be written: is a directory") }
    let isSpecial = isSpecial(file)
    let folder = isSpecial ? FileManager.default.temporaryDirectory : file.deletingLastPathComponent()
    try Interruption.holding {
        let draft: URL
        do {
            draft = try emptyFile(in: folder)
        } catch {
            throw WrongInput(description: "\(path) cannot be written: \(reason(error))")
        }
        // Gone already where all went well.
        defer { unlink(draft.path) }
        try body(draft.path)
        do {
            if isSpecial {
                try FileHandle(forWritingTo: file).write(contentsOf: try Data(contentsOf: draft))
            } else {
                chmod(draft.path, permissions(of: file) ?? newPermissions())
                guard rename(draft.path, file.path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            }
        } catch {
            throw WrongInput(description: "\(path) cannot be written: \(reason(error))")
        }
    }
}

/// A new file that nobody else may read yet.
private func emptyFile(in folder: URL) throws -> URL {
    var template = Array(folder.appending(path: ".muster-XXXXXX").path.utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    close(descriptor)
    return URL(filePath: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
}

/// What a new file gets.
private func newPermissions() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
}

/// Makes a directory where there is none.
func makeDirectory(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        throw WrongInput(description: "\(path) is no directory")
    }
    do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
        throw WrongInput(description: "\(path) cannot be made: \(reason(error))")
    }
}

/// Writes a file that must not exist yet.
func writeNew(_ text: String, to path: String) throws {
    do {
        try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
        throw WrongInput(description: "\(path) exists already; name another file")
    } catch {
        throw WrongInput(description: "\(path) cannot be written: \(reason(error))")
    }
}

/// A pipe or a device, such as `/dev/stdout`, must not be replaced by a file.
func isSpecial(_ file: URL) -> Bool {
    mode(of: file).map { ![S_IFREG, S_IFDIR].contains($0 & S_IFMT) } ?? false
}

private func isDirectory(_ file: URL) -> Bool { mode(of: file).map { $0 & S_IFMT == S_IFDIR } ?? false }

/// Who may read a file stays as it was when it is written anew: salaries stand in some.
private func permissions(of file: URL) -> mode_t? { mode(of: file).map { $0 & 0o777 } }

private func mode(of file: URL) -> mode_t? {
    var status = stat()
    return stat(file.path, &status) == 0 ? status.st_mode : nil
}

/// Why a file cannot be read or written, in the system's words.
func reason(_ error: any Error) -> String {
    if let system = error as? POSIXError { return String(cString: strerror(system.code.rawValue)).lowercased() }
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    guard let system = underlying.map({ $0 as NSError }), system.domain == NSPOSIXErrorDomain else {
        return error.localizedDescription
    }
    return String(cString: strerror(Int32(system.code))).lowercased()
}
