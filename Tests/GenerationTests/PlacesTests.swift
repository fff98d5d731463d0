// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Testing

@testable import Generation

@Suite struct PlacesTests {
    @Test(arguments: [
        (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16"),
        (1818, "1818-03-22"), (1943, "1943-04-25"),
    ])
    func easterFallsOnItsDay(year: Int, date: String) {
        #expect(easterSunday(of: year) == Day(date))
    }

    @Test func munichIsClosedOnTheseDaysOf2026() throws {
        let year = DayRange(try #require(Day("2026-01-01")), try #require(Day("2026-12-31")))
        let munich = try #require(Place.all.first { $0.id == "munich" })
        #expect(
            munich.holidays(within: year).map(\.description) == [
                "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25",
                "2026-06-04", "2026-12-25",
            ])
    }

    @Test(arguments: [
        ("Inês Cardoso", "ines-cardoso"), ("Łukasz Bąk", "lukasz-bak"), ("İrem Yıldız", "irem-yildiz"),
        ("Émile Duchêne", "emile-duchene"), ("call centre", "call-centre"), ("Ana B. Duarte", "ana-b-duarte"),
    ])
    func idsArePlainLetters(name: String, id: String) {
        #expect(idText(name) == id)
    }
}
