// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// What can be wrong with terms of money.
enum TermsFault: Equatable, Sendable {
    case remindersOutOfOrder
    case tiersOutOfOrder
    case notATax(String)
    case noTerms(of: String)
    case noBilling
    case onlyBeside(String, terms: String)
    case severalRests
    case mixedInstalments
    case sumOff(sum: String, whole: String, hasRest: Bool)
    case contractWithoutProject(String)
    case contractWithoutClient(String)
    case contractTwice(project: String, contract: String, first: SourcePlace)
    case clientsDiffer(project: String, String, contract: String)
    case partWithoutWork(String, before: String)
    case phaseInTwoParts(String, first: String)
    case unfitRecognition(String, of: String, known: [String])
    case amendedBeforeSigning(Day, signed: Day)
    case amendedAfterEnd(Day, end: Day)
    case unfitAmendment(String, why: String)
    case termsInWhatIf(String)
    case amendmentsOutOfOrder
    // Tables of deals.
    case dealColumns([String], in: [String])
    case unknownStage(String, known: [String])
    case dateOrderUnknown(String)
}

extension TermsFault {
    /// Their words, as those of all problems.
    var words: (id: Problem.ID, what: String, advice: String) {
        switch self {
        case .remindersOutOfOrder:
            (.outOfOrder, "the reminders are not in the order of their days", "Begin with the earliest.")
        case .tiersOutOfOrder:
            (.outOfOrder, "the tiers are not in the order of their hours", "Begin with the fewest hours.")
        case .notATax(let text):
            (
                .notATax, "\(quoted(text)) is not a tax",
                "Write `S` with its rate, as in `S 23%`; or without one `Z` (zero), `E` (exempt), `AE` (reverse charge), `K` (within the Union), `G` (export), `O` (outside the scope)."
            )
        case .noTerms(let record):
            (
                .missingKey, "\(record) says nothing about how the work is sold",
                "Add `hourly`, `fixed`, `retainer` or `subscription`"
                    + (record == ClientContractFormat.record.name
                        ? "; or `parts`, each with one of them." : ", for example `hourly: {}`.")
            )
        case .noBilling:
            (
                .missingKey, "nothing says when the fixed price is billed",
                "Add `instalments` or a `schedule`, for example `instalments: { signature: 30%, handover: rest }`; or `billing: percent complete`."
            )
        case .onlyBeside(let key, let terms):
            (
                .conflictingKeys, "\(quoted(key)) means nothing without \(quoted(terms))",
                "Take it out, or add \(quoted(terms))."
            )
        case .severalRests:
            (.sumOff, "`rest` stands here a second time", "Say how much this one is; what is left goes to the other.")
        case .mixedInstalments:
            (
                .sumOff, "some instalments are shares, and others amounts",
                "Write all of them as shares, or all as amounts; one of them may be `rest`."
            )
        case .sumOff(let sum, let whole, let hasRest):
            (
                .sumOff,
                "the instalments come to \(sum), " + (hasRest ? "which leaves no rest of \(whole)" : "not to \(whole)"),
                "Change them so that they add up" + (hasRest ? "." : ", or write `rest` for one of them.")
            )
        case .contractWithoutProject(let id):
            (
                .missingKey, "no project is called \(quoted(id)), and the contract names none",
                "Add the projects that it is for, for example `projects: [apollo]`."
            )
        case .contractWithoutClient(let id):
            (
                .missingKey, "the contract \(quoted(id)) and its projects name no client",
                "Add the client, for example `client: northwind`."
            )
        case .contractTwice(let project, let contract, let first):
            (
                .contractTwice, "project \(quoted(project)) has a contract already, \(quoted(contract)) at \(first)",
                "Make the two one contract with `parts`, or give each its own projects."
            )
        case .clientsDiffer(let project, let client, let contract):
            (
                .clientsDiffer,
                "project \(quoted(project)) is for the client \(quoted(client)), but the contract is with \(quoted(contract))",
                "Take the project out of the contract, or change one of the two clients."
            )
        case .partWithoutWork(let part, let before):
            (
                .partWithoutWork,
                "no work is left for part \(quoted(part)): all that no part names is in \(quoted(before))",
                "Say of which phases one of the two is, for example `phases: [design]`."
            )
        case .phaseInTwoParts(let phase, let first):
            (
                .partWithoutWork, "phase \(quoted(phase)) is in part \(quoted(first)) already",
                "Name each phase in one part."
            )
        case .unfitRecognition(let method, let terms, let known):
            (
                .unfitRecognition, "the price of \(quoted(terms)) work does not come to be earned \(quoted(method))",
                known.count == 1
                    ? "Take the key out; such work is recognised \(quoted(known[0]))."
                    : "Write one of: \(known.joined(separator: ", "))."
            )
        case .amendedBeforeSigning(let day, let signed):
            (
                .amendmentDate, "the amendment is of \(day), and the contract was signed on \(signed)",
                "Change one of the dates, or put what it says into the contract."
            )
        case .amendedAfterEnd(let day, let end):
            (
                .amendmentDate, "the amendment is of \(day), and its project ends on \(end)",
                "Give its needs `dates` or a `phase`, or let the project end later."
            )
        case .unfitAmendment(let key, let why):
            (
                .unfitAmendment, "\(quoted(key)) cannot be amended here: \(why)",
                "Take it out, or change the contract's terms."
            )
        case .termsInWhatIf(let path):
            (
                .misplacedKey, "\(quoted(path)) is a term of money, which a what-if does not change",
                "Write it in the whole scenario; what is agreed later is an amendment of a contract."
            )
        case .dealColumns(let missing, let columns):
            (
                .unknownTable,
                "no column \(missing.map(quoted).joined(separator: ", ")) among \(listed(columns, most: 12))",
                "Say which column it is, as in `--column \"Deal ID=id\"`."
            )
        case .unknownStage(let text, let known):
            (
                .unknownWord, "\(quoted(text)) is not a stage of a deal",
                "The stages are \(known.joined(separator: ", ")); say which one it is, as in `--stage \"\(text)=proposal\"`, also with a chance: `proposal 40%`."
            )
        case .dateOrderUnknown(let text):
            (
                .notADate, "\(quoted(text)) does not say which number is the day",
                "Say `--dates day-first` or `--dates month-first`."
            )
        case .amendmentsOutOfOrder:
            (
                .outOfOrder, "this amendment is of a day before that of the one above",
                "List them in the order of their dates."
            )
        }
    }
}
