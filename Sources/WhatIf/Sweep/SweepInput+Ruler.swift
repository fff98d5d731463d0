// SPDX-License-Identifier: GPL-3.0-or-later

extension SweepInput {
    /// Whether the worth of plans can be set side by side at all points of the grid. It cannot where the values that are
    /// varied are themselves prices or chances, by which worth is measured, or say how much work there is.
    public var hasOneRuler: Bool {
        varied.allSatisfy { text in
            !Self.isOfRuler(text.prefix { $0 != "=" }.split(separator: ".").map(\.trimmed))
        }
    }

    /// Whether the value at the path is one that worth is measured by, or holds such values.
    private static func isOfRuler(_ path: [String]) -> Bool {
        guard let section = path.first, let key = path.last else { return true }
        switch section {
        case "policy":
            return path.count == 1 || ["unmet", "fit", "cost", "tentative", "hand-over"].contains(path[1])
                || key == "at"
                || (path[1] == "overtime" && path.count == 2)
        case "projects":
            let holdsNeeds = path.count < 5 && path.dropFirst(2).first.map { ["needs", "phases"].contains($0) } ?? true
            return holdsNeeds || path.contains("rates")
                || ["stage", "priority", "role", "hours", "rate", "phase", "dates", "end", "length"].contains(key)
        case "people", "subcontractors":
            return path.count < 3 || ["cost", "role"].contains(key)
        case "horizon", "currency", "rates":
            return true
        default:
            return false
        }
    }
}
