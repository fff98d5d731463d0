// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Journal {
    /// A journal that `hledger check --strict` accepts: accounts and commodities are declared, foreign amounts have what
    /// they count for.
    public func hledger() -> String {
        let currencies = self.currencies.map { "commodity \(Journal.sample($0)) \($0.code)\n" }
        let accounts = accountsInOrder.map { "account \($0.hledger)\n" }
        let entries = transactions.map { transaction in
            let lines = transaction.postings.map { posting in
                "    \(posting.account.hledger)  \(amount(posting))\n"
            }
            return "\n\(transaction.day) \(Journal.plain(transaction.text, without: ";|"))\n" + lines.joined()
        }
        return (currencies + ["\n"] + accounts + entries).joined()
    }

    /// A journal that `bean-check` accepts.
    public func beancount() -> String {
        guard let first = transactions.first?.day else { return "option \"operating_currency\" \"\(currency.code)\"\n" }
        let opens = accountsInOrder.map { "\(first) open \($0.beancount)\n" }
        let entries = transactions.map { transaction in
            let lines = transaction.postings.map { posting in
                "  \(posting.account.beancount)  \(amount(posting))\n"
            }
            return "\n\(transaction.day) * \"\(Journal.plain(transaction.text, without: "\"\\"))\"\n" + lines.joined()
        }
        return (["option \"operating_currency\" \"\(currency.code)\"\n\n"] + opens + entries).joined()
    }

    private var currencies: [Currency] {
        var order = [currency]
        for posting in transactions.lazy.flatMap(\.postings) where !order.contains(posting.currency) {
            order.append(posting.currency)
        }
        return order
    }

    private var accountsInOrder: [Account] {
        Set(transactions.lazy.flatMap(\.postings).map(\.account)).sorted { $0.hledger < $1.hledger }
    }

    private func amount(_ posting: Posting) -> String {
        let text = "\(Journal.decimal(posting.amount, posting.currency)) \(posting.currency.code)"
        guard posting.currency != currency else { return text }
        let sign = posting.amount == .zero ? posting.home : Money(minorUnits: Int(posting.home.minorUnits.magnitude))
        return "\(text) @@ \(Journal.decimal(sign, currency)) \(currency.code)"
    }

    private static func decimal(_ amount: Money, _ currency: Currency) -> String {
        let digits = String(amount.minorUnits.magnitude)
        guard currency.decimals > 0 else { return (amount < .zero ? "-" : "") + digits }
        let padded = String(repeating: "0", count: max(0, currency.decimals + 1 - digits.count)) + digits
        return (amount < .zero ? "-" : "") + padded.dropLast(currency.decimals) + "."
            + padded.suffix(currency.decimals)
    }

    private static func sample(_ currency: Currency) -> String {
        "1000." + String(repeating: "0", count: currency.decimals)
    }

    /// One line, without what the format takes for something else.
    private static func plain(_ text: String, without characters: String) -> String {
        String(text.printable.map { characters.contains($0) ? " " : $0 })
    }
}

extension Journal.Account {
    /// From the kind to what it is of.
    private var path: [String] {
        switch self {
        case .bank: ["assets", "bank"]
        case .receivable(let client): ["assets", "receivable", client.text]
        case .workInProgress(let contract): ["assets", "work in progress", contract.text]
        case .inputTax: ["assets", "input tax"]
        case .deferred(let contract): ["liabilities", "deferred revenue", contract.text]
        case .clientCredit(let client): ["liabilities", "client credit", client.text]
        case .outputTax: ["liabilities", "output tax"]
        case .accruedPay: ["liabilities", "accrued pay"]
        case .payable(let whom): ["liabilities", "payable", whom]
        case .provisions(let contract): ["liabilities", "provisions", contract.text]
        case .revenue(let contract): ["income", "revenue", contract.text]
        case .labour(let project): ["expenses", "labour", project.text]
        case .projectCost(let project): ["expenses", "project costs", project.text]
        case .badDebt: ["expenses", "bad debt"]
        case .expectedLosses(let contract): ["expenses", "expected losses", contract.text]
        case .exchangeDifferences: ["expenses", "exchange differences"]
        }
    }

    /// `assets:receivable:northwind`
    public var hledger: String {
        path.map { part in
            let words = part.printable.split { $0 == " " || $0 == ":" || $0 == ";" }
            return words.isEmpty ? "none" : words.joined(separator: " ")
        }.joined(separator: ":")
    }

    /// `Assets:Receivable:N-northwind`: what has a name begins with `N-`, since accounts begin with a capital letter and
    /// names need not; whatever is no letter, digit or hyphen is written by its code.
    public var beancount: String {
        path.enumerated().map { index, part in
            let text = part.unicodeScalars.map { scalar -> String in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
                case " ", "-": "-"
                default: "-u" + String(scalar.value, radix: 16) + "-"
                }
            }.joined()
            let first = text.first.map(String.init) ?? "None"
            return index < 2 ? first.uppercased() + text.dropFirst() : "N-" + text
        }.joined(separator: ":")
    }
}
