// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// A part of a contract with terms of its own.
enum PartFormat {
    static let name = Field("name", .text, "What the part is.", default: "its id", example: "Design")
    static let phases = Field(
        "phases", .list(.reference(.phase, to: Phase.self)), "The phases whose work it is for.",
        default: "all work that no other part names", example: "[design]")
    static let record = RecordFormat(
        "a part of a contract", fields: [name.shape, phases.shape] + TermsFormat.fields)
}

extension Reading {
    /// The one part of a contract without `parts`.
    func onlyPart(_ id: Excerpt, named name: String, _ row: Row) -> [ContractPart] {
        part(Identifier(id.text), named: name, phases: [], row, ClientContractFormat.record.name).map { [$0] } ?? []
    }

    func parts(_ entries: [Node.Entry]) -> [ContractPart] {
        if entries.count > Limit.parts {
            report(entries[Limit.parts].key.fault(.tooMany("parts of one contract", most: Limit.parts)))
        }
        let parts = entries.prefix(Limit.parts).compactMap { entry -> (part: ContractPart, place: SourcePlace)? in
            record(entry.value.orEmptyMapping, PartFormat.record) { row in
                part(
                    Identifier(entry.key.text), named: row[PartFormat.name] ?? entry.key.text,
                    phases: row[PartFormat.phases] ?? [], row, PartFormat.record.name)
            }.map { ($0, entry.key.place) }
        }
        checkWork(of: parts)
        return parts.map(\.part)
    }

    private func part(
        _ id: Identifier<ContractPart>, named name: String, phases: [Identifier<Phase>], _ row: Row, _ record: String
    ) -> ContractPart? {
        guard let terms = terms(row, of: record) else { return nil }
        guard let word = row[TermsFormat.recognise] else {
            return ContractPart(id: id, name: name, phases: phases, terms: terms)
        }
        let allowed = terms.recognitions
        if !allowed.contains(word), let entry = row.entry(TermsFormat.recognise) {
            report(
                .terms(.unfitRecognition(word.rawValue, of: terms.word, known: allowed.map(\.rawValue))),
                at: entry.value.place)
        }
        return ContractPart(id: id, name: name, phases: phases, terms: terms, recognition: word.method)
    }

    /// The terms that a record has, of which there is one kind.
    private func terms(_ row: Row, of record: String) -> ContractPart.Terms? {
        typealias Format = TermsFormat
        let kinds = [Format.hourly.shape, Format.fixed.shape, Format.retainer.shape, Format.subscription.shape]
            .map(\.name).compactMap { row.entry(named: $0) }
        for other in kinds.dropFirst() {
            report(other.key.fault(.conflictingKeys(kinds[0].key.text, other.key.text)))
        }
        if kinds.isEmpty { report(.terms(.noTerms(of: record)), at: row.place) }
        if !row.has(Format.fixed) {
            for key in [Format.instalments.name, Format.schedule.name, Format.billing.name] {
                guard let entry = row.entry(named: key) else { continue }
                report(entry.key.fault(.terms(.onlyBeside(key, terms: Format.fixed.name))))
            }
        }
        if let hourly = row[Format.hourly] { return .timeAndMaterials(hourly) }
        if let retainer = row[Format.retainer] { return .retainer(retainer) }
        if let subscription = row[Format.subscription] { return .subscription(subscription) }
        return fixedFee(row).map { .fixedFee($0) }
    }

    private func fixedFee(_ row: Row) -> FixedFee? {
        typealias Format = TermsFormat
        guard let entry = row.entry(Format.fixed), let price = row[Format.fixed] else { return nil }
        let ways = [Format.instalments.name, Format.schedule.name, Format.billing.name]
            .compactMap { row.entry(named: $0) }
        for other in ways.dropFirst() { report(other.key.fault(.conflictingKeys(ways[0].key.text, other.key.text))) }
        guard let way = ways.first else {
            report(entry.key.fault(.terms(.noBilling)))
            return nil
        }
        if let instalments = row[Format.instalments],
            let amounts = amounts(instalments, of: price, at: way.key.place)
        {
            let all = zip(instalments, amounts).map { FixedFee.Instalment(name: $0.key, amount: $1) }
            return FixedFee(price: price, billing: .milestones(all))
        }
        if let schedule = row[Format.schedule], let amounts = amounts(schedule, of: price, at: way.key.place) {
            let all = zip(schedule, amounts).map { FixedFee.DatedInstalment(day: $0.key, amount: $1) }
            return FixedFee(price: price, billing: .schedule(all))
        }
        return row[Format.billing] == nil ? nil : FixedFee(price: price, billing: .percentComplete)
    }

    /// Reports parts to which no work is left, and phases whose work is in a part already.
    private func checkWork(of parts: [(part: ContractPart, place: SourcePlace)]) {
        var taken: [Identifier<Phase>: String] = [:]
        var all: String?
        for (part, place) in parts {
            let id = part.id.text
            for phase in part.phases {
                if let first = taken[phase] { report(.terms(.phaseInTwoParts(phase.text, first: first)), at: place) }
                taken[phase] = taken[phase] ?? id
            }
            guard part.phases.isEmpty else { continue }
            if case .subscription = part.terms, all != nil { continue }
            if let all { report(.terms(.partWithoutWork(id, before: all)), at: place) }
            all = all ?? id
        }
    }
}

extension ContractPart.Terms {
    /// The key that says them.
    var word: String {
        switch self {
        case .timeAndMaterials: TermsFormat.hourly.name
        case .fixedFee: TermsFormat.fixed.name
        case .retainer: TermsFormat.retainer.name
        case .subscription: TermsFormat.subscription.name
        }
    }

    /// The ways in which such a price can come to be earned, the usual one first.
    var recognitions: [TermsFormat.Recognition] {
        switch self {
        case .timeAndMaterials: [.asDelivered]
        case .fixedFee(let fee):
            if case .milestones = fee.billing {
                [.byCost, .byHours, .atMilestones, .evenly]
            } else {
                [.byCost, .byHours, .evenly]
            }
        case .retainer, .subscription: [.evenly]
        }
    }
}

extension TermsFormat.Recognition {
    var method: RecognitionMethod {
        switch self {
        case .byCost: .percentageOfCompletion(.cost)
        case .byHours: .percentageOfCompletion(.hours)
        case .asDelivered: .asDelivered
        case .atMilestones: .milestone
        case .evenly: .straightLine
        }
    }
}
