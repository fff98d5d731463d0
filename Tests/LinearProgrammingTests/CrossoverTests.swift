// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

/// Models in which workers in blocks share tasks: the shape that crossover is for, and odder ones.
struct CrossoverTests {
    struct Shape {
        var workers = 6
        var weeks = 8
        var tasks = 12
        var hasEqualities = false
        var hasFreeColumns = false
        var goal = Model.Goal.maximise
    }

    /// A share of a task takes a worker's hours for some weeks on end; hours beyond capacity cost.
    static func model(_ seed: Int, _ shape: Shape = Shape()) -> Model {
        var random = Seeded(seed)
        let sign = shape.goal == .maximise ? 1.0 : -1.0
        var model = Model(shape.goal)
        model.constant = Double(random.below(100))
        let tasks = (0..<shape.tasks).map { task in
            model.addRow(shape.hasEqualities && task % 4 == 0 ? .exactly(0.5) : .atMost(1))
        }
        for _ in 0..<shape.workers {
            let weeks = (0..<shape.weeks).map { _ in model.addRow(.atMost(Double(24 + random.below(17)))) }
            for week in weeks where random.chance(80) {
                model.addColumn(
                    objective: sign * -Double(20 + random.below(100)), .between(0, 8), entries: [(week, -1)])
            }
            for task in tasks where random.chance(60) {
                let first = random.below(shape.weeks)
                let last = first + random.below(shape.weeks - first)
                let hours = Double(4 * (1 + random.below(10)))
                let value = hours * Double(last - first + 1) * Double(10 + random.below(90))
                model.addColumn(
                    objective: sign * value, .between(0, 1),
                    entries: [(task, 1)] + weeks[first...last].map { ($0, hours) })
            }
            if shape.hasFreeColumns, let week = weeks.first {
                model.addColumn(objective: sign * 5, .free, entries: [(week, 1), (tasks[0], 0.25)])
            }
        }
        return model
    }

    /// Crossover says what primal simplex on the whole says, and its prices and its basis prove it.
    /// - Returns: whether there is an optimum to agree on.
    @discardableResult
    func agrees(_ model: Model, _ comment: Comment, at location: SourceLocation = #_sourceLocation) throws -> Bool {
        let plain = try solve(model, with: Options(.primal, .whole))
        let crossed = try solve(model, with: Options(.crossover, .whole))
        guard case .optimal(let expected) = plain, case .optimal(let found) = crossed else {
            #expect(plain.solution == nil && crossed == plain, comment, sourceLocation: location)
            return false
        }
        #expect(isClose(found.objective, expected.objective), comment, sourceLocation: location)
        #expect(isClose(model.bound(rowPrices: found.rowPrices), expected.objective), comment, sourceLocation: location)
        #expect(model.violations(at: found.values).isEmpty, comment, sourceLocation: location)
        let basics = found.basis.rows.count { $0 == .basic } + found.basis.columns.count { $0 == .basic }
        #expect(basics == model.rowCount, comment, sourceLocation: location)
        let again = try optimum(model, Options(.crossover, .whole), from: found.basis)
        #expect(isClose(again.objective, expected.objective), comment, sourceLocation: location)
        #expect(again.iterations == 0, comment, sourceLocation: location)
        return true
    }

