// SPDX-License-Identifier: GPL-3.0-or-later

internal import Hummingbird

/// A request that is not done, and why, in words for whoever sent it.
struct Refused: Error {
    let status: HTTPResponse.Status
    let title: String
    let words: String

    init(_ status: HTTPResponse.Status, _ title: String, _ words: String) {
        self.status = status
        self.title = title
        self.words = words
    }

    static func notFound(_ words: String) -> Refused { Refused(.notFound, "Not found", words) }

    static func wrong(_ words: String) -> Refused { Refused(.unprocessableContent, "This does not work", words) }
}
