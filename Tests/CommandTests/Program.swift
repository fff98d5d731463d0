// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// How a run of a program ended, and what it wrote.
struct Run: Sendable, Equatable {
    let status: Int32
    let output: String
    let errors: String
}

/// The built program, and the shell that runs commands with it.
enum Program {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardized

    /// `muster` as built along with these tests: it stands beside their bundle, which the test runner is told of.
    static let path: URL = {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
        var directory = bundle.map { URL(filePath: $0) } ?? repository.appending(path: ".build/debug/tests.xctest")
        while directory.path != "/" {
            directory = directory.deletingLastPathComponent()
            let program = directory.appending(path: "muster")
            if directory != repository, FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        fatalError("the program is not built; `swift build --build-tests` builds it with the tests")
    }()

    /// Runs the program from the repository's root, or from another directory.
    static func run(_ arguments: [String], in directory: URL = repository) async throws -> Run {
        try await run(path, arguments, in: directory)
    }

    /// Runs a command line with `muster` on its path.
    static func shell(_ command: String, in directory: URL = repository) async throws -> Run {
        try await run(URL(filePath: "/bin/sh"), ["-c", command], in: directory)
    }

    /// A process inherits the blocked signals of the thread that starts it, and threads of the cooperative pool block all,
    /// so that a shell would wait for its jobs for ever; so it is started from a thread that blocks none. What it writes goes to files, which never fill up as pipes do.
    private static func run(_ program: URL, _ arguments: [String], in directory: URL) async throws -> Run {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                var none = sigset_t()
                sigemptyset(&none)
                pthread_sigmask(SIG_SETMASK, &none, nil)
                continuation.resume(with: Result { try runHere(program, arguments, in: directory) })
            }
        }
    }

    private static func runHere(_ program: URL, _ arguments: [String], in directory: URL) throws -> Run {
        let files = try Scratch()
        defer { files.remove() }
        let output = try files.empty("output")
        let errors = try files.empty("errors")
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.environment = [
            "PATH": "\(path.deletingLastPathComponent().path):/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": files.url.path,
        ]
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}

/// A directory for a test to write in.
struct Scratch: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "muster-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// With a copy of the repository's scenarios, and the program as `./muster`, as at the repository's root.
    static func likeRepository() throws -> Scratch {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            at: Program.repository.appending(path: "Scenarios"), to: scratch.url.appending(path: "Scenarios"))
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appending(path: "muster"), withDestinationURL: Program.path)
        return scratch
    }

    func file(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    func empty(_ name: String) throws -> URL {
        try file(name, "")
        return url.appending(path: name)
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    /// The names of what stands in it, in order.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    func remove() {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            fatalError("\(url.path) cannot be removed: \(error)")
        }
    }
}

/// A test in a directory of its own, which is gone afterwards.
func inScratch<Result>(_ scratch: Scratch, _ body: (Scratch) async throws -> Result) async throws -> Result {
    defer { scratch.remove() }
    return try await body(scratch)
}
