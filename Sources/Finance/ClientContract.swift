// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// What was agreed with a client about money (the hours that a person has agreed to are a `Staffing.Contract`).
public struct ClientContract: Sendable, Equatable {
    public let id: Identifier<ClientContract>
    public var name: String
    public var client: Identifier<Client>
    /// Whose time and expenses it is for; a project has at most one contract.
    public var projects: [Identifier<Project>]
    /// Of all its amounts and rates.
    public var currency: Currency
    public var signed: Day?
    /// At least one. Work belongs to the first part that covers it.
    public var parts: [ContractPart]
    public var expenses: ExpenseTerms
    /// The client's, else the seller's where nil.
    public var tax: Tax?
    public var dueDays: Int?
    public var purchaseOrder: PurchaseOrder?
    /// In the order of their days.
    public var amendments: [Amendment]

    public init(
        id: Identifier<ClientContract>, name: String, client: Identifier<Client>, projects: [Identifier<Project>],
        currency: Currency, signed: Day? = nil, parts: [ContractPart], expenses: ExpenseTerms = ExpenseTerms(),
        tax: Tax? = nil, dueDays: Int? = nil, purchaseOrder: PurchaseOrder? = nil, amendments: [Amendment] = []
    ) {
        self.id = id
        self.name = name
        self.client = client
        self.projects = projects
        self.currency = currency
        self.signed = signed
        self.parts = parts
        self.expenses = expenses
        self.tax = tax
        self.dueDays = dueDays
        self.purchaseOrder = purchaseOrder
        self.amendments = amendments
    }
}

/// A part of a contract with terms of its own; most contracts have one.
public struct ContractPart: Sendable, Equatable {
    public let id: Identifier<ContractPart>
    public var name: String
    /// The phases of the contract's projects whose work it is for; all that no other part names where empty.
    public var phases: [Identifier<Phase>]
    public var terms: Terms
    public var recognition: RecognitionMethod

    public init(
        id: Identifier<ContractPart>, name: String, phases: [Identifier<Phase>] = [], terms: Terms,
        recognition: RecognitionMethod? = nil
    ) {
        self.id = id
        self.name = name
        self.phases = phases
        self.terms = terms
        self.recognition = recognition ?? terms.usualRecognition
    }

    public enum Terms: Sendable, Equatable {
        case timeAndMaterials(TimeAndMaterials)
        case fixedFee(FixedFee)
        case retainer(Retainer)
        case subscription(Subscription)

        /// As delivered for work by the hour, by cost for a fixed fee, straight line for what is paid by the period.
        public var usualRecognition: RecognitionMethod {
            switch self {
            case .timeAndMaterials: .asDelivered
            case .fixedFee: .percentageOfCompletion(.cost)
            case .retainer, .subscription: .straightLine
            }
        }
    }
}

/// When what was agreed counts as earned.
public enum RecognitionMethod: Hashable, Sendable {
    public enum Measure: String, Sendable, CaseIterable {
        case cost, hours
    }

    /// Approved billable work and expenses at their prices.
    case asDelivered
    /// The price times what was spent over what it will take in all; expected losses at once.
    case percentageOfCompletion(Measure)
    /// The part of the price that a milestone carries, when it is reached.
    case milestone
    /// Evenly over the days from the first through the last.
    case straightLine
}

/// Work sold by the hour.
public struct TimeAndMaterials: Sendable, Equatable {
    /// Before any rate of lines, clients and the firm.
    public var rates: [AgreedRate]
    /// All invoices of the part together come to no more, expenses aside.
    public var cap: Money?
    /// Invoiced for a month at least.
    public var monthlyMinimum: Money?
    /// Off every amount.
    public var discount: Share
    /// In the order of their hours: what a month's hours above so many cost less.
    public var tiers: [Tier]

    public struct Tier: Hashable, Sendable {
        public let above: Hours
        /// Instead of the discount of the tier before.
        public let discount: Share

        public init(above: Hours, discount: Share) {
            self.above = above
            self.discount = discount
        }
    }

    public init(
        rates: [AgreedRate] = [], cap: Money? = nil, monthlyMinimum: Money? = nil, discount: Share = .zero,
        tiers: [Tier] = []
    ) {
        self.rates = rates
        self.cap = cap
        self.monthlyMinimum = monthlyMinimum
        self.discount = discount
        self.tiers = tiers
    }
}

/// What an hour of somebody, of a grade or of a role is sold for under a contract. The first that fits counts, people
/// before grades before roles.
public struct AgreedRate: Sendable, Equatable {
    public enum Whose: Hashable, Sendable {
        case person(Identifier<Person>)
        case grade(Identifier<Grade>)
        case role(Identifier<Role>)
    }

    public let whose: Whose
    public let rate: Dated<Rate>

    public init(_ whose: Whose, _ rate: Dated<Rate>) {
        self.whose = whose
        self.rate = rate
    }
}

/// A price for the whole.
public struct FixedFee: Sendable, Equatable {
    public enum Billing: Sendable, Equatable {
        /// Each when it is reached; the amounts add up to the price.
        case milestones([Instalment])
        /// Each on its day; the amounts add up to the price.
        case schedule([DatedInstalment])
        /// Each month what has been completed, less what was invoiced.
        case percentComplete
    }

