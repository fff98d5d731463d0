// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// The keys that say how work is sold, of a contract or of a part of it.
enum TermsFormat {
    static let hourly = Field(
        "hourly", .hourly, "Work by the hour; `{}` at the rates of needs, of the client or of the firm.",
        example: "{ rates: { lead: 140/h }, up to: 100000 }")
    static let fixed = Field("fixed", .money, "A price for the whole.", example: "180000")
    static let instalments = Field(
        "instalments", .instalments,
        "The fixed price by milestones, in shares or amounts that add up to it; `rest` is what is left.",
        example: "{ signature: 30%, beta: 40%, handover: rest }")
    static let schedule = Field(
        "schedule", .schedule, "The fixed price by dates, in shares or amounts that add up to it.",
        example: "[50% on 2026-02-01, rest on 2026-06-30]")
    static let billing = Field(
        "billing", .choice("a way of billing", Billing.self), "The fixed price month by month, as it is completed.",
        example: "percent complete")
    static let retainer = Field(
        "retainer", .retainer, "Hours held ready at a fee for each period.",
        example: "{ fee: 4000/month, hours: 40h, dates: 2026-01-01 .. }")
    static let subscription = Field(
        "subscription", .subscription, "A fee for each period, whatever is done.",
        example: "{ fee: 900/month, dates: 2026-01-01 .. }")
    static let recognise = Field(
        "recognise", .choice("a way to recognise revenue", Recognition.self), "When the price counts as earned.",
        default: "as delivered by the hour, by cost for a fixed price, else evenly", example: "by hours")

    static let fields = [
        hourly.shape, fixed.shape, instalments.shape, schedule.shape, billing.shape, retainer.shape,
        subscription.shape, recognise.shape,
    ]

    enum Billing: String, CaseIterable, SendableMetatype {
        case percentComplete = "percent complete"
    }

    enum Recognition: String, CaseIterable, SendableMetatype {
        case byCost = "by cost"
        case byHours = "by hours"
        case asDelivered = "as delivered"
        case atMilestones = "at milestones"
        case evenly
    }
}

enum HourlyFormat {
    static let rates = Field(
        "rates", .agreedRates("rates by role", nil) { .role(Identifier($0)) }, "By role.", example: "{ lead: 140/h }")
    static let grades = Field(
        "grades", .agreedRates("rates by grade", nil) { .grade(Identifier($0)) }, "By grade, before those by role.",
        example: "{ senior: 150/h }")
    static let people = Field(
        "people", .agreedRates("rates by person", .person) { .person(Identifier($0)) },
        "By person, before those by grade and role.", example: "{ ana: 160/h }")
    static let cap = Field(
        "up to", .money, "All invoices together come to no more, expenses aside.", example: "100000")
    static let minimum = Field(
        "at least", .monthlyMoney, "Invoiced for each month.", example: "2000/month")
    static let discount = Field("discount", .share, "Off every amount.", example: "5%")
    static let tiers = Field(
        "tiers", .list(.tier), "Another discount on the hours of a month above so many.",
        example: "[5% above 100h, 10% above 200h]")
    static let record = RecordFormat(
        "work by the hour", short: true, rates, grades, people, cap, minimum, discount, tiers)
}

enum RetainerFormat {
    static let fee = Field("fee", .periodFee, "For each period.", required: true, example: "4000/month")
    static let hours = Field("hours", .hours, "Included in each period.", required: true, example: "40h")
    static let rollOver = Field(
        "roll over", .count(0...120), "For so many further periods, hours not used stay good.", default: "0",
        example: "2")
    static let overage = Field(
        "overage", .rate, "For hours beyond.", default: "as by the hour", example: "120/h")
    static let dates = Field(
        "dates", .openDays, "From the first day of the first period.", required: true, example: "2026-01-01 ..")
    static let billed = Field(
        "billed", .choice("a time to bill", Billed.self), "On a period's first day, or after its last.",
        default: "in advance", example: "afterwards")
    static let record = RecordFormat("a retainer", short: true, fee, hours, rollOver, overage, dates, billed)

    enum Billed: String, CaseIterable, SendableMetatype {
        case inAdvance = "in advance"
        case afterwards
    }
}

enum SubscriptionFormat {
    static let index = Field(
        "index", .signedShare, "The fee rises by so much on each anniversary of the first day.", default: "0%",
        example: "3%")
    static let record = RecordFormat(
        "a subscription", short: true, RetainerFormat.fee, RetainerFormat.dates, index, RetainerFormat.billed)
}

extension Form<[AgreedRate]> {
    static func agreedRates(
        _ keys: String, _ kind: Reference?, _ whose: @escaping @Sendable (String) -> AgreedRate.Whose
    ) -> Form {
        .map(keys, Form<Dated<Rate>>.datedRate.shape) { key, node, reading in
            if let kind { reading.check(kind, key) }
            return Form<Dated<Rate>>.datedRate.read(node, reading).map { AgreedRate(whose(key.text), $0) }
        }
    }
}

extension Form<TimeAndMaterials.Tier> {
    static var tier: Form {
        .word(.tier) { text, _ throws(Problem) in
            guard let (discount, hours) = text.cut(at: " above ") else {
                throw text.fault(.notASentence(text.text, of: Word.tier.name, example: Word.tier.example))
            }
            return TimeAndMaterials.Tier(
                above: try hours.hours(most: Limit.weeklyHours), discount: try discount.share(most: 100))
        }
    }
}

extension Form<TimeAndMaterials> {
    static var hourly: Form {
        .record(HourlyFormat.record) { row in
            typealias Format = HourlyFormat
            let tiers = row[Format.tiers] ?? []
            if zip(tiers, tiers.dropFirst()).contains(where: { $0.above >= $1.above }),
                let entry = row.entry(Format.tiers)
            {
                row.reading.report(.terms(.tiersOutOfOrder), at: entry.value.place)
            }
            return TimeAndMaterials(
                rates: (row[Format.people] ?? []) + (row[Format.grades] ?? []) + (row[Format.rates] ?? []),
                cap: row[Format.cap], monthlyMinimum: row[Format.minimum], discount: row[Format.discount] ?? .zero,
                tiers: tiers)
        }
    }
}

extension Form<Retainer> {
    static var retainer: Form {
        .record(RetainerFormat.record) { row in
            typealias Format = RetainerFormat
            let fee = row[Format.fee, placeholder: PeriodFee(amount: .zero, every: .month)]
            return Retainer(
                fee: fee.amount, every: fee.every,
                days: row[Format.dates, placeholder: OpenDays(first: Day(number: 0))],
                included: row[Format.hours, placeholder: .zero], rollOver: row[Format.rollOver] ?? 0,
                overage: row[Format.overage], inAdvance: row[Format.billed] != .afterwards)
        }
    }
}

extension Form<Subscription> {
    static var subscription: Form {
        .record(SubscriptionFormat.record) { row in
            typealias Format = RetainerFormat
            let fee = row[Format.fee, placeholder: PeriodFee(amount: .zero, every: .month)]
            return Subscription(
                fee: fee.amount, every: fee.every,
                days: row[Format.dates, placeholder: OpenDays(first: Day(number: 0))],
                yearlyIndex: row[SubscriptionFormat.index] ?? .zero, inAdvance: row[Format.billed] != .afterwards)
        }
    }
}
