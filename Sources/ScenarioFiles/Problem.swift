// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Something in a file that must be put right, and how.
public struct Problem: Error, Sendable, Equatable {
    let fault: Fault
    public let place: SourcePlace
    /// The line that it stands in, or nil where there is none to show.
    public internal(set) var sourceLine: String?

    init(_ fault: Fault, at place: SourcePlace) {
        self.fault = fault
        self.place = place
    }

    public var id: ID { fault.words.id }
    /// What is wrong, with the values in it.
    public var what: String { fault.words.what }
    /// What to do about it.
    public var advice: String { fault.words.advice }
}

extension Problem: CustomStringConvertible {
    /// `FILE:LINE:COL: problem-id: what is wrong`, the line with a caret below it, and what to do.
    public var description: String {
        var lines = ["\(place): \(id.rawValue): \(what)"]
        if let sourceLine, !sourceLine.isEmpty {
            let view = window(of: sourceLine)
            lines.append("    " + view.text)
            lines.append("    " + String(repeating: " ", count: view.caret) + "^")
        }
        lines.append("  " + advice)
        return lines.joined(separator: "\n")
    }

    /// The part of a line around the place, harmless to a terminal, and how far the caret stands in it.
    private func window(of line: String) -> (text: String, caret: Int) {
        let width = 120
        let start = place.column <= width ? 0 : place.column - width / 2
        let cut = line.dropFirst(start).prefix(width)
        return (visible(cut), min(place.column - 1 - start, cut.count))
    }
}

/// All that is wrong with a scenario.
public struct Problems: Error, Sendable, Equatable, CustomStringConvertible {
    /// Never empty when thrown; in the order of files and lines.
    public let all: [Problem]

    /// Sorts the problems by file and line, and adds to each the line that it stands in.
    init(_ problems: [Problem], in sources: [SourceText]) {
        let order = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1.name, $0) })
        func key(_ place: SourcePlace) -> (Int, Int, Int) { (order[place.file] ?? -1, place.line, place.column) }
        let sorted = problems.enumerated().sorted { left, right in
            let (first, second) = (key(left.element.place), key(right.element.place))
            return first == second ? left.offset < right.offset : first < second
        }
        all = sorted.map { _, problem in
            var problem = problem
            problem.sourceLine = order[problem.place.file].flatMap { sources[$0].line(problem.place.line) }
            return problem
        }
    }

    /// How many are written out before the rest is only counted.
    public static let mostShown = 100

    public var description: String {
        let shown = all.prefix(Problems.mostShown).map(\.description)
        let rest = all.count - shown.count
        return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "\n\n")
    }
}

/// A text without characters that could steer a terminal; tabs are one space wide, to keep carets in place.
func visible(_ text: some StringProtocol) -> String {
    String(
        text.map { character in
            character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } ? character : " "
        })
}
