// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Hummingbird
internal import Logging
internal import ScenarioFiles

/// A request on its way: who sent it.
struct Visit: RequestContext {
    var coreContext: CoreRequestContextStorage
    var session: Session?

    init(source: Source) { coreContext = CoreRequestContextStorage(source: source) }

    var user: User? { session?.user }

    func may(_ permission: Role.Permission) -> Bool { user?.role.may(permission) ?? false }

    /// - Throws: ``Refused`` where whoever sent it may not.
    func demand(_ permission: Role.Permission) throws {
        guard let user else { throw Refused(.unauthorized, "Log in", "Log in first.") }
        guard user.role.may(permission) else {
            throw Refused(.forbidden, "Not for you", "A \(user.role.rawValue) may not see or do this.")
        }
    }
}

/// Finds the session of a request; a site without passwords makes everybody who comes its planner.
struct Welcome: RouterMiddleware {
    typealias Context = Visit

    let sessions: Sessions
    let hasPasswords: Bool
    /// Whether the cookie may only travel encrypted.
    let isSecure: Bool

    static let local = User(name: "planner", role: .planner)

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.session = sessions.session(request.cookies[Sessions.cookie]?.value)
        if context.session != nil || Welcome.isForEverybody(request.uri.path) {
            return try await next(request, context)
        }
        if !hasPasswords {
            let (cookie, session) = sessions.begin(Welcome.local)
            context.session = session
            var response = try await next(request, context)
            response.setCookie(Welcome.cookie(cookie, isSecure))
            return response
        }
        return try await next(request, context)
    }

    static func cookie(_ secret: Secret, _ isSecure: Bool) -> Cookie {
        Cookie(
            name: Sessions.cookie, value: secret.text, path: "/", secure: isSecure, httpOnly: true, sameSite: .strict)
    }

    private static func isForEverybody(_ path: String) -> Bool {
        ["/style.css", "/muster.js"].contains(path) || path.hasPrefix("/client/")
    }
}

/// Turns whatever goes wrong into a page that says so, and tells the log no more than that.
struct ErrorPages: RouterMiddleware {
    typealias Context = Visit

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refused as Refused {
            if refused.status == .unauthorized, request.method == .get {
                return .to(.path(["login"]))
            }
            return WebPage.refused(refused, visit: context).response(status: refused.status)
        } catch let problems as Problems {
            let refused = Refused(.unprocessableContent, "The files cannot be read", "\(problems)")
            return WebPage.refused(refused, visit: context).response(status: refused.status)
        } catch let error as HTTPError {
            let refused = Refused(
                error.status, error.status.reasonPhrase,
                error.status == .notFound ? "There is no such page." : "The request cannot be answered.")
            return WebPage.refused(refused, visit: context).response(status: error.status)
        } catch {
            context.logger.error("failed", metadata: ["why": "\(error)"])
            let refused = Refused(
                .internalServerError, "Something went wrong", "Nothing was changed. What it was stands in the log.")
            return WebPage.refused(refused, visit: context).response(status: .internalServerError)
        }
    }
}
