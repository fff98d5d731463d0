// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Makes up the clients of a firm.
enum Clientele {
    static func draw(count: Int, _ random: inout SplitMix64) -> [Client] {
        var clients: [Client] = []
        var taken: Set<String> = []
        while clients.count < min(count, names.count * trades.count / 2) {
            let name = random.pick(names)
            let id = taken.contains(idText(name)) ? name + " " + random.pick(trades) : name
            guard taken.insert(idText(id)).inserted else { continue }
            clients.append(
                Client(id: Identifier(idText(id)), name: id == name ? name + " " + random.pick(trades) : id))
        }
        return clients
    }

    private static let names = [
        "Alder", "Altamar", "Arcadia", "Aurora", "Baltica", "Belmonte", "Birke", "Brisa", "Calder", "Cassiopeia",
        "Citadel", "Corvus", "Dorada", "Eisvogel", "Estrela", "Falken", "Fjord", "Garonne", "Granit", "Halden",
        "Harbour", "Helvia", "Iberis", "Isar", "Jantar", "Juniper", "Kestrel", "Kolibri", "Lagune", "Lark", "Meridian",
        "Mistral", "Nordlicht", "Oderland", "Olivar", "Orion", "Palatin", "Pelikan", "Pinhal", "Quarry", "Ravensburg",
        "Ribeira", "Rowan", "Saffron", "Sirocco", "Sorrel", "Tamar", "Tilia", "Umbra", "Valadares", "Vistula", "Wawel",
        "Westwind", "Zephyr",
    ]

    private static let trades = [
        "Bank", "Insurance", "Energy", "Logistics", "Pharma", "Foods", "Mobility", "Retail", "Telecom", "Hospitals",
        "Water", "Rail", "Chemicals", "Media", "Housing", "Machines",
    ]
}
