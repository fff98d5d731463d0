// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the simplex method stood: for every row and column, whether it is basic or at which bound it rests.
///
/// A plain value, from which the same or a changed model can be solved again. Rows and columns that were added to the
/// model since then count as basic rows and resting columns.
public struct Basis: Hashable, Sendable {
    /// The raw values are GLPK's.
    public enum Status: UInt8, Hashable, Sendable {
        case basic = 1
        case atLower = 2
        case atUpper = 3
        /// Free and resting at zero.
        case free = 4
    }

    public var rows: [Status]
    public var columns: [Status]

    public init(rows: [Status], columns: [Status]) {
        self.rows = rows
        self.columns = columns
    }
}
