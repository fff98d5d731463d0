// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

extension Reading {
    /// The firm that the files describe; of no use if a problem was found on the way.
    ///
    /// First everything that is declared is gathered from all files, then it is understood: names may be used before,
    /// and in another file than, they are declared. Where the head is broken, the rest is read all the same.
    func firm() -> Firm? {
        let firm = parts()
        if let firm { crossCheck(firm, declaredRates: sections.rates.ids) }
        return firm
    }

    /// The firm with each of its parts checked, and not yet the whole.
    func parts() -> Firm? {
        let heads = loaded.documents.map(gather)
        let head = heads.first ?? Head()
        currency = head.currency
        loaded.tables.forEach(take)
        declareAll()
        for project in tabledProjects { check(.project, project) }

        let calendar = single(heads.compactMap(\.calendar))
        let policyNode = single(heads.compactMap(\.policy))
        let calendars = calendars()
        let (offices, clients, people, rates) = (offices(), clients(), people(), rates())
        var drafts = ProjectDrafts(projects(), horizon: head.horizon)
        let contracts = contracts(&drafts)
        let seller = seller(single(heads.compactMap(\.seller)), named: head.name ?? "")
        books = Books(seller: seller, accounts: accounts, contracts: contracts, overheads: overheads())
        let (bookings, exclusions, together, pools) = (bookings(), exclusions(), together(), pools())
        let policy = policy(policyNode, in: currency)
        guard let name = head.name, let horizon = head.horizon, let currency, let policy else { return nil }
        return Firm(
            name: name, horizon: Horizon(horizon), currency: currency, calendar: calendar.flatMap { firmCalendar($0) },
            calendars: calendars, offices: offices, people: people, clients: clients, rates: rates,
            projects: drafts.projects, bookings: bookings, exclusions: exclusions, together: together,
            subcontractors: pools,
            policy: policy)
    }

    /// What a file says once.
    private struct Head {
        var name: String?
        var horizon: DayRange?
        var currency: Currency?
        var calendar: Node.Entry?
        var policy: Node.Entry?
        var seller: Node.Entry?
    }

    /// Takes the declarations of a document into the sections.
    private func gather(_ document: Loaded.Document) -> Head {
        var head = Head()
        if case .mapping = document.root.content {} else { isPartial = true }
        _ = record(document.root, RootFormat.record) { row in
            _ = row[RootFormat.version]
            _ = row[RootFormat.include]
            checkKeysOfChanges(row, document)
            head.name = row[RootFormat.name]
            head.horizon = row[RootFormat.horizon]
            head.currency = row[RootFormat.currency]
            head.calendar = row.entry(RootFormat.calendar)
            head.policy = row.entry(RootFormat.policy)
            head.seller = row.entry(RootFormat.seller)
            let hasHead = RootFormat.headKeys.contains { row.entry(named: $0.name) != nil }
            if !document.isIncluded, !hasHead { report(.missingHead, at: row.place) }
            for key in RootFormat.headKeys where document.isIncluded || hasHead {
                let entry = row.entry(named: key.name)
                if document.isIncluded, let entry {
                    report(entry.key.fault(.misplacedKey(key.name)))
                } else if !document.isIncluded, entry == nil {
                    report(.missingKey(key.name, of: RootFormat.record.name, example: key.example), at: row.place)
                }
            }
            if let place = row.entry(RootFormat.horizon)?.key.place { places[.horizon] = place }
            sections.calendars.add(row, RootFormat.calendars)
            sections.offices.add(row, RootFormat.offices)
            sections.clients.add(row, RootFormat.clients)
            sections.people.add(row, RootFormat.people)
            sections.rates.add(row, RootFormat.rates)
            sections.projects.add(row, RootFormat.projects)
            sections.subcontractors.add(row, RootFormat.subcontractors)
            sections.contracts.add(row, RootFormat.contracts)
            sections.overheads.add(row, RootFormat.overheads)
            sections.addBookings(row[RootFormat.bookings] ?? [])
            sections.exclusions += row[RootFormat.exclusions] ?? []
            sections.together += row[RootFormat.together] ?? []
        }
        return head
    }

    /// Reports what only a file has that starts from another one.
    private func checkKeysOfChanges(_ row: Row, _ document: Loaded.Document) {
        _ = row[RootFormat.base]
        for key in [RootFormat.base.name, RootFormat.changes.name] {
            guard let entry = row.entry(named: key) else { continue }
            if document.isIncluded {
                report(entry.key.fault(.misplacedKey(key)))
            } else if key == RootFormat.changes.name, !row.has(RootFormat.base) {
                report(entry.key.fault(.changesWithoutBase))
            }
        }
    }

    /// The one declaration of a key that a scenario has at most once.
    private func single(_ entries: [Node.Entry]) -> Node.Entry? {
        for entry in entries.dropFirst() {
            report(entry.key.fault(.duplicateKey(entry.key.text, first: entries[0].key.place)))
        }
        return entries.first
    }

    private func declareAll() {
        declare(.calendar, sections.calendars)
        declare(.office, sections.offices)
        declare(.client, sections.clients)
        declare(.person, sections.people)
        declare(.project, sections.projects)
        limit(sections.calendars, "calendars", most: Limit.calendars)
        limit(sections.people, "people", most: Limit.people)
        limit(sections.subcontractors, "pools of subcontractors", most: Limit.pools)
    }

    private func limit(_ section: Sections.Section, _ name: String, most: Int) {
        if section.entries.count > most {
            report(section.entries[most].key.fault(.tooMany(name, most: most)))
        }
    }

    private func firmCalendar(_ entry: Node.Entry) -> Identifier<WorkCalendar>? {
        RootFormat.calendar.form.read(entry.value, self)
    }

    /// Nil where it is broken, or where the currency of its prices is not known.
    private func policy(_ entry: Node.Entry?, in currency: Currency?) -> Policy? {
        guard let currency else { return nil }
        guard let entry else { return .standard(in: currency) }
        places[.policy] = entry.key.place
        return policy(entry.value, in: currency)
    }

    private func rates() -> RateCard {
        RateCard(
            sections.rates.entries.compactMap { entry in
                places[.rate(Identifier(entry.key.text))] = entry.key.place
                return Form<Dated<Rate>>.datedRate.read(entry.value, self)
                    .map { RateCard.Entry(role: Identifier(entry.key.text), rate: $0) }
            })
    }
}
