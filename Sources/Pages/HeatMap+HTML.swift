// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Reports
import Staffing
import Verification

extension HeatMap {
    /// The section of a page.
    public var section: Page.Section {
        Page.Section("people", "Who is full, who is free") {
            HTML("p", .class("note")) {
                "Per cent of effective capacity: contracts less holidays and leave. Groups are sum over sum. "
                    + "A name shows the person's bookings; a cell, those of its week."
            }
            controls
            HTML("div", .class("scroll"), .role("region"), .label("Load by person and week"), .init("tabindex", 0)) {
                table
            }
            firm.people.isEmpty ? .nothing : .list(groups.flatMap(\.rows).map(card))
        }
    }

    private var controls: HTML {
        HTML("div", .class("bar")) {
            HTML("fieldset", .class("switch")) {
                HTML("legend", text: "Show")
                choice("unit-used", "used, %", isChosen: true)
                choice("unit-free", "free, h", isChosen: false)
            }
            HTML("ul", .class("legend")) {
                key("u1", "below 50 %")
                key("u2", "50")
                key("u3", "75")
                key("u4", "90")
                key("u5", "100 %")
                key("u3 s2", "striped: proposals")
                key("over", "87!", words: "more than there is")
                key("off", "–", words: "not there")
            }
        }
    }

    private func choice(_ id: String, _ words: String, isChosen: Bool) -> HTML {
        HTML("label") {
            HTML(
                "input",
                [.init("type", "radio"), .init("name", "unit"), .id(id)]
                    + (isChosen ? [.init("checked", "checked")] : []),
                [])
            words
        }
    }

    private func key(_ look: String, _ words: String) -> HTML { key(look, "", words: words) }

    private func key(_ look: String, _ sample: String, words: String) -> HTML {
        HTML("li") {
            HTML("span", .class("key \(look)"), .init("aria-hidden", "true"), text: sample)
            words
        }
    }

    private var table: HTML {
        HTML("table", .class("heat")) {
            HTML("caption", text: "Load by person and week")
            HTML("thead") {
                HTML("tr") {
                    HTML("td")
                    for month in firm.horizon.months {
                        HTML("th", .column, .init("colspan", month.weeks.count), text: month.name)
                    }
                }
                HTML("tr") {
                    HTML("th", .column, text: "Who")
                    for week in firm.horizon.weeks { HTML("th", .column, text: Numbers.week(week)) }
                }
            }
            for group in groups {
                HTML("tbody") {
                    if !group.name.isEmpty { sumRow(group.name, group.rows.count, group.sums) }
                    group.rows.map(row)
                }
            }
            HTML("tfoot") { sumRow("Everybody", firm.people.count, sums) }
        }
    }

    private func sumRow(_ name: String, _ count: Int, _ cells: [Cell]) -> HTML {
        HTML("tr", .class("sum")) {
            HTML("th", .row) {
                name
                HTML("small", text: " \(Numbers.grouped(count))")
            }
            cells.map { HTML("td", cellAttributes($0, hint: $0.sumHint), $0.texts) }
        }
    }

    private func row(_ row: Row) -> HTML {
        HTML("tr") {
            HTML("th", .row) {
                HTML(
                    "button", .init("type", "button"), .init("popovertarget", cardID(row)),
                    text: firm.people[row.person].name)
            }
            row.cells.map { HTML("td", cellAttributes($0, hint: $0.hint), $0.texts) }
        }
    }

    private func cellAttributes(_ cell: Cell, hint: String) -> [HTML.Attribute] {
        [.class(cell.look)] + (hint.isEmpty ? [] : [.title(hint)])
    }

    private func cardID(_ row: Row) -> String { "person-\(row.person + 1)" }

