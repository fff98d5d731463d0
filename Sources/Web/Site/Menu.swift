// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts

/// Where the site leads, as far as the visitor may go.
enum Menu {
    private struct Entry {
        let path: String
        let words: String
        let permission: Role.Permission
    }

    private static let entries = [
        Entry(path: "board", words: "Board", permission: .seePlan),
        Entry(path: "projects", words: "Projects", permission: .seePlan),
        Entry(path: "people", words: "People", permission: .seePlan),
        Entry(path: "forecast", words: "Forecast", permission: .seePlan),
        Entry(path: "scenarios", words: "Scenarios", permission: .seeMoney),
        Entry(path: "draft", words: "Draft", permission: .plan),
        Entry(path: "money", words: "Money", permission: .seeMoney),
        Entry(path: "time", words: "Time", permission: .enterTime),
        Entry(path: "log", words: "Log", permission: .seeMoney),
    ]

    static func html(_ path: [String], _ visit: Visit) -> HTML {
        guard let user = visit.user else { return .nothing }
        return HTML("header", .class("page")) {
            HTML("nav", .label("Muster"), .class("site")) {
                HTML("ul") {
                    for entry in entries where user.role.may(entry.permission) {
                        HTML("li") {
                            HTML(
                                "a",
                                [.href(.path([entry.path]))]
                                    + (path.first == entry.path ? [.init("aria-current", "page")] : []),
                                [.text(entry.words)])
                        }
                    }
                    if user != Welcome.local {
                        HTML("li", .class("end")) {
                            Forms.post(["logout"], visit) {
                                HTML("button", .init("type", "submit"), text: "Log out \(user.name)")
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Forms, each with the session's token.
enum Forms {
    static func post(_ path: [String], _ visit: Visit, live: Bool = false, @HTMLBuilder content: () -> [HTML]) -> HTML {
        HTML(
            "form", [.init("method", "post"), .action(.path(path))] + (live ? [.init("data-part", "")] : []),
            [hidden("token", visit.session?.token.text ?? "")] + content())
    }

    static func hidden(_ name: String, _ value: String) -> HTML {
        HTML("input", .init("type", "hidden"), .init("name", name), .init("value", value))
    }

    static func field(
        _ name: String, _ label: String, type: String = "text", value: String = "", hint: String = "",
        required: Bool = true, list: String? = nil
    ) -> HTML {
        HTML("label", .class("field")) {
            HTML("span", text: label)
            HTML(
                "input",
                [.init("type", type), .init("name", name), .init("value", value)]
                    + (hint.isEmpty ? [] : [.init("placeholder", hint)]) + (required ? [.init("required")] : [])
                    + (list.map { [.init("list", $0)] } ?? []), [])
        }
    }

    static func select(
        _ name: String, _ label: String, _ options: [(value: String, words: String)], chosen: String = ""
    ) -> HTML {
        HTML("label", .class("field")) {
            HTML("span", text: label)
            HTML("select", .init("name", name)) {
                for option in options {
                    HTML(
                        "option",
                        [.init("value", option.value)] + (option.value == chosen ? [.init("selected")] : []),
                        [.text(option.words)])
                }
            }
        }
    }

    static func button(_ words: String, name: String? = nil, value: String = "", label: String? = nil) -> HTML {
        HTML(
            "button",
            [.init("type", "submit")]
                + (name.map { [.init("name", $0), .init("value", value)] } ?? [])
                + (label.map { [.label($0)] } ?? []), [.text(words)])
    }
}
