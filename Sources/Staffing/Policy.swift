// SPDX-License-Identifier: GPL-3.0-or-later

/// How the firm weighs one thing against another: every soft wish has a price in money.
public struct Policy: Sendable, Equatable, Encodable {
    /// How proposed work counts.
    public enum Tentative: String, Sendable, Encodable, CaseIterable {
        /// With its value multiplied by its chance; its hours count in full.
        case weighted
        /// As if it were won.
        case full
        /// Not at all.
        case out
    }

    /// Whose cost is charged to the plan.
    public enum CostBasis: String, Sendable, Encodable, CaseIterable {
        /// Every booked hour at the person's cost rate, as project margin is measured.
        case full
        /// Only what changes with the plan: overtime and subcontractors; salaries are paid in any case.
        case marginal
    }

    /// The price of an hour of demand that stays unmet, beyond the revenue it would have brought.
    public struct UnmetPrices: Sendable, Equatable, Encodable {
        public var critical: Rate
        public var high: Rate
        public var normal: Rate
        public var low: Rate

        public init(critical: Rate, high: Rate, normal: Rate, low: Rate) {
            self.critical = critical
            self.high = high
            self.normal = normal
            self.low = low
        }

        public func price(of priority: Priority) -> Rate {
            switch priority {
            case .critical: critical
            case .high: high
            case .normal: normal
            case .low: low
            }
        }
    }

    /// What a worse fit costs, for each hour booked.
    public struct FitPrices: Sendable, Equatable, Encodable {
        /// A preferred skill that is missing, or held below the wished level.
        public var missingPreferred: Rate
        /// Each level above what the line asks for, averaged over its skills.
        public var overqualified: Rate
        /// The client is new to the person.
        public var newcomer: Rate
        /// Taken off where the project is one that the person wishes for.
        public var wish: Rate
        /// Taken off where the person is booked on the line already.
        public var stay: Rate
        /// The site of the project is not the person's office.
        public var travel: Rate

        public init(missingPreferred: Rate, overqualified: Rate, newcomer: Rate, wish: Rate, stay: Rate, travel: Rate) {
            self.missingPreferred = missingPreferred
            self.overqualified = overqualified
            self.newcomer = newcomer
            self.wish = wish
            self.stay = stay
            self.travel = travel
        }
    }

    /// From when on an alert is raised.
    public struct AlertLimits: Sendable, Equatable, Encodable {
        /// Load against capacity that is too much when it lasts.
        public var sustainedLoad: Share
        /// Weeks in a row at that load that are too many.
        public var sustainedWeeks: Int
        /// Below this share of the target a person counts as under target.
        public var underTarget: Share
        /// Above this share of the target a person counts as over target.
        public var overTarget: Share
        /// Margin below which a project is an alert.
        public var margin: Share
        /// Notice of contracts that end within the horizon while work goes on.
        public var expiryWeeks: Int

        public init(
            sustainedLoad: Share, sustainedWeeks: Int, underTarget: Share, overTarget: Share, margin: Share,
            expiryWeeks: Int
        ) {
            self.sustainedLoad = sustainedLoad
            self.sustainedWeeks = sustainedWeeks
            self.underTarget = underTarget
            self.overTarget = overTarget
            self.margin = margin
            self.expiryWeeks = expiryWeeks
        }
    }

    public var tentative: Tentative
    public var cost: CostBasis
    /// Nil where there is none.
    public var overtime: Overtime?
    public var unmet: UnmetPrices
    public var fit: FitPrices
    /// Hours that a newcomer to a running line needs to find their feet, at their cost rate, for a full share.
    public var handOver: Hours
    /// An absence of more than that many weeks lets a line change hands; a shorter one is covered.
    public var longAbsenceWeeks: Int
    public var internalTime: InternalTime?
    public var target: Share?
    public var alerts: AlertLimits
    public var bookable: BookingRules
    /// In the order in which they are planned for, each at most once; nil where the firm goes by its sum of money.
    public var goals: [PlanGoal]?

    public init(
        tentative: Tentative, cost: CostBasis, overtime: Overtime?, unmet: UnmetPrices, fit: FitPrices,
        handOver: Hours, longAbsenceWeeks: Int, internalTime: InternalTime?, target: Share?, alerts: AlertLimits,
        bookable: BookingRules = BookingRules(), goals: [PlanGoal]? = nil
    ) {
        self.tentative = tentative
        self.cost = cost
        self.overtime = overtime
        self.unmet = unmet
        self.fit = fit
        self.handOver = handOver
        self.longAbsenceWeeks = longAbsenceWeeks
        self.internalTime = internalTime
        self.target = target
        self.alerts = alerts
        self.bookable = bookable
        self.goals = goals
    }

    /// The policy of a firm that states none. Prices are whole major units of the currency.
    public static func standard(in currency: Currency) -> Policy {
        func rate(_ major: Int) -> Rate { Rate(perHour: Money(minorUnits: major * currency.scale)) }
        return Policy(
            tentative: .weighted, cost: .full, overtime: nil,
            unmet: UnmetPrices(critical: rate(400), high: rate(200), normal: rate(100), low: rate(40)),
            fit: FitPrices(
                missingPreferred: rate(6), overqualified: rate(2), newcomer: rate(3), wish: rate(4), stay: rate(8),
                travel: rate(12)),
            handOver: Hours(8), longAbsenceWeeks: 3, internalTime: nil, target: nil,
            alerts: AlertLimits(
                sustainedLoad: Share(percent: 100), sustainedWeeks: 6, underTarget: Share(percent: 90),
                overTarget: Share(percent: 115), margin: Share(percent: 10), expiryWeeks: 8))
    }
}
