// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
public import Staffing

extension PlanCheck {
    /// The digest is that of the firm, each stage is worth what it says, its bound follows from its prices, and the
    /// status says no more than the gap allows.
    func certificate(digest: String) -> [Violation] {
        var found: [Violation] = []
        if plan.digest != digest { found.append(.digestWrong(stated: plan.digest, actual: digest)) }
        let certificate = plan.certificate
        guard certificate.stages.map(\.name) == Certificate.Stage.Name.allCases else { return found + [.stagesWrong] }
        for stage in certificate.stages {
            let book = PriceBook(stage.prices, in: situation)
            found += book.bad(after: certificate.goals.count).map { .badPrice(stage.name, $0) }
            let proof = StageProof(
                stage.name, tally: tally, prices: book, situation: situation, after: certificate.goals)
            if !proof.objective.isClose(to: stage.objective) {
                found.append(.objectiveWrong(stage.name, stated: stage.objective, actual: proof.objective))
            }
            if !proof.bound.isClose(to: stage.bound) {
                found.append(.boundWrong(stage.name, stated: stage.bound, actual: proof.bound))
            }
            if Double(stage.objective.minorUnits - stage.bound.minorUnits) > rounding(of: stage.bound) + given(book) {
                found.append(.boundBelowObjective(stage.name))
            }
        }
        if let searched = certificate.searched { found += check(searched: searched) }
        if certificate.status == .optimal, certificate.gap > Certificate.roundingGap {
            found.append(.statusWrong(stated: certificate.status, gap: certificate.gap))
        }
        return found
    }

    /// What a search of all bookable plans has found bounds this one, and is itself within what the prices prove.
    private func check(searched: Money) -> [Violation] {
        guard plan.style == .bookable else { return [.searchedFractional] }
        let certificate = plan.certificate
        let rounding = rounding(of: searched)
        let isBelow = Double(certificate.objective.minorUnits) - Double(searched.minorUnits) > rounding
        let isAbove = Double(searched.minorUnits) - Double(certificate.bound.minorUnits) > rounding
        guard isBelow || isAbove else { return [] }
        return [.searchedWrong(searched, objective: certificate.objective, bound: certificate.bound)]
    }

    /// What goals that are missed by seconds give to the value, at their prices, in minor units.
    private func given(_ book: PriceBook) -> Double {
        zip(plan.certificate.goals, book.goals).reduce(0) { $0 + $1.1 * $1.0.shortfall(in: situation) }
    }

    /// By how much the seconds of rounding may lift a plan above its bound, in minor units.
    private func rounding(of bound: Money) -> Double { 100 + 1e-6 * abs(Double(bound.minorUnits)) }
}

/// What a stage of a plan is worth and what bounds it, by arithmetic.
public struct StageProof {
    public let objective: Money
    public let bound: Money

    /// - Parameters:
    ///   - prices: what is stated; those that are not prices count as zero.
    ///   - goals: what was planned for before and is kept.
    public init(
        _ stage: Certificate.Stage.Name, tally: Tally, prices: StagePrices, situation: Situation,
        after goals: [GoalStage] = []
    ) {
        self.init(stage, tally: tally, prices: PriceBook(prices, in: situation), situation: situation, after: goals)
    }

    init(
        _ stage: Certificate.Stage.Name, tally: Tally, prices: PriceBook, situation: Situation, after goals: [GoalStage]
    ) {
        let bounds = Bound(situation: situation, prices: prices, after: goals)
        switch stage {
        case .staffing:
            objective = Money(rounding: tally.staffingObjective(in: situation))
            bound = Money(roundingUp: bounds.staffing())
        case .cover:
            objective = Money(rounding: tally.coverObjective(in: situation))
            bound = Money(roundingUp: bounds.cover(after: tally))
        }
    }
}

extension Money {
    /// The nearest minor unit; an amount beyond all reason counts as the largest there is.
    init(rounding minorUnits: Double) {
        self.init(minorUnits: minorUnits.isNaN ? 0 : Int(min(max(minorUnits.rounded(), -9e18), 9e18)))
    }

    /// The next minor unit above, so that a bound stays one.
    fileprivate init(roundingUp minorUnits: Double) {
        self.init(rounding: minorUnits.rounded(.up))
    }

    /// Equal but for the last digits of a long sum: two minor units, or a billionth of the amount.
    fileprivate func isClose(to other: Money) -> Bool {
        abs(Double(minorUnits) - Double(other.minorUnits)) <= max(2, 1e-9 * abs(Double(other.minorUnits)))
    }
}
