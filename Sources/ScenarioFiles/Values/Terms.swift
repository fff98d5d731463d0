// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// A fee and how often it is paid.
struct PeriodFee {
    let amount: Money
    let every: BillingPeriod
}

/// An instalment before the price is cut.
enum InstalmentSize {
    case share(Share)
    case amount(Money)
    /// What the others leave.
    case rest
}

extension Excerpt {
    /// Money that may be below zero.
    func signedMoney(_ currency: Currency?) throws(Problem) -> Money {
        guard let rest = without(prefix: "-") else { return try money(currency) }
        return -(try rest.money(currency))
    }

    func instalment(_ currency: Currency?) throws(Problem) -> InstalmentSize {
        if text == "rest" { return .rest }
        return text.hasSuffix("%") ? .share(try share(most: 100)) : .amount(try signedMoney(currency))
    }

    func daysCount() throws(Problem) -> Int {
        guard let number = without(suffix: " days") ?? without(suffix: " day") else {
            throw fault(.wrongUnit(text, wanted: Word.daysCount.name, example: Word.daysCount.example))
        }
        return try number.trimmed.whole(in: 0...365)
    }

    func tax() throws(Problem) -> Tax {
        let words = words
        guard let first = words.first, let category = Tax.Category(rawValue: first.text),
            words.count == (category == .standard ? 2 : 1)
        else { throw fault(.terms(.notATax(text))) }
        guard category == .standard else { return Tax(category) }
        let rate = try words[1].share(most: 100)
        guard rate > .zero else { throw fault(.terms(.notATax(text))) }
        return Tax(.standard, rate)
    }
}

extension Form {
    static var signedMoney: Form<Money> {
        .word(.signedMoney) { text, reading throws(Problem) in try text.signedMoney(reading.currency) }
    }

    static var daysCount: Form<Int> { .word(.daysCount) { text, _ throws(Problem) in try text.daysCount() } }

    /// Days after the due date; before it below zero.
    static var habit: Form<Int> {
        .word(.habit) { text, _ throws(Problem) in
            if text.text == "on time" { return 0 }
            if let late = text.without(suffix: " late") { return try late.daysCount() }
            if let early = text.without(suffix: " early") { return -(try early.daysCount()) }
            throw text.fault(.wrongUnit(text.text, wanted: Word.habit.name, example: Word.habit.example))
        }
    }

    static var tax: Form<Tax> { .word(.tax) { text, _ throws(Problem) in try text.tax() } }

    static var periodFee: Form<PeriodFee> {
        .word(.periodFee) { text, reading throws(Problem) in
            for every in BillingPeriod.allCases {
                guard let number = text.without(suffix: "/" + every.word) else { continue }
                return PeriodFee(amount: try number.money(reading.currency, unit: "/" + every.word), every: every)
            }
            throw text.fault(.wrongUnit(text.text, wanted: Word.periodFee.name, example: Word.periodFee.example))
        }
    }

    static var monthlyMoney: Form<Money> {
        .word(.monthlyMoney) { text, reading throws(Problem) in
            try text.number(before: "/month", of: .monthlyMoney).money(reading.currency, unit: "/month")
        }
    }

    /// From a day on, through another or without end.
    static var openDays: Form<OpenDays> {
        .word(.openDays) { text, _ throws(Problem) in
            guard let (before, after) = text.cut(at: "..") else {
                throw text.fault(.wrongUnit(text.text, wanted: Word.openDays.name, example: Word.openDays.example))
            }
            let first = try before.day()
            guard !after.text.isEmpty else { return OpenDays(first: first) }
            let last = try after.day()
            guard first <= last else { throw text.fault(.datesReversed(first, last)) }
            return OpenDays(first: first, last: last)
        }
    }

    /// On top of something, or off it where below zero.
    static var signedShare: Form<Share> {
        .word(.signedShare) { text, _ throws(Problem) in
            guard let rest = text.without(prefix: "-") else { return try text.share(most: 100, as: .signedShare) }
            return .zero - (try rest.share(most: 100, as: .signedShare))
        }
    }
}

extension BillingPeriod {
    /// As after a fee: `4000/month`.
    var word: String {
        switch self {
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        }
    }
}
