// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Foundation

/// A page of the site by its path and query: `/projects/apollo?by=role`.
struct Address: Sendable {
    let path: [String]
    let query: Form

    /// - Parameter text: the part of an address after the host; nil where it leads elsewhere or cannot be read.
    init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 4000 else { return nil }
        let parts = text.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let steps = parts[0].split(separator: "/").map { String($0).removingPercentEncoding }
        guard let query = Form(parts.count > 1 ? String(parts[1]) : ""), steps.allSatisfy({ $0 != nil }) else {
            return nil
        }
        path = steps.compactMap(\.self)
        self.query = query
    }

    var link: HTML.Link { .path(path, query: query.fields.map { .init($0.name, $0.value) }) }
}
