// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// One step of a what-if: somebody leaves, a project slips, a price rises.
///
/// A change is a plain value; the same one can be made to several firms, alone or after others.
public protocol Change: Sendable {
    /// Makes the change. A change that is refused leaves the firm as it was.
    func apply(to firm: inout Firm) throws(Refusal)

    /// What the change does, without a full stop: "Delay Apollo by 3 weeks".
    ///
    /// - Parameter firm: the firm to which the change is made, before it is made; it gives the names.
    func sentence(in firm: Firm) -> String
}

extension Firm {
    /// The firm after the changes, made one after the other.
    ///
    /// - Throws: why the first of them that cannot be made is refused.
    ///
    /// ```swift
    /// let later = try firm.applying([Delay(project: "apollo", weeks: 3), Lose(project: "vega")])
    /// ```
    public func applying(_ changes: [any Change]) throws(Refusal) -> Firm {
        var firm = self
        for change in changes { try change.apply(to: &firm) }
        return firm
    }
}