    /// What there is to know of a person, shown when their name is pressed.
    private func card(_ row: Row) -> HTML {
        let person = firm.people[row.person]
        let use = figures.people[row.person]
        let lines = row.cells.lines
        let about = [person.role?.text, person.grade?.text, person.office?.text].compactMap(\.self)
        return HTML("div", .id(cardID(row)), .class("card"), .init("popover", "auto")) {
            HTML("h3") {
                if hasLinks {
                    HTML("a", .href(.path(["people", person.id.text])), text: person.name)
                } else {
                    person.name
                }
            }
            HTML("p", .class("quiet"), text: about.joined(separator: " · "))
            if !person.skills.isEmpty {
                HTML("p", text: person.skills.words)
            }
            HTML("p") {
                "\(Numbers.hours(use.load)) of \(Numbers.hours(use.effective)) h, "
                    + "\(Numbers.percent(use.utilisation)); \(Numbers.hours(use.bench)) h free"
            }
            if !lines.isEmpty {
                HTML("table") {
                    HTML("thead") {
                        HTML("tr") {
                            HTML("th", .column, text: "on")
                            HTML("th", .column, text: "weeks")
                            HTML("th", .column, text: "h a week")
                            HTML("th", .column, text: "h")
                        }
                    }
                    HTML("tbody") { lines.map { lineRow($0.line, $0.weeks, of: person) } }
                }
            }
        }
    }

    private func lineRow(_ line: LineID, _ weeks: [(week: Int, hours: Hours)], of person: Person) -> HTML {
        let total = weeks.reduce(.zero) { $0 + $1.hours }
        let runs = Numbers.runs(of: weeks.map { firm.horizon.firstWeek.advanced(by: $0.week) })
        return HTML("tr") {
            HTML("th", .row) {
                line.description
                if hasLinks {
                    " "
                    HTML(
                        "a",
                        .href(
                            .path(
                                ["why"],
                                query: [.init("person", person.id.text), .init("line", line.description)])),
                        .label("Why \(person.name) on \(line)?"), text: "why?")
                }
            }
            HTML("td", text: runs)
            HTML("td", text: Numbers.hours(Hours(seconds: total.seconds / max(1, weeks.count))))
            HTML("td", text: Numbers.hours(total))
        }
    }
}

extension [HeatMap.Cell] {
    /// The lines of a person, in the order in which they come to them, with their weeks.
    fileprivate var lines: [(line: LineID, weeks: [(week: Int, hours: Hours)])] {
        var found: [(line: LineID, weeks: [(week: Int, hours: Hours)])] = []
        for (week, cell) in enumerated() {
            for work in cell.work {
                if let index = found.firstIndex(where: { $0.line == work.line }) {
                    found[index].weeks.append((week, work.hours))
                } else {
                    found.append((work.line, [(week, work.hours)]))
                }
            }
        }
        return found
    }
}

extension HeatMap.Cell {
    /// Utilisation and free hours; the page shows one of the two.
    fileprivate var texts: [HTML] {
        [HTML("b", text: usedText), HTML("i", text: effective == .zero && load == .zero ? "–" : Numbers.hours(free))]
    }

    private var usedText: String {
        guard let utilisation else { return load > .zero ? "!" : "–" }
        if load == .zero { return "·" }
        let percent = Int((utilisation * 100).rounded())
        let mark = overloaded > 0 ? "!" : ""
        return percent > 999 ? ">999" + mark : "\(percent)" + mark
    }

    /// The classes of the style sheet: how full, and how much of it is tentative, in quarters begun.
    fileprivate var look: String {
        guard effective > .zero || load > .zero else { return "off" }
        if load - effective >= Hours(seconds: 60) { return "over" }
        let percent = (utilisation ?? 0) * 100
        let band = load == .zero ? 0 : percent < 50 ? 1 : percent < 75 ? 2 : percent < 90 ? 3 : percent < 99.5 ? 4 : 5
        guard tentative > .zero else { return "u\(band)" }
        let quarters = Int((tentative.inHours / load.inHours * 4).rounded(.up))
        return "u\(band) s\(min(4, max(1, quarters)))"
    }

    fileprivate var hint: String {
        let sum = ["\(Numbers.hours(load)) of \(Numbers.hours(effective)) h"]
        return load == .zero
            ? ""
            : (work.map { "\($0.line) \(Numbers.hours($0.hours)) h\($0.isTentative ? ", proposed" : "")" } + sum)
                .joined(separator: "\n")
    }

    fileprivate var sumHint: String {
        guard load > .zero else { return "" }
        let over = overloaded == 0 ? [] : ["\(overloaded) with more than they have"]
        return (["\(Numbers.hours(load)) of \(Numbers.hours(effective)) h, \(Numbers.hours(free)) h free"] + over)
            .joined(separator: "\n")
    }
}