    public struct Instalment: Hashable, Sendable {
        public let name: String
        public let amount: Money

        public init(name: String, amount: Money) {
            self.name = name
            self.amount = amount
        }
    }

    public struct DatedInstalment: Hashable, Sendable {
        public let day: Day
        public let amount: Money

        public init(day: Day, amount: Money) {
            self.day = day
            self.amount = amount
        }
    }

    public var price: Money
    public var billing: Billing

    public init(price: Money, billing: Billing) {
        self.price = price
        self.billing = billing
    }
}

/// How often something is paid.
public enum BillingPeriod: Int, Sendable, CaseIterable {
    case month = 1
    case quarter = 3
    case year = 12

    public var months: Int { rawValue }
}

/// Hours held ready for a client at a fee for each period.
public struct Retainer: Sendable, Equatable {
    public var fee: Money
    public var every: BillingPeriod
    public var days: OpenDays
    public var included: Hours
    /// For how many further periods hours that were not used stay good, the oldest used first.
    public var rollOver: Int
    /// For hours beyond; by the contract's rates where nil.
    public var overage: Rate?
    /// Invoiced on the first day of a period, or after its last.
    public var inAdvance: Bool

    public init(
        fee: Money, every: BillingPeriod, days: OpenDays, included: Hours, rollOver: Int = 0, overage: Rate? = nil,
        inAdvance: Bool = true
    ) {
        self.fee = fee
        self.every = every
        self.days = days
        self.included = included
        self.rollOver = rollOver
        self.overage = overage
        self.inAdvance = inAdvance
    }
}

/// A fee for each period, whatever is done.
public struct Subscription: Sendable, Equatable {
    public var fee: Money
    public var every: BillingPeriod
    public var days: OpenDays
    /// On each anniversary of the first day, the fee rises by so much; below zero it falls.
    public var yearlyIndex: Share
    public var inAdvance: Bool

    public init(
        fee: Money, every: BillingPeriod, days: OpenDays, yearlyIndex: Share = .zero, inAdvance: Bool = true
    ) {
        self.fee = fee
        self.every = every
        self.days = days
        self.yearlyIndex = yearlyIndex
        self.inAdvance = inAdvance
    }
}

/// Days from one on, through another or without end.
public struct OpenDays: Hashable, Sendable {
    public let first: Day
    public let last: Day?

    public init(first: Day, last: Day? = nil) {
        self.first = first
        self.last = last
    }
}

/// What becomes of expenses and third-party costs.
public struct ExpenseTerms: Hashable, Sendable {
    public var billable: Bool
    /// On top of the cost, unless the expense says otherwise.
    public var markUp: Share
    /// All of them together, mark-up included; the rest is the firm's own.
    public var cap: Money?

    public init(billable: Bool = true, markUp: Share = .zero, cap: Money? = nil) {
        self.billable = billable
        self.markUp = markUp
        self.cap = cap
    }
}

/// The client's order, which invoices quote and may not go beyond.
public struct PurchaseOrder: Hashable, Sendable {
    public let number: String
    /// Before tax; without a limit where nil.
    public let limit: Money?

    public init(number: String, limit: Money?) {
        self.number = number
        self.limit = limit
    }
}

/// A change order: what was agreed later, from its day on.
public struct Amendment: Sendable, Equatable {
    public let id: Identifier<Amendment>
    public var name: String
    public var day: Day
    /// Which part it changes.
    public var part: Identifier<ContractPart>
    /// Added to the price of a fixed fee, or to the cap of work by the hour; below zero it takes away.
    public var price: Money
    /// Added to the project's budget.
    public var budget: Money
    /// Instalments that it brings: they carry its price where billing is by milestones or a schedule.
    public var milestones: [FixedFee.Instalment]
    public var schedule: [FixedFee.DatedInstalment]
    /// Before all rates agreed earlier, from its day on.
    public var rates: [AgreedRate]
    /// A new fee of a retainer or subscription, for periods that begin on its day or later.
    public var fee: Money?
    /// Added to the purchase order's limit.
    public var orderLimit: Money
    /// Whose budget and work it changes; nil where it changes neither.
    public var project: Identifier<Project>?
    /// Work that it adds to the contract's project: lines of demand, also in the firm.
    public var lines: [LineID]

    public init(
        id: Identifier<Amendment>, name: String, day: Day, part: Identifier<ContractPart>, price: Money = .zero,
        budget: Money = .zero, milestones: [FixedFee.Instalment] = [], schedule: [FixedFee.DatedInstalment] = [],
        rates: [AgreedRate] = [], fee: Money? = nil, orderLimit: Money = .zero, project: Identifier<Project>? = nil,
        lines: [LineID] = []
    ) {
        self.id = id
        self.name = name
        self.day = day
        self.part = part
        self.price = price
        self.budget = budget
        self.milestones = milestones
        self.schedule = schedule
        self.rates = rates
        self.fee = fee
        self.orderLimit = orderLimit
        self.project = project
        self.lines = lines
    }
}