    @Test func sharesOfTasks() throws {
        for seed in 0..<200 { #expect(try agrees(Self.model(seed), "seed \(seed)")) }
    }

    @Test func minimising() throws {
        for seed in 0..<50 { #expect(try agrees(Self.model(seed, Shape(goal: .minimise)), "seed \(seed)")) }
    }

    @Test func equalities() throws {
        let optima = try (0..<100).count { try agrees(Self.model($0, Shape(hasEqualities: true)), "seed \($0)") }
        #expect(optima > 50)
    }

    @Test func freeColumns() throws {
        let optima = try (0..<100).count {
            try agrees(Self.model($0, Shape(hasEqualities: $0 % 2 == 0, hasFreeColumns: true)), "seed \($0)")
        }
        #expect(optima > 50)
    }

    /// Entries, bounds and goals without any plan, many of them infeasible or unbounded.
    @Test func anything() throws {
        for seed in 0..<300 {
            var random = Seeded(seed)
            var model = Model(random.chance(50) ? .maximise : .minimise)
            func bounds() -> Bounds {
                let low = Double(random.below(9) - 4)
                switch random.below(5) {
                case 0: return .free
                case 1: return .atLeast(low)
                case 2: return .atMost(low)
                case 3: return .exactly(low)
                default: return .between(low, low + Double(random.below(6)))
                }
            }
            let rows = (0..<random.below(8)).map { _ in model.addRow(bounds()) }
            for _ in 0..<random.below(12) {
                let entries = rows.filter { _ in random.chance(40) }.map { ($0, Double(random.below(11) - 5)) }
                model.addColumn(objective: Double(random.below(11) - 5), bounds(), entries: entries)
            }
            let plain = try solve(model, with: Options(.primal, .whole))
            let crossed = try solve(model, with: Options(.crossover, .whole))
            switch (plain, crossed) {
            case (.optimal(let expected), .optimal(let found)):
                #expect(isClose(found.objective, expected.objective), "seed \(seed)")
                #expect(model.violations(at: found.values).isEmpty, "seed \(seed)")
            // Either is true of a model that has no point and no limit, and each method may see one first.
            case (.unbounded, .infeasible), (.infeasible, .unbounded): break
            default: #expect(plain == crossed, "seed \(seed): \(plain) \(crossed)")
            }
        }
    }

    static let large = model(7, Shape(workers: 40, weeks: 30, tasks: 120))

    @Test func automaticTakesItForLargeModels() throws {
        #expect(Self.large.columnCount >= 2_000 && Self.large.nonzeroCount >= 4 * Self.large.columnCount)
        #expect(try optimum(Self.large) == optimum(Self.large, Options(.crossover)))
        try agrees(Self.large, "large")
    }

    @Test func endsWithinTheGap() throws {
        let best = try optimum(Self.large).objective
        for gap in [0.1, 0.01, 0.001] {
            var options = Options(.crossover)
            options.relativeGap = gap
            guard case .feasible(let solution, .gap) = try solve(Self.large, with: options) else {
                Issue.record("gap \(gap)")
                continue
            }
            #expect(solution.relativeGap <= gap)
            #expect(solution.objective <= best * (1 + 1e-9) && best <= solution.bound * (1 + 1e-9))
            #expect(Self.large.violations(at: solution.values).isEmpty)
            let exact = try optimum(Self.large, Options(.crossover), from: solution.basis)
            #expect(isClose(exact.objective, best))
        }
    }

    @Test func limitsLeaveAPointThatKeepsEveryRow() throws {
        let best = try optimum(Self.large).objective
        var late = Options(.crossover)
        late.timeLimit = .zero
        var few = Options(.crossover)
        few.iterationLimit = 5
        for (options, reason) in [(late, Outcome.Stop.time), (few, .iterations)] {
            guard case .feasible(let solution, reason) = try solve(Self.large, with: options) else {
                Issue.record("\(reason)")
                continue
            }
            #expect(solution.objective <= best * (1 + 1e-9) && best <= solution.bound * (1 + 1e-9))
            #expect(Self.large.violations(at: solution.values).isEmpty)
        }
    }

    @Test func isCancelled() throws {
        var options = Options(.crossover)
        let cancellation = Cancellation()
        options.cancellation = cancellation
        options.progress = { _ in cancellation.cancel() }
        guard case .feasible(let solution, .cancelled) = try solve(Self.large, with: options) else {
            Issue.record("no point in hand")
            return
        }
        #expect(Self.large.violations(at: solution.values).isEmpty)
    }

    @Test func givesTheSameBitsAgain() throws {
        let first = try optimum(Self.large, Options(.crossover))
        #expect(try optimum(Self.large, Options(.crossover)) == first)
    }
}
