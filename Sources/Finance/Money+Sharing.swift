// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Money {
    /// Cuts the amount into parts in proportion to the weights, without losing or making a minor unit.
    ///
    /// Each part is the exact proportion rounded down, towards zero; the units that are left go one by one to the parts
    /// that lost most by it, the first of equals first (largest remainder, Hamilton). Where all weights are zero,
    /// the parts are as equal as they can be.
    ///
    /// - Parameter weights: none below zero, at least one.
    /// - Returns: as many parts as weights; their sum is the amount, to the unit.
    public func shared(by weights: [Int]) -> [Money] {
        precondition(!weights.isEmpty && weights.allSatisfy { $0 >= 0 }, "an amount is shared by weights")
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
        let weights = sum == 0 ? weights.map { _ in Int128(1) } : weights.map { Int128($0) }
        let whole = sum == 0 ? Int128(weights.count) : sum
        let size = Int128(minorUnits.magnitude)
        var parts = weights.map { Int(size * $0 / whole) }
        let remainders = weights.map { size * $0 % whole }
        let left = Int(size) - parts.reduce(0, +)
        for index in weights.indices.sorted(by: { (remainders[$1], $0) < (remainders[$0], $1) }).prefix(left) {
            parts[index] += 1
        }
        return parts.map { Money(minorUnits: minorUnits < 0 ? -$0 : $0) }
    }

    /// The amount times `numerator / denominator`, rounded half to even to the minor unit.
    /// - Precondition: the denominator is above zero.
    public func times(_ numerator: Int, over denominator: Int) -> Money {
        Money(minorUnits: halfEven(Int128(minorUnits) * Int128(numerator), Int128(denominator)))
    }
}

/// The quotient rounded to the nearest whole number, halves to the even neighbour.
/// - Precondition: `divisor` is positive.
func halfEven(_ dividend: Int128, _ divisor: Int128) -> Int {
    precondition(divisor > 0, "money is divided by what is above zero")
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    let twice = remainder.magnitude * 2
    let awayFromZero = twice > divisor.magnitude || (twice == divisor.magnitude && !quotient.isMultiple(of: 2))
    return Int(quotient + (awayFromZero ? dividend.signum() : 0))
}
