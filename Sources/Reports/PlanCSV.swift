// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
public import Planning
import Staffing
import Verification

/// A plan as a table for spreadsheets: one row for each person, line and week.
public enum PlanCSV {
    public static func text(of planned: PlannedFirm) -> String {
        let firm = planned.situation.firm
        let names = Dictionary(firm.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let pools = Dictionary(firm.subcontractors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var rows = [["person", "name", "project", "need", "kind", "week", "monday", "hours"]]
        for assignment in planned.plan.assignments {
            for item in assignment.weeks {
                rows.append([
                    assignment.person.text, names[assignment.person] ?? "", assignment.line.project.text,
                    assignment.line.line.text, assignment.kind.rawValue, item.week.description,
                    item.week.monday.description, item.hours.decimal,
                ])
            }
        }
        for subcontract in planned.plan.subcontracts {
            for item in subcontract.weeks {
                rows.append([
                    subcontract.pool.text, pools[subcontract.pool] ?? "", subcontract.line.project.text,
                    subcontract.line.line.text, "subcontracted", item.week.description,
                    item.week.monday.description, item.hours.decimal,
                ])
            }
        }
        for unfilled in planned.plan.unfilled {
            for item in unfilled.weeks {
                rows.append([
                    "", "", unfilled.line.project.text, unfilled.line.line.text, "unfilled", item.week.description,
                    item.week.monday.description, item.hours.decimal,
                ])
            }
        }
        return CSV.text(rows)
    }
}
