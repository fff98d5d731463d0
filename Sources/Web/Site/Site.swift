// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
public import Hummingbird
internal import HummingbirdCore
internal import Ledger
public import Logging
internal import NIOCore
internal import ScenarioFiles
internal import Staffing
internal import Synchronization

/// The web application: the folder of a firm, open to plan in.
///
/// How it works, from the outside in:
/// - ``Site`` answers requests. Pages are made on the server, from the values that the reports are made from, and work
///   without a script; `muster.js` adds dragging, arrow keys, and replaces only the parts of a page that changed.
/// - `OpenFirm` holds the scenarios of the folder, each read and planned once, and notices each second that a file or the
///   ledger has changed. `Folder` lets nothing outside of the folder be read or written.
/// - `Desk` is where somebody plans: a scenario, a `Draft` of changes to it (the verbs of change files), and the draft's
///   plan, solved from the plan before. A change while a plan is being made ends that plan. Each change says which
///   version of the draft it was made on; where that is not the latest it is refused with what has changed, so that
///   windows do not overwrite one another.
/// - What-ifs are planned in shares, which takes a fraction of a second and is exact. Whole bookings are searched for
///   beside it, and shown once they are found.
/// - A draft is saved as a change file, which becomes the open scenario. A scenario's whole bookings are checked and
///   committed to the ledger, as `muster commit` does, and taken back as `muster undo` does.
/// - Safety: every answer has a content security policy without inline scripts or styles, every form the session's
///   token; hosts other than ours are not answered; roles say who may see and do what (`Role`); forms are small and must
///   arrive in time; all that is shown is escaped, because pages are values (`HTML`).
public struct Site: Sendable {
    public struct Settings: Sendable {
        public var folder: String
        /// The file that is opened first; found where nil.
        public var scenario: String?
        public var passwords: Passwords?
        /// Names by which the site is reached.
        public var hosts: Set<String>
        /// Whether it is reached through HTTPS alone, so that cookies never travel in the clear.
        public var isSecure = false
        public var now: @Sendable () -> Date

        public init(
            folder: String, scenario: String? = nil, passwords: Passwords? = nil,
            hosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"], now: @escaping @Sendable () -> Date = { Date() }
        ) {
            self.folder = folder
            self.scenario = scenario
            self.passwords = passwords
            self.hosts = hosts
            self.now = now
        }
    }

    /// Why a folder cannot be opened.
    public struct Wrong: Error, CustomStringConvertible {
        public let description: String
    }

    let settings: Settings
    let folder: Folder
    let open: OpenFirm
    let desks: Desks
    let sessions: Sessions
    let attempts: Attempts
    let links: ClientLinks
    let kept = KeptParts()

    /// - Throws: ``Wrong`` where the folder is none, or holds no scenario.
    public init(_ settings: Settings) throws {
        self.settings = settings
        do {
            folder = try Folder(at: settings.folder)
        } catch {
            throw Wrong(description: "\(error)")
        }
        let now = settings.now
        open = OpenFirm(folder) { Site.day(now()) }
        sessions = Sessions(now: now)
        attempts = Attempts(now: now)
        links = ClientLinks(folder)
        desks = Desks(open, scenario: try Site.first(settings.scenario, in: folder))
    }

    /// `firm.yaml` or `base.yaml`, else the first scenario by name that starts from no other one.
    private static func first(_ asked: String?, in folder: Folder) throws -> String {
        let all = folder.scenarios()
        if let asked {
            guard all.contains(asked) else {
                throw Wrong(
                    description: "\(asked) is no scenario of \(folder.path); there are: \(all.joined(separator: ", "))")
            }
            return asked
        }
        let usual = ["firm.yaml", "base.yaml"].first(where: all.contains)
        let whole = { (name: String) in (try? Scenario.read(at: name, from: folder.reader))?.base == nil }
        guard let first = usual ?? all.first(where: whole) ?? all.first else {
            throw Wrong(description: "\(folder.path) holds no scenario; `muster init` makes one")
        }
        return first
    }

    /// The civil day in UTC, as the command line has it.
    static func day(_ date: Date) -> Day { Day(number: Int((date.timeIntervalSince1970 / 86_400).rounded(.down))) }

    /// Plans what is opened first, and looks each second for files that have changed; until cancelled.
    public func watch() async {
        let first = await desks.local.draft.base
        _ = try? await open.base(first)
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            await open.refresh()
        }
    }

    /// The site as a server.
    public func application(
        address: BindAddress, logger: Logger, onRunning: @escaping @Sendable (Int?) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: .seconds(75),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 32 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: address, serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(512)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port) }, logger: logger)
    }

    func router() -> Router<Visit> {
        let router = Router(context: Visit.self)
        router.add(middleware: Logged())
        router.add(middleware: SafeHeaders())
        router.add(middleware: ErrorPages())
        router.add(middleware: KnownHosts(names: settings.hosts))
        router.add(
            middleware: Welcome(
                sessions: sessions, hasPasswords: settings.passwords != nil, isSecure: settings.isSecure))
        addFiles(to: router)
        addLogin(to: router)
        addPages(to: router)
        addPlanning(to: router)
        addCommitting(to: router)
        addTime(to: router)
        addClients(to: router)
        addEvents(to: router)
        return router
    }
}

/// One line a request: what was asked for, without what might be secret in the address.
struct Logged: RouterMiddleware {
    typealias Context = Visit

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        context.logger.info(
            "\(request.method) \(context.endpointPath ?? "?") \(response.status.code)")
        return response
    }
}

/// A desk for each user.
final class Desks: Sendable {
    private let open: OpenFirm
    private let scenario: String
    let local: Desk
    private let all = Mutex<[String: Desk]>([:])

    init(_ open: OpenFirm, scenario: String) {
        self.open = open
        self.scenario = scenario
        local = Desk(open, scenario: scenario, of: "")
    }

    func desk(of user: User) -> Desk {
        guard user.role == .planner, user != Welcome.local else { return local }
        return all.withLock { all in
            if let desk = all[user.name] { return desk }
            let desk = Desk(open, scenario: scenario, of: user.name)
            all[user.name] = desk
            return desk
        }
    }
}
