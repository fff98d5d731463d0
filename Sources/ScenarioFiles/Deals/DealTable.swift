// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing

/// Deals as other programs export them: a CSV file with a row for each.
///
/// Columns are found by their names, or as the caller maps them; all others are passed over. Everything that is wrong in
/// any row is said at once.
public struct DealTable: Sendable {
    public enum Column: String, Sendable, CaseIterable {
        case id, name, client, stage, value, currency, probability, closes, owner, project

        /// Under which names it is found, in small letters.
        var names: [String] {
            switch self {
            case .id: ["id", "deal id", "opportunity id", "record id", "external id"]
            case .name: ["name", "deal", "deal name", "opportunity", "opportunity name", "title"]
            case .client: ["client", "company", "company name", "account", "account name", "customer", "organization"]
            case .stage: ["stage", "deal stage", "status"]
            case .value: ["value", "amount", "deal value"]
            case .currency: ["currency", "currency code"]
            case .probability: ["probability", "probability %", "probability (%)", "chance", "win probability"]
            case .closes: ["closes", "close date", "expected close", "expected close date", "due date", "closing date"]
            case .owner: ["owner", "deal owner", "opportunity owner", "owner email"]
            case .project: ["project", "project id"]
            }
        }
    }

    /// In which order day and month stand in dates with slashes.
    public enum DateOrder: String, Sendable, CaseIterable {
        case dayFirst = "day-first"
        case monthFirst = "month-first"
    }

    /// A stage of ours, and a chance of its own where it has one.
    public struct Stage: Sendable {
        public let stage: Opportunity.Stage
        public let chance: Share?

        public init(_ stage: Opportunity.Stage, chance: Share? = nil) {
            self.stage = stage
            self.chance = chance
        }
    }

    /// By the name in the header, in small letters.
    public var columns: [String: Column] = [:]
    /// By the other program's word, in small letters.
    public var stages: [String: Stage] = [:]
    public var dates: DateOrder?
    /// Whether decimals follow a comma, and points stand between thousands.
    public var hasDecimalCommas = false
    /// Of amounts that name none.
    public let currency: Currency

    public init(currency: Currency) {
        self.currency = currency
    }

    /// Reads the deals of a file.
    ///
    /// - Parameter known: deals as they stand: what the file has no column for stays as it is there.
    /// - Throws: all that is wrong with it.
    public func read(_ bytes: [UInt8], named name: String, over known: [Opportunity] = []) throws(Problems)
        -> [Opportunity]
    {
        let source: SourceText
        let table: Table
        do throws(Problem) {
            source = try SourceText(name: name, bytes: bytes)
            table = try Table(source)
        } catch {
            throw Problems([error], in: [SourceText(name: name, text: "")])
        }
        let reading = DealReading(self, table, over: known)
        let deals = reading.deals()
        guard reading.problems.isEmpty else { throw Problems(reading.problems, in: [source]) }
        return deals
    }

    /// Words of other programs for our stages, in small letters.
    static let usualStages: [String: Opportunity.Stage] = [
        "prospecting": .lead, "prospect": .lead, "new": .lead, "qualification": .qualified, "discovery": .qualified,
        "proposal sent": .proposal, "proposal/price quote": .proposal, "quote": .proposal, "quoted": .proposal,
        "negotiation/review": .negotiation, "contract sent": .negotiation, "closed won": .won, "closedwon": .won,
        "closed lost": .lost, "closedlost": .lost,
    ]
}
