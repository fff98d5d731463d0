// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// A change order.
enum AmendmentFormat {
    static let day = Field("on", .date, "From which day on it counts.", required: true, example: "2026-03-16")
    static let name = Field("name", .text, "What it is about.", default: "its id", example: "Offline mode")
    static let part = Field(
        "part", .reference(.part, to: ContractPart.self), "Which part of the contract it changes.",
        default: "the only one", example: "design")
    static let project = Field(
        "project", .reference(.project, to: Project.self), "Whose budget and work it changes.",
        default: "the contract's only one", example: "apollo")
    static let price = Field(
        "price", .signedMoney, "Added to the fixed price, or to what work by the hour may come to; or taken off it.",
        example: "24000")
    static let budget = Field(
        "budget", .signedMoney, "Added to the project's budget, in the firm's currency; or taken off it.",
        example: "24000")
    static let fee = Field(
        "fee", .periodFee, "The new fee, for periods that begin on its day or later.", example: "4500/month")
    static let order = Field(
        "purchase order", .signedMoney, "Added to what the purchase order allows.", example: "24000")
    static let needs = Field(
        "needs", .amendedNeeds,
        "Work that it adds to the project, from its day to the project's end where nothing else is said; or a list of "
            + "the project's needs that came with it.",
        example: "{ offline: { skills: { swift: 4 }, hours: 120h total, rate: 140/h } }")
    static let record = RecordFormat(
        "an amendment",
        fields: [
            day.shape, name.shape, part.shape, project.shape, price.shape, budget.shape,
            TermsFormat.instalments.shape, TermsFormat.schedule.shape, HourlyFormat.rates.shape,
            HourlyFormat.grades.shape, HourlyFormat.people.shape, fee.shape, order.shape, needs.shape,
        ])
}

/// Work that comes with an amendment.
enum AmendedNeeds {
    case added([Node.Entry])
    /// Needs that stand in the project.
    case named([Excerpt])
}

extension Form<AmendedNeeds> {
    static var amendedNeeds: Form {
        let added = Form<[Node.Entry]>.entries("needs by their ids", .record(NeedFormat.record))
        let named = Form<[Excerpt]>.list(.word(.id) { text, _ throws(Problem) in text })
        return Form(shape: .either(named.shape, added.shape)) { node, reading in
            if case .list = node.content { return named.read(node, reading).map { .named($0) } }
            return added.read(node, reading).map { .added($0) }
        }
    }
}

/// What is known of a contract when its amendments are read.
struct AmendedContract {
    let id: String
    let signed: Day?
    let currency: Currency?
    let projects: [Identifier<Project>]
    var parts: [ContractPart]
    let order: PurchaseOrder?
}

extension Reading {
    func amendments(_ entries: [Node.Entry], of contract: AmendedContract, _ drafts: inout ProjectDrafts) -> [Amendment]
    {
        if entries.count > Limit.amendments {
            report(
                entries[Limit.amendments].key.fault(
                    .tooMany("amendments of one contract", most: Limit.amendments)))
        }
        declare(.part, contract.parts.isEmpty ? nil : contract.parts.map(\.id.text))
        var contract = contract
        var latest: Day?
        return entries.prefix(Limit.amendments).compactMap { entry in
            let amendment = record(entry.value.orEmptyMapping, AmendmentFormat.record) { row in
                self.amendment(entry.key, row, of: &contract, &drafts)
            }
            if let amendment, let latest, amendment.day < latest {
                report(entry.key.fault(.terms(.amendmentsOutOfOrder)))
            }
            latest = amendment?.day ?? latest
            return amendment
        }
    }

    private func amendment(
        _ id: Excerpt, _ row: Row, of contract: inout AmendedContract, _ drafts: inout ProjectDrafts
    ) -> Amendment? {
        typealias Format = AmendmentFormat
        let day = row[Format.day]
        if let day, let signed = contract.signed, day < signed, let entry = row.entry(Format.day) {
            report(.terms(.amendedBeforeSigning(day, signed: signed)), at: entry.value.place)
        }
        let part = amendedPart(id, row, of: contract)
        let own = contract.currency
        var amendment = Amendment(
            id: Identifier(id.text), name: row[Format.name] ?? id.text, day: day ?? Day(number: 0),
            part: part?.id ?? "", price: inCurrency(own) { row[Format.price] ?? .zero },
            budget: row[Format.budget] ?? .zero,
            rates: inCurrency(own) {
                (row[HourlyFormat.people] ?? []) + (row[HourlyFormat.grades] ?? []) + (row[HourlyFormat.rates] ?? [])
            },
            fee: inCurrency(own) { row[Format.fee]?.amount },
            orderLimit: inCurrency(own) { row[Format.order] ?? .zero })
        if row.has(Format.order), contract.order?.limit == nil {
            unfit(row, Format.order.name, "the contract has no purchase order with a limit")
        }
        if let index = contract.parts.firstIndex(where: { $0.id == part?.id }) {
            contract.parts[index].terms = inCurrency(own) {
                amended(contract.parts[index].terms, by: &amendment, row)
            }
        }
        if row.has(Format.budget) || row.has(Format.needs) || row.has(Format.project) {
            amendment.project = amendedProject(id, row, of: contract)
            if let project = amendment.project { amend(project, by: &amendment, row, &drafts) }
        }
        return amendment
    }

    private func amendedPart(_ id: Excerpt, _ row: Row, of contract: AmendedContract) -> ContractPart? {
        if row.has(AmendmentFormat.part) {
            let id = row[AmendmentFormat.part]
            return contract.parts.first { $0.id == id }
        }
        if contract.parts.count > 1 {
            report(
                .missingKey("part", of: AmendmentFormat.record.name, example: contract.parts[0].id.text), at: id.place)
        }
        return contract.parts.count == 1 ? contract.parts[0] : nil
    }

    private func amendedProject(_ id: Excerpt, _ row: Row, of contract: AmendedContract) -> Identifier<Project>? {
        guard let entry = row.entry(AmendmentFormat.project) else {
            if contract.projects.count > 1 {
                report(
                    .missingKey("project", of: AmendmentFormat.record.name, example: contract.projects[0].text),
                    at: id.place)
            }
            return contract.projects.count == 1 ? contract.projects[0] : nil
        }
        guard let project = row[AmendmentFormat.project] else { return nil }
        guard contract.projects.contains(project) else {
            unfit(row, entry.key.text, "the contract is not about \(quoted(project.text))")
            return nil
        }
        return project
    }

    func unfit(_ row: Row, _ key: String, _ why: String) {
        if let entry = row.entry(named: key) { report(entry.key.fault(.terms(.unfitAmendment(key, why: why)))) }
    }
}
