// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// Writes a made-up firm of any size as the text of a scenario file.
///
/// The same numbers give the same bytes on every machine.
///
///     let text = FirmGenerator(people: 50, weeks: 26, seed: 7).text()
public struct FirmGenerator: Sendable {
    /// How freely the work may be handed around.
    public enum SpreadMix: String, Sendable, CaseIterable {
        /// Every line is steady.
        case steady
        /// Every line is for whoever has time in the week.
        case weekly
        /// Four lines in five are steady, most others weekly, a few for any time.
        case mixed
    }

    public let people: Int
    public let weeks: Int
    public let seed: UInt64
    /// The hours asked for by all projects, won or proposed, against the hours that can be planned.
    public let load: Share
    public let spread: SpreadMix
    /// Whether it has grades, mentors, sites, teams and mixes, which bookable plans keep to. Without them it is the same firm.
    public let hasRules: Bool

    /// - Precondition: at least one person and one week, at most ten years.
    public init(
        people: Int, weeks: Int, seed: UInt64, load: Share = Share(percent: 95), spread: SpreadMix = .mixed,
        rules hasRules: Bool = false
    ) {
        precondition(people > 0, "a firm has people")
        precondition((1...Horizon.mostWeeks).contains(weeks), "a horizon has from 1 to \(Horizon.mostWeeks) weeks")
        self.people = people
        self.weeks = weeks
        self.seed = seed
        self.load = load
        self.spread = spread
        self.hasRules = hasRules
    }

    /// The scenario file.
    public func text() -> String {
        let firm = firm()
        return """
            # \(firm.name): \(people) people for \(weeks) weeks, made up from seed \(seed).
            #
            # Nobody here exists. Work asks for \(load.written) of the hours that can be planned; some of it is only proposed, some
            # cannot be done by anybody, and some people are promised more than once.


            """ + FirmText(firm).text
    }

    /// The firm as values.
    func firm() -> Firm {
        var random = SplitMix64(seed: seed)
        let horizon = DayRange(Self.firstDay, Self.firstDay + 7 * weeks - 1)
        let places = Array(Place.all.prefix(people < 60 ? 3 : 4))
        let clients = Clientele.draw(count: min(400, max(3, people / 5)), &random)
        var firm = Firm(
            name: "\(random.pick(Self.names)) \(random.pick(Self.kinds))", horizon: Horizon(horizon),
            currency: Self.euro, calendar: "lisbon",
            calendars: places.map { place in
                WorkCalendar(
                    id: Identifier(place.id), pattern: .fullTime,
                    holidays: place.holidays(within: horizon).map { TimeOff(DayRange($0, $0)) })
            },
            offices: places.map { Office(id: Identifier($0.id), name: $0.name, calendar: Identifier($0.id)) },
            people: Workforce(horizon: horizon, offices: places, clients: clients).draw(count: people, &random),
            clients: clients,
            rates: RateCard(
                Trades.grades.map { grade in
                    let rate = Rate(perHour: Money(minorUnits: grade.rate * Self.euro.scale))
                    return RateCard.Entry(role: Identifier(grade.role), rate: Dated(always: rate))
                }),
            projects: [], bookings: [], exclusions: [], subcontractors: subcontractors(), policy: policy())
        var portfolio = Portfolio(firm: firm, load: load, spread: spread, random: SplitMix64(seed: random.next()))
        let (projects, models) = portfolio.draw()
        firm.projects = projects
        firm.bookings = Promises(firm: firm, models: models).draw(&random)
        for position in firm.people.indices where random.chance(6) && !projects.isEmpty {
            firm.people[position].wishes = [random.pick(projects).id]
        }
        if hasRules {
            var rules = HouseRules(seed: seed)
            rules.apply(to: &firm)
        }
        return firm
    }

    private func policy() -> Policy {
        var policy = Policy.standard(in: Self.euro)
        policy.overtime = Overtime(limit: Share(percent: 10), pay: Share(percent: 150))
        policy.internalTime = .share(Share(percent: 10))
        policy.target = Share(percent: 80)
        return policy
    }

    private func subcontractors() -> [SubcontractorPool] {
        func pool(_ id: String, _ name: String, _ skills: [SkillLevel], hours: Int, cost: Int) -> SubcontractorPool {
            SubcontractorPool(
                id: Identifier(id), name: name, skills: skills, roles: ["consultant"], hoursPerWeek: Hours(hours),
                cost: Dated(always: Rate(perHour: Money(minorUnits: cost * Self.euro.scale))), days: nil)
        }
        let builders = pool(
            "freelancers", "Freelancers", [SkillLevel("java", 4), SkillLevel("react", 4), SkillLevel("testing", 4)],
            hours: max(8, people / 2), cost: 92)
        guard people >= 60 else { return [builders] }
        let partner = [SkillLevel("cloud", 4), SkillLevel("devops", 4), SkillLevel("sap", 3)]
        return [builders, pool("tagus-partners", "Tagus Partners", partner, hours: people / 4, cost: 110)]
    }

    private static let firstDay: Day = {
        guard let monday = Day("2026-01-05") else { preconditionFailure("2026-01-05 is a day") }
        return monday
    }()
    private static let euro: Currency = {
        guard let euro = Currency("EUR") else { preconditionFailure("EUR is a currency") }
        return euro
    }()
    private static let names = ["Albatros", "Kormoran", "Lodestar", "Meridiano", "Sextant", "Tessera", "Vela", "Zenit"]
    private static let kinds = ["Consulting", "Digital", "Partners", "Software", "Systems"]
}

extension FirmGenerator.SpreadMix {
    func draw(_ random: inout SplitMix64) -> DemandLine.Spread {
        switch self {
        case .steady: .steady
        case .weekly: .weekly
        case .mixed: [.steady, .weekly, .anytime][random.position(weights: [80, 15, 5])]
        }
    }
}
