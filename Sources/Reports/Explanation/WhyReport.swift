// SPDX-License-Identifier: GPL-3.0-or-later

public import Explanation
public import Staffing
public import Verification

/// Why somebody is on a line, in words and as JSON.
public struct WhyReport: Sendable {
    let why: Why
    let firm: Firm

    public init(of why: Why, in firm: Firm) {
        self.why = why
        self.firm = firm
    }

    private var name: String { firm.name(of: why.person) }

    public func text(_ style: Style) -> String {
        let head = [style.heading("Why \(name) on \(why.line)?".printable)] + style.paragraphs(facts())
        guard let without = why.without else { return style.joined([head]) }
        let report = ConsequenceReport(consequence: without, firm: firm)
        let off = why.pinned > .zero ? "Without what is not pinned" : "With \(name) off the line"
        return style.joined([
            head + style.paragraphs(["\(off), \(report.verdict())."]), report.table(style), report.moves(style),
            others(style),
        ])
    }

    private func facts() -> [String] {
        guard why.planned > .zero, let weeks = why.weeks else {
            return ["\(name) is not on it in the plan; `muster why-not` says why."]
        }
        let span = "\(Numbers.hours(why.planned)) h in \(Numbers.weeks(weeks.lowerBound, weeks.upperBound))"
        let shares = why.shares.map(\.share)
        let share = shares.max().map {
            shares.min() == $0 ? ", \(percent($0)) of the line" : ", up to \(percent($0)) of it"
        }
        var texts = ["\(span)\(share ?? "")."]
        if why.without == nil {
            texts.append("It is pinned: the plan had no choice.")
        } else if why.pinned > .zero {
            texts.append("\(Numbers.hours(why.pinned)) h of it are pinned.")
        }
        if let value = why.value { texts.append(value.sentence(in: firm.currency)) }
        return texts
    }

    /// To a tenth of a per cent.
    private func percent(_ share: Share) -> String {
        Numbers.percent(Share(millionths: (share.millionths + 500) / 1000 * 1000))
    }

    private func others(_ style: Style) -> [String] {
        guard !why.others.isEmpty else {
            return style.paragraphs(["Nobody else could do it: `muster who` says what each one lacks."])
        }
        var table = TextTable([
            .text("instead", .cut(floor: 14)), .number("h a week"), .number("an hour"), .number("for the firm"),
            .text("then", .wrap(floor: 16)),
        ])
        for other in why.others {
            table.add(
                [.init(firm.name(of: other.person))] + cells(other.reservation, other.consequence, other.value, firm))
        }
        return [style.heading("Others in their place, with as much of it as they can carry")] + table.lines(style)
            + more(why.untried, style)
    }

    public func json() -> JSON {
        var members: [JSON.Member] = [
            .init("person", .string(why.person.text)), .init("line", .string(why.line.description)),
            .init("planned hours", .number(why.planned.decimal)), .init("pinned hours", .number(why.pinned.decimal)),
        ]
        if let value = why.value { members.append(.init("an hour", value.json(in: firm.currency))) }
        if let without = why.without {
            members.append(.init("without", ConsequenceReport(consequence: without, firm: firm).json()))
        }
        members.append(
            .init(
                "others",
                .array(
                    why.others.map { other in
                        .object([
                            "person": .string(other.person.text), "planned hours": .number(other.planned.decimal),
                            "an hour": other.value.json(in: firm.currency),
                            "forced": other.reservation?.json ?? .null,
                            "consequence": other.consequence.map {
                                ConsequenceReport(consequence: $0, firm: firm).json()
                            } ?? .null,
                        ])
                    })))
        return .object(members)
    }
}

/// What somebody would carry, what an hour of it is worth, and what the firm gains or loses.
func cells(
    _ reservation: Reservation?, _ consequence: Consequence?, _ value: HourValue, _ firm: Firm
) -> [TextTable.Cell] {
    let worth = TextTable.Cell(Numbers.rate(value.worth, in: firm.currency))
    guard let reservation else { return ["", worth, "", "no room beside what is pinned"] }
    let hours: [TextTable.Cell] = [.init(Numbers.hours(reservation.mostInAWeek)), worth]
    guard let consequence else { return hours + ["", ""] }
    let report = ConsequenceReport(consequence: consequence, firm: firm)
    let isNothing = consequence.worth.isNothing(in: firm.currency)
    return hours + [
        .init(isNothing ? "0" : Numbers.change(consequence.worth, in: firm.currency), isNothing ? .good : nil),
        .init(report.shortfall()),
    ]
}

/// That there are more candidates than were tried, where there are.
func more(_ count: Int, _ style: Style) -> [String] {
    count > 0
        ? [
            style.paint(
                "  … and \(count) more whose hour there is worth less; `--all` tries them.", .quiet)
        ] : []
}
