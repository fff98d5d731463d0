// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Another wished utilisation: of one person, or of all who have none of their own.
public struct Target: Change {
    /// Nil for the firm's.
    public var person: Identifier<Person>?
    public var share: Share

    public init(_ person: Identifier<Person>?, at share: Share) {
        self.person = person
        self.share = share
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        if let person {
            firm.people[try firm.position(of: person)].target = share
        } else {
            firm.policy.target = share
        }
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let whose = person.map { " of \(phrasing.name($0))" } ?? ""
        return "The target\(whose) is \(phrasing.percent(share))"
    }
}
