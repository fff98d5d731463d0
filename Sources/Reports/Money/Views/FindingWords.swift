// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing

extension Finding {
    /// As it stands in the register.
    public func entry(_ firm: Firm, on day: Day) -> RegisterEntry {
        RegisterEntry(
            project: project, kind: kind, title: title(firm.currency), severity: severity, cause: cause, day: day)
    }

    private var kind: RegisterEntry.Kind {
        switch self {
        case .lateMilestone, .overBudget: .risk
        case .beyondAgreed, .unnamedWork, .beyondCap, .missingTime: .issue
        }
    }

    private var severity: RegisterEntry.Severity {
        switch self {
        case .lateMilestone, .overBudget: .high
        case .beyondAgreed, .unnamedWork, .beyondCap: .medium
        case .missingTime: .low
        }
    }

    private func title(_ currency: Currency) -> String {
        switch self {
        case .lateMilestone(_, let name, let days): "\(name) will be \(days) \(days == 1 ? "day" : "days") late"
        case .overBudget(_, let amount): "over budget by \(Amounts.exact(amount, currency)) once all is done"
        case .beyondAgreed(let line, let hours):
            "\(Numbers.clock(hours)) h more on \(line) than was agreed: an amendment is missing"
        case .unnamedWork(_, let hours): "\(Numbers.clock(hours)) h on no line that was agreed: an amendment is missing"
        case .beyondCap(let contract, _, let hours): "\(Numbers.clock(hours)) h beyond the cap of \(contract)"
        case .missingTime(let month, let missing):
            "approved time of \(month) is missing: "
                + missing.prefix(5).map { "\($0.person) \(Numbers.clock($0.hours)) h" }.joined(separator: ", ")
                + (missing.count > 5 ? " and \(missing.count - 5) others" : "")
        }
    }
}
