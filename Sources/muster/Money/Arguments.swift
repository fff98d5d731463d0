// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Finance
import Staffing

extension Month: ExpressibleByArgument {
    /// `2026-03`
    public init?(argument: String) { self.init(argument) }
}

extension InvoiceNumber: ExpressibleByArgument {
    /// `F-2026-0007`
    public init?(argument: String) { self.init(argument) }
}

/// An amount as the caller writes it, in major units of a currency that is known later: `1250`, `-1250.50`.
struct AmountText: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        guard AmountText.digits(argument) != nil else { return nil }
        text = argument
    }

    /// - Throws: where the currency has no such unit.
    func money(in currency: Currency) throws -> Money {
        guard let (isNegative, whole, part) = AmountText.digits(text), part.count <= currency.decimals,
            let units = Int(whole + part + String(repeating: "0", count: currency.decimals - part.count))
        else { throw WrongInput(description: "\(text) is no amount of \(currency.code)") }
        return Money(minorUnits: isNegative ? -units : units)
    }

    /// At most twelve digits before the point, so that sums hold.
    private static func digits(_ text: String) -> (isNegative: Bool, whole: String, part: String)? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            parts[0].count <= 12
        else { return nil }
        return (isNegative, String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
    }
}

/// What pays which invoice: `F-2026-0007`, or `F-2026-0007=1250.50` for a part.
struct InvoiceUse: ExpressibleByArgument {
    let number: InvoiceNumber
    let amount: AmountText?

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let number = InvoiceNumber(parts[0]) else { return nil }
        self.number = number
        guard parts.count == 2 else {
            amount = nil
            return
        }
        guard let amount = AmountText(argument: parts[1]) else { return nil }
        self.amount = amount
    }
}

/// `60%` or `60 %`, 0 through 100 with up to four decimals.
struct PercentText: ExpressibleByArgument {
    let text: String
    let share: Share

    init?(argument: String) {
        guard argument.hasSuffix("%") else { return nil }
        let number = String(argument.dropLast()).filter { $0 != " " }
        guard let value = Double(number), (0...100).contains(value), number.allSatisfy({ $0.isNumber || $0 == "." })
        else { return nil }
        text = number + " %"
        share = Share(millionths: Int((value * 10_000).rounded()))
    }
}
