// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Testing

@Suite("The canonical form")
struct CanonicalTextTests {
    private func canonical(_ text: String) throws(Problems) -> String {
        try ScenarioFormat.canonicalText(of: text, named: "studio.yaml")
    }

    @Test func ordersKeysAndSpacesValues() throws {
        let text = """
            currency:   'EUR'
            people:
                ana:
                    cost: "62/h   from 2026-04-01"
                    skills:
                        swift: 4
                        sql: 3
                    leave:
                    - 2026-02-16..2026-02-20
                    - 2026-03-05   2h
                    name: "Ana: the first"
            muster: 1
            horizon: "2026-01-05..2026-06-28"
            scenario: "2026"
            bookings: ["ana on apollo.backend ,24h/week,2026-02-02"]
            """
        #expect(
            try canonical(text) == """
                muster: 1
                scenario: "2026"
                horizon: 2026-01-05 .. 2026-06-28
                currency: EUR
                people:
                  ana:
                    name: "Ana: the first"
                    skills: { swift: 4, sql: 3 }
                    cost: 62/h from 2026-04-01
                    leave: [2026-02-16 .. 2026-02-20, 2026-03-05 2h]
                bookings:
                  - ana on apollo.backend, 24h/week, 2026-02-02

                """)
    }

    @Test func keepsCommentsWithWhatTheyAreAbout() throws {
        let text = """
            # A scenario.

            muster: 1 # the format
            # Who works here.
            people: # all of them
              # The lead.
              ana: { cost: 62/h } # since 2019

              # The designer.
              # She is new.
              rui:
                cost: 48/h
                # Levels of last year.
                skills:
                  figma: 5 # a master
                  sql: 1
            # What there is to do.
            currency: EUR
            bookings:
              # The first.
              - ana on apollo.backend, 24h/week, 2026-02-02 # by mail
            # The end.
            """
        #expect(
            try canonical(text) == """
                # A scenario.

                muster: 1 # the format
                # What there is to do.
                currency: EUR
                # Who works here.
                people: # all of them
                  # The lead.
                  ana: # since 2019
                    cost: 62/h

                  # The designer.
                  # She is new.
                  rui:
                    # Levels of last year.
                    skills:
                      figma: 5 # a master
                      sql: 1
                    cost: 48/h
                bookings:
                  # The first.
                  - ana on apollo.backend, 24h/week, 2026-02-02 # by mail
                # The end.

                """)
    }

    @Test func writesShortMappingsOnALineWhereTheyFit() throws {
        let long = (1...12).map { "2026-02-\($0 + 9)" }.joined(separator: ", ")
        let text = """
            muster: 1
            calendars:
              porto:
                week: 8 8 8 8 8 0 0
                like: lisbon
              lisbon: { holidays: [\(long)] }
            """
        #expect(
            try canonical(text) == """
                muster: 1
                calendars:
                  porto: { like: lisbon, week: 8 8 8 8 8 0 0 }
                  lisbon:
                    holidays:

                """ + (1...12).map { "      - 2026-02-\($0 + 9)\n" }.joined())
    }

    @Test func keepsWhatItDoesNotKnow() throws {
        let text = "muster: 1\nx: { b: [1, 2], a: }\nempty:\npeople: {}\nlist: []\n"
        #expect(
            try canonical(text) == """
                muster: 1
                people: {}
                x:
                  b: [1, 2]
                  a:
                empty:
                list: []

                """)
    }

    @Test func saysTheSame() throws {
        #expect(try firm(canonical(studio)) == firm(studio))
        #expect(try canonical(canonical(studio)) == canonical(studio))
        for exhibit in gallery {
            guard let text = exhibit.files["studio.yaml"], let form = try? canonical(text) else { continue }
            #expect(try canonical(form) == form)
            #expect(problems(form, and: exhibit.others).map(\.id) == problems(text, and: exhibit.others).map(\.id))
        }
    }

    @Test func refusesWhatItCannotKeep() {
        func ids(_ text: String) -> [Problem.ID] {
            do throws(Problems) {
                _ = try canonical(text)
                return []
            } catch {
                return error.all.map(\.id)
            }
        }
        #expect(ids("people: [ # who\n  ana ]\n") == [.commentInFlow])
        #expect(ids("people: {\n") == [.notYAML])
        #expect(ids("muster: 1\nmuster: 1\n") == [.duplicateKey])
    }
}
