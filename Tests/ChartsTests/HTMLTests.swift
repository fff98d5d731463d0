// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Testing

@Suite("HTML")
struct HTMLTests {
    @Test func textAndAttributesAreEscaped() {
        let piece = HTML("p", .title("\"a\" & 'b' <c>"), text: "</p><script>alert('&')</script>")
        #expect(
            piece.text()
                == "<p title=\"&quot;a&quot; &amp; &#39;b&#39; &lt;c&gt;\">"
                + "&lt;/p&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>\n")
    }

    /// XML forbids control characters, and what turns the direction of text would turn the page's as well.
    @Test func charactersNoDocumentMayHoldBecomeDots() {
        #expect(HTML.text("a\u{0}b\u{1B}[31mc\u{7F}\u{202E}d\u{FFFE}").text() == "a·b·[31mc··d·")
    }

    @Test func otherAlphabetsStayAsTheyAre() {
        #expect(HTML.text("Elif Yıldız, 山田 👩‍🚀").text() == "Elif Yıldız, 山田 👩‍🚀")
    }

    @Test func lineBreaksInAttributesSurviveXML() {
        #expect(HTML("td", .title("a\nb")).text() == "<td title=\"a&#10;b\"></td>")
    }

    @Test func emptyElementsCloseThemselvesAndOthersDoNot() {
        #expect(HTML("br").text() == "<br/>")
        #expect(HTML("td").text() == "<td></td>")
        #expect(HTML("rect", .init("x", 1.25), .init("width", 10)).text() == "<rect x=\"1.3\" width=\"10\"/>")
    }

    @Test func contentIsBuiltWithConditionsAndLoops() {
        let isMarked = true
        let piece = HTML("b") {
            "one"
            if isMarked { HTML("i", text: "two") }
            for number in 3...4 { "\(number)" }
        }
        #expect(piece.text() == "<b>one<i>two</i>34</b>")
    }

    @Test func linksLeadNowhereElse() {
        #expect(HTML.Link.here("people").text == "#people")
        #expect(HTML.Link.path(["p", "a/b", "..", "javascript:x"]).text == "/p/a%2Fb/%2E%2E/javascript%3Ax")
        #expect(
            HTML.Link.path(["s"], query: [.init("who", "é&x"), .init("at", "1 2")]).text == "/s?who=%C3%A9%26x&at=1%202"
        )
        #expect(
            HTML("a", .href(.path(["s"], query: [.init("a", "1"), .init("b", "2")]))).text()
                == "<a href=\"/s?a=1&amp;b=2\"></a>")
    }

    @Test func anEmptyListIsNothing() {
        #expect(HTML.list([.nothing, .list([])]).isNothing)
        #expect(!HTML.text("").isNothing)
    }

    @Test func documentsBeginWithTheirType() {
        #expect(HTML("html").document() == "<!DOCTYPE html>\n<html></html>\n")
    }
}
