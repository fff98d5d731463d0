// SPDX-License-Identifier: GPL-3.0-or-later

public import Explanation
import Matching
public import Staffing
public import Verification

/// Why somebody is not on a line, in words and as JSON.
public struct WhyNotReport: Sendable {
    let whyNot: WhyNot
    let firm: Firm

    public init(of whyNot: WhyNot, in firm: Firm) {
        self.whyNot = whyNot
        self.firm = firm
    }

    private var name: String { firm.name(of: whyNot.person) }

    public func text(_ style: Style) -> String {
        let head = [style.heading("Why not \(name) on \(whyNot.line)?".printable)]
        switch whyNot.answer {
        case .barred(let obstacles, let otherwise):
            return style.joined([head + barred(obstacles, style), hypothesis(otherwise, style)])
        case .leftOut:
            return style.joined([
                head + style.paragraphs(["The line is left out of the plan: its project is lost, or not counted."])
            ])
        case .noRoom:
            return style.joined([
                head
                    + style.paragraphs([
                        "\(name) could, but what is pinned leaves no room: their weeks or the line's are full of it."
                    ])
            ])
        case .price(let reservation, let consequence):
            let report = ConsequenceReport(consequence: consequence, firm: firm)
            return style.joined([
                head + style.paragraphs(priced(reservation, report)), report.table(style), report.moves(style),
            ])
        }
    }

    private func barred(_ obstacles: [Obstacle], _ style: Style) -> [String] {
        guard let line = firm.line(whyNot.line) else { return [] }
        return obstacles.flatMap { obstacle -> [String] in
            let words = obstacle.words(on: line)
            return style.paragraphs(["\(name) \(words.obstacle)", "→ \(words.change)"])
        }
    }

    private func hypothesis(_ otherwise: Consequence?, _ style: Style) -> [String] {
        guard let otherwise else { return [] }
        let report = ConsequenceReport(consequence: otherwise, firm: firm)
        if otherwise.worth.isNothing(in: firm.currency) {
            return style.paragraphs(["Without that in the way the best plan would be worth the same: there is no need."]
            )
        }
        return style.paragraphs([
            "Without that in the way \(report.verdict("the firm would lose", "the firm would gain"))."
        ]
        )
            + [""] + report.table(style)
    }

    private func priced(_ reservation: Reservation, _ report: ConsequenceReport) -> [String] {
        var texts: [String] = []
        if let value = whyNot.value { texts.append(value.sentence(in: firm.currency)) }
        texts.append(
            whyNot.planned.isDust
                ? "The plan gives \(name) nothing of it."
                : "The plan gives \(name) \(Numbers.hours(whyNot.planned)) h of it.")
        let most = "\(Numbers.hours(reservation.mostInAWeek)) h a week, \(Numbers.hours(reservation.hours)) h in all"
        let cut = reservation.isCut ? " (the line and their weeks hold no more)" : ""
        texts.append("With them there for at least \(most)\(cut), \(report.verdict()).")
        return texts
    }

    public func json() -> JSON {
        var members: [JSON.Member] = [
            .init("person", .string(whyNot.person.text)), .init("line", .string(whyNot.line.description)),
            .init("planned hours", .number(whyNot.planned.decimal)),
        ]
        if let value = whyNot.value { members.append(.init("an hour", value.json(in: firm.currency))) }
        switch whyNot.answer {
        case .barred(let obstacles, let otherwise):
            members.append(.init("answer", .string("barred")))
            members.append(.init("obstacles", .array(obstacles.map(\.json))))
            if let otherwise {
                members.append(.init("otherwise", ConsequenceReport(consequence: otherwise, firm: firm).json()))
            }
        case .leftOut: members.append(.init("answer", .string("left out")))
        case .noRoom: members.append(.init("answer", .string("no room")))
        case .price(let reservation, let consequence):
            members.append(.init("answer", .string("price")))
            members.append(.init("forced", reservation.json))
            members.append(.init("consequence", ConsequenceReport(consequence: consequence, firm: firm).json()))
        }
        return .object(members)
    }
}

extension Reservation {
    var json: JSON {
        .object([
            "hours": .number(hours.decimal), "most in a week": .number(mostInAWeek.decimal), "cut": .bool(isCut),
        ])
    }
}
