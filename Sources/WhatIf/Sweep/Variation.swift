// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that is varied, and the values that it takes: `policy.overtime.up to=0%,5%,10%`,
/// `projects.apollo.start=0w..6w/2w`.
///
/// Values are separated by commas, or run from one to another: in steps of one of the unit that both have, or of what
/// follows a slash. What a path and a value mean is for others to say.
public struct Variation: Sendable, Equatable {
    /// What is wrong with the text.
    public enum Malformed: Error, Equatable {
        /// There is no `=`, or nothing before it.
        case noPath(String)
        case noValues(String)
        /// The ends of a run are not numbers of one unit.
        case unequalEnds(String)
        case badStep(String)
        case tooMany(String, most: Int)
    }

    /// As it was written.
    public let text: String
    public let path: String
    public let values: [String]

    public static let mostValues = 10_000

    public init(_ text: String) throws(Malformed) {
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { throw .noPath(text) }
        self.text = text
        path = text[..<equals].trimmed
        let right = text[text.index(after: equals)...].trimmed
        if let run = try Run(right) {
            values = try run.values()
        } else {
            values = right.splitAtCommas()
        }
        guard !path.isEmpty else { throw .noPath(text) }
        guard values.allSatisfy({ !$0.isEmpty }) else { throw .noValues(text) }
        guard values.count <= Self.mostValues else { throw .tooMany(text, most: Self.mostValues) }
    }

    /// How many combinations there are; nil where there are more than `most`.
    public static func count(_ variations: [Variation], most: Int) -> Int? {
        var count = 1
        for variation in variations {
            let (product, isBeyond) = count.multipliedReportingOverflow(by: variation.values.count)
            guard !isBeyond, product <= most else { return nil }
            count = product
        }
        return count
    }

    /// All combinations, the last thing changing fastest.
    public static func product(_ variations: [Variation]) -> [[String]] {
        variations.reduce([[]]) { combinations, variation in
            combinations.flatMap { before in variation.values.map { before + [$0] } }
        }
    }
}

/// Values from one to another: `24h/week..40h/week/4h/week`.
private struct Run {
    let text: String
    let first: Quantity
    let last: Quantity
    let step: Quantity

    /// Nil where the text is no run.
    init?(_ text: String) throws(Variation.Malformed) {
        let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
        // Dates, and ranges of dates, are no runs.
        guard ends.count == 2, !text.contains(","), let first = Quantity(ends[0].trimmed) else { return nil }
        let right = ends[1].trimmed
        guard let last = Quantity(startOf: right, unit: first.unit) else { throw .unequalEnds(text) }
        let rest = right.dropFirst(last.text.count).trimmed
        if rest.isEmpty {
            step = Quantity(text: "1", thousandths: 1000, unit: first.unit)
        } else {
            guard rest.hasPrefix("/") else { throw .unequalEnds(text) }
            guard let bare = Quantity(rest.dropFirst().trimmed), ["", first.unit].contains(bare.unit),
                bare.thousandths > 0
            else {
                throw .badStep(text)
            }
            step = bare
        }
        (self.text, self.first, self.last) = (text, first, last)
    }

    func values() throws(Variation.Malformed) -> [String] {
        let down = last.thousandths < first.thousandths
        let distance = abs(last.thousandths - first.thousandths)
        guard distance / step.thousandths < Variation.mostValues else {
            throw .tooMany(text, most: Variation.mostValues)
        }
        return stride(from: 0, through: distance, by: step.thousandths).map {
            Quantity.text(first.thousandths + (down ? -$0 : $0)) + first.unit
        }
    }
}

/// A number of at most three decimals, and what follows it.
private struct Quantity {
    let text: String
    let thousandths: Int
    let unit: String

    init(text: String, thousandths: Int, unit: String) {
        (self.text, self.thousandths, self.unit) = (text, thousandths, unit)
    }

    init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        guard let thousandths = Self.thousandths(digits) else { return nil }
        self.init(text: text, thousandths: thousandths, unit: String(text.dropFirst(digits.count)))
    }

    /// The number at the beginning, which must have that unit.
    init?(startOf text: String, unit: String) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        guard let thousandths = Self.thousandths(digits), text.dropFirst(digits.count).hasPrefix(unit) else {
            return nil
        }
        self.init(text: String(digits) + unit, thousandths: thousandths, unit: unit)
    }

    private static func thousandths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int(parts[0]), abs(whole) < 1_000_000_000 else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.count <= 3, parts.count == 1 || (!decimals.isEmpty && decimals.allSatisfy(\.isNumber)),
            let fraction = Int(decimals + String(repeating: "0", count: 3 - decimals.count))
        else { return nil }
        return whole * 1000 + (text.hasPrefix("-") ? -fraction : fraction)
    }

    static func text(_ thousandths: Int) -> String {
        var decimals = String(thousandths.magnitude % 1000 + 1000).dropFirst()
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return (thousandths < 0 ? "-" : "") + "\(thousandths.magnitude / 1000)"
            + (decimals.isEmpty ? "" : "." + decimals)
    }
}

extension StringProtocol {
    /// Without the blanks around it.
    var trimmed: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    /// The pieces between commas that stand outside brackets and braces.
    fileprivate func splitAtCommas() -> [String] {
        var (pieces, depth) = ([""], 0)
        for character in self {
            if "[{".contains(character) { depth += 1 }
            if "]}".contains(character) { depth -= 1 }
            if character == ",", depth == 0 {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces.map(\.trimmed)
    }
}

extension Variation.Malformed: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noPath(let text): "--vary '\(text)' needs a path and `=`, as in projects.apollo.start=0w..6w"
        case .noValues(let text): "--vary '\(text)' needs a value on each side of every comma"
        case .unequalEnds(let text): "'\(text)' needs the same unit at both ends, as in 0w..6w"
        case .badStep(let text): "'\(text)' needs a step above zero after the slash, as in 0w..6w/2w"
        case .tooMany(let text, let most): "'\(text)' has more than \(most) values"
        }
    }
}
