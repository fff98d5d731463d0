// SPDX-License-Identifier: GPL-3.0-or-later

internal import Hummingbird

extension Site {
    /// How long a page waits for a plan before it is shown without, and follows it.
    static let patience = Duration.seconds(4)

    /// What a planner does to the draft.
    func addPlanning(to router: Router<Visit>) {
        change("draft/project", on: router) { form in
            let project = form["project"]
            switch form["as"] {
            case "win", "lose":
                let verb = form["as"]
                return { $0.deciding(project, verb) }
            case "": break
            default: throw Refused.wrong("`as` takes win or lose.")
            }
            let weeks = try form.number("weeks")
            guard (-520...520).contains(weeks) else { throw Refused.wrong("So far nothing can be moved.") }
            return { $0.moving(project, byWeeks: weeks) }
        }
        change("draft/add", on: router) { form in
            let wording = try ChangeForms.wording(form)
            return { $0 + [wording] }
        }
        change("draft/remove", on: router) { form in
            let index = try form.number("step")
            return { changes in
                var changes = changes
                if changes.indices.contains(index) { changes.remove(at: index) }
                return changes
            }
        }
        action("draft/clear", on: router, .plan) { visit, form in
            let desk = try visit.desk(self)
            try await desk.begin(await desk.draft.base, seen: try form.number("seen"))
            return nil
        }
        action("draft/search", on: router, .plan) { visit, form in
            try await visit.desk(self).searchBookings(seen: try form.number("seen"))
            return nil
        }
        action("scenarios/open", on: router, .plan) { visit, form in
            let name = form["scenario"]
            guard folder.scenarios().contains(name) else { throw Refused.notFound("There is no scenario \(name).") }
            try await visit.desk(self).begin(name, seen: try form.number("seen"))
            return Address("/board")
        }
        action("draft/save", on: router, .plan) { visit, form in
            try await save(visit, form)
            return Address("/board")
        }
    }

    /// An action that changes the draft: from the form to what becomes of its changes.
    private func change(
        _ path: RouterPath, on router: Router<Visit>,
        _ read: @escaping @Sendable (Form) throws -> @Sendable ([Wording]) -> [Wording]
    ) {
        action(path, on: router, .plan) { visit, form in
            let desk = try visit.desk(self)
            try await desk.edit(seen: try form.number("seen"), try read(form))
            return nil
        }
    }

    /// Writes the draft as a change file, which is the open scenario from then on.
    private func save(_ visit: Visit, _ form: Form) async throws {
        let desk = try visit.desk(self)
        let (draft, seen) = (await desk.draft, try form.number("seen"))
        guard draft.version == seen else { throw EditRefused.overtaken(draft) }
        guard !draft.steps.isEmpty else { throw Refused.wrong("There is nothing to save: the draft is empty.") }
        let scenario = form["scenario"]
        guard !scenario.isEmpty, scenario.utf8.count <= 200 else { throw Refused.wrong("Give the scenario a name.") }
        let file = form["file"].hasSuffix(".yaml") ? form["file"] : form["file"] + ".yaml"
        let text = try draft.file(named: scenario)
        do {
            let folder = folder
            try await Solving.files.run { try folder.make(file, text) }
        } catch let wrong as Folder.Wrong {
            throw Refused.wrong("\(wrong).")
        }
        try await desk.begin(file, seen: seen)
    }
}
