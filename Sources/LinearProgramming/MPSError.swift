// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong in an MPS file, and where.
public struct MPSError: Error, Hashable, Sendable {
    /// Counted from one.
    public var line: Int
    public var problem: Problem

    public init(line: Int, problem: Problem) {
        self.line = line
        self.problem = problem
    }

    public enum Problem: Hashable, Sendable {
        case unknownSection(String)
        case dataOutsideSection
        case fieldCount(Int)
        case notANumber(String)
        case unknownRowType(String)
        case unknownBoundType(String)
        case unknownMarker(String)
        case unknownRow(String)
        case unknownColumn(String)
        case duplicateRow(String)
        /// A column whose lines are not together.
        case scatteredColumn(String)
        case duplicateEntry(column: String, row: String)
        case noObjective
        case noEnd
    }
}

extension MPSError: CustomStringConvertible {
    public var description: String {
        let what =
            switch problem {
            case .unknownSection(let name): "unknown section \(name)"
            case .dataOutsideSection: "data before the first section"
            case .fieldCount(let count): "\(count) fields make no sense here"
            case .notANumber(let text): "\(text) is not a number"
            case .unknownRowType(let type): "unknown row type \(type)"
            case .unknownBoundType(let type): "unknown bound type \(type)"
            case .unknownMarker(let marker): "unknown marker \(marker)"
            case .unknownRow(let name): "unknown row \(name)"
            case .unknownColumn(let name): "unknown column \(name)"
            case .duplicateRow(let name): "row \(name) is there twice"
            case .scatteredColumn(let name): "column \(name) was left and comes again"
            case .duplicateEntry(let column, let row): "column \(column) has two entries in row \(row)"
            case .noObjective: "no row of type N"
            case .noEnd: "no ENDATA"
            }
        return "line \(line): \(what)"
    }
}
