// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Hummingbird
internal import Pages

extension Site {
    /// The style sheet and the script, which are the same for everybody.
    func addFiles(to router: Router<Visit>) {
        let style = Look.sheet + String(decoding: PackageResources.web_css, as: UTF8.self)
        let script = Look.behaviour + String(decoding: PackageResources.muster_js, as: UTF8.self)
        router.get("style.css") { _, _ in Response.text(style, "text/css; charset=utf-8") }
        router.get("muster.js") { _, _ in Response.text(script, "text/javascript; charset=utf-8") }
        router.get("favicon.ico") { _, _ in Response(status: .noContent) }
    }

    /// The pages that show what is planned.
    func addPages(to router: Router<Visit>) {
        router.get("/") { _, visit in
            guard let user = visit.user else { return Response.to(.path(["login"])) }
            return Response.to(.path([user.role == .client ? "status" : "board"]))
        }
        let paths: [RouterPath] = [
            "board", "projects", "projects/:id", "people", "people/:id", "forecast", "scenarios", "draft", "money",
            "time", "why", "log", "log/:event", "commit", "status",
        ]
        for path in paths {
            router.get(path) { request, visit in
                guard let address = Address(request.uri.string) else {
                    throw Refused.notFound("There is no such page.")
                }
                if request.headers[.wait] != nil { await (try visit.desk(self)).settle(within: Site.patience) }
                return try await page(at: address, visit).response(to: request)
            }
        }
    }

    /// The page of an address.
    ///
    /// - Throws: ``Refused`` where there is none, or the visitor may not see it.
    func page(at address: Address, _ visit: Visit) async throws -> WebPage {
        let permission: Role.Permission? =
            switch address.path.first {
            case "board", "projects", "people", "forecast": .seePlan
            case "scenarios", "money", "log": .seeMoney
            case "draft", "why", "commit": .plan
            case "time": .enterTime
            case "status": .seeOwnProjects
            default: nil
            }
        guard let permission else { throw Refused.notFound("There is no such page.") }
        try visit.demand(permission)
        let query = address.query
        return switch (address.path.first, address.path.count) {
        case ("board", 1): try await board(visit, query)
        case ("projects", 1): try await projects(visit)
        case ("projects", 2): try await project(address.path[1], visit)
        case ("people", 1): try await people(visit)
        case ("people", 2): try await person(address.path[1], visit)
        case ("forecast", 1): try await forecast(visit, query)
        case ("scenarios", 1): try await scenarios(visit, query)
        case ("draft", 1): try await draftPage(visit)
        case ("why", 1): try await why(visit, query)
        case ("money", 1): try await money(visit, query)
        case ("log", 1): try await log(visit)
        case ("log", 2): try await event(address.path[1], visit)
        case ("commit", 1): try await commitPage(visit)
        case ("time", 1): try await time(visit, query)
        case ("status", 1): try await ownStatus(visit)
        default: throw Refused.notFound("There is no such page.")
        }
    }

    /// What a form does: checks who sent it and from where, does it, and shows the page that it leads to.
    func action(
        _ path: RouterPath, on router: Router<Visit>, _ permission: Role.Permission,
        _ work: @escaping @Sendable (Visit, Form) async throws -> Address?
    ) {
        router.post(path) { request, visit in
            try visit.demand(permission)
            let form = try await Form.read(request)
            try demandToken(form, visit)
            let isPart = request.headers[.part] != nil
            do {
                let next = try await work(visit, form) ?? Address(form["then"]) ?? Address("/board")
                guard let next else { throw Refused.notFound("There is no such page.") }
                let desk = try visit.desk(self)
                guard isPart else {
                    await desk.settle(within: Site.patience)
                    return Response.to(next.link)
                }
                return Response(
                    status: .noContent, headers: [.then: next.link.text, .version: "\(await desk.draft.version)"])
            } catch EditRefused.overtaken(let draft) {
                return overtaken(draft, visit)
            } catch EditRefused.problems(let problems) {
                throw Refused.wrong(problems.joined(separator: "\n"))
            }
        }
    }

    func demandToken(_ form: Form, _ visit: Visit) throws {
        guard let session = visit.session, session.token.matches(form["token"]) else {
            throw Refused(
                .forbidden, "An old page", "The form came from an older session. Open the page again and repeat it.")
        }
    }

    /// Nothing is overwritten that the sender has not seen: the page is shown as it is now, and says so.
    private func overtaken(_ draft: Draft, _ visit: Visit) -> Response {
        var page = WebPage("Somebody was faster", at: ["draft"], visit)
        page.section("now", "The draft as it is now") {
            HTML("p") {
                "The draft was changed in another window since this page was made, so your change was not made. Look at "
                    + "it again, and repeat the change if it still makes sense."
            }
            DraftList.html(draft)
            HTML("p") { HTML("a", .href(.path(["board"])), text: "Back to the board") }
        }
        var response = page.response(status: .conflict)
        response.headers[.version] = "\(draft.version)"
        return response
    }
}

extension Visit {
    /// - Parameter site: where the desk is.
    func desk(_ site: Site) throws -> Desk {
        guard let user else { throw Refused(.unauthorized, "Log in", "Log in first.") }
        return site.desks.desk(of: user)
    }
}
