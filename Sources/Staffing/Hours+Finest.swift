// SPDX-License-Identifier: GPL-3.0-or-later

extension Hours {
    /// The finest that files say: nine seconds, 0.0025 h. Hours have four decimals there, and of those only its multiples
    /// are whole seconds.
    public static let finest = Hours(seconds: 9)

    /// Rounded down to what a file can say.
    public var downToFinest: Hours {
        Hours(seconds: seconds / Hours.finest.seconds * Hours.finest.seconds)
    }

    /// The part of these hours, to the nearest that a file can say, halves up.
    public func timesToFinest(_ share: Share) -> Hours {
        let unit = Int128(Hours.finest.seconds) * 1_000_000
        let count = (Int128(seconds) * Int128(share.millionths) + unit / 2) / unit
        return Hours(seconds: Int(count) * Hours.finest.seconds)
    }
}
