// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Something that may be sold, as it stands at its latest step.
public struct Opportunity: Sendable, Equatable {
    /// How far the sale has come.
    public enum Stage: String, Sendable, CaseIterable {
        case lead, qualified, proposal, negotiation, won, lost

        /// The chance where nobody says another one.
        public var usualChance: Share {
            switch self {
            case .lead: Share(percent: 10)
            case .qualified: Share(percent: 25)
            case .proposal: Share(percent: 50)
            case .negotiation: Share(percent: 75)
            case .won: .whole
            case .lost: .zero
            }
        }

        public var isOpen: Bool { self != .won && self != .lost }
    }

    public let id: Identifier<Opportunity>
    public var name: String
    /// As sales call it; a client's id where the deal is known to a scenario.
    public var client: String
    /// Won deals have the whole chance, lost ones none; open ones between the two.
    public private(set) var stage: Stage
    public private(set) var chance: Share
    public var value: Money
    public var currency: Currency
    /// When it is expected to be decided.
    public var closes: Day?
    public var owner: String
    /// Of a scenario, whose demand it brings.
    public var project: Identifier<Project>?

    /// - Parameter chance: of an open deal, above none and below the whole; the stage's where nil.
    public init(
        id: Identifier<Opportunity>, name: String, client: String, stage: Stage, chance: Share? = nil, value: Money,
        currency: Currency, closes: Day? = nil, owner: String = "", project: Identifier<Project>? = nil
    ) {
        self.id = id
        self.name = name
        self.client = client
        self.stage = stage
        self.chance = stage.usualChance
        self.value = value
        self.currency = currency
        self.closes = closes
        self.owner = owner
        self.project = project
        move(to: stage, chance: chance)
    }

    /// Whether an open deal can have such a chance.
    public static func isChance(_ share: Share) -> Bool { share > .zero && share < .whole }

    /// To another stage, with its usual chance unless an open one has its own.
    public mutating func move(to stage: Stage, chance: Share? = nil) {
        precondition(chance.map(Opportunity.isChance) ?? true, "an open deal is neither won nor lost")
        self.stage = stage
        self.chance = stage.isOpen ? chance ?? stage.usualChance : stage.usualChance
    }

    /// The value times the chance, rounded half to even to the minor unit.
    public var weighted: Money { value.times(chance) }
}
