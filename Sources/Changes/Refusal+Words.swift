// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Refusal: CustomStringConvertible {
    /// What is wrong, with the values in it.
    public var what: String { words.what }
    /// What to do about it.
    public var advice: String { words.advice }

    public var description: String { "\(what). \(advice)" }

    /// The one place where refusals get their words.
    private var words: (what: String, advice: String) {
        switch reason {
        case .unknown(let kind, let id, let known):
            (
                "no \(kind.rawValue) is called `\(id)`",
                known.isEmpty ? "There are none." : "There are: \(known.prefix(30).joined(separator: ", "))."
            )
        case .taken(let kind, let id):
            ("a \(kind.rawValue) is called `\(id)` already", "Choose another id.")
        case .missing(let examples):
            (
                "the change needs `\(key ?? "more")`",
                "Add for example \(examples.map { "`\($0)`" }.joined(separator: " or "))."
            )
        case .outsideHorizon(let days, let horizon):
            (
                "\(days) lies outside the horizon (\(horizon)), where it changes nothing",
                "Name days within the horizon, or take the change out."
            )
        case .datesReversed(let first, let last):
            ("\(first) is after \(last)", "Put the earlier date first.")
        case .tooMuch(let value, let most):
            ("the change would lead to \(value)", "The most is \(most); change less.")
        case .notHigher(let person, let skill, let level):
            (
                "\(person) has \(skill) at level \(level) already",
                "Name a higher level, or take the skill out of the change."
            )
        case .notEmployed(let person, let days):
            ("\(person) has no contract in \(days)", "Name days on which there is a contract.")
        case .noDates(let project):
            (
                "\(project) has no dates of its own: its work runs over the whole horizon",
                "Give the project `dates` or `phases`, or its needs `dates`."
            )
        case .deadlineBeforeStart(let deadline, let start):
            (
                "the work would begin on \(start), after its deadline, \(deadline)",
                "Move less, or set a later deadline before this change."
            )
        case .waitsFor(let phase, let before, let spare):
            (
                spare == 0
                    ? "\(phase) begins as soon as \(before) ends"
                    : "\(phase) begins \(spare == 1 ? "1 week" : "\(spare) weeks") after the end of \(before)",
                "Advance \(before) as well, or the whole project."
            )
        case .noPrice(let what):
            ("\(what) has no price that could change", "Say the new price, as in `to: 140/h`.")
        case .noEffect(let what):
            (what, "Check the names, or take the change out.")
        case .invalid(let what, let advice):
            (what, advice)
        }
    }
}
