// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// The soft rules: what a less than perfect match costs for each hour, at the prices of the policy.
///
/// Each rule gives money per hour; their sum is the misfit. It is negative where a wish or a standing booking outweighs
/// the rest.
public struct Fit: Sendable {
    let prices: Policy.FitPrices

    public init(prices: Policy.FitPrices) {
        self.prices = prices
    }

    public func misfit(of person: Person, for line: DemandLine, in project: Project, isBooked: Bool) -> Rate {
        let parts = [
            missingPreferred(person, line), overqualified(person, line), newcomer(person, project),
            wish(person, project), stay(isBooked), travel(person, project),
        ]
        return Rate(perHour: parts.reduce(.zero) { $0 + $1.perHour })
    }

    /// Each preferred skill that the person lacks, or holds below the wished level.
    func missingPreferred(_ person: Person, _ line: DemandLine) -> Rate {
        let missing = line.preferred.count { (person.level(in: $0.skill) ?? 0) < $0.level }
        return Rate(perHour: Money(minorUnits: missing * prices.missingPreferred.perHour.minorUnits))
    }

    /// Levels above what is asked, averaged over the required skills: an expert on a beginner's line is a waste.
    func overqualified(_ person: Person, _ line: DemandLine) -> Rate {
        guard !line.skills.isEmpty else { return .zero }
        let surplus = line.skills.reduce(0) { sum, required in
            sum + max(0, (person.level(in: required.skill) ?? required.level) - required.level)
        }
        return prices.overqualified.times(Share(millionths: surplus * 1_000_000 / line.skills.count))
    }

    /// The client is not among those that the person knows.
    func newcomer(_ person: Person, _ project: Project) -> Rate {
        guard let client = project.client, !person.knows.contains(client) else { return .zero }
        return prices.newcomer
    }

    /// The project is one that the person wishes for.
    func wish(_ person: Person, _ project: Project) -> Rate {
        person.wishes.contains(project.id) ? Rate(perHour: -prices.wish.perHour) : .zero
    }

    /// The person is booked on the line already.
    func stay(_ isBooked: Bool) -> Rate {
        isBooked ? Rate(perHour: -prices.stay.perHour) : .zero
    }

    /// The project's site is not the person's office.
    func travel(_ person: Person, _ project: Project) -> Rate {
        project.site(awayFrom: person) == nil ? .zero : prices.travel
    }
}
