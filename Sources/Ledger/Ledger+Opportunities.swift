// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
internal import GRDB
public import Staffing

extension Ledger {
    /// What an import has changed.
    public struct DealsTaken: Sendable, Equatable {
        public internal(set) var new = 0
        public internal(set) var changed = 0
        public internal(set) var same = 0
    }

    /// All deals as they stand, in the order in which they were first entered.
    public func opportunities() throws(LedgerError) -> [Opportunity] { try read { try opportunities($0) } }

    /// Enters a deal that is not known yet.
    /// - Throws: ``LedgerError/refused(_:)`` where one of its id is.
    public func enter(_ deal: Opportunity, on day: Day, by actor: Actor) throws(LedgerError) {
        try write("deal", by: actor, subject: deal.id.text, note: deal.stage.rawValue) { db, event in
            guard try !opportunities(db).contains(where: { $0.id == deal.id }) else {
                throw LedgerError.refused("there is a deal \(deal.id) already; `muster deal step` changes it")
            }
            try insert(deal, on: day, event, db)
        }
    }

    /// Takes a deal a step further.
    /// - Throws: ``LedgerError/refused(_:)`` where there is no such deal, or nothing would change.
    @discardableResult
    public func step(
        _ id: Identifier<Opportunity>, on day: Day, verb: String = "deal step", note: String = "", by actor: Actor,
        _ change: (inout Opportunity) -> Void
    ) throws(LedgerError) -> Opportunity {
        try write(verb, by: actor, subject: id.text, note: note) { db, event in
            guard let before = try opportunities(db).first(where: { $0.id == id }) else {
                throw LedgerError.refused("there is no deal \(id); `muster deal list --all` names them")
            }
            var deal = before
            change(&deal)
            guard deal != before else { throw LedgerError.refused("deal \(id) stands like that already") }
            try insert(deal, on: day, event, db)
            return deal
        }
    }

    /// Takes over deals as another program has them: new ones are entered, those that differ go a step further, and all
    /// others stay as they are. Taking the same twice changes nothing, and leaves no trace in the log.
    public func take(_ deals: [Opportunity], on day: Day, from source: String, by actor: Actor)
        throws(LedgerError) -> DealsTaken
    {
        let before = try opportunities()
        guard deals.contains(where: { !before.contains($0) }) else {
            return DealsTaken(same: deals.count)
        }
        return try write("deal import", by: actor, subject: source) { db, event in
            let known = Dictionary(try opportunities(db).map { ($0.id, $0) }) { first, _ in first }
            var taken = DealsTaken()
            for deal in deals {
                switch known[deal.id] {
                case nil: taken.new += 1
                case deal:
                    taken.same += 1
                    continue
                default: taken.changed += 1
                }
                try insert(deal, on: day, event, db)
            }
            return taken
        }
    }

    private func insert(_ deal: Opportunity, on day: Day, _ event: Int64, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO opportunity_step
                    (event, opportunity, name, client, stage, value, currency, probability, closes, owner, project, day)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event, deal.id.text, deal.name, deal.client, deal.stage.rawValue, deal.value.minorUnits,
                deal.currency.code, deal.chance.millionths, deal.closes.map { "\($0)" }, deal.owner,
                deal.project?.text, "\(day)",
            ])
    }

    private func opportunities(_ db: Database) throws -> [Opportunity] {
        var positions: [String: Int] = [:]
        var deals: [Opportunity] = []
        var names = Names()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT opportunity, name, client, stage, value, currency, probability, closes, owner, project
                FROM opportunity_step ORDER BY id
                """)
        while let row = try rows.next() {
            let id: String = row[0]
            let chance = Share(millionths: row[6])
            guard let stage = Opportunity.Stage(rawValue: row[3]), !stage.isOpen || Opportunity.isChance(chance) else {
                throw LedgerError.damaged("deal \(id)")
            }
            let deal = Opportunity(
                id: Identifier(id), name: row[1], client: row[2], stage: stage, chance: stage.isOpen ? chance : nil,
                value: Money(minorUnits: row[4]), currency: try currency(row[5]),
                closes: try (row[7] as String?).map { try names.day($0) }, owner: row[8],
                project: (row[9] as String?).map { Identifier($0) })
            if let position = positions[id] {
                deals[position] = deal
            } else {
                positions[id] = deals.count
                deals.append(deal)
            }
        }
        return deals
    }
}
