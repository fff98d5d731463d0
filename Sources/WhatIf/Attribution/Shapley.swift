// SPDX-License-Identifier: GPL-3.0-or-later

/// Splits what a set of players reaches together fairly among them: each gets the mean of what they add to those before
/// them, over all orders in which the players could come (Shapley, 1953).
///
/// - Parameter values: what each set of players reaches, in whole units; bit *i* of the position says whether player *i*
///   is in the set.
/// - Returns: a whole number for each player. Their sum is exactly what all reach together less what none reaches; the
///   units that division leaves over go to the largest remainders, and among equal ones to the first.
func shapley(_ values: [Int]) -> [Int] {
    let count = values.count.trailingZeroBitCount
    precondition(values.count == 1 << count, "a value for each set")
    let factorials = (0...count).reduce(into: [Int128(1)]) { $0.append($0[$1] * Int128($1 + 1)) }
    /// Times the number of orders, so that it is whole.
    let sums = (0..<count).map { player in
        values.indices.reduce(Int128(0)) { sum, set in
            guard set & 1 << player == 0 else { return sum }
            let size = set.nonzeroBitCount
            let orders = factorials[size] * factorials[count - size - 1]
            return sum + orders * (Int128(values[set | 1 << player]) - Int128(values[set]))
        }
    }
    return rounded(sums, dividedBy: factorials[count])
}

/// Quotients as whole numbers whose sum is that of the dividends, divided.
/// - Precondition: the sum of the dividends is a multiple of the divisor.
private func rounded(_ dividends: [Int128], dividedBy divisor: Int128) -> [Int] {
    var parts = dividends.map { dividend -> (whole: Int, rest: Int128) in
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (Int(quotient) - 1, remainder + divisor) : (Int(quotient), remainder)
    }
    let left = Int(parts.reduce(0) { $0 + $1.rest } / divisor)
    for index in parts.indices.sorted(by: { (parts[$1].rest, $0) < (parts[$0].rest, $1) }).prefix(left) {
        parts[index].whole += 1
    }
    return parts.map(\.whole)
}
