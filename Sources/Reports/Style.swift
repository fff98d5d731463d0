// SPDX-License-Identifier: GPL-3.0-or-later

/// How text is laid out: as wide as the terminal, coloured only on one.
public struct Style: Sendable {
    /// In characters; at least 60.
    public let width: Int
    public let isColoured: Bool

    public init(width: Int, isColoured: Bool) {
        self.width = max(60, width)
        self.isColoured = isColoured
    }

    /// What files and pipes get.
    public static let plain = Style(width: 80, isColoured: false)

    /// Meanings that have a colour; the words always say the same.
    enum Tone: String {
        case strong = "1"
        case quiet = "2"
        case bad = "31"
        case good = "32"
        case warning = "33"
    }

    func paint(_ text: String, _ tone: Tone?) -> String {
        guard isColoured, let tone, !text.isEmpty else { return text }
        return "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m"
    }

    func heading(_ text: String) -> String { paint(text, .strong) }
}
