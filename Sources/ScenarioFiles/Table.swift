// SPDX-License-Identifier: GPL-3.0-or-later

/// All rows of a CSV file.
struct Table {
    let name: String
    let header: [Excerpt]
    let rows: [[Excerpt]]
    /// Rows whose cells do not match the header, and cells with characters that no editor shows.
    let problems: [Problem]

    /// - Throws: a quote that stays open.
    init(_ source: SourceText) throws(Problem) {
        var reader = TableReader(name: source.name, clean: Array(source.text.utf8))
        let header = try reader.next() ?? []
        var (rows, ragged, controls): ([[Excerpt]], [Problem], [Problem]) = ([], [], reader.controls(in: header))
        while let row = try reader.next() {
            controls += reader.controls(in: row)
            if row.count == header.count {
                rows.append(row)
            } else {
                ragged.append(row[0].fault(.raggedRow(cells: row.count, columns: header.count)))
            }
        }
        (name, self.header, self.rows, problems) = (source.name, header, rows, ragged + controls)
    }
}
