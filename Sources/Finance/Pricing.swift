// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Finds, for each entry, what its hour is sold for and what it costs.
///
/// The price is the first of: rates of amendments, the latest first, and of the contract (of the person, else of the
/// grade, else of the role); and, where the contract is in the firm's currency, the line's own rate, the project's rate
/// card; the client's rate card; the firm's. The role is the line's, else the person's.
public struct Pricing: Sendable {
    private let firm: Firm
    private let books: Books
    private let people: [Identifier<Person>: Person]
    private let projects: [Identifier<Project>: Project]
    private let lines: [LineID: DemandLine]
    private let pools: [Identifier<SubcontractorPool>: SubcontractorPool]
    private let contracts: [Identifier<Project>: ClientContract]

    public init(firm: Firm, books: Books) {
        self.firm = firm
        self.books = books
        people = Dictionary(firm.people.map { ($0.id, $0) }) { first, _ in first }
        projects = Dictionary(firm.projects.map { ($0.id, $0) }) { first, _ in first }
        pools = Dictionary(firm.subcontractors.map { ($0.id, $0) }) { first, _ in first }
        lines = Dictionary(
            firm.projects.flatMap { project in
                project.lines.map { (LineID(project.id, $0.id), $0) }
            }
        ) { first, _ in first }
        contracts = Dictionary(
            books.contracts.flatMap { contract in contract.projects.map { ($0, contract) } }
        ) { first, _ in first }
    }

    /// Of a project; nil where nobody pays for it.
    public func contract(of project: Identifier<Project>) -> ClientContract? { contracts[project] }

    /// The part of a project's contract that an entry on one of its lines belongs to: the first that names the line's
    /// phase, else the first that names none.
    public func part(
        of contract: ClientContract, covering line: Identifier<DemandLine>?, of project: Identifier<Project>
    )
        -> ContractPart?
    {
        let phase = line.flatMap { lines[LineID(project, $0)]?.phase }
        return contract.parts.first { part in phase.map { part.phases.contains($0) } ?? false }
            ?? contract.parts.first(where: \.phases.isEmpty)
    }

    /// What an hour of an entry is sold for under a part of a contract, in the contract's currency; nil where nothing is
    /// agreed.
    public func rate(of entry: TimeEntry, under contract: ClientContract, _ part: ContractPart) -> Rate? {
        let line = entry.line.flatMap { lines[LineID(entry.project, $0)] }
        let person = people[entry.person]
        let role = line?.role ?? person?.role
        var agreed = contract.amendments.filter { $0.part == part.id && $0.day <= entry.day }.reversed().map(\.rates)
        if case .timeAndMaterials(let hourly) = part.terms { agreed.append(hourly.rates) }
        for rates in agreed where !rates.isEmpty {
            if let rate = rates.rate(of: entry.person, person?.grade, role, on: entry.day) { return rate }
        }
        let isHome = contract.currency == firm.currency
        if isHome, let rate = line?.rate?.value(on: entry.day) { return rate }
        guard let role else { return nil }
        if isHome, let rate = projects[entry.project]?.rates.rate(of: role, on: entry.day) { return rate }
        if let account = books.account(of: contract.client), (account.currency ?? firm.currency) == contract.currency,
            let rate = account.rates.rate(of: role, on: entry.day)
        {
            return rate
        }
        return isHome ? firm.rates.rate(of: role, on: entry.day) : nil
    }

    /// What an hour of a person costs on a day, in the firm's currency; nothing on days without a rate. Where no person
    /// has the id, the pool of subcontractors that has it.
    public func cost(of person: Identifier<Person>, on day: Day) -> Rate {
        guard let known = people[person] else { return pools[Identifier(person.text)]?.cost.value(on: day) ?? .zero }
        return known.cost.value(on: day) ?? .zero
    }

    /// What booked work costs, at the rates of its Thursday.
    public func cost(of work: BookedWork) -> Money {
        switch work.whose {
        case .person(let id): cost(of: id, on: work.week.thursday).amount(for: work.hours)
        case .pool(let id): (pools[id]?.cost.value(on: work.week.thursday) ?? .zero).amount(for: work.hours)
        }
    }

    /// The tax on what a contract's client is invoiced.
    public func tax(of contract: ClientContract) -> Tax {
        contract.tax ?? books.account(of: contract.client)?.tax ?? books.seller.tax
    }

    /// Days from an invoice of the contract to the day on which it is due.
    public func dueDays(of contract: ClientContract) -> Int {
        contract.dueDays ?? books.account(of: contract.client)?.dueDays ?? books.seller.dueDays
    }

    /// A name as it is printed; the id where there is none.
    public func name(of person: Identifier<Person>) -> String { people[person]?.name ?? person.text }
    public func name(of line: LineID) -> String { lines[line]?.name ?? line.line.text }
}

extension [AgreedRate] {
    fileprivate func rate(
        of person: Identifier<Person>, _ grade: Identifier<Grade>?, _ role: Identifier<Role>?, on day: Day
    ) -> Rate? {
        func first(_ whose: AgreedRate.Whose) -> Rate? {
            lazy.filter { $0.whose == whose }.compactMap { $0.rate.value(on: day) }.first
        }
        return first(.person(person)) ?? grade.flatMap { first(.grade($0)) } ?? role.flatMap { first(.role($0)) }
    }
}
