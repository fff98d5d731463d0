// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Foundation
import Hummingbird
import Logging
import NIOCore
public import Web

/// The web application as a program: `./muster serve FOLDER` builds and starts it.
@main
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muster-serve",
        abstract: "Open a firm's folder in the browser.",
        usage: "muster serve <folder> [<options>]",
        discussion: """
            Opens the scenarios of a folder on this machine, to plan in them: http://127.0.0.1:4477. Nobody else can \
            reach it, and whoever is logged in to this machine can; on a machine of several users, give --passwords.

              muster serve firm/
              muster serve firm/ --scenario 2026.yaml
              muster serve firm/ --passwords people.txt
              muster serve firm/ --bind 0.0.0.0 --passwords people.txt --host plan.example.org

            To let others in, name an address, and a file of passwords, which `muster serve password` makes lines for. \
            What goes over a network in the clear can be read there: put a server that speaks HTTPS before it, and say \
            --https.

            Ctrl-C ends it. Exit status: 0 ended, 2 the folder, a file or an option is wrong, 3 the address cannot be \
            used.
            """,
        subcommands: [Run.self, Password.self], defaultSubcommand: Run.self)
}

/// Something that the caller gave and that cannot be used, in words.
struct WrongInput: Error, CustomStringConvertible {
    let description: String
}

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a folder (what happens when nothing else is said).", shouldDisplay: false)

    @Argument(help: "The folder of the firm, or one of its scenario files.")
    var folder: String

    @Option(help: "The scenario that is opened first; firm.yaml, or the first by name, if left out.")
    var scenario: String?

    @Option(help: "The address to listen on; another than this machine's own demands --passwords.")
    var bind = "127.0.0.1"

    @Option(help: "The port; 0 takes a free one.")
    var port = 4477

    @Option(help: "Who may log in: lines that `muster serve password` makes.", completion: .file())
    var passwords: String?

    @Option(help: "A further name by which the site is reached.")
    var host: [String] = []

    @Flag(help: "The site is reached through HTTPS alone.")
    var https = false

    @Flag(help: "Say on standard error what is asked for and how it is answered.")
    var verbose = false

    private static let loopback = ["127.0.0.1", "::1", "localhost"]

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port takes a number up to 65535.") }
        if !Run.loopback.contains(bind), passwords == nil {
            throw ValidationError(
                "--bind \(bind) lets others in: give --passwords FILE, with lines that `muster serve password` makes.")
        }
    }

    func run() async throws {
        do {
            try await serve()
        } catch let wrong as Site.Wrong {
            try Run.fail(wrong.description, 2)
        } catch let wrong as Passwords.Wrong {
            try Run.fail(wrong.description, 2)
        } catch let wrong as WrongInput {
            try Run.fail(wrong.description, 2)
        } catch let error as IOError {
            try Run.fail("\(bind):\(port) cannot be used: \(error)", 3)
        }
    }

    private static func fail(_ words: String, _ status: Int32) throws -> Never {
        complain("muster: \(words)")
        throw ExitCode(status)
    }

    private func serve() async throws {
        let (folder, file) = split()
        var settings = Site.Settings(folder: folder, scenario: scenario ?? file)
        settings.isSecure = https
        // As for the command line: examples and tests come out the same each time.
        if let stated = ProcessInfo.processInfo.environment["MUSTER_NOW"] {
            guard let time = try? Date(stated, strategy: .iso8601) else {
                throw WrongInput(description: "MUSTER_NOW: \(stated) is not a time such as 2026-03-31T17:05:00Z")
            }
            settings.now = { time }
        }
        if let passwords {
            guard let data = FileManager.default.contents(atPath: passwords),
                let text = String(validating: data, as: UTF8.self)
            else { throw WrongInput(description: "\(passwords) cannot be read") }
            settings.passwords = try Passwords(text, named: passwords)
        }
        settings.hosts.formUnion((host + [bind.contains(":") ? "[\(bind)]" : bind]).map { $0.lowercased() })
        let site = try Site(settings)
        var logger = Logger(label: "muster") { _ in PlainLog() }
        logger.logLevel = verbose ? .info : .error
        let address = bind
        let application = site.application(address: .hostname(bind, port: port), logger: logger) { port in
            let shown = address.contains(":") ? "[\(address)]" : address
            complain("muster: open at http://\(shown):\(port ?? 0)/ · Ctrl-C ends it")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await site.watch() }
            group.addTask { try await application.runService() }
            try await group.next()
            group.cancelAll()
        }
    }

    /// A file stands for its folder, and itself as the scenario.
    private func split() -> (folder: String, file: String?) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue else {
            return (folder, nil)
        }
        let file = URL(filePath: folder)
        let parent = file.deletingLastPathComponent().relativePath
        return (parent.isEmpty ? "." : parent, file.lastPathComponent)
    }
}

struct Password: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Make a line for the file of passwords.",
        usage: "muster serve password <name> --role <role> [<options>]",
        discussion: """
            Asks for the password, or reads it from standard input, and prints the line; the password itself is kept \
            nowhere.

              muster serve password ines --role planner >> people.txt
              muster serve password ana --role member --person ana >> people.txt
              muster serve password northwind --role client --client northwind >> people.txt
            """)

    @Argument(help: "The name to log in with.")
    var name: String

    @Option(help: "planner, manager, member or client.")
    var role: Web.Role

    @Option(help: "The person of the firm, for members: whose time they enter.")
    var person: String?

    @Option(help: "The client of the firm, for clients: whose projects they see.")
    var client: String?

    func validate() throws {
        guard Passwords.isName(name) else {
            throw ValidationError("the name must have no spaces, and not begin with #.")
        }
        if role == .client, client == nil { throw ValidationError("--role client needs --client.") }
        for text in [person, client].compactMap(\.self) where !Passwords.isName(text) {
            throw ValidationError("`\(text)` cannot be the key of anything.")
        }
    }

    func run() throws {
        let password = try Password.read()
        guard password.utf8.count >= 10 else {
            complain("muster: a password has at least 10 letters; a few words make a good one")
            throw ExitCode(2)
        }
        let user = User(name: name, role: role, person: person, client: client)
        print(Passwords.line(for: user, password: password))
    }

    private static func read() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
        guard let first = getpass("Password: ").map({ String(cString: $0) }),
            let second = getpass("Once more: ").map({ String(cString: $0) })
        else { return "" }
        guard first == second else {
            complain("muster: the two are not the same")
            throw ExitCode(2)
        }
        return first
    }
}

extension Web.Role: ExpressibleByArgument {}

func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// Lines on standard error.
struct PlainLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.error

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let why = event.metadata?["why"].map { ": \($0)" } ?? ""
        complain("muster: \(event.message)\(why)")
    }
}
