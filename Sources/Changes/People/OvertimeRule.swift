// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// How much overtime there may be and what it costs: of one person, or of all who have no rule of their own.
public struct OvertimeRule: Change {
    /// Nil for the firm's rule.
    public var person: Identifier<Person>?
    /// Of a week's capacity; zero for none.
    public var limit: Share
    /// Against an ordinary hour; what it is now where nil.
    public var pay: Share?

    public init(_ person: Identifier<Person>? = nil, upTo limit: Share, at pay: Share? = nil) {
        self.person = person
        self.limit = limit
        self.pay = pay
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let index = try person.map { (id) throws(Refusal) in try firm.position(of: id) }
        let now = index.flatMap { firm.people[$0].overtime } ?? firm.policy.overtime
        let pay = pay ?? now?.pay ?? (limit == .zero ? .whole : nil)
        guard let pay else { throw Refusal("at", .missing(examples: ["at: 150%"])) }
        let rule = Overtime(limit: limit, pay: pay)
        if let index {
            firm.people[index].overtime = rule
        } else {
            firm.policy.overtime = limit == .zero ? nil : rule
        }
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let whose = person.map { " for \(phrasing.name($0))" } ?? ""
        if limit == .zero { return "No overtime\(whose)" }
        let price = pay.map { " at \(phrasing.percent($0))" } ?? ""
        return "Overtime\(whose) up to \(phrasing.percent(limit))\(price)"
    }
}
