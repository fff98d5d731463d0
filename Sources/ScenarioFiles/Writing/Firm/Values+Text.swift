// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// Values as the files write them: the opposite of `Excerpt`'s readers.
protocol Written {
    func text(in currency: Currency) -> String
}

/// The exact quotient by a power of ten, without zeros at the end; with so many decimals where there are any.
private func decimal(_ number: Int, places: Int, padded: Int = 0) -> String {
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    var fraction = String(String(scale + number % scale).dropFirst())
    while fraction.hasSuffix("0") { fraction.removeLast() }
    while !fraction.isEmpty, fraction.count < padded { fraction += "0" }
    return "\(number / scale)" + (fraction.isEmpty ? "" : "." + fraction)
}

extension Hours {
    /// Exact, since files say no hours finer than `Hours.finest`.
    var text: String { decimal(seconds * 25 / 9, places: 4) }
}

extension Share: Written {
    var text: String { decimal(millionths, places: 4) + "%" }

    /// Not in per cent: `0.8`.
    var number: String { decimal(millionths, places: 6) }

    func text(in: Currency) -> String { text }
}

extension Money {
    func text(in currency: Currency) -> String {
        (minorUnits < 0 ? "-" : "") + decimal(abs(minorUnits), places: currency.decimals, padded: currency.decimals)
    }
}

extension Rate: Written {
    func text(in currency: Currency) -> String { perHour.text(in: currency) + "/h" }
}

extension WeekPattern {
    /// The weeks, without the day that they count from.
    var weeksText: String {
        weeks.map { $0.map(\.text).joined(separator: " ") }.joined(separator: " / ")
    }

    var text: String { weeksText + (weeks.count > 1 ? " from \(anchor)" : "") }
}

extension Contract: Written {
    func text(in: Currency) -> String {
        switch self {
        case .share(let share): share.text
        // Weeks that alternate count from the first day of their piece, which is said there.
        case .pattern(let pattern): pattern.weeksText
        }
    }
}

extension InternalTime {
    var text: String {
        switch self {
        case .share(let share): share.text
        case .perWeek(let hours): hours.text + "h/week"
        }
    }
}

extension TimeOff {
    var text: String {
        switch extent {
        case .wholeDay: "\(days)"
        case .halfDay: "\(days) half"
        case .hours(let hours): "\(days) \(hours.text)h"
        }
    }
}

extension Stage {
    var text: String {
        switch self {
        case .won: "won"
        case .proposed(let chance): "proposed \(chance.text)"
        case .lost: "lost"
        }
    }
}

extension Milestone {
    var text: String { "\(name) by \(due)" }
}

extension Phase.Dependency {
    var text: String {
        lagWeeks == 0 ? phase.text : "\(phase) \(lagWeeks < 0 ? "-" : "+") \(weeksText(abs(lagWeeks)))"
    }
}

func weeksText(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weeks" }

extension Booking.Amount {
    var text: String {
        switch self {
        case .perWeek(let hours): hours.text + "h/week"
        case .total(let hours): hours.text + "h total"
        case .share(let share): share.text
        }
    }
}

extension Booking {
    /// The sentence; a firmness that goes without saying is not said.
    var text: String {
        "\(person) on \(line), \(amount.text), \(days)" + (firmness == .confirmed ? "" : ", \(firmness.rawValue)")
    }
}

extension Exclusion {
    var text: String { "\(person) not on \(target)" }
}
