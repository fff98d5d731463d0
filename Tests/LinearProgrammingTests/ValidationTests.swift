// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearProgramming
import Synchronization
import Testing

struct ValidationTests {
    /// A sound model, spoilt.
    static func spoilt(_ spoil: (inout Model, Row) -> Void) -> Model {
        var model = Model(.maximise)
        let row = model.addRow(.atMost(4))
        model.addColumn(objective: 1, .atLeast(0), entries: [(row, 1)])
        spoil(&model, row)
        return model
    }

    static let errors: [(Model, SolveError)] = [
        (spoilt { model, _ in model.constant = .infinity }, .constantNotFinite(.infinity)),
        (spoilt { model, row in model[row] = .between(2, 1) }, .rowBounds(Row(0), .between(2, 1))),
        (spoilt { model, row in model[row] = .atLeast(.infinity) }, .rowBounds(Row(0), .atLeast(.infinity))),
        (spoilt { model, _ in model[Column(0)] = .atMost(-.infinity) }, .columnBounds(Column(0), .atMost(-.infinity))),
        (
            spoilt { model, _ in model[objective: Column(0)] = -.infinity },
            .objectiveNotFinite(Column(0), -.infinity)
        ),
        (
            spoilt { model, row in model.addColumn(objective: 0, .free, entries: [(row, .infinity)]) },
            .coefficientNotFinite(Column(1), Row(0), .infinity)
        ),
        (
            spoilt { model, row in model.addColumn(objective: 0, .free, entries: [(row, 1), (row, 2)]) },
            .duplicateEntry(Column(1), Row(0))
        ),
        (
            spoilt { model, _ in model.addColumn(objective: 0, .free, entries: [(Row(7), 1)]) },
            .unknownRow(Column(1), Row(7))
        ),
        (
            spoilt { model, _ in model.addColumn(objective: 0, .between(0, 1.5), .integer, entries: []) },
            .fractionalBound(Column(1), .between(0, 1.5))
        ),
    ]

    @Test func eachErrorNamesItsPlace() {
        for (model, error) in Self.errors {
            #expect(throws: error) { try solve(model) }
        }
        let notANumber = Self.spoilt { model, row in model[row] = .atMost(.nan) }
        #expect(throws: SolveError.self) { try solve(notANumber) }
    }

    @Test func optionsAndBasis() {
        let model = Self.spoilt { _, _ in }
        var options = Options()
        options.relativeGap = -1
        #expect(throws: SolveError.relativeGap(-1)) { try solve(model, with: options) }
        let foreign = Basis(rows: [.basic, .basic], columns: [.atLower])
        #expect(throws: SolveError.foreignBasis(rows: 2, columns: 1)) { try solve(model, from: foreign) }
    }

    @Test func errorsInWords() {
        #expect(
            SolveError.duplicateEntry(Column(1), Row(0)).description == "column 1 has two entries in row 0")
    }

    /// GLPK's memory belongs to threads and its errors end the process; neither may show here.
    @Test func manyThreadsMixedWithErrors() throws {
        let expected = try (0..<40).map { try solve(RandomModels.general($0)) }
        let agreed = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: 400) { index in
            let seed = index % 40
            if index.isMultiple(of: 3) {
                let (model, error) = Self.errors[index % Self.errors.count]
                #expect(throws: error) { try solve(model) }
            }
            #expect(throws: Never.self) {
                if try solve(RandomModels.general(seed)) == expected[seed] { agreed.wrappingAdd(1, ordering: .relaxed) }
            }
        }
        #expect(agreed.load(ordering: .relaxed) == 400)
    }
}
