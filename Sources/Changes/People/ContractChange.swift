// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Other hours for somebody, from one day to another; open ends are those of the contract.
///
/// Only days on which there is a contract change. Where there is none on any of the days, the contract is renewed: the
/// hours are agreed from `from` to `until`.
public struct ContractChange: Change {
    public var person: Identifier<Person>
    public var to: Contract
    public var from: Day?
    public var until: Day?

    public init(_ person: Identifier<Person>, to: Contract, from: Day? = nil, until: Day? = nil) {
        self.person = person
        self.to = to
        self.from = from
        self.until = until
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        let index = try firm.position(of: person)
        try firm.check(from: from, until: until)
        if to.alternates, from == nil {
            throw Refusal("from", .missing(examples: ["from: \(firm.horizon.days.first)"]))
        }
        let contract = firm.people[index].contract
        let hours = from.map { to.continuing(from: $0) } ?? to
        if contract.hasValue(from: from, until: until) {
            firm.people[index].contract =
                contract.changing(
                    from: from, until: until, continuing: { $0.continuing(from: $1) }, { _ in hours }
                ).counted
        } else {
            firm.people[index].contract = contract.setting(
                hours, from: from, until: until, continuing: { $0.continuing(from: $1) })
        }
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        let hours =
            switch to {
            case .share(let share): phrasing.percent(share)
            case .pattern(let pattern):
                phrasing.list(pattern.weeks.map { phrasing.hours($0.reduce(.zero, +)) }) + " a week"
            }
        return "\(phrasing.name(person)) works \(hours)\(phrasing.span(from: from, until: until))"
    }
}

extension Dated<Contract> {
    /// The same, with weeks that alternate counted from the first day of their piece.
    fileprivate var counted: Dated<Contract> {
        Dated(
            pieces: pieces.map { piece in
                Piece(
                    piece.first.map { piece.value.continuing(from: $0) } ?? piece.value, first: piece.first,
                    last: piece.last)
            })
    }
}
