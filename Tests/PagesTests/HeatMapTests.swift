// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Planning
import SmallFirms
import Staffing
import Testing

@testable import Pages

/// Ana has 40 h a week, 8 h of them leave in the first; Ben 20 h, of which Apollo is pinned 24 h. Zephyr is a proposal.
private let three = """
    people:
      ana: { name: Ana Duarte, role: engineer, skills: { swift: 3 }, cost: 50/h, leave: [2026-01-05] }
      ben: { name: Ben <b>, role: engineer, skills: { sql: 3 }, contract: 50%, cost: 40/h }
      cem: { name: Cem Aydın, cost: 60/h }
    projects:
      apollo:
        needs:
          app: { skills: { swift: 3 }, hours: 20h/week, rate: 100/h }
          data: { skills: { sql: 3 }, hours: 24h/week, rate: 100/h }
      zephyr:
        stage: proposed 50%
        needs:
          app: { skills: { swift: 3 }, hours: 10h/week, rate: 90/h }
    bookings:
      - ben on apollo.data, 24h/week, 2026-01-05 .. 2026-01-11, pinned
    """

@Suite struct HeatMapTests {
    private func map(_ grouping: HeatMap.Grouping = .role) throws -> HeatMap {
        HeatMap(of: try makePlan(for: try firm(three), style: .fractional), by: grouping)
    }

    @Test func cellsHoldLoadAndWhatIsTentative() throws {
        let ana = try map().groups[0].rows[0].cells
        // 20 h on Apollo and 10 h on Zephyr less the day of leave, of 32 h.
        #expect(ana[0].effective == Hours(32))
        #expect(ana[1].effective == Hours(40))
        #expect(ana[1].load == Hours(30))
        #expect(ana[1].tentative == Hours(10))
        #expect(ana[1].free == Hours(10))
        #expect(ana[1].utilisation == 0.75)
        #expect(ana[1].work.map(\.line.description) == ["apollo.app", "zephyr.app"])
    }

    /// Ana 30 of 40 h and Ben 20 of 20 h are 50 of 60 h, not the mean of 75 % and 100 %.
    @Test func groupsAreSumOverSum() throws {
        let engineers = try map().groups[0]
        #expect(engineers.name == "engineer")
        #expect(engineers.sums[1].load == Hours(50))
        #expect(engineers.sums[1].effective == Hours(60))
        #expect(engineers.sums[0].overloaded == 1)
        #expect(try map().groups.map(\.name) == ["engineer", "(no role)"])
        #expect(try map().sums[1].effective == Hours(100))
        #expect(try map().sums[1].free == Hours(50))
    }

    @Test func withoutGroupsEverybodyStandsInOne() throws {
        let map = try map(.none)
        #expect(map.groups.count == 1)
        #expect(map.groups[0].rows.map(\.person) == [0, 1, 2])
    }

    @Test func moreThanThereIsHasAMarkBesidesItsColour() throws {
        let page = try map().section.html.text()
        #expect(page.contains("<td class=\"over\" title=\"apollo.data 24 h&#10;24 of 20 h\"><b>120!</b><i>0</i></td>"))
    }

    @Test func proposalsAreStripedByTheirPart() throws {
        let page = try map().section.html.text()
        let hint = "apollo.app 20 h&#10;zephyr.app 10 h, proposed&#10;30 of 40 h"
        // 10 of 30 h are more than a quarter and less than half.
        #expect(page.contains("<td class=\"u3 s2\" title=\"\(hint)\"><b>75</b><i>10</i></td>"))
    }

    @Test func namesAreText() throws {
        let page = try map().section.html.text()
        #expect(page.contains(">Ben &lt;b&gt;</button>"))
        #expect(!page.contains("<b>Ben"))
    }
}
