// SPDX-License-Identifier: GPL-3.0-or-later

/// An SVG drawing with a name for those who do not see it. Colours come from classes, so that it follows the page into
/// the dark and onto paper; texts are text and can be selected.
public struct Drawing: Sendable {
    public let width: Double
    public let height: Double
    /// What is drawn, in one sentence.
    public let name: String
    public var parts: [HTML] = []

    public init(width: Double, height: Double, name: String) {
        self.width = width
        self.height = height
        self.name = name
    }

    public mutating func add(_ part: HTML) { parts.append(part) }
    public mutating func add(_ parts: [HTML]) { self.parts += parts }

    /// - Parameter isFixed: keeps its size on a narrow page, which then scrolls; else it shrinks with the page.
    public func html(isFixed: Bool = false) -> HTML {
        HTML(
            "svg",
            [
                .class(isFixed ? "chart fixed" : "chart"),
                .init("viewBox", "0 0 \(coordinate(width)) \(coordinate(height))"), .init("width", width),
                .init("height", height), .role("img"), .label(name),
            ], parts)
    }
}

/// The marks of a drawing. `paint` names a class of the style sheet: see ``Palette``.
public enum Mark {
    public static func rect(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ paint: Palette.Fill, hint: String? = nil,
        round: Double = 0
    ) -> HTML {
        HTML(
            "g", [.class(paint.rawValue)],
            (hint.map { [HTML("title", text: $0)] } ?? [])
                + [
                    HTML(
                        "rect",
                        [
                            .init("x", x), .init("y", y), .init("width", max(0, width)),
                            .init("height", max(0, height)),
                        ] + (round > 0 ? [.init("rx", round)] : []), [])
                ])
    }

    /// Several rectangles that mean the same, as one mark: a drawing of thousands stays small.
    public static func bars(_ bars: [Bar], _ paint: Palette.Fill, hint: String? = nil) -> HTML {
        let shape = bars.map { bar in
            let width = coordinate(bar.width)
            return "M\(coordinate(bar.x)) \(coordinate(bar.y))h\(width)v\(coordinate(bar.height))h-\(width)z"
        }
        return HTML(
            "g", [.class(paint.rawValue)],
            (hint.map { [HTML("title", text: $0)] } ?? []) + [HTML("path", .init("d", shape.joined()))])
    }

    public struct Bar: Sendable {
        public let x: Double
        public let y: Double
        public let width: Double
        public let height: Double

        public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
            self.x = x
            self.y = y
            self.width = max(0, width)
            self.height = max(0, height)
        }
    }

    /// Straight lines that mean the same, as one mark.
    public static func lines(_ lines: [(x1: Double, y1: Double, x2: Double, y2: Double)], _ paint: Palette.Line) -> HTML
    {
        let steps = lines.map { line in
            "M\(coordinate(line.x1)) \(coordinate(line.y1))L\(coordinate(line.x2)) \(coordinate(line.y2))"
        }
        return HTML("path", .class(paint.rawValue), .init("d", steps.joined()))
    }

    public static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ paint: Palette.Line) -> HTML {
        HTML(
            "line", .class(paint.rawValue), .init("x1", x1), .init("y1", y1), .init("x2", x2), .init("y2", y2))
    }

    /// Through all the points, in straight lines.
    public static func path(_ points: [(x: Double, y: Double)], _ paint: Palette.Line) -> HTML {
        let steps = points.enumerated().map { index, point in
            (index == 0 ? "M" : "L") + coordinate(point.x) + " " + coordinate(point.y)
        }
        return HTML("path", .class(paint.rawValue), .init("d", steps.joined()))
    }

    /// A filled shape.
    public static func shape(_ points: [(x: Double, y: Double)], _ paint: Palette.Fill, hint: String? = nil) -> HTML {
        let corners = points.map { coordinate($0.x) + "," + coordinate($0.y) }
        return HTML(
            "g", [.class(paint.rawValue)],
            (hint.map { [HTML("title", text: $0)] } ?? [])
                + [HTML("polygon", .init("points", corners.joined(separator: " ")))])
    }

    public enum Anchor: String, Sendable { case start, middle, end }

    /// A text that begins, is centred or ends at a place; `y` is its base line.
    public static func text(
        _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, _ paint: Palette.Text = .plain
    ) -> HTML {
        HTML(
            "text",
            [.init("x", x), .init("y", y)]
                + (anchor == .start ? [] : [.init("text-anchor", anchor.rawValue)])
                + (paint == .plain ? [] : [.class(paint.rawValue)]), [.text(text)])
    }
}
