// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Hours {
    /// In hours with up to four decimals: one second is 0.0003, so the text names the second.
    public var decimal: String { Verification.decimal(dividing: seconds * 10_000, by: 3600, places: 4) }

    /// The second that a decimal number of hours names, or nil beyond all that may be booked, and for any number but the one
    /// that the second is written as.
    init?(decimal hours: Double) {
        guard hours.isFinite, abs(hours) <= Limit.bookedHours.inHours else { return nil }
        self.init(seconds: Int((hours * 3600).rounded()))
        guard Double(decimal) == hours else { return nil }
    }
}

extension Share {
    var decimal: String { Verification.decimal(dividing: millionths, by: 1, places: 6) }

    /// The millionth that a decimal share names, or nil beyond a thousand, and for a number finer than that.
    init?(decimal share: Double) {
        guard share.isFinite, abs(share) <= 1000 else { return nil }
        self.init(millionths: Int((share * 1_000_000).rounded()))
        guard Double(decimal) == share else { return nil }
    }
}

extension Money {
    /// In major units, with the decimals of the currency.
    public func decimal(in currency: Currency) -> String {
        guard currency.decimals > 0 else { return String(minorUnits) }
        let (whole, part) = minorUnits.magnitude.quotientAndRemainder(dividingBy: UInt(currency.scale))
        let digits = String(part)
        let zeros = String(repeating: "0", count: currency.decimals - digits.count)
        return (minorUnits < 0 ? "-" : "") + "\(whole).\(zeros)\(digits)"
    }

    /// The minor unit that a decimal amount names, or nil beyond what a Double holds exactly, and for a number finer
    /// than that.
    init?(decimal amount: Double, in currency: Currency) {
        let minor = (amount * Double(currency.scale)).rounded()
        guard minor.isFinite, abs(minor) <= 9e15 else { return nil }
        self.init(minorUnits: Int(minor))
        guard Double(decimal(in: currency)) == amount else { return nil }
    }
}

/// `dividend / divisor / 10^places` as a decimal without trailing zeros; the dividend carries the places already.
private func decimal(dividing dividend: Int, by divisor: Int, places: Int) -> String {
    let rounded = (dividend.magnitude + UInt(divisor) / 2) / UInt(divisor)
    let scale = (0..<places).reduce(UInt(1)) { scale, _ in scale * 10 }
    let (whole, part) = rounded.quotientAndRemainder(dividingBy: scale)
    var digits = String(part)
    digits = String(repeating: "0", count: places - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    let sign = dividend < 0 && rounded > 0 ? "-" : ""
    return sign + (digits.isEmpty ? "\(whole)" : "\(whole).\(digits)")
}
