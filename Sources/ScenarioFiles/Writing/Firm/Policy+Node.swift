// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Policy {
    /// What differs from the standard.
    func node(in currency: Currency) -> Node {
        typealias Format = PolicyFormat
        let standard = Policy.standard(in: currency)
        var record = Record(in: currency)
        if tentative != standard.tentative { record.set(Format.tentative, tentative.rawValue) }
        if cost != standard.cost { record.set(Format.cost, cost.rawValue) }
        record.set(Format.overtime, overtime?.node(in: currency))
        record.set(Format.unmet, unmet.node(beside: standard.unmet, currency))
        record.set(Format.fit, fit.node(beside: standard.fit, currency))
        if handOver != standard.handOver { record.set(Format.handOver, handOver.text + "h") }
        if longAbsenceWeeks != standard.longAbsenceWeeks {
            record.set(Format.longAbsence, weeksText(longAbsenceWeeks))
        }
        record.set(Format.internalTime, internalTime?.text)
        record.set(Format.target, target?.text)
        record.set(Format.alerts, alerts.node(beside: standard.alerts, currency))
        record.set(Format.bookable, bookable.node(beside: standard.bookable, currency))
        record.set(Format.goals, (goals ?? []).map(\.text))
        return record.node
    }
}

extension BookingRules {
    fileprivate func node(beside standard: Self, _ currency: Currency) -> Node? {
        var record = Record(in: currency)
        if smallest != standard.smallest { record.set(BookableFormat.smallest, smallest.text) }
        if slice != standard.slice { record.set(BookableFormat.slice, slice.text + "h") }
        record.set(BookableFormat.atOnce, atOnce.map { "\($0)" })
        record.set(BookableFormat.step, step.map { $0.text + "h" })
        record.set(BookableFormat.sites, sites.map { "\($0)" })
        return record.nodeIfAny
    }
}

extension BookingRules.Smallest {
    fileprivate var text: String {
        switch self {
        case .hours(let hours): hours.text + "h/week"
        case .share(let share): share.text
        }
    }
}

extension Record {
    /// The record, or nil where nothing is in it.
    var nodeIfAny: Node? { entries.isEmpty ? nil : node }

    /// A value that differs from the standard.
    fileprivate mutating func set(_ field: Field<Rate>, _ rate: Rate, unless standard: Rate) {
        if rate != standard { set(field, rate.text(in: currency)) }
    }

    fileprivate mutating func set(_ field: Field<Share>, _ share: Share, unless standard: Share) {
        if share != standard { set(field, share.text) }
    }

    fileprivate mutating func set(_ field: Field<Int>, _ weeks: Int, unless standard: Int) {
        if weeks != standard { set(field, weeksText(weeks)) }
    }
}

extension Policy.UnmetPrices {
    fileprivate func node(beside standard: Self, _ currency: Currency) -> Node? {
        var record = Record(in: currency)
        record.set(UnmetFormat.critical, critical, unless: standard.critical)
        record.set(UnmetFormat.high, high, unless: standard.high)
        record.set(UnmetFormat.normal, normal, unless: standard.normal)
        record.set(UnmetFormat.low, low, unless: standard.low)
        return record.nodeIfAny
    }
}

extension Policy.FitPrices {
    fileprivate func node(beside standard: Self, _ currency: Currency) -> Node? {
        var record = Record(in: currency)
        record.set(FitFormat.preferred, missingPreferred, unless: standard.missingPreferred)
        record.set(FitFormat.overqualified, overqualified, unless: standard.overqualified)
        record.set(FitFormat.newcomer, newcomer, unless: standard.newcomer)
        record.set(FitFormat.wish, wish, unless: standard.wish)
        record.set(FitFormat.stay, stay, unless: standard.stay)
        record.set(FitFormat.travel, travel, unless: standard.travel)
        return record.nodeIfAny
    }
}

extension Policy.AlertLimits {
    fileprivate func node(beside standard: Self, _ currency: Currency) -> Node? {
        var record = Record(in: currency)
        record.set(AlertFormat.sustainedLoad, sustainedLoad, unless: standard.sustainedLoad)
        record.set(AlertFormat.sustainedWeeks, sustainedWeeks, unless: standard.sustainedWeeks)
        record.set(AlertFormat.underTarget, underTarget, unless: standard.underTarget)
        record.set(AlertFormat.overTarget, overTarget, unless: standard.overTarget)
        record.set(AlertFormat.margin, margin, unless: standard.margin)
        record.set(AlertFormat.expiry, expiryWeeks, unless: standard.expiryWeeks)
        return record.nodeIfAny
    }
}
