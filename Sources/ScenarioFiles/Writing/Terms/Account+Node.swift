// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

extension Seller {
    /// What differs from the usual, or nil where nothing does.
    func node(beside usual: Seller, in currency: Currency) -> Node? {
        typealias Format = SellerFormat
        var record = Record(in: currency)
        if name != usual.name { record.set(Format.name, name) }
        record.set(AccountFormat.address, address)
        record.set(AccountFormat.country, country)
        record.set(AccountFormat.taxNumber, taxNumber)
        record.set(Format.bank, bank)
        if series != usual.series { record.set(Format.series, series) }
        if tax != usual.tax { record.set(AccountFormat.tax, tax.text) }
        if dueDays != usual.dueDays { record.set(AccountFormat.due, daysText(dueDays)) }
        if reminders != usual.reminders { record.set(Format.reminders, .written(reminders.map(daysText))) }
        if payday != usual.payday { record.set(Format.payday, "\(payday)") }
        return record.nodeIfAny
    }
}

extension ClientAccount {
    func write(into record: inout Record) {
        typealias Format = AccountFormat
        record.set(Format.address, address)
        record.set(Format.country, country)
        record.set(Format.taxNumber, taxNumber)
        record.set(Format.email, email)
        record.set(Format.currency, currency?.code)
        record.set(Format.tax, tax?.text)
        record.set(Format.due, dueDays.map(daysText))
        if habitDays != 0 {
            record.set(Format.pays, daysText(abs(habitDays)) + (habitDays > 0 ? " late" : " early"))
        }
        record.set(Format.rates, rates.declarations(in: record.currency))
    }
}

extension Tax {
    /// `S 23%`
    var text: String { category.rawValue + (rate == .zero ? "" : " " + rate.text) }
}

extension Dated<Money> {
    func monthlyNode(in currency: Currency) -> Node { node { $0.text(in: currency) + "/month" } }
}

func daysText(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
