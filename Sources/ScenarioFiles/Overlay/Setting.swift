// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

/// Values by their paths in a scenario file: whatever the format has, checked as in any file.
///
/// The firm is written as a file would have it, the values are put in their places, and its parts are read again.
struct Setting: Change {
    struct Step: Sendable {
        let path: Excerpt
        let value: Node
    }

    let steps: [Step]

    init(_ steps: [Step]) {
        self.steps = steps
    }

    func apply(to firm: inout Firm) throws(Refusal) {
        let (result, problems) = applied(to: firm)
        guard let result else {
            throw Refusal("set", .invalid(what: problems.first?.what ?? "", advice: problems.first?.advice ?? ""))
        }
        firm = result
    }

    /// The firm with the values in it, or nil and what is wrong with them.
    func applied(to firm: Firm) -> (firm: Firm?, problems: [Problem]) {
        if let step = steps.first(where: \.saysTerms) {
            return (nil, [step.path.fault(.terms(.termsInWhatIf(step.path.text)))])
        }
        var root = firm.node
        for step in steps {
            do throws(Problem) {
                root = try root.setting(step.value, at: try step.keys()[...], of: .record(RootFormat.record), step)
            } catch {
                return (nil, [error])
            }
        }
        let reading = Reading(Loaded(documents: [Loaded.Document(root: root, isIncluded: false)]))
        let result = reading.parts()
        if !reading.accounts.isEmpty {
            return (nil, [steps[0].path.fault(.terms(.termsInWhatIf(steps[0].path.text)))])
        }
        if reading.sections.areOnLedger {
            reading.report(steps[0].path.fault(.misplacedInOverlay("bookings: ledger", isInclude: false)))
        }
        // What no file says is wrong because of what has been set.
        var problems: [Problem] = []
        for problem in reading.problems {
            let placed = problem.place == .nowhere ? Problem(problem.fault, at: steps[0].value.place) : problem
            // Several bookings may name somebody who is gone; once is enough.
            if !problems.contains(placed) { problems.append(placed) }
        }
        return problems.isEmpty ? (result?.going(onFrom: firm), []) : (nil, problems)
    }

    func sentence(in firm: Firm) -> String {
        let settings = steps.map { step in
            let path = step.path.text.split(separator: ".").map(String.init)
            guard !step.value.isEmpty else { return "take out \(PathWords(path, in: firm).text)" }
            return "set \(PathWords(path, in: firm).text) to \(step.value.flowText(at: step.path.text))"
        }
        let sentence = settings.joined(separator: "; ")
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }
}

extension Firm {
    /// With what no file says: bookings that are kept, starts that are chosen.
    fileprivate func going(onFrom before: Firm) -> Firm {
        let chosen = before.projects.flatMap { project in
            project.phases.compactMap { phase in phase.chosen.map { PhaseStart(project.id, phase.id, $0) } }
        }
        var firm = placed(at: chosen)
        firm.commitment = before.commitment
        return firm
    }
}

extension Setting.Step {
    /// Whether it is about money that is not in the firm.
    fileprivate var saysTerms: Bool { RootFormat.termKeys.contains(path.split(at: ".")[0].text) }

    /// The keys of the path.
    fileprivate func keys() throws(Problem) -> [Excerpt] {
        let keys = path.split(at: ".")
        guard let first = keys.first, keys.allSatisfy({ !$0.text.isEmpty }),
            !RootFormat.overlayKeys.contains(first.text), first.text != RootFormat.include.name
        else { throw path.fault(.notAPath(path.text)) }
        return keys
    }
}

extension Node {
    /// The same with another value at a path; an empty one leaves the key out.
    fileprivate func setting(
        _ value: Node, at path: ArraySlice<Excerpt>, of shape: Shape, _ step: Setting.Step,
        below section: String = ""
    ) throws(Problem) -> Node {
        guard let key = path.first else { return value }
        guard let next = shape.step(to: key.text) else {
            guard let known = shape.knownKeys else { throw step.path.fault(.notAPath(step.path.text)) }
            throw key.fault(.unknownKey(key.text, of: known.name, known: known.keys))
        }
        var entries = isText ? [] : try mapping(step)
        let index = entries.firstIndex { $0.key.text == key.text }
        let rest = path.dropFirst()
        if shape.isMap, index == nil, !rest.isEmpty || value.isEmpty {
            throw key.fault(
                Reference(section: section).map { .unknown($0, key.text, known: keys) } ?? .notAPath(step.path.text))
        }
        let old = index.map { entries[$0].value } ?? Node(.mapping([]), at: .nowhere)
        let new = try old.setting(value, at: rest, of: next, step, below: key.text)
        let entry = Node.Entry(key: index.map { entries[$0].key } ?? key, value: new)
        if let index {
            if new.isEmpty { entries.remove(at: index) } else { entries[index] = entry }
        } else if !new.isEmpty {
            entries.append(entry)
        }
        return Node(.mapping(entries), at: place)
    }

    private func mapping(_ step: Setting.Step) throws(Problem) -> [Entry] {
        guard case .mapping(let entries) = content else { throw step.path.fault(.notAPath(step.path.text)) }
        return entries
    }

    /// The value on one line, as the canonical form has it at a path.
    fileprivate func flowText(at path: String) -> String {
        CanonicalWriter.line(self, RootFormat.shape(at: path))
    }
}

extension Reference {
    /// What the entries of a section are.
    init?(section: String) {
        switch section {
        case "people": self = .person
        case "projects": self = .project
        case "needs": self = .need
        case "phases": self = .phase
        case "tasks": self = .task
        case "clients", "knows": self = .client
        case "offices": self = .office
        case "calendars": self = .calendar
        case "rates": self = .role
        case "skills", "prefer", "skill": self = .skill
        case "subcontractors": self = .pool
        default: return nil
        }
    }
}
