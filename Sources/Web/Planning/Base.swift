// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Foundation
internal import Ledger
internal import Outlook
internal import Planning
internal import Reports
internal import ScenarioFiles
internal import Staffing

/// A scenario as it stands on the disk, on top of what is committed, and its plan in shares, from which each what-if
/// is solved.
struct Base: Sendable {
    let file: String
    let scenario: Scenario
    /// As it is planned.
    let firm: Firm
    /// What is allowed and yet hardly meant.
    let notes: [String]
    /// What people are promised to; nil where there is no ledger.
    let committed: Committed?
    let today: Day
    let shares: PlannedFirm
    let alerts: [Alert]

    /// Tells this reading of the files from another one.
    let stamp: Int

    /// - Throws: what is wrong with the files, all of it; what the ledger or the solver refuses.
    init(_ file: String, in folder: Folder, reader: PrintingReader, today: Day, stamp: Int) throws {
        let scenario = try Scenario.read(at: file, from: reader.reader)
        let ledger = folder.hasLedger ? try Ledger.open(at: folder.ledger) : nil
        if scenario.plansOnLedger, ledger == nil { throw LedgerError.missing("muster.ledger") }
        let committed = try ledger?.committed()
        let (firm, remarks) = Base.planned(scenario.firm, of: scenario, on: committed, today)
        self.file = file
        self.stamp = stamp
        self.scenario = scenario
        self.committed = committed
        self.today = today
        self.firm = firm
        notes = scenario.notes.map { "\($0)" } + BookedNotes(remarks).texts
        shares = try makePlan(for: firm)
        alerts = Outlook.alerts(for: shares)
    }

    private static func planned(
        _ firm: Firm, of scenario: Scenario, on committed: Committed?, _ today: Day
    ) -> (firm: Firm, remarks: [BookedRemark]) {
        guard scenario.plansOnLedger, let committed else { return (firm, []) }
        return firm.planned(on: committed, today: today, forgetting: scenario.steps.first?.firm)
    }

    /// The firm after changes, as it is planned.
    func firm(after changes: [any Change], named name: String) throws(Refusal) -> Firm {
        var changed = try scenario.firm.applying(changes)
        changed.name = name
        return Base.planned(changed, of: scenario, on: committed, today).firm
    }

    /// Whether whole bookings can be searched for: goals and change budgets are planned for in shares alone.
    var isBookable: Bool { firm.policy.goals == nil && firm.commitment?.budget == nil }
}
