// SPDX-License-Identifier: GPL-3.0-or-later

public import Matching
import Staffing

extension StatedPlan {
    /// Everything in the file that does not hold for the firm: broken promises of the plan, and figures that do not
    /// follow from it. By plain arithmetic; empty when all is well.
    public func violations(in situation: Situation) throws -> [Violation] {
        try plan.violations(in: situation) + names(in: situation) + figures(in: situation) + totals(in: situation)
    }

    /// The scenario and the currency are those of the firm.
    private func names(in situation: Situation) -> [Violation] {
        let firm = situation.firm
        var found: [Violation] = []
        if plan.scenario != firm.name {
            found.append(.figureWrong("scenario", stated: plan.scenario, actual: firm.name))
        }
        if header.currency != firm.currency {
            found.append(.figureWrong("currency", stated: header.currency.code, actual: firm.currency.code))
        }
        return found
    }

    private func figures(in situation: Situation) -> [Violation] {
        let currency = situation.firm.currency
        var stated = summary
        var found: [Violation] = []
        for item in Figures(of: plan, in: situation).summary(in: currency) {
            guard case .number(let text) = item.value else { continue }
            let value = stated.removeValue(forKey: item.name)
            if value != Double(text) {
                found.append(
                    .figureWrong(item.name, stated: value.map { "\($0)" } ?? "nothing", actual: text))
            }
        }
        return found
            + stated.sorted { $0.key < $1.key }.map { .figureWrong($0.key, stated: "\($0.value)", actual: "nothing") }
    }

    /// The totals at the head of the file are those of its stages.
    private func totals(in situation: Situation) -> [Violation] {
        let certificate = plan.certificate
        let currency = situation.firm.currency
        var found: [Violation] = []
        if header.objective != certificate.objective {
            found.append(
                .figureWrong(
                    "objective", stated: header.objective.decimal(in: currency),
                    actual: certificate.objective.decimal(in: currency)))
        }
        if header.bound != certificate.bound {
            found.append(
                .figureWrong(
                    "bound", stated: header.bound.decimal(in: currency), actual: certificate.bound.decimal(in: currency)
                ))
        }
        if abs(header.gap - certificate.gap) > 1.1e-9 {
            found.append(.figureWrong("gap", stated: "\(header.gap)", actual: "\(certificate.gap)"))
        }
        if let stated = header.startsGap, let actual = plan.startsProof?.gap, abs(stated - actual) > 1.1e-9 {
            found.append(.figureWrong("gap of the starts", stated: "\(stated)", actual: "\(actual)"))
        }
        return found
    }
}
