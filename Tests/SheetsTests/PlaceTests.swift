// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Sheets

@Suite struct PlaceTests {
    /// Spreadsheets count columns without a zero.
    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func columnsHaveLetters(_ column: Int, _ letters: String) {
        #expect(Place(4, column).name == "\(letters)5")
        #expect(Place(4, column).fixed == "$\(letters)$5")
    }

    @Test func areasGoFromCornerToCorner() {
        let area = Area(rows: 0...6, columns: 0...2)
        #expect(area.name == "A1:C7")
        #expect(area.fixed == "$A$1:$C$7")
    }
}
