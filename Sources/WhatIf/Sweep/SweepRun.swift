// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Matching
import Planning
import Staffing
import Verification

extension Sweep {
    /// Plans scenarios on several threads, each from the plan of the firm before anything is varied. Scenarios that are
    /// decided alike are planned once.
    ///
    /// - Parameters:
    ///   - numbers: of the scenarios.
    ///   - isStopped: asked before each plan; once it says so, plans that are being made are finished and no other is
    ///     begun.
    ///   - onRows: takes the rows of scenarios as they are planned, in no order, one call at a time, on any thread.
    /// - Throws: what stopped the sweep: what `onRows` threw, or of the plans that could not be made, why the first could not.
    public func run(
        _ numbers: [Int], threads: Int, isStopped: @Sendable () -> Bool = { false },
        onRows: @Sendable ([SweepRow]) throws -> Void
    ) throws {
        let tasks = tasks(numbers)
        guard !tasks.isEmpty, !isStopped() else { return }
        let base = try makePlan(for: firm)
        let starts = try starts(of: Set(tasks.map(\.point)), from: base)
        let threads = min(max(1, threads), tasks.count)
        try workOff(
            tasks.count, threads: threads, isStopped: isStopped,
            make: { try rows(of: tasks[$0], at: starts, from: base, isAlone: threads == 1) }, take: onRows)
    }

    /// When work begins whose start is open, by point: as is best if everything goes as planned. Luck does not move it,
    /// since nobody knows it beforehand.
    private func starts(of points: Set<Int>, from base: PlannedFirm) throws -> [Int: [PhaseStart]] {
        var starts: [Int: [PhaseStart]] = [:]
        for point in points.sorted() where self.points[point].firm.hasOpenStarts {
            let firm = self.points[point].firm
            starts[point] = firm == self.firm ? base.plan.starts : try makePlan(for: firm, from: base).plan.starts
        }
        return starts
    }

    /// Scenarios of one point that are decided alike.
    private struct Task {
        let point: Int
        let fate: Fate
        var numbers: [Int]
    }

    private struct Kind: Hashable {
        let point: Int
        let fate: Fate
    }

    private func tasks(_ numbers: [Int]) -> [Task] {
        var tasks: [Task] = []
        var known: [Kind: Int] = [:]
        for number in numbers {
            let kind = Kind(point: point(of: number), fate: fate(of: number))
            if let task = known[kind] {
                tasks[task].numbers.append(number)
            } else {
                known[kind] = tasks.count
                tasks.append(Task(point: kind.point, fate: kind.fate, numbers: [number]))
            }
        }
        return tasks
    }

    private func rows(
        of task: Task, at starts: [Int: [PhaseStart]], from base: PlannedFirm, isAlone: Bool
    ) throws -> [SweepRow] {
        let point = points[task.point]
        var options = Options()
        if !isAlone { options.threads = 1 }
        let firm = point.firm.placed(at: starts[task.point] ?? [])
        let planned = try makePlan(for: task.fate.applied(to: firm), with: options, from: base)
        let fate = (wins: task.fate.wins(in: point.firm), drawn: task.fate.drawn(in: point.firm))
        let hires = HireNeeds(in: planned.situation).all(for: planned.plan)
        return task.numbers.map { number in
            SweepRow(
                of: planned, number: number, draw: draw(of: number), values: point.values, fate, hires: hires)
        }
    }
}

extension SweepRow {
    fileprivate init(
        of planned: PlannedFirm, number: Int, draw: Int?, values: [String],
        _ fate: (wins: [Identifier<Project>], drawn: [String]), hires: [HireNeed]
    ) {
        let figures = planned.figures
        let earnings = figures.earnings(.weighted)
        let use = figures.use
        self.init(
            number: number, draw: draw, values: values, wins: fate.wins, drawn: fate.drawn,
            asked: figures.coverage.asked,
            filled: figures.coverage.filled, revenue: earnings.revenue, cost: earnings.cost, worth: figures.worth,
            overtime: use.overtime, subcontracted: planned.plan.subcontractedHours,
            bench: use.bench, hires: hires)
    }
}
