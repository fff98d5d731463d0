// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// What was agreed with a client about money.
enum ClientContractFormat {
    static let name = Field(
        "name", .text, "The contract's name.", default: "its project's name, or its id where it has several",
        example: "Apollo, statement of work")
    static let client = Field(
        "client", .reference(.client, to: Client.self), "With whom it is.", default: "the projects' client",
        example: "northwind")
    static let projects = Field(
        "projects", .list(.reference(.project, to: Project.self)), "Whose time and expenses it is for.",
        default: "the project of the same id", example: "[apollo]")
    static let currency = Field(
        "currency", RootFormat.currency.form, "Of all its amounts and rates, but for budgets and needs.",
        default: "the client's, else the firm's", example: "USD")
    static let signed = Field("signed", .date, "When it was agreed.", example: "2026-01-05")
    static let parts = Field(
        "parts", .entries("parts by their ids", .record(PartFormat.record)),
        "Parts with terms of their own, instead of terms for the whole.",
        example: "{ design: { phases: [design], fixed: 60000, billing: percent complete }, rest: { hourly: {} } }")
    static let expenses = Field(
        "expenses", .expenseTerms, "What becomes of expenses: passed on, or `none` of them.",
        default: "passed on at cost",
        example: "{ mark up: 10%, up to: 5000 }")
    static let tax = Field(
        "tax", .tax, "The category of EN 16931 and, for `S`, the rate.", default: "the client's, else the seller's",
        example: "S 23%")
    static let due = Field(
        "due", .daysCount, "When invoices are to be paid, after their date.",
        default: "the client's, else the seller's",
        example: "30 days")
    static let order = Field(
        "purchase order", .purchaseOrder, "The client's order, which invoices quote and may not go beyond.",
        example: "{ number: PO-4711, up to: 200000 }")
    static let amendments = Field(
        "amendments", .entries("amendments by their ids", .record(AmendmentFormat.record)), "What was agreed later.",
        example: "{ offline: { on: 2026-03-16, price: 24000, budget: 24000 } }")
    static let record = RecordFormat(
        "a client's contract",
        fields: [name.shape, client.shape, projects.shape, currency.shape, signed.shape] + TermsFormat.fields
            + [parts.shape, expenses.shape, tax.shape, due.shape, order.shape, amendments.shape])
}

enum ExpenseFormat {
    static let markUp = Field("mark up", .share, "On top of the cost.", default: "0%", example: "10%")
    static let cap = Field("up to", .money, "All of them together, mark-up included.", example: "5000")
    static let record = RecordFormat("terms of expenses", short: true, markUp, cap)
}

enum OrderFormat {
    static let number = Field("number", .text, "The order's number.", required: true, example: "PO-4711")
    static let limit = Field("up to", .money, "Before tax.", example: "200000")
    static let record = RecordFormat("a purchase order", short: true, number, limit)
}

extension Form<ExpenseTerms> {
    static var expenseTerms: Form {
        let record = Form.record(ExpenseFormat.record) { row in
            ExpenseTerms(markUp: row[ExpenseFormat.markUp] ?? .zero, cap: row[ExpenseFormat.cap])
        }
        let none = Form.word(.noExpenses) { text, _ throws(Problem) in
            guard text.text == "none" else {
                throw text.fault(.unknownWord(text.text, of: Word.noExpenses.name, known: ["none"]))
            }
            return ExpenseTerms(billable: false)
        }
        return Form(shape: .either(none.shape, record.shape)) { node, reading in
            if case .mapping = node.content { record.read(node, reading) } else { none.read(node, reading) }
        }
    }
}

extension Form<PurchaseOrder> {
    static var purchaseOrder: Form {
        .record(OrderFormat.record) { row in
            PurchaseOrder(number: row[OrderFormat.number, placeholder: ""], limit: row[OrderFormat.limit])
        }
    }
}
