// SPDX-License-Identifier: GPL-3.0-or-later

/// What is drawn in which colour, by meaning. The colours are told apart by people who do not see red or green, differ in
/// lightness as well, and what must not be missed is hatched or marked besides.
public enum Palette {
    /// Of areas.
    public enum Fill: String, Sendable, CaseIterable {
        /// What is agreed.
        case confirmed = "f-sure"
        /// What is not agreed yet: striped.
        case tentative = "f-maybe"
        /// What might come at most: an outline.
        case exposure = "f-most"
        /// What there is room for.
        case capacity = "f-room"
        /// More than there is: hatched.
        case over = "f-over"
        /// What is better than it was.
        case gain = "f-gain"
        /// What is worse than it was.
        case loss = "f-loss"
        /// Sums, and what is only for comparison.
        case quiet = "f-quiet"
        /// Where something was before: an outline of dashes.
        case ghost = "f-ghost"
        /// A date by which something is to be reached.
        case milestone = "f-mile"
        /// A second series beside the first.
        case second = "f-second"
    }

    /// Of lines.
    public enum Line: String, Sendable, CaseIterable {
        case axis = "l-axis"
        case grid = "l-grid"
        case capacity = "l-room"
        case curve = "l-curve"
        case link = "l-link"
        case due = "l-due"
        case ghost = "l-ghost"
    }

    /// Of texts.
    public enum Text: String, Sendable, CaseIterable {
        case plain = ""
        case quiet = "t-quiet"
        case strong = "t-strong"
        case bad = "t-bad"
        case good = "t-good"
    }

    /// The patterns that areas are filled with, to be drawn once on a page, before what uses them.
    public static let patterns = HTML(
        "svg", .class("patterns"), .init("width", 0), .init("height", 0), .init("aria-hidden", "true"),
        .init("focusable", "false")
    ) {
        HTML("defs") {
            pattern("stripes", 6, 45)
            pattern("hatch", 4, -45)
        }
    }

    /// Lines at a distance and an angle, on a ground.
    private static func pattern(_ id: String, _ distance: Double, _ angle: Int) -> HTML {
        HTML(
            "pattern", .id(id), .init("patternUnits", "userSpaceOnUse"), .init("width", distance),
            .init("height", distance), .init("patternTransform", "rotate(\(angle))")
        ) {
            HTML("rect", .class(id + "-ground"), .init("width", distance), .init("height", distance))
            HTML("rect", .class(id + "-line"), .init("width", distance / 2), .init("height", distance))
        }
    }
}
