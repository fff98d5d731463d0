// SPDX-License-Identifier: GPL-3.0-or-later

/// How wide the columns of a table are.
enum SheetTable {
    /// - Parameters:
    ///   - widths: by column, in characters.
    ///   - texts: what stands in some columns; they are wider, within reason, where that is long.
    static func columns(_ widths: [Double], _ texts: [Int: [String]]) -> [Sheet.Columns] {
        widths.enumerated().map { column, width in
            let longest = texts[column]?.map(\.count).max() ?? 0
            return Sheet.Columns(column...column, max(width, Double(min(44, longest + 2))))
        }
    }
}
