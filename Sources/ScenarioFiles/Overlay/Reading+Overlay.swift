// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

extension Reading {
    /// What a file makes of the firm that it starts from; with the changes that can be made, where some cannot.
    ///
    /// Each change is read against the firm as it is after those before it. Once one that may have declared something
    /// cannot be made, names that nothing is called by are passed over in silence.
    func overlay(_ document: Loaded.Document, on base: Firm?) -> Scenario.Step? {
        var name: String?
        var nodes: [Node] = []
        if case .mapping = document.root.content {} else { isPartial = true }
        _ = record(document.root, RootFormat.record) { row in
            _ = row[RootFormat.version]
            _ = row[RootFormat.base]
            name = row[RootFormat.name]
            nodes = row[RootFormat.changes] ?? []
            if !row.has(RootFormat.name) {
                let key = RootFormat.name.shape
                report(.missingKey(key.name, of: RootFormat.record.name, example: key.example), at: row.place)
            }
            for field in RootFormat.record.fields where !RootFormat.overlayKeys.contains(field.name) {
                guard let entry = row.entry(named: field.name) else { continue }
                if RootFormat.termKeys.contains(field.name) {
                    report(entry.key.fault(.terms(.termsInWhatIf(field.name))))
                    continue
                }
                report(
                    entry.key.fault(
                        .misplacedInOverlay(field.name, isInclude: field.name == RootFormat.include.name)))
            }
        }
        guard let base else {
            isPartial = true
            for node in nodes { _ = change(node) }
            return nil
        }
        currency = base.currency
        let result = make(nodes, to: base, named: name)
        return Scenario.Step(file: document.root.place.file, firm: result.firm, changes: result.changes)
    }

    /// Makes the changes, as far as they can be made, and checks the result if they all can.
    func make(_ nodes: [Node], to base: Firm, named name: String?) -> (firm: Firm, changes: [Scenario.Made]) {
        var making = Making(base, named: name)
        for node in nodes { make(node, &making) }
        if !making.isBroken { checkResult(making) }
        return (making.firm, making.made.map(\.change))
    }

    /// The changes of a file, as far as they have been made.
    private struct Making {
        var firm: Firm
        var made: [(change: Scenario.Made, after: Firm)] = []
        var isBroken = false

        init(_ base: Firm, named name: String?) {
            firm = base
            if let name { firm.name = name }
        }
    }

    private func make(_ node: Node, _ making: inout Making) {
        declare(making.firm)
        let before = making.firm
        let known = places
        guard let read = change(node) else { return giveUp(on: node, &making, known) }
        let sentence = read.change.sentence(in: before)
        if let setting = read.change as? Setting {
            let (firm, problems) = setting.applied(to: before)
            for problem in problems { report(problem) }
            guard let firm else { return giveUp(on: node, &making, known) }
            making.firm = firm
        } else {
            do throws(Refusal) {
                try read.change.apply(to: &making.firm)
            } catch {
                if !isPartial || !error.isUnknown { report(error.fault, at: read.place(of: error.key)) }
                return giveUp(on: node, &making, known)
            }
        }
        let place = read.verb.key.place
        relocate(from: before, to: making.firm, at: place)
        making.made.append((Scenario.Made(change: read.change, sentence: sentence, place: place), making.firm))
    }

    /// Goes on without a change that cannot be made.
    private func giveUp(on node: Node, _ making: inout Making, _ known: [Subject: SourcePlace]) {
        places = known
        making.isBroken = true
        if ["hire", "add", "subcontract", "set"].contains(where: node.keys.contains) { isPartial = true }
    }

    /// Reports what is wrong with the result as a whole, each problem at the change after which it first shows.
    private func checkResult(_ making: Making) {
        forgetNotes()
        let count = problems.count
        crossCheck(making.firm, declaredRates: [])
        let wrong = takeBack(after: count)
        guard !wrong.isEmpty else { return }
        let after = making.made.map { made in
            crossCheck(made.after, declaredRates: [])
            return takeBack(after: count).map(\.fault)
        }
        forgetNotes()
        for problem in wrong {
            let culprit = after.firstIndex { $0.contains(problem.fault) }
            report(problem.fault, at: culprit.map { making.made[$0].change.place } ?? problem.place)
        }
    }
}

extension Refusal {
    fileprivate var isUnknown: Bool { if case .unknown = reason { true } else { false } }
}
