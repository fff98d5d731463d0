// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import Staffing

@testable import Web

/// A firm's folder on the disk, for as long as a test takes.
final class TestFolder: Sendable {
    let path: String

    init(_ files: [String: String], ledger: Bool = false) throws {
        path = NSTemporaryDirectory() + "muster-web-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
        if ledger, let euro = Currency("EUR") {
            _ = try Ledger.create(
                at: path + "/muster.ledger", firm: "Small", currency: euro,
                by: Ledger.Actor(name: "test", time: "2026-01-02T09:00:00Z"))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

let smallFirm = """
    muster: 1
    scenario: Small & Sons
    horizon: 2026-01-05 .. 2026-02-15
    currency: EUR
    clients:
      northwind: { name: Northwind Ferries }
      other: { name: Somebody Else }
    people:
      ana: { name: "<script>alert(1)</script>", role: engineer, skills: { swift: 4 }, cost: 60/h }
      ben: { name: Ben Okafor, role: engineer, skills: { swift: 3 }, cost: 50/h }
      cleo: { name: Cleo Marsh, role: designer, skills: { ux: 3 }, cost: 55/h }
    projects:
      apollo:
        name: "Apollo \\"<b>first</b>\\""
        client: northwind
        stage: won
        dates: 2026-01-05 .. 2026-01-18
        needs:
          backend: { skills: { swift: 3 }, hours: 40h/week, rate: 120/h }
      vega:
        name: Vega
        client: other
        stage: proposed 50%
        dates: 2026-01-12 .. 2026-02-01
        needs:
          screens: { skills: { ux: 2 }, hours: 30h/week, rate: 100/h }

    """

/// Somebody's browser: keeps the cookie, knows the token of the page it saw last.
struct Browser: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let text: String

        /// The page as its words, markup aside.
        var words: String {
            text.replacing(/<[^>]*>/, with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
                .replacing(/\s+/, with: " ")
        }

        /// The value of the first element with that attribute before it.
        func value(after start: String) -> String? {
            guard let range = text.range(of: start) else { return nil }
            return text[range.upperBound...].prefix { $0 != "\"" }.description
        }
    }

    let client: any TestClientProtocol
    var cookie: String?
    var token = ""
    var version = ""

    init(_ client: any TestClientProtocol) { self.client = client }

    @discardableResult
    mutating func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        let answer = try await send(path, .get, headers, nil)
        if let token = answer.value(after: #"name="token" value=""#) { self.token = token }
        if let version = answer.value(after: #"data-version=""#) { self.version = version }
        return answer
    }

    /// Sends a form with the token and the version of the page seen last, unless the fields say otherwise.
    @discardableResult
    mutating func post(_ path: String, _ fields: [String: String], headers: [String: String] = [:]) async throws
        -> Answer
    {
        var all = ["token": token, "seen": version]
        for (name, value) in fields { all[name] = value }
        return try await send(path, .post, headers, Browser.encoded(all))
    }

    static func encoded(_ fields: [String: String]) -> String {
        fields.sorted { $0.key < $1.key }.map { name, value in
            let value = value.utf8.map { "%" + (String($0, radix: 16).count < 2 ? "0" : "") + String($0, radix: 16) }
            return "\(name)=\(value.joined())"
        }.joined(separator: "&")
    }

    mutating func send(_ path: String, _ method: HTTPRequest.Method, _ headers: [String: String], _ body: String?)
        async throws -> Answer
    {
        var fields = HTTPFields()
        if let cookie { fields[.cookie] = cookie }
        if body != nil { fields[.contentType] = "application/x-www-form-urlencoded" }
        for (name, value) in headers { fields[HTTPFields.name(name)] = value }
        let response = try await client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
        for set in response.headers[values: .setCookie] { cookie = String(set.prefix { $0 != ";" }) }
        return Answer(
            status: response.status.code, headers: response.headers, text: String(buffer: response.body))
    }
}

extension HTTPFields {
    static func name(_ text: String) -> HTTPField.Name { HTTPField.Name.named(text) }
}

/// Opens a folder and visits it.
func visiting(
    _ folder: TestFolder, passwords: Passwords? = nil, now: String = "2026-01-05T09:00:00Z",
    _ visit: @escaping @Sendable (Browser, Site) async throws -> Void
) async throws {
    let time = try Date(now, strategy: .iso8601)
    let site = try Site(
        Site.Settings(folder: folder.path, passwords: passwords, now: { time }))
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let application = site.application(address: .hostname("127.0.0.1", port: 0), logger: logger)
    try await application.test(.router) { client in try await visit(Browser(client), site) }
}
