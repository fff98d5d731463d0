// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Pages
internal import Synchronization

/// A page of the site: parts that can each be put in the place of an older one, so that a change on a large board sends
/// only what is new.
struct WebPage: Sendable {
    /// A part as it is written, once for all pages that show it.
    struct Part: Sendable {
        let id: String
        let text: String
        /// By which its content is known.
        let mark: String

        /// - Parameter html: its element bears the id.
        init(_ id: String, _ html: HTML) {
            self.id = id
            text = html.text()
            let digest = Data(SHA256.hash(data: Data(text.utf8)).prefix(9)).base64EncodedString()
            mark = "\(id):\(digest)"
        }
    }

    var title: String
    /// The path of the page, whose first part the menu marks.
    let path: [String]
    let visit: Visit
    private(set) var parts: [Part] = []
    /// Whether the page follows the desk: changes of others, searches, files.
    let isLive: Bool
    /// What of the desk it shows.
    var state: DeskState?

    init(_ title: String, at path: [String], _ visit: Visit, live: Bool = false) {
        (self.title, self.path, self.visit, isLive) = (title, path, visit, live)
    }

    mutating func add(_ id: String, _ html: HTML) { add(Part(id, html)) }

    mutating func add(_ part: Part) { parts.append(part) }

    mutating func add(_ section: Pages.Page.Section) { add(section.id, section.html) }

    /// A section with a heading.
    mutating func section(_ id: StaticString, _ heading: String, @HTMLBuilder content: () -> [HTML]) {
        add(Pages.Page.Section(id, heading, .list(content())))
    }

    // MARK: - Answers

    /// The page as a whole; to the site's own script, what of it differs from what the script says that it has.
    func response(to request: Request, status: HTTPResponse.Status = .ok) -> Response {
        guard request.headers[.part] != nil else { return response(status: status) }
        return Response.html(difference(from: request.headers[.have] ?? ""), status)
    }

    func response(status: HTTPResponse.Status = .ok) -> Response { Response.html(document(), status) }

    /// The frame, with the parts in the place that it has for them.
    private func document() -> String {
        let place = HTML("div", .id("parts-come-here")).text()
        return frame.replacing(place, with: parts.map(\.text).joined(), maxReplacements: 1)
    }

    private var frame: String {
        HTML("html", .init("lang", "en")) {
            HTML("head") {
                HTML("meta", .init("charset", "utf-8"))
                HTML("meta", .init("name", "viewport"), .init("content", "width=device-width, initial-scale=1"))
                HTML("meta", .init("name", "color-scheme"), .init("content", "light dark"))
                HTML("title", text: "\(title) · Muster")
                HTML("link", .init("rel", "stylesheet"), .href(.path(["style.css"])))
                HTML("script", .src(.path(["muster.js"])), .init("defer"))
            }
            HTML(
                "body", isLive ? [.init("data-live", visit.session?.token.text ?? "")] : [],
                [
                    HTML("a", .class("skip"), .href(.here("main")), text: "To the content"),
                    Palette.patterns,
                    Menu.html(path, visit),
                    HTML(
                        "main", [.id("main"), .init("tabindex", -1)],
                        [HTML("h1", text: title), HTML("div", .id("parts-come-here")), haveElement]),
                    HTML("p", .id("news"), .role("status")),
                ])
        }.document()
    }

    /// Parts that the sender does not have yet, in templates, and then what the sender has with them.
    private func difference(from have: String) -> String {
        let known = Set(have.split(separator: " ").map(String.init))
        let fresh = parts.filter { !known.contains($0.mark) }
        return fresh.map { part in
            var text = HTML("template", .init("data-part", part.id), .init("data-title", title)).text()
            if let end = text.range(of: "</template>", options: .backwards) {
                text.insert(contentsOf: part.text, at: end.lowerBound)
            }
            return text
        }.joined() + haveElement.text()
    }

    private var haveElement: HTML {
        HTML(
            "div", .id("have"), .init("hidden"), .init("data-have", have), .init("data-version", state?.version ?? 0),
            .init("data-mark", state?.mark ?? ""))
    }

    private var have: String { parts.map(\.mark).joined(separator: " ") }
}

/// Parts that many pages show, kept as long as what they show is new: nothing in them is of one visitor alone.
final class KeptParts: Sendable {
    private static let most = 60
    private let all = Mutex<[String: WebPage.Part]>([:])

    func part(_ key: String, _ make: () -> WebPage.Part) -> WebPage.Part {
        if let known = all.withLock({ $0[key] }) { return known }
        let made = make()
        all.withLock { all in
            if all.count >= KeptParts.most { all.removeAll() }
            all[key] = made
        }
        return made
    }
}

extension Response {
    static func html(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    static func text(_ text: String, _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// To the page that shows what became of a form.
    static func to(_ link: HTML.Link) -> Response {
        Response(status: .seeOther, headers: [.location: link.text])
    }
}

extension WebPage {
    static func refused(_ refused: Refused, visit: Visit) -> WebPage {
        var page = WebPage(refused.title, at: [], visit)
        page.add("refused", HTML("p", .id("refused"), .role("alert"), text: refused.words))
        return page
    }
}
