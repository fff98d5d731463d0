// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Excerpt {
    /// The number, in smallest units of which one whole has `scale`: `7.75` hours are 27,900 seconds.
    ///
    /// The unit has been taken off, and is only for messages. Exact whole-number arithmetic throughout; what the smallest unit cannot hold is a problem, never rounded.
    func exact(scale: Int, most: Int, unit: String = "", smallest: String) throws(Problem) -> Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isNegative = text.hasPrefix("-")
        let whole = isNegative ? parts[0].dropFirst() : parts[0]
        let decimals = parts.count > 1 ? parts[1] : ""
        guard parts.count <= 2, whole.isDigits, parts.count == 1 || decimals.isDigits else {
            throw fault(.notANumber(text + unit))
        }
        let digits = whole.drop { $0 == "0" }
        let fine = decimals.reversed().drop { $0 == "0" }.reversed()
        let outOfRange = Fault.outOfRange(text + unit, least: "0\(unit)", most: "\(most)\(unit)")
        guard !isNegative, digits.count <= 15 else { throw fault(outOfRange) }
        guard fine.count <= 12 else { throw fault(.tooPrecise(text + unit, smallest: smallest)) }
        let power = fine.reduce(Int128(1)) { power, _ in power * 10 }
        let number = (String(digits) + String(fine)).utf8.reduce(Int128(0)) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
        guard number <= Int128(most) * power else { throw fault(outOfRange) }
        let (amount, remainder) = (number * Int128(scale)).quotientAndRemainder(dividingBy: power)
        guard remainder == 0 else { throw fault(.tooPrecise(text + unit, smallest: smallest)) }
        return Int(amount)
    }

    /// A whole number within a range.
    func whole(in range: ClosedRange<Int>) throws(Problem) -> Int {
        guard text.isDigits else {
            throw fault(text.hasPrefix("-") && text.dropFirst().isDigits ? outOfRange(range) : .notANumber(text))
        }
        guard text.count <= 15, let number = Int(text), range.contains(number) else { throw fault(outOfRange(range)) }
        return number
    }

    private func outOfRange(_ range: ClosedRange<Int>) -> Fault {
        .outOfRange(text, least: "\(range.lowerBound)", most: "\(range.upperBound)")
    }

    /// The number before a unit.
    func number(before unit: String, of word: Word) throws(Problem) -> Excerpt {
        guard let number = without(suffix: unit), !number.text.isEmpty, !number.text.hasSuffix(" ") else {
            throw fault(.wrongUnit(text, wanted: word.name, example: word.example))
        }
        return number
    }
}

extension StringProtocol {
    /// At least one, and nothing but ASCII digits.
    var isDigits: Bool {
        !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
