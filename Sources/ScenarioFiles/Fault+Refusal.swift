// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

extension Refusal {
    /// The same kind of problem as in any other file, where there is one.
    var fault: Fault {
        switch reason {
        case .unknown(let kind, let id, let known):
            .unknown(Reference(kind), id, known: known)
        case .datesReversed(let first, let last): .datesReversed(first, last)
        case .deadlineBeforeStart(let deadline, let start): .deadlineBeforeStart(deadline: deadline, start: start)
        case .taken, .missing, .outsideHorizon, .tooMuch, .notHigher, .notEmployed, .noDates, .waitsFor,
            .noPrice, .noEffect, .invalid:
            .refused(self)
        }
    }

    /// Changes have words of their own for what cannot be wrong elsewhere.
    var words: (id: Problem.ID, what: String, advice: String) { (id, what, advice) }

    private var id: Problem.ID {
        switch reason {
        case .unknown(let kind, _, _): Reference(kind).problem
        case .taken: .alreadyThere
        case .missing: .missingKey
        case .outsideHorizon: .outsideHorizon
        case .datesReversed: .datesReversed
        case .tooMuch: .outOfRange
        case .deadlineBeforeStart: .deadlineBeforeStart
        case .noDates, .waitsFor: .cannotMove
        // A setting that is invalid never comes this far: it reports its problems itself.
        case .notHigher, .notEmployed, .noPrice, .noEffect, .invalid: .noEffect
        }
    }
}

extension Reference {
    init(_ kind: Refusal.Kind) {
        switch kind {
        case .person: self = .person
        case .project: self = .project
        case .need: self = .need
        case .phase: self = .phase
        case .client: self = .client
        case .office: self = .office
        case .calendar: self = .calendar
        case .role: self = .role
        case .skill: self = .skill
        case .pool: self = .pool
        }
    }
}
