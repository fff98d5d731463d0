// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// Projects while amendments add to them.
struct ProjectDrafts {
    var projects: [Project]
    let index: [Identifier<Project>: Int]
    let horizon: DayRange?

    init(_ projects: [Project], horizon: DayRange?) {
        self.projects = projects
        self.horizon = horizon
        index = Dictionary(projects.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    subscript(id: Identifier<Project>) -> Project? { index[id].map { projects[$0] } }
}

extension Reading {
    /// What was agreed with clients; what amendments bring is added to their projects.
    func contracts(_ drafts: inout ProjectDrafts) -> [ClientContract] {
        let entries = sections.contracts.entries
        if entries.count > Limit.contracts {
            report(entries[Limit.contracts].key.fault(.tooMany("contracts", most: Limit.contracts)))
        }
        let accounts = Dictionary(accounts.map { ($0.client, $0) }) { first, _ in first }
        var taken: [Identifier<Project>: Excerpt] = [:]
        return entries.prefix(Limit.contracts).compactMap { entry in
            record(entry.value.orEmptyMapping, ClientContractFormat.record) { row in
                contract(entry.key, row, accounts, &taken, &drafts)
            }
        }
    }

    private func contract(
        _ id: Excerpt, _ row: Row, _ accounts: [Identifier<Client>: ClientAccount],
        _ taken: inout [Identifier<Project>: Excerpt], _ drafts: inout ProjectDrafts
    ) -> ClientContract? {
        typealias Format = ClientContractFormat
        let projects = projects(of: id, row, &taken)
        let found = projects.compactMap { drafts[$0] }
        let client = client(of: id, row, found, isWhole: found.count == projects.count)
        let own = row[Format.currency] ?? client.flatMap { accounts[$0]?.currency } ?? currency
        let name = row[Format.name] ?? (projects.count == 1 ? found.first?.name : nil) ?? id.text
        declare(.phase, found.count == projects.count ? found.flatMap { $0.phases.map(\.id.text) } : nil)
        let parts = inCurrency(own) { self.parts(id, named: name, row) }
        let expenses = inCurrency(own) { row[Format.expenses] }
        let order = inCurrency(own) { row[Format.order] }
        let amended = AmendedContract(
            id: id.text, signed: row[Format.signed], currency: own, projects: projects, parts: parts, order: order)
        let amendments = amendments(row[Format.amendments] ?? [], of: amended, &drafts)
        let (tax, due) = (row[Format.tax], row[Format.due])
        guard let client, let own, !parts.isEmpty else { return nil }
        return ClientContract(
            id: Identifier(id.text), name: name, client: client, projects: projects, currency: own,
            signed: amended.signed, parts: parts, expenses: expenses ?? ExpenseTerms(), tax: tax, dueDays: due,
            purchaseOrder: order, amendments: amendments)
    }

    private func parts(_ id: Excerpt, named name: String, _ row: Row) -> [ContractPart] {
        guard row.has(ClientContractFormat.parts) else { return onlyPart(id, named: name, row) }
        for field in TermsFormat.fields {
            guard let entry = row.entry(named: field.name) else { continue }
            report(entry.key.fault(.conflictingKeys("parts", field.name)))
        }
        var parts = Sections.Section()
        parts.add(row, ClientContractFormat.parts)
        return self.parts(parts.entries)
    }

    /// Those that are named, or the one of the same id; each has one contract at most.
    private func projects(
        of id: Excerpt, _ row: Row, _ taken: inout [Identifier<Project>: Excerpt]
    ) -> [Identifier<Project>] {
        var projects: [Identifier<Project>] = row[ClientContractFormat.projects] ?? []
        if !row.has(ClientContractFormat.projects) {
            if isDeclared(.project, id.text) {
                projects = [Identifier(id.text)]
            } else if !isPartial, !sections.projects.isBroken {
                report(id.fault(.terms(.contractWithoutProject(id.text))))
            }
        }
        let place = row.entry(ClientContractFormat.projects)?.value.place ?? id.place
        for project in projects {
            if let first = taken[project] {
                report(
                    .terms(.contractTwice(project: project.text, contract: first.text, first: first.place)), at: place)
            } else {
                taken[project] = id
            }
        }
        return projects
    }

    private func client(of id: Excerpt, _ row: Row, _ projects: [Project], isWhole: Bool) -> Identifier<Client>? {
        let stated = row[ClientContractFormat.client]
        if row.has(ClientContractFormat.client), stated == nil { return nil }
        guard let client = stated ?? projects.compactMap(\.client).first else {
            if isWhole, !projects.isEmpty { report(id.fault(.terms(.contractWithoutClient(id.text)))) }
            return nil
        }
        guard isDeclared(.client, client.text) else { return client }
        for project in projects {
            guard let other = project.client, other != client else { continue }
            report(id.fault(.terms(.clientsDiffer(project: project.text, other.text, contract: client.text))))
        }
        return client
    }
}

extension Project {
    fileprivate var text: String { id.text }
}
