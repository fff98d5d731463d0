// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Reports

@Suite struct TextTableTests {
    private func text(_ table: TextTable, width: Int = 60) -> String {
        table.lines(Style(width: width, isColoured: false)).joined(separator: "\n")
    }

    @Test func textStandsLeftAndNumbersRight() {
        var table = TextTable([.text("who"), .number("h"), .text("on")])
        table.add(["Ana", "8", "apollo"])
        table.add(["Benedict", "1,240", ""])
        #expect(
            text(table) == """
                  who           h  on
                  Ana           8  apollo
                  Benedict  1,240
                """)
    }

    @Test func withoutTitlesThereIsNoTitleLine() {
        var table = TextTable([.text(""), .number("")])
        table.add(["demand", "8 h"])
        #expect(text(table) == "  demand  8 h")
    }

    @Test func aHeadingRunsAcrossAndIsCut() {
        var table = TextTable([.text("a"), .text("b")])
        table.addHeading("Apollo")
        table.add(["1", "2"])
        table.addHeading(String(repeating: "x", count: 70))
        #expect(
            text(table) == """
                  a  b
                  Apollo
                  1  2
                  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                """)
    }

    /// 60 columns; the name gives way to 10, and no further than the floor.
    @Test func aLongTextIsCutToFit() {
        var table = TextTable([.text("name", .cut(floor: 8)), .text("rest")])
        table.add([.init(String(repeating: "n", count: 20)), .init(String(repeating: "r", count: 46))])
        #expect(
            text(table) == """
                  name        rest
                  nnnnnnnnn…  rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                """)
    }

    @Test func whatCanBeWrappedGivesWayFirst() {
        var table = TextTable([.text("name", .cut(floor: 4)), .text("why", .wrap(floor: 12))])
        table.add([.init(String(repeating: "n", count: 30)), "who could do it has no time left in these weeks"])
        table.add(["short", "a\u{A0}b stays together"])
        #expect(
            text(table) == """
                  name                            why
                  nnnnnnnnnnnnnnnnnnnnnnnnnnnnnn  who could do it has no
                                                  time left in these weeks
                  short                           a\u{A0}b stays together
                """)
    }

    @Test func whereNothingMayGiveWayTheTableIsWide() {
        var table = TextTable([.number("n")])
        table.add([.init(String(repeating: "9", count: 70))])
        #expect(text(table).split(separator: "\n").map(\.count) == [72, 72])
    }

    /// A wide character takes two columns, so three of them are as wide as six letters.
    @Test func wideCharactersTakeTwoColumns() {
        var table = TextTable([.text("who"), .number("h")])
        table.add(["山田太", "8"])
        table.add(["Yamada", "16"])
        #expect(
            text(table) == """
                  who      h
                  山田太   8
                  Yamada  16
                """)
        #expect("山田太郎".cut(to: 5) == "山田…")
        #expect("🛠️é".columns == 3)
    }

    @Test func controlCharactersAreShownAsDots() {
        var table = TextTable([.text("")])
        table.add(["a\u{1B}[31mb\tc\nd"])
        #expect(text(table) == "  a·[31mb·c·d")
    }

    @Test func coloursDoNotCountAsColumns() {
        var table = TextTable([.text("", .never), .number("")])
        table.add([.init("bad", .bad), .init("8", .warning)])
        #expect(
            table.lines(Style(width: 60, isColoured: true)) == ["  \u{1B}[31mbad\u{1B}[0m  \u{1B}[33m8\u{1B}[0m"])
    }

    @Test(arguments: [
        ("", [""]), ("one two three", ["one two", "three"]), ("incomprehensible so", ["incompr…", "so"]),
        ("  spaced   out ", ["spaced", "out"]),
    ])
    func wordsAreWrapped(_ text: String, _ lines: [String]) {
        #expect(text.wrapped(to: 8) == lines)
    }

    @Test func aStyleIsAtLeast60Wide() {
        #expect(Style(width: 10, isColoured: false).width == 60)
    }
}
