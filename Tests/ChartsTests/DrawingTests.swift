// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Testing

@Suite("Drawings")
struct DrawingTests {
    @Test func aDrawingHasASizeAndAName() {
        var drawing = Drawing(width: 100, height: 50, name: "Load <by> week")
        drawing.add(Mark.line(0, 10, 100.04, 10, .grid))
        #expect(
            drawing.html().text() == """
                <svg class="chart" viewBox="0 0 100 50" width="100" height="50" role="img" aria-label="Load &lt;by&gt; week">\
                <line class="l-grid" x1="0" y1="10" x2="100" y2="10"/></svg>

                """)
    }

    @Test func hintsAreTitlesOfTheirMark() {
        #expect(
            Mark.rect(1, 2, 3, 4, .confirmed, hint: "12 h").text()
                == "<g class=\"f-sure\"><title>12 h</title>\n<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/></g>\n")
    }

    @Test func aRectangleIsNeverNegative() {
        #expect(Mark.rect(0, 0, -1, 4, .confirmed).text().contains("width=\"0\""))
    }

    @Test func pathsRunThroughTheirPoints() {
        #expect(Mark.path([(0, 1), (2.55, -3)], .curve).text() == "<path class=\"l-curve\" d=\"M0 1L2.6 -3\"/>")
    }

    @Test func manyMarksOfOneMeaningAreOne() {
        #expect(
            Mark.bars([.init(1, 2, 3, 4), .init(5, 2, 3, 4.5)], .quiet).text()
                == "<g class=\"f-quiet\"><path d=\"M1 2h3v4h-3zM5 2h3v4.5h-3z\"/></g>\n")
        #expect(
            Mark.lines([(0, 1, 0, 9), (4, 1, 4, 9)], .grid).text()
                == "<path class=\"l-grid\" d=\"M0 1L0 9M4 1L4 9\"/>")
    }

    /// Three names of 20 wide stand on 10 each: every third is shown, since two take 28 with the space between.
    @Test func namesThatWouldTouchAreLeftOut() {
        let names = Axis.names(["W01", "W02", "W03", "W04"], BandScale(4, from: 0, to: 40), at: 9)
        #expect(names.count == 1)
        #expect(Axis.names(["W01", "W02", "W03", "W04"], BandScale(4, from: 0, to: 400), at: 9).count == 4)
    }

    @Test func rowsAreMarkedWithTheirNumbers() {
        let ticks = Ticks(holding: [2], about: 2)
        let rows = Axis.rows(ticks, LinearScale(from: ticks.domain, to: 20, 0), from: 30, to: 90) { "\(Int($0)) h" }
        #expect(rows.count == 6)
        #expect(rows[0].text() == "<line class=\"l-axis\" x1=\"30\" y1=\"20\" x2=\"90\" y2=\"20\"/>")
        #expect(rows[5].text() == "<text x=\"24\" y=\"4\" text-anchor=\"end\" class=\"t-quiet\">2 h</text>")
    }

    @Test func legendsSayWhatMarksMean() {
        let legend = Legend([.fill(.tentative, "proposed"), .line(.capacity, "capacity")]).html.text()
        #expect(legend.contains("</svg>\nproposed</li>"))
        #expect(legend.contains("class=\"f-maybe\""))
    }
}
