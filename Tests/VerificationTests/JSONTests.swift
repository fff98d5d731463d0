// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Verification

@Suite struct JSONTests {
    @Test func membersKeepTheirOrder() {
        let json = JSON.object(["b": .integer(1), "a": .array([.null, .bool(true), .bool(false)])])
        #expect(json.text(brokenTo: 0) == #"{"b": 1, "a": [null, true, false]}"# + "\n")
    }

    @Test func containersAreBrokenDownToADepth() {
        let json = JSON.object(["list": .array([.object(["x": .integer(1)]), .object(["x": .integer(2)])])])
        #expect(
            json.text() == """
                {
                  "list": [
                    {"x": 1},
                    {"x": 2}
                  ]
                }

                """)
    }

    @Test func emptyContainersStayOnTheirLine() {
        #expect(
            JSON.object(["list": .array([]), "map": .object([:])]).text(brokenTo: 0) == "{\"list\": [], \"map\": {}}\n")
    }

    @Test func textIsEscaped() {
        #expect(JSON.string("a\"b\\c\nd\re\tf\u{1}g\u{7f}é😀").text() == #""a\"b\\c\nd\re\tf\u0001g\u007fé😀""# + "\n")
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (1.0, "1"), (0.1, "0.1"), (-2.5, "-2.5"), (1e-9, "1e-09"), (1e300, "1e+300"),
        (Double.nan, "null"), (.infinity, "null"),
    ])
    func numbers(value: Double, text: String) {
        #expect(JSON.real(value).text() == text + "\n")
    }
}
