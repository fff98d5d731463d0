// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import Synchronization

/// Links by which clients see the status of their projects: whoever has one needs no password, and can change nothing.
///
/// A file beside the firm's own, `muster.links`, holds of each link the digest and whose it is: who reads the file has
/// no link. A link is shown once, when it is made.
final class ClientLinks: Sendable {
    static let file = "muster.links"

    private let path: String
    private let guarding = Mutex<Void>(())

    init(_ folder: Folder) { path = folder.path + "/" + ClientLinks.file }

    struct Link: Sendable, Equatable {
        let digest: String
        let client: String
        let made: String
    }

    var all: [Link] {
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { return [] }
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            return words.count == 3 ? Link(digest: words[0], client: words[1], made: words[2]) : nil
        }
    }

    /// A new link of a client.
    func make(for client: String, on day: String) throws -> Secret {
        let secret = Secret()
        try guarding.withLock { _ in
            try write(all + [Link(digest: secret.digest, client: client, made: day)])
        }
        return secret
    }

    /// No link of the client leads anywhere any more.
    func withdraw(_ client: String) throws {
        try guarding.withLock { _ in try write(all.filter { $0.client != client }) }
    }

    /// Whose link it is.
    func client(_ token: String) -> String? {
        guard let digest = Secret(token)?.digest else { return nil }
        return all.first { $0.digest == digest }?.client
    }

    private func write(_ links: [Link]) throws {
        let text = links.map { "\($0.digest) \($0.client) \($0.made)\n" }.joined()
        try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        guard chmod(path, 0o600) == 0 else {
            throw Folder.Wrong.unwritable(ClientLinks.file, why: "its mode cannot be set")
        }
    }
}
