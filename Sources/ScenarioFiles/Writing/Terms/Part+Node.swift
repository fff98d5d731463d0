// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

extension ContractPart {
    func node(in currency: Currency) -> Node {
        var record = Record(in: currency)
        if name != id.text { record.set(PartFormat.name, name) }
        record.set(PartFormat.phases, phases.map(\.text))
        write(into: &record)
        return record.node
    }

    /// The terms, and how they are recognised.
    func write(into record: inout Record) {
        typealias Format = TermsFormat
        let currency = record.currency
        switch terms {
        case .timeAndMaterials(let work): record.set(Format.hourly, work.node(in: currency))
        case .fixedFee(let fee):
            record.set(Format.fixed, fee.price.text(in: currency))
            switch fee.billing {
            case .milestones(let all): record.set(Format.instalments, all.declarations(in: currency))
            case .schedule(let all): record.set(Format.schedule, all.map { $0.text(in: currency) })
            case .percentComplete: record.set(Format.billing, Format.Billing.percentComplete.rawValue)
            }
        case .retainer(let retainer): record.set(Format.retainer, retainer.node(in: currency))
        case .subscription(let subscription): record.set(Format.subscription, subscription.node(in: currency))
        }
        if recognition != terms.usualRecognition { record.set(Format.recognise, recognition.word.rawValue) }
    }
}

extension ContractPart.Terms {
    /// How often a fee is paid.
    var every: BillingPeriod? {
        switch self {
        case .timeAndMaterials, .fixedFee: nil
        case .retainer(let retainer): retainer.every
        case .subscription(let subscription): subscription.every
        }
    }
}

extension RecognitionMethod {
    fileprivate var word: TermsFormat.Recognition {
        switch self {
        case .asDelivered: .asDelivered
        case .percentageOfCompletion(.cost): .byCost
        case .percentageOfCompletion(.hours): .byHours
        case .milestone: .atMilestones
        case .straightLine: .evenly
        }
    }
}

extension TimeAndMaterials {
    fileprivate func node(in currency: Currency) -> Node {
        typealias Format = HourlyFormat
        var record = Record(in: currency)
        record.set(rates)
        record.set(Format.cap, cap?.text(in: currency))
        record.set(Format.minimum, monthlyMinimum.map { $0.text(in: currency) + "/month" })
        if discount != .zero { record.set(Format.discount, discount.text) }
        record.set(Format.tiers, tiers.map { "\($0.discount.text) above \($0.above.text)h" })
        return record.node
    }
}

extension Record {
    /// Agreed rates under their three keys.
    mutating func set(_ rates: [AgreedRate]) {
        func those(_ id: (AgreedRate.Whose) -> String?) -> [(id: String, node: Node)] {
            rates.compactMap { rate in id(rate.whose).map { ($0, rate.rate.node(in: currency)) } }
        }
        set(HourlyFormat.rates, those { if case .role(let id) = $0 { id.text } else { nil } })
        set(HourlyFormat.grades, those { if case .grade(let id) = $0 { id.text } else { nil } })
        set(HourlyFormat.people, those { if case .person(let id) = $0 { id.text } else { nil } })
    }
}

extension Retainer {
    fileprivate func node(in currency: Currency) -> Node {
        typealias Format = RetainerFormat
        var record = Record(in: currency)
        record.set(Format.fee, "\(fee.text(in: currency))/\(every.word)")
        record.set(Format.hours, included.text + "h")
        if rollOver > 0 { record.set(Format.rollOver, "\(rollOver)") }
        record.set(Format.overage, overage?.text(in: currency))
        record.set(Format.dates, days.text)
        if !inAdvance { record.set(Format.billed, Format.Billed.afterwards.rawValue) }
        return record.node
    }
}

extension Subscription {
    fileprivate func node(in currency: Currency) -> Node {
        typealias Format = RetainerFormat
        var record = Record(in: currency)
        record.set(Format.fee, "\(fee.text(in: currency))/\(every.word)")
        record.set(Format.dates, days.text)
        if yearlyIndex != .zero {
            let size = Share(millionths: abs(yearlyIndex.millionths)).text
            record.set(SubscriptionFormat.index, yearlyIndex < .zero ? "-" + size : size)
        }
        if !inAdvance { record.set(Format.billed, Format.Billed.afterwards.rawValue) }
        return record.node
    }
}

extension OpenDays {
    fileprivate var text: String { last.map { "\(first) .. \($0)" } ?? "\(first) .." }
}

extension [FixedFee.Instalment] {
    func declarations(in currency: Currency) -> [(id: String, node: Node)] {
        map { (id: $0.name, node: .written($0.amount.text(in: currency))) }
    }
}

extension FixedFee.DatedInstalment {
    func text(in currency: Currency) -> String { "\(amount.text(in: currency)) on \(day)" }
}
