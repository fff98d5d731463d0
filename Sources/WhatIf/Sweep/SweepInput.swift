// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing
import Verification

/// What a sweep is made from: two sweeps with the same input have the same rows, to the byte.
public struct SweepInput: Sendable, Equatable, Codable {
    /// A project of the firm that is won in some draws and lost in others.
    public struct Proposal: Sendable, Equatable, Codable {
        public let id: String
        /// In millionths.
        public let chance: Int
    }

    /// Of the program.
    public let version: String
    /// SHA-256 of the firm before anything is varied.
    public let digest: String
    public let scenario: String
    public let currency: String
    public let firstWeek: Week
    public let lastWeek: Week
    public let seed: UInt64
    public let draws: Int?
    /// As the caller wrote it: `projects.apollo.start=0w..6w`.
    public let varied: [String]
    /// How many scenarios there are.
    public let count: Int
    public let proposals: [Proposal]
    /// Needs and phases whose amount or length is a range.
    public let ranges: Int

    /// - Parameter varied: what `sweep.points` were made from.
    public init(of sweep: Sweep, varied: [String] = [], version: String) throws {
        let firm = sweep.firm
        self.version = version
        digest = try firm.digest()
        scenario = firm.name
        currency = firm.currency.code
        firstWeek = firm.horizon.firstWeek
        lastWeek = firm.horizon.lastWeek
        seed = sweep.seed
        draws = sweep.draws
        self.varied = varied
        count = sweep.count
        proposals = firm.projects.compactMap { project in
            guard case .proposed(let chance) = project.stage else { return nil }
            return Proposal(id: project.id.text, chance: chance.millionths)
        }
        ranges = firm.projects.reduce(0) { sum, project in
            sum + project.lines.count { $0.range != nil } + project.phases.count { $0.weeks != nil }
        }
    }

    /// What differs first, for a message: `seed 1, not 2`; nil where nothing does.
    public func difference(from other: SweepInput) -> String? {
        if version != other.version { return "made by \(version), not by \(other.version)" }
        if digest != other.digest { return "of another scenario, or of one that has changed since" }
        if seed != other.seed { return "of seed \(seed), not \(other.seed)" }
        if draws != other.draws { return "of \(Self.words(draws)), not of \(Self.words(other.draws))" }
        if varied != other.varied { return "of another --vary" }
        return self == other ? nil : "of another sweep"
    }

    private static func words(_ draws: Int?) -> String { draws.map { "\($0) draws" } ?? "no draws" }
}
