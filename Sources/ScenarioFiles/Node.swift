// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// A value of a file before it is understood: text, a mapping or a list, each with its place.
struct Node: Sendable {
    enum Content: Sendable {
        case text(String)
        case mapping([Entry])
        case list([Node])
    }

    struct Entry: Sendable {
        let key: Excerpt
        let value: Node
    }

    let place: SourcePlace
    let content: Content

    init(_ content: Content, at place: SourcePlace) {
        self.content = content
        self.place = place
    }

    init(_ excerpt: Excerpt) {
        self.init(.text(excerpt.text), at: excerpt.place)
    }

    /// A key with nothing after it, which counts as left out.
    var isEmpty: Bool {
        if case .text("") = content { true } else { false }
    }

    /// The keys of a mapping.
    var keys: [String] {
        if case .mapping(let entries) = content { entries.map(\.key.text) } else { [] }
    }

    /// What the value is, in a planner's words.
    var kind: String {
        switch content {
        case .text(""): "nothing"
        case .text(let text): quoted(text)
        case .mapping: "keys with values"
        case .list: "a list"
        }
    }
}
