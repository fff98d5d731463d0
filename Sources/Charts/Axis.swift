// SPDX-License-Identifier: GPL-3.0-or-later

/// Axes of drawings.
public enum Axis {
    /// Height of the text beside an axis.
    public static let size = 11.0

    /// Lines across the drawing at round numbers, each with its number at the left; zero is the stronger line.
    /// - Parameters:
    ///   - left, right: from where to where the lines run.
    ///   - words: the number as it is shown.
    public static func rows(
        _ ticks: Ticks, _ scale: LinearScale, from left: Double, to right: Double, words: (Double) -> String
    ) -> [HTML] {
        ticks.values.flatMap { value -> [HTML] in
            let y = scale(value)
            return [
                Mark.line(left, y, right, y, value == 0 ? .axis : .grid),
                Mark.text(words(value), left - 6, y + 4, .end, .quiet),
            ]
        }
    }

    /// Names below the bands, as many as stand side by side without touching, each so many bands from the last.
    /// - Parameter y: the base line of the names.
    public static func names(_ names: [String], _ scale: BandScale, at y: Double) -> [HTML] {
        let widest = names.map { TextWidth.of($0, size: size) }.max() ?? 0
        let every = scale.step > 0 ? max(1, Int(((widest + 8) / scale.step).rounded(.up))) : 1
        return names.enumerated().filter { $0.offset % every == 0 }.map { index, name in
            Mark.text(name, scale.middle(index), y, .middle, .quiet)
        }
    }
}

/// What the colours mean.
public struct Legend: Sendable {
    public struct Entry: Sendable {
        let swatch: HTML
        let words: String

        public static func fill(_ fill: Palette.Fill, _ words: String) -> Entry {
            Entry(swatch: Mark.rect(0.5, 0.5, 15, 11, fill), words: words)
        }

        public static func line(_ line: Palette.Line, _ words: String) -> Entry {
            Entry(swatch: Mark.line(0, 6, 16, 6, line), words: words)
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }

    /// Swatches with their words, in one line or as many as it takes.
    public var html: HTML {
        HTML("ul", .class("legend")) {
            for entry in entries {
                HTML("li") {
                    HTML(
                        "svg", .init("width", 16), .init("height", 12), .init("aria-hidden", "true")
                    ) { entry.swatch }
                    entry.words
                }
            }
        }
    }
}
