// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What scenario files say: a firm, and where in the files each part of it stands.
public struct Scenario: Sendable {
    public let firm: Firm
    /// Where each thing is declared: the place of its key, its sentence or its row.
    public let places: [Subject: SourcePlace]
    /// Every file that was read, in that order: each one, then those that it includes.
    public let files: [String]
    /// What is allowed and yet hardly meant, such as a booking that lies outside the horizon.
    public let notes: [Problem]

    /// Reads a scenario file and all that it includes.
    ///
    /// - Parameter tables: further files, as if the scenario included them last.
    /// - Throws: everything that is wrong in any of the files, in the order of files and lines.
    ///
    /// ```swift
    /// let scenario = try Scenario.read(at: "studio.yaml")
    /// print(scenario.firm.people.count)
    /// ```
    public static func read(
        at path: String, including tables: [String] = [], from files: FileReader = .disk
    ) throws(Problems) -> Scenario {
        let loaded = Loader.load(path, including: tables, from: files)
        let reading = Reading(loaded)
        let firm = reading.firm()
        guard reading.problems.isEmpty, let firm else { throw Problems(reading.problems, in: loaded.sources) }
        return Scenario(
            firm: firm, places: reading.places, files: loaded.sources.map(\.name),
            notes: Problems(reading.notes, in: loaded.sources).all)
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
    case line(LineID)
    /// By its position in `Firm.bookings`.
    case booking(Int)
    /// By its position in `Firm.exclusions`.
    case exclusion(Int)
    case pool(Identifier<SubcontractorPool>)
    case horizon
    case policy
}
