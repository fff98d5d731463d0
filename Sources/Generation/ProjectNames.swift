// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Invented names of projects, each id given once.
struct ProjectNames {
    private var taken: Set<String> = []

    mutating func next(for client: Client, _ random: inout SplitMix64) -> (id: String, name: String) {
        let kind = random.pick(Self.kinds)
        let base = client.id.text + "-" + idText(kind)
        var (id, name) = (base, kind)
        var part = 2
        while !taken.insert(id).inserted {
            id = "\(base)-\(part)"
            name = "\(kind), part \(part)"
            part += 1
        }
        let house = client.name.split(separator: " ").first.map(String.init) ?? client.name
        return (id, "\(house), \(name)")
    }

    private static let kinds = [
        "accounting", "analytics", "archive", "audit trail", "billing", "booking", "branch app", "call centre",
        "campaigns", "claims", "customer portal", "data lake", "delivery app", "dispatch", "energy meters", "field app",
        "fraud watch", "identity", "intranet", "inventory", "invoices", "loyalty", "migration", "onboarding",
        "order desk", "payments", "planning", "price engine", "procurement", "quality", "returns", "risk model",
        "scheduling", "self-service", "shop", "stock", "tariffs", "ticketing", "tracking", "warehouse",
    ]
}
