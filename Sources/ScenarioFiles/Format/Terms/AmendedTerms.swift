// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

extension Reading {
    /// Checks what an amendment changes of a part's terms, and cuts its price into the instalments that it brings.
    ///
    /// - Returns: the terms after it, with all instalments up to it, so that names and days are found that are taken.
    func amended(_ terms: ContractPart.Terms, by amendment: inout Amendment, _ row: Row) -> ContractPart.Terms {
        typealias Format = AmendmentFormat
        let rateKeys = [HourlyFormat.rates.name, HourlyFormat.grades.name, HourlyFormat.people.name]
        let billingKeys = [TermsFormat.instalments.name, TermsFormat.schedule.name]
        func refuse(_ keys: [String], _ why: String) { for key in keys { unfit(row, key, why) } }
        switch terms {
        case .timeAndMaterials(var work):
            refuse(billingKeys + [Format.fee.name], "the part is sold by the hour")
            if work.cap == nil { refuse([Format.price.name], "nothing says what the work may come to (`up to`)") }
            if let cap = work.cap, cap + amendment.price < .zero {
                refuse([Format.price.name], "it takes off more than there is")
            }
            work.cap = work.cap.map { $0 + amendment.price }
            return .timeAndMaterials(work)
        case .fixedFee(var fee):
            refuse(rateKeys + [Format.fee.name], "the part has a fixed price")
            fee.price += amendment.price
            if fee.price < .zero { refuse([Format.price.name], "it takes off more than there is") }
            fee.billing = amended(fee.billing, by: &amendment, row)
            return .fixedFee(fee)
        case .retainer(let retainer):
            refuse(billingKeys + [Format.price.name], "the part is paid by the period: give it a `fee`")
            checkPeriod(row, retainer.every)
            return terms
        case .subscription(let subscription):
            refuse(billingKeys + rateKeys + [Format.price.name], "the part is paid by the period: give it a `fee`")
            checkPeriod(row, subscription.every)
            return terms
        }
    }

    private func checkPeriod(_ row: Row, _ every: BillingPeriod) {
        if let fee = row[AmendmentFormat.fee], fee.every != every {
            unfit(row, AmendmentFormat.fee.name, "the part is paid by the \(every.word)")
        }
    }

    private func amended(
        _ billing: FixedFee.Billing, by amendment: inout Amendment, _ row: Row
    ) -> FixedFee.Billing {
        let (instalments, schedule) = (TermsFormat.instalments, TermsFormat.schedule)
        switch billing {
        case .milestones(let before):
            unfit(row, schedule.name, "the price is billed by milestones")
            guard let entry = needed(instalments, of: amendment, row), let stated = row[instalments] else { break }
            for one in stated where before.contains(where: { $0.name == one.key }) {
                unfit(row, entry.key.text, "there is an instalment \(quoted(one.key)) already")
            }
            guard let amounts = amounts(stated, of: amendment.price, at: entry.key.place) else { break }
            amendment.milestones = zip(stated, amounts).map { FixedFee.Instalment(name: $0.key, amount: $1) }
            return .milestones(before + amendment.milestones)
        case .schedule(let before):
            unfit(row, instalments.name, "the price is billed by dates")
            guard let entry = needed(schedule, of: amendment, row), let stated = row[schedule] else { break }
            for one in stated where before.contains(where: { $0.day == one.key }) {
                unfit(row, entry.key.text, "there is an instalment on \(one.key) already")
            }
            guard let amounts = amounts(stated, of: amendment.price, at: entry.key.place) else { break }
            amendment.schedule = zip(stated, amounts).map { FixedFee.DatedInstalment(day: $0.key, amount: $1) }
            return .schedule(before + amendment.schedule)
        case .percentComplete:
            for key in [instalments.name, schedule.name] { unfit(row, key, "the price is billed as it is completed") }
        }
        return billing
    }

    /// The instalments of an amendment with a price, which it needs.
    private func needed<Value>(_ field: Field<Value>, of amendment: Amendment, _ row: Row) -> Node.Entry? {
        let entry = row.entry(field)
        if entry == nil, amendment.price != .zero {
            report(
                .missingKey(field.name, of: "an amendment with a price", example: field.shape.example), at: row.place)
        }
        return entry
    }

    /// Adds what an amendment brings to a project: budget and work.
    func amend(
        _ project: Identifier<Project>, by amendment: inout Amendment, _ row: Row, _ drafts: inout ProjectDrafts
    ) {
        typealias Format = AmendmentFormat
        guard let index = drafts.index[project] else { return }
        if row.has(Format.budget) {
            if let budget = drafts.projects[index].budget, budget + amendment.budget >= .zero {
                drafts.projects[index].budget = budget + amendment.budget
            } else {
                unfit(
                    row, Format.budget.name,
                    drafts.projects[index].budget == nil
                        ? "the project has no budget to add it to" : "it takes off more than there is")
            }
        }
        switch row[Format.needs] {
        case .added(let entries):
            let lines = amendedLines(entries, of: drafts.projects[index], amendment, row, drafts.horizon)
            drafts.projects[index].lines += lines
            amendment.lines = lines.map { LineID(project, $0.id) }
        case .named(let names):
            declare(.need, drafts.projects[index].lines.map(\.id.text))
            for name in names { check(.need, name) }
            amendment.lines = names.map { LineID(project, Identifier($0.text)) }
        case nil: break
        }
    }

    private func amendedLines(
        _ entries: [Node.Entry], of project: Project, _ amendment: Amendment, _ row: Row, _ horizon: DayRange?
    ) -> [DemandLine] {
        let free = entries.filter { entry in
            let id = LineID(project.id, Identifier(entry.key.text))
            guard project.lines.contains(where: { $0.id == id.line }), let first = places[.line(id)] else {
                return true
            }
            report(entry.key.fault(.duplicateKey(entry.key.text, first: first)))
            return false
        }
        declare(.phase, project.phases.map(\.id.text))
        var lines = lines(free, of: project.id)
        needs[project.id.text]?.add(free.map(\.key.text))
        guard let horizon, lines.contains(where: { $0.phase == nil && $0.days == nil }) else { return lines }
        let end = project.days(within: Horizon(horizon)).last
        guard amendment.day <= end else {
            if let entry = row.entry(AmendmentFormat.day) {
                report(.terms(.amendedAfterEnd(amendment.day, end: end)), at: entry.value.place)
            }
            return lines
        }
        for index in lines.indices where lines[index].phase == nil && lines[index].days == nil {
            lines[index].days = DayRange(amendment.day, end)
        }
        return lines
    }
}
