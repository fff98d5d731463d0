// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Programs that are not ours, and read what we write.
enum Independent {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// LibreOffice, where it is installed.
    static let office = program("soffice")

    /// A Python that has the library `icalendar`, where there is one.
    static let pythonWithCalendars: String? =
        ([repository.appending(path: ".venv/bin/python").path] + [program("python3")].compactMap(\.self))
        .first { (try? run($0, ["-c", "import icalendar"])) != nil }

    static let python = program("python3")

    private static func program(_ name: String) -> String? {
        ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    struct Failed: Error {
        let program: String
        let status: Int32
        let errors: String
    }

    /// What a program writes.
    @discardableResult
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let folder = try Folder()
        defer { folder.remove() }
        let (output, errors) = (folder.file("output"), folder.file("errors"))
        for file in [output, errors] { try Data().write(to: URL(filePath: file)) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(
                program: program, status: process.terminationStatus,
                errors: try String(contentsOfFile: errors, encoding: .utf8))
        }
        return try String(contentsOfFile: output, encoding: .utf8)
    }

    /// What a workbook holds.
    struct Found: Equatable {
        let isFormula: Bool
        let text: String
        /// Nil where it is text.
        let number: Double?
    }

    /// The cells of a workbook, by sheet and place: `Summary!B6`.
    static func cells(of workbook: String) throws -> [String: Found] {
        let script = repository.appending(path: "Tests/Independent/workbook.py").path
        let lines = try run(python ?? "", [script, "read", workbook]).split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let parts = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
                return (
                    "\(parts[0])!\(parts[1])",
                    Found(
                        isFormula: parts[3] == "1", text: parts[4],
                        number: parts[2] == "number" ? Double(parts[4]) : nil)
                )
            })
    }

    /// The workbook as LibreOffice writes it after it has calculated all formulas, which are given to it without values.
    static func recalculated(_ workbook: String, in folder: Folder) throws -> String {
        let script = repository.appending(path: "Tests/Independent/workbook.py").path
        let bare = folder.file("bare.xlsx")
        try run(python ?? "", [script, "strip", workbook, bare])
        let target = folder.file("calculated")
        try run(
            office ?? "",
            [
                "--headless", "-env:UserInstallation=file://\(folder.file("profile"))", "--convert-to", "xlsx",
                "--outdir",
                target, bare,
            ])
        return target + "/bare.xlsx"
    }
}

/// A folder of a test's own.
struct Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "muster-sheets-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { path + "/" + name }

    func remove() {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            fatalError("\(path) cannot be removed: \(error)")
        }
    }
}
