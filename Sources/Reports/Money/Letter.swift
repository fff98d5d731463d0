// SPDX-License-Identifier: GPL-3.0-or-later

import Charts

/// A sheet that goes to a client: the sender above at the right, the receiver, the matter, and what stands at the foot.
struct Letter {
    private let title: String
    private let from: [String]
    private let to: [String]
    private let foot: [String]
    private let content: [HTML]

    init(title: String, from: [String], to: [String], foot: [String], @HTMLBuilder content: () -> [HTML]) {
        self.title = title
        self.from = from
        self.to = to
        self.foot = foot
        self.content = content()
    }

    /// One file without anything from elsewhere.
    func document() -> String {
        HTML("html", .init("xmlns", "http://www.w3.org/1999/xhtml"), .init("lang", "en")) {
            HTML("head") {
                HTML("meta", .init("charset", "utf-8"))
                HTML("meta", .init("name", "viewport"), .init("content", "width=device-width, initial-scale=1"))
                HTML("title", text: title)
                HTML.style(Letter.look)
            }
            HTML("body") {
                HTML("header") { HTML("address", [], Letter.lines(from)) }
                HTML("main") {
                    HTML("address", [], Letter.lines(to))
                    content
                }
                if !foot.isEmpty { HTML("footer", [], Letter.lines(foot)) }
            }
        }.document()
    }

    private static func lines(_ lines: [String]) -> [HTML] {
        lines.enumerated().flatMap { index, line in (index == 0 ? [] : [HTML("br")]) + [.text(line)] }
    }

    static func facts(_ facts: [(String, String)]) -> HTML {
        HTML("dl") {
            for (name, value) in facts {
                HTML("div") {
                    HTML("dt", text: name)
                    HTML("dd", text: value)
                }
            }
        }
    }

    static func head(_ titles: [String]) -> HTML {
        HTML("thead") { HTML("tr") { for title in titles { HTML("th", .column, text: title) } } }
    }

    static func row(_ cells: [String]) -> HTML { HTML("tr") { for cell in cells { HTML("td", text: cell) } } }

    /// A row of the foot, its name over all columns but the last.
    static func sum(_ name: String, _ amount: String, over columns: Int, isLast: Bool = false) -> HTML {
        HTML(
            "tr", isLast ? [.class("sum")] : [],
            [
                HTML("td", .init("colspan", columns), text: name), HTML("td", text: amount),
            ])
    }

    private static let look: StaticString = """
        @page { size: A4; margin: 20mm }
        body { font: 10.5pt/1.45 system-ui, sans-serif; color: #1a1a1a; max-width: 170mm; margin: 2rem auto;
          padding: 0 1rem }
        address { font-style: normal } header { text-align: right; margin-bottom: 2.5rem }
        h1 { font-size: 1.5rem; font-weight: 600; margin: 2.5rem 0 1rem }
        h2 { font-size: 1.05rem; font-weight: 600; margin: 2rem 0 .5rem; break-after: avoid }
        ul { margin: 0; padding-left: 1.2em } tr { break-inside: avoid }
        dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 2rem } dt { color: #666; font-size: .85em }
        dd { margin: 0 } table { width: 100%; border-collapse: collapse }
        th { font-weight: 400; color: #666; font-size: .85em }
        th, td { padding: .35rem 0 .35rem .75rem; text-align: right; vertical-align: top;
          font-variant-numeric: tabular-nums; white-space: nowrap }
        th:first-child, td:first-child { text-align: left; padding-left: 0; white-space: normal }
        thead th { border-bottom: 1px solid #999 } tbody tr + tr td { border-top: 1px solid #e6e6e6 }
        tfoot td:first-child { text-align: right; color: #555 }
        tfoot tr:first-child td { border-top: 1px solid #999 } .sum td { font-weight: 600; font-size: 1.1em }
        .sum td:first-child { color: inherit }
        footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid #ddd; color: #666; font-size: .85em }
        @media print { body { margin: 0; max-width: none; padding: 0 } }
        @media screen and (prefers-color-scheme: dark) { body { background: #16181b; color: #e8e8e8 }
          thead th, tfoot tr:first-child td { border-color: #777 } tbody tr + tr td, footer { border-color: #33373c }
          dt, th, footer, tfoot td:first-child { color: #9aa0a6 } }
        """
}
