// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// A number that is planned, in smallest units, and where it is not certain, between what it lies.
struct Stated {
    let planned: Int
    let range: ClosedRange<Int>?

    /// What is planned where only the ends are said, rounded up to a step.
    static func middle(of range: ClosedRange<Int>, step: Int) -> Int {
        (range.lowerBound / step + range.upperBound / step + 1) / 2 * step
    }

    /// `300 .. 340 .. 420h total`; what lies in the middle goes without saying.
    func text(unit: String, step: Int = 1, _ number: (Int) -> String) -> String {
        guard let range else { return number(planned) + unit }
        let peak = planned == Stated.middle(of: range, step: step) ? [] : [planned]
        return ([range.lowerBound] + peak + [range.upperBound]).map(number).joined(separator: " .. ") + unit
    }
}

extension Excerpt {
    /// One number; or the least and the most with `..` between them, and the likeliest in the middle if it is given. What
    /// is planned is the likeliest, else the middle of the ends, rounded up to a `step`.
    func stated(
        unit: String, step: Int = 1, example: String = "300 .. 340 .. 420", _ read: (Excerpt) throws(Problem) -> Int
    ) throws(Problem) -> Stated {
        var parts: [Excerpt] = []
        var rest = self
        while parts.count < 2, let (before, after) = rest.cut(at: "..") {
            parts.append(before)
            rest = after
        }
        parts.append(rest)
        var numbers: [Int] = []
        for part in parts { numbers.append(try read(part)) }
        guard numbers.count > 1 else { return Stated(planned: numbers[0], range: nil) }
        let (least, most) = (numbers[0], numbers[numbers.count - 1])
        for (index, number) in numbers.enumerated().dropFirst()
        where number < numbers[index - 1] || least == most {
            let (before, after) = (parts[index - 1].text + unit, parts[index].text + unit)
            throw parts[index].fault(.rangeReversed(before, after, example: example + unit))
        }
        let range = least...most
        return Stated(
            planned: numbers.count == 3 ? numbers[1] : Stated.middle(of: range, step: step), range: range)
    }

    /// Hours, by their seconds.
    func statedHours(most: Int, unit: String) throws(Problem) -> Stated {
        try stated(unit: unit, step: Hours.finest.seconds) { part throws(Problem) in
            try part.bareHours(most: most, unit: unit).seconds
        }
    }
}
