// SPDX-License-Identifier: GPL-3.0-or-later

public import ScenarioFiles
public import Staffing

/// The firm of a scenario that a test writes down. What every scenario begins with is put in front of it: two weeks
/// from Monday, 5 January 2026 (week 2), unless the test says otherwise, in euros.
///
///     try firm("""
///         people:
///           ana: { cost: 50/h }
///         """)
public func firm(_ yaml: String, horizon: String = "2026-01-05 .. 2026-01-18", currency: String = "EUR") throws -> Firm
{
    let header = "muster: 1\nscenario: Small\nhorizon: \(horizon)\ncurrency: \(currency)\n"
    return try Scenario.read(at: "firm.yaml", from: FileReader(["firm.yaml": header + yaml])).firm
}

/// The scenario that changes make of a firm, both as a test writes them down: below `changes:`, each with its dash.
///
///     try whatIf("- delay: { project: apollo, by: 3 weeks }", of: "projects: …").firm
public func whatIf(
    _ changes: String, of yaml: String, horizon: String = "2026-01-05 .. 2026-01-18", currency: String = "EUR"
) throws(Problems) -> Scenario {
    let header = "muster: 1\nscenario: Small\nhorizon: \(horizon)\ncurrency: \(currency)\n"
    let overlay = "muster: 1\nscenario: Small\nfrom: base.yaml\nchanges:\n"
    return try Scenario.read(
        at: "what-if.yaml", from: FileReader(["base.yaml": header + yaml, "what-if.yaml": overlay + changes]))
}
