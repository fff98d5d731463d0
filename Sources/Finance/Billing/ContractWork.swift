// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// The approved entries of a contract, by the part that they belong to.
public struct ContractWork: Sendable {
    public let contract: ClientContract
    /// By the parts' positions, each in the order of the entries' numbers.
    public internal(set) var time: [[TimeEntry]]
    /// Work that no part covers.
    public internal(set) var uncovered: [TimeEntry] = []
    public internal(set) var expenses: [Expense] = []
}

extension Accounts {
    /// The entries of each contract, in the order of the contracts; what belongs to projects without one is left out.
    public func work(_ pricing: Pricing) -> [ContractWork] {
        var result = books.contracts.map {
            ContractWork(contract: $0, time: Array(repeating: [], count: $0.parts.count))
        }
        var positions: [Identifier<Project>: Int] = [:]
        for (index, contract) in books.contracts.enumerated() {
            for project in contract.projects where positions[project] == nil { positions[project] = index }
        }
        var parts: [LineID: Int?] = [:]
        for entry in time {
            guard let position = positions[entry.project] else { continue }
            let contract = result[position].contract
            let key = LineID(entry.project, entry.line ?? "")
            let part: Int?
            if let known = parts[key] {
                part = known
            } else {
                let found = pricing.part(of: contract, covering: entry.line, of: entry.project)
                part = found.flatMap { found in contract.parts.firstIndex { $0.id == found.id } }
                parts[key] = .some(part)
            }
            if let part { result[position].time[part].append(entry) } else { result[position].uncovered.append(entry) }
        }
        for expense in expenses {
            if let position = positions[expense.project] { result[position].expenses.append(expense) }
        }
        return result
    }
}
