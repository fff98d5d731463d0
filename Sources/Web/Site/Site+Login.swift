// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Hummingbird

extension Site {
    func addLogin(to router: Router<Visit>) {
        router.get("login") { _, visit in
            guard settings.passwords != nil else { return Response.to(.path(["board"])) }
            var visit = visit
            var cookie: Secret?
            if visit.session == nil {
                let (secret, session) = sessions.begin(nil)
                (cookie, visit.session) = (secret, session)
            }
            var response = Site.loginPage(visit, wrong: nil).response()
            if let cookie { response.setCookie(Welcome.cookie(cookie, settings.isSecure)) }
            return response
        }
        router.post("login") { request, visit in try await login(request, visit) }
        router.post("logout") { request, visit in
            try demandToken(try await Form.read(request), visit)
            sessions.end(request.cookies[Sessions.cookie]?.value)
            return Response.to(.path(["login"]))
        }
    }

    private func login(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let passwords = settings.passwords else { return .to(.path(["board"])) }
        let form = try await Form.read(request)
        try demandToken(form, visit)
        let (name, password) = (form["name"], form.all("password").first ?? "")
        guard attempts.isAllowed(name) else {
            return Site.loginPage(visit, wrong: "Too many wrong passwords for this name; wait a minute.")
                .response(status: .tooManyRequests)
        }
        let user = try await Solving.passwords.run { passwords.user(named: name, password: password) }
        attempts.note(name, isRight: user != nil)
        guard let user else {
            return Site.loginPage(visit, wrong: "Name and password do not go together.").response(status: .forbidden)
        }
        // Another cookie: whoever had the old one, prepared it perhaps.
        sessions.end(request.cookies[Sessions.cookie]?.value)
        var response = Response.to(.path([]))
        response.setCookie(Welcome.cookie(sessions.begin(user).cookie, settings.isSecure))
        return response
    }

    private static func loginPage(_ visit: Visit, wrong: String?) -> WebPage {
        var page = WebPage("Log in", at: ["login"], visit)
        page.add(
            "login",
            HTML("div", .id("login")) {
                if let wrong { HTML("p", .class("bad"), .role("alert"), text: wrong) }
                Forms.post(["login"], visit) {
                    HTML("div", .class("fields")) {
                        HTML("label", .class("field")) {
                            HTML("span", text: "Name")
                            HTML(
                                "input", .init("name", "name"), .init("autocomplete", "username"), .init("required"),
                                .init("autofocus"))
                        }
                        HTML("label", .class("field")) {
                            HTML("span", text: "Password")
                            HTML(
                                "input", .init("type", "password"), .init("name", "password"),
                                .init("autocomplete", "current-password"), .init("required"))
                        }
                        Forms.button("Log in")
                    }
                }
            })
        return page
    }
}
