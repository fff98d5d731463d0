// SPDX-License-Identifier: GPL-3.0-or-later

public import Charts

/// A page: what it is about, how it begins, and its sections.
public struct Page: Sendable {
    /// A part of a page that stands by itself, as on another site.
    public struct Section: Sendable {
        /// Its address on the page; a literal of the program.
        public let id: String
        public let title: String
        public let content: HTML

        public init(_ id: StaticString, _ title: String, _ content: HTML) {
            self.id = "\(id)"
            self.title = title
            self.content = content
        }

        public init(_ id: StaticString, _ title: String, @HTMLBuilder content: () -> [HTML]) {
            self.init(id, title, .list(content()))
        }

        /// The section with its heading.
        public var html: HTML {
            HTML("section", .id(id), .init("aria-labelledby", id + "-title")) {
                HTML("h2", .id(id + "-title"), text: title)
                content
            }
        }
    }

    public let title: String
    /// Beside the title: the weeks, the day.
    public let subtitle: String
    /// Below the title: what is to be said first.
    public let lead: HTML
    public let sections: [Section]

    public init(title: String, subtitle: String, lead: HTML = .nothing, sections: [Section]) {
        self.title = title
        self.subtitle = subtitle
        self.lead = lead
        self.sections = sections.filter { !$0.content.isNothing }
    }

    /// One file that needs nothing from elsewhere and opens from a mail, without a network.
    public func document() -> String {
        HTML("html", .init("xmlns", "http://www.w3.org/1999/xhtml"), .init("lang", "en")) {
            HTML("head") {
                HTML("meta", .init("charset", "utf-8"))
                HTML("meta", .init("name", "viewport"), .init("content", "width=device-width, initial-scale=1"))
                HTML("meta", .init("name", "color-scheme"), .init("content", "light dark"))
                HTML("title", text: title)
                Look.style
            }
            HTML("body") {
                body
                Look.script
            }
        }.document()
    }

    /// What stands in the body: for a frame that brings ``Look/sheet`` and ``Look/behaviour`` itself.
    public var body: HTML {
        .list([
            HTML("a", .class("skip"), .href(.here("main")), text: "To the content"), Palette.patterns,
            HTML("header", .class("page")) {
                HTML("div", .class("title")) {
                    HTML("h1", text: title)
                    HTML("p", .class("quiet"), text: subtitle)
                }
                lead
                navigation
            },
            HTML("main", .id("main"), .init("tabindex", -1)) { sections.map(\.html) },
            HTML("footer", .class("page")) {
                HTML("p", text: "Written by Muster.")
            },
        ])
    }

    private var navigation: HTML {
        guard sections.count > 1 else { return .nothing }
        return HTML("nav", .label("Sections")) {
            HTML("ul") {
                for section in sections {
                    HTML("li") { HTML("a", .href(.here(section.id)), text: section.title) }
                }
            }
        }
    }
}
