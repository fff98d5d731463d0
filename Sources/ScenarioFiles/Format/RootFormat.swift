// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// The top level of a file.
enum RootFormat {
    static let version = Field(
        "muster",
        .word(.version) { text, _ throws(Problem) in
            guard text.text == "1" else { throw text.fault(.wrongVersion(text.text)) }
        },
        "The version of the format.", required: true, example: "1")
    static let name = Field("scenario", .text, "The scenario's name.", example: "Studio, spring 2026")
    static let base = Field(
        "from", .word(.path) { text, _ throws(Problem) in text.text },
        "The scenario that this one changes, relative to this file.", example: "base.yaml")
    static let changes = Field(
        "changes", .list(Form<Node>(shape: .record(ChangeFormat.record)) { node, _ in node }, tall: true),
        "What is different, step by step.", example: "[delay: { project: apollo, by: 3 weeks }]")
    static let horizon = Field(
        "horizon",
        .word(.dates) { text, _ throws(Problem) in
            let days = try text.days()
            guard Horizon(days).weekCount <= Horizon.mostWeeks else {
                throw text.fault(.outOfRange(text.text, least: "one day", most: "\(Horizon.mostWeeks) weeks"))
            }
            return days
        },
        "The days that the plan covers, at most 520 weeks.", example: "2026-01-05 .. 2026-06-28")
    static let currency = Field(
        "currency",
        .word(.currency) { text, _ throws(Problem) in
            guard let currency = Currency(text.text) else { throw text.fault(.notACurrency(text.text)) }
            return currency
        },
        "The currency of all money, by its ISO 4217 code.", example: "EUR")
    static let include = Field(
        "include", .list(.word(.path) { text, _ throws(Problem) in text.text }, tall: true),
        "Other files of the scenario, relative to this one; `.csv` files are tables.",
        example: "[people.yaml, needs.csv]")
    static let calendar = Field(
        "calendar", .reference(.calendar, to: WorkCalendar.self),
        "For people and projects that name neither a calendar nor an office with one.", example: "lisbon")
    static let calendars = Field(
        "calendars", section("calendars by their ids", .record(CalendarFormat.record)), "When offices work.",
        example: "{ lisbon: { week: 8 8 8 8 8 0 0, holidays: [2026-04-25] } }")
    static let offices = Field(
        "offices", section("offices by their ids", .record(OfficeFormat.record)), "Places of work.",
        example: "{ lisbon: { name: Lisbon, calendar: lisbon } }")
    static let clients = Field(
        "clients", section("clients by their ids", .record(ClientFormat.record)), "Whom the firm works for.",
        example: "{ northwind: { name: Northwind } }")
    static let people = Field(
        "people", section("people by their ids", .record(PersonFormat.record)), "Who works here.",
        example: "{ ana: { role: engineer, cost: 62/h } }")
    static let rates = Field(
        "rates", section("rates by role", Form<Dated<Rate>>.datedRate.shape), "The firm's rate card.",
        example: "{ engineer: 140/h }")
    static let projects = Field(
        "projects", section("projects by their ids", .record(ProjectFormat.record)), "What there is to do.",
        example: "{ apollo: { needs: { backend: { hours: 32h/week, rate: 140/h } } } }")
    static let contracts = Field(
        "contracts", section("contracts by their ids", .record(ClientContractFormat.record)),
        "What was agreed with clients about money.",
        example: "{ apollo: { fixed: 180000, instalments: { signature: 30%, handover: rest } } }")
    static let seller = Field(
        "seller", Form<Node>(shape: .record(SellerFormat.record)) { node, _ in node }, "Who writes the invoices.",
        example: "{ name: Farol Lda, country: PT, tax: S 23% }")
    static let overheads = Field(
        "overheads", section("overheads by their ids", OverheadFormat.monthly.shape),
        "What each month costs apart from projects.", example: "{ rent: 4200/month }")
    static let bookings = Field(
        "bookings",
        Form<[Node]>(shape: .either(.word(.ledger), .list(.either(.word(.ledger), .word(.booking)), isTall: true))) {
            node, reading in
            if case .text(Word.ledger.example) = node.content { return [node] }
            return sentences(.booking).read(node, reading)
        },
        "Who is promised to what; `ledger` for all that is committed in the ledger, alone or among others.",
        example: "[\"\(Word.booking.example)\"]")
    static let exclusions = Field(
        "exclusions", sentences(.exclusion), "Who must not be booked where.", example: "[\(Word.exclusion.example)]")
    static let together = Field(
        "together", .list(Form<Node>(shape: team.shape) { node, _ in node }, tall: true),
        "People who work for a project only together, in bookable plans.", example: "[[ana, ben]]")
    static let subcontractors = Field(
        "subcontractors", section("subcontractors by their ids", .record(PoolFormat.record)),
        "Who can be called in by the hour.",
        example: "{ freelancers: { hours: 40h/week, cost: 95/h } }")
    static let policy = Field(
        "policy", Form<Node>(shape: .record(PolicyFormat.record)) { node, _ in node },
        "How the firm weighs one thing against another.", example: "{ tentative: weighted }")

    static let record = RecordFormat(
        "a scenario file", version, name, base, changes, horizon, currency, include, calendar, calendars, offices,
        clients, people,
        rates, projects, contracts, bookings, exclusions, together, subcontractors, seller, overheads, policy)

    /// Keys of what is about money and not in the firm.
    static let termKeys = [contracts.name, seller.name, overheads.name]

    /// Some of the people.
    static let team = Form<[Identifier<Person>]>.list(.reference(.person, to: Person.self))

    /// Keys that a scenario needs once, in the file that is opened first.
    static let headKeys = [name.shape, horizon.shape, currency.shape]

    /// All that a file may have that starts from another one.
    static let overlayKeys = [version.name, name.name, base.name, changes.name]

    /// Declarations that are understood once those of all files are known.
    private static func section(_ keys: String, _ shape: Shape) -> Form<[Node.Entry]> {
        .map(keys, shape) { key, value, _ in Node.Entry(key: key, value: value) }
    }

    private static func sentences(_ word: Word) -> Form<[Node]> {
        .list(Form<Node>(shape: .word(word)) { node, _ in node }, tall: true)
    }
}
