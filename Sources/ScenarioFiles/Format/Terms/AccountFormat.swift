// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// Who writes the invoices.
enum SellerFormat {
    static let name = Field(
        "name", .text, "The firm's name on invoices.", default: "the scenario's", example: "Farol Lda")
    static let bank = Field(
        "bank", .text, "Where to pay, as invoices say it.", example: "PT50 0002 0123 1234 5678 9015 4")
    static let series = Field(
        "series",
        .word(.series) { text, _ throws(Problem) in
            guard text.text.utf8.count <= 10, text.text.utf8.allSatisfy(\.isSeriesByte) else {
                throw text.fault(.wrongUnit(text.text, wanted: Word.series.name, example: Word.series.example))
            }
            return text.text
        },
        "What the numbers of invoices begin with: F-2026-0001.", default: "F", example: "F")
    static let reminders = Field(
        "reminders", .list(Form<Int>.daysCount), "So many days after the due date, reminders are sent.",
        default: "[7 days, 21 days, 45 days]", example: "[10 days, 30 days]")
    static let payday = Field(
        "payday", .count(1...31), "The day of the month on which people are paid; 31 is the last of any month.",
        default: "28", example: "25")
    static let record = RecordFormat(
        "the seller", name, AccountFormat.address, AccountFormat.country, AccountFormat.taxNumber, bank, series,
        AccountFormat.tax, AccountFormat.due, reminders, payday)
}

/// How a client is invoiced and pays; keys of the client.
enum AccountFormat {
    static let address = Field(
        "address", .list(.text), "Lines of the address on invoices.", example: "[12 Harbour Road, Bergen]")
    static let country = Field(
        "country",
        .word(.country) { text, _ throws(Problem) in
            guard text.text.utf8.count == 2, text.text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
                throw text.fault(.wrongUnit(text.text, wanted: Word.country.name, example: Word.country.example))
            }
            return text.text
        }, "The country, by its ISO 3166 code.", example: "NO")
    static let taxNumber = Field("tax number", .text, "The number for taxes.", example: "NO 987 654 321 MVA")
    static let email = Field(
        "e-mail",
        .word(.email) { text, _ throws(Problem) in
            let parts = text.text.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.text.contains(" ") else {
                throw text.fault(.wrongUnit(text.text, wanted: Word.email.name, example: Word.email.example))
            }
            return text.text
        }, "Where invoices go.", example: "accounts@northwind.example")
    static let currency = Field(
        "currency", RootFormat.currency.form, "Of its contracts.", default: "the firm's", example: "NOK")
    static let tax = Field(
        "tax", .tax, "The category of EN 16931 and, for `S`, the rate.", default: "the seller's, else O",
        example: "S 23%")
    static let due = Field(
        "due", .daysCount, "When invoices are to be paid, after their date.", default: "30 days", example: "14 days")
    static let pays = Field(
        "pays", .habit, "When it usually pays, about the due date.", default: "on time", example: "12 days late")
    static let rates = Field(
        "rates", .rateCard, "Agreed for all its contracts, in its currency.", example: "{ engineer: 150/h }")

    /// The keys of a client beside its name.
    static let fields = [
        address.shape, country.shape, taxNumber.shape, email.shape, currency.shape, tax.shape, due.shape, pays.shape,
        rates.shape,
    ]
}

enum OverheadFormat {
    static let monthly = Form<Dated<Money>>.datedMonthly
}

extension UInt8 {
    fileprivate var isSeriesByte: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}

extension Reading {
    /// What the files say of the seller; the scenario's name is all that is needed.
    func seller(_ entry: Node.Entry?, named name: String) -> Seller {
        let usual = Seller(name: name)
        guard let entry else { return usual }
        return record(entry.value.orEmptyMapping, SellerFormat.record) { row in
            typealias Format = SellerFormat
            let reminders = row[Format.reminders] ?? usual.reminders
            if zip(reminders, reminders.dropFirst()).contains(where: { $0 >= $1 }),
                let entry = row.entry(Format.reminders)
            {
                report(.terms(.remindersOutOfOrder), at: entry.value.place)
            }
            return Seller(
                name: row[Format.name] ?? name, address: row[AccountFormat.address] ?? [],
                country: row[AccountFormat.country], taxNumber: row[AccountFormat.taxNumber], bank: row[Format.bank],
                series: row[Format.series] ?? usual.series, tax: row[AccountFormat.tax] ?? usual.tax,
                dueDays: row[AccountFormat.due] ?? usual.dueDays, reminders: reminders,
                payday: row[Format.payday] ?? usual.payday)
        } ?? usual
    }

    /// What a client's keys say about money, or nil where they say nothing.
    func account(_ client: Identifier<Client>, _ row: Row) -> ClientAccount? {
        typealias Format = AccountFormat
        guard Format.fields.contains(where: { row.entry(named: $0.name) != nil }) else { return nil }
        let own = row[Format.currency]
        let rates = inCurrency(own) { row[Format.rates] }
        return ClientAccount(
            client: client, address: row[Format.address] ?? [], country: row[Format.country],
            taxNumber: row[Format.taxNumber], email: row[Format.email], currency: own, tax: row[Format.tax],
            dueDays: row[Format.due], habitDays: row[Format.pays] ?? 0, rates: rates ?? RateCard())
    }

    func overheads() -> [Overhead] {
        sections.overheads.entries.compactMap { entry in
            OverheadFormat.monthly.read(entry.value, self).map { Overhead(name: entry.key.text, monthly: $0) }
        }
    }

    /// Reads amounts in another currency than the firm's; in the firm's where it is nil.
    func inCurrency<Value>(_ other: Currency?, _ body: () -> Value) -> Value {
        let home = currency
        defer { currency = home }
        if let other { currency = other }
        return body()
    }
}
