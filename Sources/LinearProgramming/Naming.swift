// SPDX-License-Identifier: GPL-3.0-or-later

/// Names for rows and columns, made only when text is written, so that a model of millions of columns carries none.
///
/// The names may be any text; the writers replace what their formats do not allow.
public struct Naming: Sendable {
    public var row: @Sendable (Int) -> String
    public var column: @Sendable (Int) -> String

    /// By default r1, r2, … and c1, c2, ….
    public init(
        row: @escaping @Sendable (Int) -> String = { "r\($0 + 1)" },
        column: @escaping @Sendable (Int) -> String = { "c\($0 + 1)" }
    ) {
        self.row = row
        self.column = column
    }
}
