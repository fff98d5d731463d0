// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// What a change may name: whatever is in the firm to which it is made.
extension Reading {
    func declare(_ firm: Firm) {
        firmBefore = firm
        declare(.person, firm.people.map(\.id.text))
        declare(.project, firm.projects.map(\.id.text))
        declare(.client, firm.clients.map(\.id.text))
        declare(.office, firm.offices.map(\.id.text))
        declare(.calendar, firm.calendars.map(\.id.text))
        needs = Dictionary(
            firm.projects.map { ($0.id.text, Declared($0.lines.map(\.id.text))) }
        ) { first, _ in first }
    }

    func declarePhases(of project: Identifier<Project>) {
        declare(.phase, firmBefore?.projects.first { $0.id == project }?.phases.map(\.id.text))
    }

    func declareNeeds(of project: Identifier<Project>) {
        declare(.need, firmBefore?.projects.first { $0.id == project }?.lines.map(\.id.text))
    }
}
