// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

// How values are written in a scenario file.

extension Share {
    /// `80%`, `12.5%`.
    var written: String { decimal(millionths, scale: 10_000) + "%" }
}

extension Hours {
    /// `32h`, `7.5h`.
    var written: String { number + "h" }

    /// Without the unit, as week patterns have it.
    var number: String { decimal(seconds, scale: 3600) }
}

extension Rate {
    /// `62/h`, `62.50/h`, in a currency of a hundred minor units.
    var written: String {
        let (major, minor) = perHour.minorUnits.quotientAndRemainder(dividingBy: 100)
        return minor == 0 ? "\(major)/h" : "\(major).\(minor < 10 ? "0" : "")\(minor)/h"
    }
}

extension TimeOff {
    /// `2026-02-16 .. 2026-02-20`, `2026-12-24 half`, `2026-03-05 2h`.
    var written: String {
        switch extent {
        case .wholeDay: "\(days)"
        case .halfDay: "\(days) half"
        case .hours(let hours): "\(days) \(hours.written)"
        }
    }
}

extension Contract {
    /// `80%`, or a week pattern.
    var written: String {
        switch self {
        case .share(let share): share.written
        case .pattern(let pattern): pattern.written
        }
    }
}

extension WeekPattern {
    var written: String {
        let rows = weeks.map { $0.map(\.number).joined(separator: " ") }.joined(separator: " / ")
        return weeks.count > 1 ? "\(rows) from \(anchor)" : rows
    }
}

extension DemandLine.Amount {
    var written: String {
        switch self {
        case .perWeek(let hours): "\(hours.written)/week"
        case .total(let hours): "\(hours.written) total"
        case .fullTimeEquivalents(let share): decimal(share.millionths, scale: 1_000_000) + " fte"
        case .byWeek(let hours): list(hours.map(\.written))
        }
    }
}

extension DemandLine.Team {
    /// `2 .. 4`, or `1`.
    var written: String { most == 1 ? "1" : "\(least) .. \(most)" }
}

extension DemandLine.GradeQuota {
    /// `at least 1`, `at most 40%`.
    var written: String { atLeast > 0 ? "at least \(atLeast)" : "at most \(atMost.written)" }
}

extension Booking.Amount {
    var written: String {
        switch self {
        case .perWeek(let hours): "\(hours.written)/week"
        case .total(let hours): hours.written
        case .share(let share): share.written
        }
    }
}

extension Dated {
    /// Each piece with its days; a list where there are several, each ending where the next begins.
    func written(_ value: (Value) -> String) -> String {
        let texts = pieces.enumerated().map { index, piece in
            let from = piece.first.map { " from \($0)" } ?? ""
            let isFollowed = index + 1 < pieces.count && piece.last.map { $0 + 1 } == pieces[index + 1].first
            let to = isFollowed ? "" : piece.last.map { " to \($0)" } ?? ""
            return value(piece.value) + from + to
        }
        return texts.count == 1 ? texts[0] : list(texts)
    }
}

/// `{ swift: 4, sql: 3 }`.
func written(_ skills: [SkillLevel]) -> String {
    "{ " + skills.map { "\($0.skill): \($0.level)" }.joined(separator: ", ") + " }"
}

/// `[a, b]`.
func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

/// The quotient with as many decimals as it needs, four at most.
private func decimal(_ value: Int, scale: Int) -> String {
    let (whole, rest) = value.quotientAndRemainder(dividingBy: scale)
    guard rest != 0 else { return "\(whole)" }
    var digits = String(10_000 + rest * 10_000 / scale).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)"
}
