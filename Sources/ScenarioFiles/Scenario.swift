// SPDX-License-Identifier: GPL-3.0-or-later

public import Changes
public import Finance
public import Staffing

/// What scenario files say: a firm, and where in the files each part of it stands.
///
/// A file that starts `from:` another one is the last of several steps, of which the first is a whole scenario. Their
/// changes have been made: `firm` knows nothing of them.
public struct Scenario: Sendable {
    /// A file on the way from the whole scenario to the one that was opened.
    public struct Step: Sendable {
        public let file: String
        /// What it describes, after its changes; it has the file's name.
        public let firm: Firm
        /// None in the first step.
        public let changes: [Made]
    }

    /// A change that has been made, what it says, and where its verb stands.
    public struct Made: Sendable {
        public let change: any Change
        public let sentence: String
        public let place: SourcePlace
    }

    public let firm: Firm
    /// The terms of money, from the whole scenario: what-ifs change none of them. Clients and projects that a what-if has
    /// dropped are not in them.
    public let books: Books
    /// Where each thing is declared: the place of its key, its sentence or its row; or of the change that brought it.
    public let places: [Subject: SourcePlace]
    /// Every file that was read, in that order: each one, then those that it includes or starts from.
    public let files: [String]
    /// What is allowed and yet hardly meant, such as a booking that lies outside the horizon.
    public let notes: [Problem]
    /// The whole scenario, then each file that changes the one before it, the opened one last.
    public let steps: [Step]
    /// Whether the bookings are those of the ledger, beside what `firm` has: files do not hold them.
    public let plansOnLedger: Bool

    /// What the opened file starts from, or nil where it is whole.
    public var base: Firm? { steps.dropLast().last?.firm }
    /// The changes of the opened file, in their order; made to `base`, they give `firm`, but for its name.
    public var changes: [any Change] { steps.last?.changes.map(\.change) ?? [] }

    /// Reads a scenario file, all that it includes, and the scenarios that it starts from.
    ///
    /// - Parameter tables: further files, as if the whole scenario included them last.
    /// - Throws: everything that is wrong in any of the files, in the order of files and lines.
    ///
    /// ```swift
    /// let scenario = try Scenario.read(at: "apollo-slips.yaml")
    /// print(scenario.steps.last?.changes.map(\.sentence) ?? [])
    /// ```
    public static func read(
        at path: String, including tables: [String] = [], from files: FileReader = .disk
    ) throws(Problems) -> Scenario {
        let loaded = Loader.load(path, including: tables, from: files)
        let reading = Reading(loaded)
        let whole = reading.firm()
        let isSound = reading.problems.isEmpty
        var steps =
            whole.map { [Step(file: loaded.documents.first?.root.place.file ?? path, firm: $0, changes: [])] } ?? []
        for document in loaded.overlays.reversed() {
            if let step = reading.overlay(document, on: isSound ? steps.last?.firm : nil) { steps.append(step) }
        }
        guard reading.problems.isEmpty, let firm = steps.last?.firm, let books = reading.books else {
            throw Problems(reading.problems, in: loaded.sources)
        }
        return Scenario(
            firm: firm, books: books.fitting(firm), places: reading.places, files: loaded.sources.map(\.name),
            notes: Problems(reading.notes, in: loaded.sources).all, steps: steps,
            plansOnLedger: reading.sections.areOnLedger)
    }
}

extension Scenario {
    /// Whether a file stands for a firm by itself: it starts `from:` another one, or says its own horizon. Any other file
    /// is there to be included.
    public static func stands(at path: String, from files: FileReader = .disk) -> Bool {
        let loaded = Loader.load(path, including: [], from: files)
        return !loaded.overlays.isEmpty
            || loaded.documents.first?.root.entries.contains { $0.key.text == "horizon" } ?? false
    }
}

/// A part of a firm that has a place of its own in the files.
public enum Subject: Hashable, Sendable {
    case calendar(Identifier<WorkCalendar>)
    case office(Identifier<Office>)
    case client(Identifier<Client>)
    case person(Identifier<Person>)
    /// A line of the firm's rate card.
    case rate(Identifier<Role>)
    case project(Identifier<Project>)
    case phase(Identifier<Project>, Identifier<Phase>)
    case task(TaskID)
    case line(LineID)
    /// By its position in `Firm.bookings`.
    case booking(Int)
    /// By its position in `Firm.exclusions`.
    case exclusion(Int)
    case pool(Identifier<SubcontractorPool>)
    case horizon
    case policy
}
