// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Staffing

/// A form for each verb that planners use most; the fields are the keys of the verb in change files.
enum ChangeForms {
    /// What a form says, as it would stand in a file.
    static func wording(_ form: Form) throws -> Wording {
        let verb = form["verb"]
        func text(_ names: String...) -> [Wording.Value] { names.map { .text($0, form[$0]) } }
        func days(_ key: String) -> Wording.Value {
            let (first, last) = (form["first"], form["last"])
            return .text(key, last.isEmpty || last == first ? first : "\(first) .. \(last)")
        }
        switch verb {
        case "hire": return Wording(verb, text("person", "name", "like", "from", "contract", "cost"))
        case "departs": return Wording(verb, text("person", "on"))
        case "absent": return Wording(verb, text("person") + [days("dates")])
        case "chance":
            return Wording(verb, text("project") + [.text("at", form["at"] + "%")])
        case "extend": return Wording(verb, text("project") + [.text("by", weeks(form["weeks"]))])
        case "scale": return Wording(verb, text("project") + [.text("by", form["by"] + "%")])
        case "pin":
            let span = "\(form["first"]) .. \(form["last"])"
            return Wording(verb, ["": "\(form["person"]) on \(form["need"]), \(form["hours"])h/week, \(span)"])
        case "exclude": return Wording(verb, ["": "\(form["person"]) not on \(form["need"])"])
        default: throw Refused.wrong("There is no form for `\(verb)`.")
        }
    }

    private static func weeks(_ text: String) -> String { text == "1" ? "1 week" : "\(text) weeks" }

    /// All forms, each folded, for a page that leads back to an address.
    static func html(_ scene: Scene, _ visit: Visit, then: String) -> HTML {
        let firm = scene.firm
        let people = firm.people.map { (value: $0.id.text, words: $0.name) }
        let projects = firm.projects.map { (value: $0.id.text, words: $0.name) }
        let needs = firm.projects.filter { $0.stage != .lost }.flatMap { project in
            project.lines.map { (value: "\(project.id).\($0.id)", words: "\(project.name): \($0.name)") }
        }
        let first = max(firm.horizon.days.first, scene.base.today)
        let day = "\(min(first, firm.horizon.days.last))"
        func form(_ verb: String, _ words: String, @HTMLBuilder _ fields: () -> [HTML]) -> HTML {
            HTML("details", .class("change")) {
                HTML("summary", text: words)
                Forms.post(["draft", "add"], visit, live: true) {
                    HTML("div", .class("fields")) {
                        Forms.hidden("verb", verb)
                        Forms.hidden("seen", "\(scene.draft.version)")
                        Forms.hidden("then", then)
                        fields()
                        Forms.button("Try it")
                    }
                }
            }
        }
        return HTML("div", .class("changes")) {
            form("hire", "Hire somebody") {
                Forms.field("person", "Key", hint: "nia")
                Forms.field("name", "Name", hint: "Nia Okafor")
                Forms.select("like", "Like", people)
                Forms.field("from", "From", type: "date", value: day)
                Forms.field("contract", "Contract", hint: "80%", required: false)
                Forms.field("cost", "Cost", hint: "58/h", required: false)
            }
            form("departs", "Somebody leaves") {
                Forms.select("person", "Who", people)
                Forms.field("on", "Last day", type: "date", value: day)
            }
            form("absent", "Leave") {
                Forms.select("person", "Who", people)
                Forms.field("first", "From", type: "date", value: day)
                Forms.field("last", "Through", type: "date", value: day)
            }
            form("pin", "Pin a booking") {
                Forms.select("person", "Who", people)
                Forms.select("need", "On", needs)
                Forms.field("hours", "Hours a week", type: "number", value: "8")
                Forms.field("first", "From", type: "date", value: day)
                Forms.field("last", "Through", type: "date", value: "\(firm.horizon.days.last)")
            }
            form("exclude", "Keep somebody from work") {
                Forms.select("person", "Who", people)
                Forms.select("need", "From", projects + needs)
            }
            form("chance", "Chance of a proposal") {
                Forms.select("project", "Project", projects)
                Forms.field("at", "Per cent", type: "number", value: "50")
            }
            form("extend", "A project takes longer") {
                Forms.select("project", "Project", projects)
                Forms.field("weeks", "Weeks", type: "number", value: "1")
            }
            form("scale", "More work, or less") {
                Forms.select("project", "Project", projects)
                Forms.field("by", "Per cent of what it is", type: "number", value: "120")
            }
        }
    }
}
