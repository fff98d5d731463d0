// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles

/// An example of a problem: the files that have it.
struct Exhibit: Sendable {
    let id: Problem.ID
    /// Below the head that every scenario needs, if it is the scenario file that has the problem.
    let text: String
    var hasHead = true
    var others: [String: String] = [:]
    /// What stands in the guide instead of the text.
    var told: String?
    /// How the problem comes about.
    var way = Way.reading

    enum Way { case reading, noting, formatting }

    var files: [String: String] { others.merging(["studio.yaml": (hasHead ? head : "") + text]) { own, _ in own } }

    /// The message as a user sees it, or nil where all is well.
    func message() -> String? {
        let reader = FileReader { path, _ throws(FileReader.Failure) in
            switch path {
            case "latin.yaml": return [0x6E, 0xE9]
            case "parts": throw .unreadable("it is a directory")
            default:
                guard let text = files[path] else { throw .missing }
                return Array(text.utf8)
            }
        }
        do throws(Problems) {
            switch way {
            case .reading: _ = try Scenario.read(at: "studio.yaml", from: reader)
            case .noting:
                let notes = try Scenario.read(at: "studio.yaml", from: reader).notes
                return notes.map(\.description).joined(separator: "\n\n")
            case .formatting:
                _ = try ScenarioFormat.canonicalText(of: files["studio.yaml"] ?? "", named: "studio.yaml")
            }
            return nil
        } catch {
            return error.description
        }
    }
}

/// One example of each problem.
let gallery: [Exhibit] =
    filesInTheGallery + formsInTheGallery + valuesInTheGallery + namesInTheGallery + termsInTheGallery
    + changesInTheGallery + tablesInTheGallery

/// A phase from 12 January with tasks.
private func tasks(_ tasks: String...) -> String {
    "projects:\n  apollo:\n    phases:\n      build:\n        start: 2026-01-12\n        length: 3 weeks\n        tasks:"
        + tasks.map { "\n          " + $0 }.joined()
}

private let filesInTheGallery = [
    Exhibit(id: .missingFile, text: "include: [poeple.yaml]"),
    Exhibit(id: .unreadableFile, text: "include: [parts]"),
    Exhibit(
        id: .tooLarge,
        text: "projects:\n  apollo:\n    phases:\n"
            + (1...201).map { "      p\($0): { start: 2026-01-12, length: 1 week }\n" }.joined(),
        told: "A project with 201 phases. Files of more than 64 MB are too large, too."),
    Exhibit(id: .notUTF8, text: "include: [latin.yaml]", told: "A file that is saved as Latin-1, with an é in it."),
    Exhibit(id: .notYAML, text: "people:\n  ana: { role: engineer, cost: 62/h"),
    Exhibit(id: .tabIndent, text: "people:\n\tana: { cost: 62/h }"),
    Exhibit(
        id: .tooDeep, text: "people: " + String(repeating: "[", count: 30),
        told: "`people:`, and then 30 opening brackets."),
    Exhibit(id: .anchorsNotAllowed, text: "people:\n  ana: &usual { cost: 62/h }"),
    Exhibit(id: .blockText, text: "people:\n  ana:\n    name: |\n      Ana\n      Duarte\n    cost: 62/h"),
    Exhibit(id: .severalDocuments, text: "people: {}\n---\nprojects: {}"),
    Exhibit(
        id: .cyclicInclude, text: "include: [north.yaml]",
        others: [
            "north.yaml": "muster: 1\ninclude: [south.yaml]\n",
            "south.yaml": "muster: 1\ninclude: [north.yaml]\n",
        ]),
    Exhibit(
        id: .cyclicBase, text: "muster: 1\nscenario: North\nfrom: south.yaml\n", hasHead: false,
        others: ["south.yaml": "muster: 1\nscenario: South\nfrom: studio.yaml\n"]),
]

private let formsInTheGallery = [
    Exhibit(id: .wrongShape, text: "people: [ana, rui]"),
    Exhibit(id: .unknownKey, text: "people:\n  ana: { cost: 62/h, skils: { swift: 4 } }"),
    Exhibit(id: .duplicateKey, text: "people:\n  ana: { cost: 62/h }\n  rui: { cost: 48/h }\n  ana: { cost: 64/h }"),
    Exhibit(id: .missingKey, text: "people:\n  ana: { role: engineer }"),
    Exhibit(
        id: .misplacedKey, text: "include: [people.yaml]",
        others: ["people.yaml": "muster: 1\ncurrency: USD\npeople: {}\n"]),
    Exhibit(
        id: .conflictingKeys,
        text: "projects:\n  apollo:\n    phases:\n      build: { start: 2026-01-12, length: 3 weeks, end: 2026-03-06 }"),
    Exhibit(
        id: .notOneSkill,
        text: tasks("api: { skill: { swift: 3, sql: 2 }, hours: 40h }")),
    Exhibit(
        id: .wrongVersion, text: head.replacing("muster: 1", with: "muster: 2"), hasHead: false),
    Exhibit(id: .notAnID, text: "people:\n  Ana Duarte: { cost: 62/h }"),
]

private let valuesInTheGallery = [
    Exhibit(id: .notADate, text: "people:\n  ana: { cost: 62/h, leave: [2026-02-30] }"),
    Exhibit(id: .datesReversed, text: "people:\n  ana: { cost: 62/h, leave: [2026-02-20 .. 2026-02-16] }"),
    Exhibit(
        id: .rangeReversed,
        text: "projects:\n  apollo:\n    needs:\n      backend: { hours: 420 .. 300h total, rate: 140/h }"),
    Exhibit(id: .wrongUnit, text: "people:\n  ana: { cost: 62 }"),
    Exhibit(id: .notANumber, text: "people:\n  ana:\n    cost: 62,50/h"),
    Exhibit(id: .tooPrecise, text: "people:\n  ana: { cost: 62.505/h }"),
    Exhibit(id: .outOfRange, text: "people:\n  ana: { cost: 62/h, contract: 250% }"),
    Exhibit(id: .unknownWord, text: "projects:\n  apollo: { priority: hihg }"),
    Exhibit(id: .notAWeekPattern, text: "calendars:\n  lisbon: { week: 8 8 8 8 8 }"),
    Exhibit(id: .alternatingWithoutStart, text: "calendars:\n  lisbon: { week: 8 8 8 8 8 0 0 / 8 8 8 8 0 0 0 }"),
    Exhibit(id: .piecesOutOfOrder, text: "people:\n  ana: { cost: [62/h from 2026-04-01, 66/h from 2026-01-05] }"),
    Exhibit(id: .impossibleLevel, text: "people:\n  ana: { cost: 62/h, skills: { swift: 6 } }"),
    Exhibit(id: .impossibleChance, text: "projects:\n  apollo: { stage: proposed 100% }"),
    Exhibit(
        id: .notACurrency, text: head.replacing("EUR", with: "euro"), hasHead: false),
    Exhibit(id: .notASentence, text: "bookings:\n  - ana apollo.backend 24h/week"),
]

extension Exhibit {
    /// A change that cannot be made to `base.yaml`.
    fileprivate init(_ id: Problem.ID, change: String) {
        self.init(
            id: id, text: "muster: 1\nscenario: What if\nfrom: base.yaml\nchanges:\n  - \(change)\n", hasHead: false,
            others: ["base.yaml": base])
    }
}

/// What the changes of the gallery are made to.
let base = head + apollo

private let apollo = """
    people:
      ana: { role: engineer, cost: 62/h }
    projects:
      apollo:
        needs:
          backend: { hours: 32h/week, rate: 140/h }

    """

private let namesInTheGallery = [
    Exhibit(
        id: .unknownPerson, text: apollo + "bookings:\n  - anna on apollo.backend, 24h/week, 2026-02-02 .. 2026-03-06"),
    Exhibit(id: .unknownProject, text: apollo + "exclusions:\n  - ana not on apolo"),
    Exhibit(id: .unknownNeed, text: apollo + "bookings:\n  - ana on apollo.backnd, 24h/week, 2026-02-02 .. 2026-03-06"),
    Exhibit(
        id: .unknownClient,
        text: "clients: { northwind: { name: Northwind } }\nprojects:\n  apollo: { client: northwnd }"),
    Exhibit(id: .unknownOffice, text: "people:\n  ana: { office: lisbon, cost: 62/h }"),
    Exhibit(id: .unknownCalendar, text: "calendar: lisboa\ncalendars: { lisbon: { week: 8 8 8 8 8 0 0 } }"),
    Exhibit(
        id: .unknownPhase,
        text: """
            projects:
              apollo:
                phases: { build: { start: 2026-01-12, length: 3 weeks } }
                needs: { backend: { phase: built, hours: 32h/week, rate: 140/h } }
            """),
    Exhibit(
        id: .unknownTask,
        text: tasks("api: { skill: { swift: 3 }, hours: 40h }", "app: { skill: { swift: 3 }, hours: 40h, after: apis }")
    ),
    Exhibit(.unknownRole, change: "rerate: { role: partner, to: 240/h }"),
    Exhibit(.unknownSkill, change: "set: { people.ana.skills.cobol: }"),
    Exhibit(.unknownPool, change: "set: { subcontractors.freelancers.hours: 20h/week }"),
    Exhibit(
        id: .unknownPart,
        text: contract(
            """
                parts:
                  design: { fixed: 60000, billing: percent complete }
                  care: { subscription: { fee: 900/month, dates: 2026-03-01 .. } }
                amendments:
                  offline: { on: 2026-03-16, part: desing, price: 24000 }
            """)),
    Exhibit(id: .cyclicCalendars, text: "calendars:\n  lisbon: { like: porto }\n  porto: { like: lisbon }"),
    Exhibit(
        id: .cyclicPhases,
        text: """
            projects:
              apollo:
                phases:
                  design: { start: 2026-01-12, length: 3 weeks }
                  build: { after: [design, test], length: 8 weeks }
                  test: { after: build, length: 2 weeks }
            """),
    Exhibit(id: .phaseWithoutStart, text: "projects:\n  apollo:\n    phases:\n      build: { length: 8 weeks }"),
    Exhibit(
        id: .cyclicTasks,
        text: tasks(
            "api: { skill: { swift: 3 }, hours: 40h, after: app + 1 day }",
            "app: { skill: { swift: 3 }, hours: 40h, after: api }")),
    Exhibit(
        id: .ownerLacksSkill,
        text: "people:\n  ana: { skills: { swift: 2 }, cost: 62/h }\n"
            + tasks("api: { skill: { swift: 3 }, hours: 40h, owner: ana }")),
    Exhibit(
        id: .dueBeforeStart, text: tasks("api: { skill: { swift: 3 }, hours: 40h, due: 2026-01-09 }")),
    Exhibit(
        id: .tooManyWeeks,
        text: """
            projects:
              apollo:
                needs:
                  backend: { dates: 2026-02-02 .. 2026-02-13, hours: [16h, 24h, 24h], rate: 140/h }
            """),
    Exhibit(
        id: .bookingOnLostProject,
        text: apollo.replacing("apollo:\n", with: "apollo:\n    stage: lost\n")
            + "bookings:\n  - ana on apollo.backend, 24h/week, 2026-02-02 .. 2026-03-06"),
    Exhibit(
        id: .deadlineBeforeStart, text: "projects:\n  apollo: { dates: 2026-03-02 .. 2026-05-29, deadline: 2026-02-27 }"
    ),
    Exhibit(
        id: .cyclicMentors,
        text: "people:\n  ana: { cost: 62/h, mentors: [rui] }\n  rui: { cost: 48/h, mentors: [ana] }"),
    Exhibit(
        id: .togetherTwice,
        text:
            "people:\n  ana: { cost: 62/h }\n  rui: { cost: 48/h }\n  eva: { cost: 50/h }\n"
            + "together:\n  - [ana, rui]\n  - [eva, ana]"),
    Exhibit(id: .togetherAlone, text: "people:\n  ana: { cost: 62/h }\ntogether:\n  - [ana]"),
    Exhibit(id: .goalTwice, text: "policy:\n  goals: [coverage within 1%, margin, coverage]"),
    Exhibit(id: .noRate, text: "projects:\n  apollo:\n    needs:\n      backend: { role: engineer, hours: 32h/week }"),
    Exhibit(id: .noCost, text: "people:\n  ana: { cost: 62/h from 2026-02-01 }"),
]

/// A project of a client, and its contract.
private func contract(_ terms: String) -> String {
    "clients:\n  northwind: {}\nprojects:\n  apollo: { client: northwind }\ncontracts:\n  apollo:\n" + terms
}

private let termsInTheGallery = [
    Exhibit(id: .outOfOrder, text: contract("    hourly: { tiers: [10% above 200h, 5% above 100h] }")),
    Exhibit(id: .notATax, text: contract("    hourly: {}\n    tax: 23%")),
    Exhibit(id: .sumOff, text: contract("    fixed: 180000\n    instalments: { signature: 30%, handover: 60% }")),
    Exhibit(
        id: .contractTwice, text: contract("    hourly: {}\n  support:\n    projects: [apollo]\n    hourly: {}")),
    Exhibit(
        id: .clientsDiffer,
        text: contract("    client: fjord\n    hourly: {}").replacing(
            "northwind: {}\n", with: "northwind: {}\n  fjord: {}\n")),
    Exhibit(
        id: .partWithoutWork,
        text: contract(
            "    parts:\n      build: { fixed: 60000, billing: percent complete }\n      support: { hourly: {} }")),
    Exhibit(id: .unfitRecognition, text: contract("    hourly: {}\n    recognise: by cost")),
    Exhibit(
        id: .amendmentDate,
        text: contract(
            """
                signed: 2026-03-02
                fixed: 60000
                billing: percent complete
                amendments: { offline: { on: 2026-02-16, price: 24000 } }
            """)),
    Exhibit(
        id: .unfitAmendment,
        text: contract("    hourly: {}\n    amendments: { offline: { on: 2026-03-16, price: 24000 } }")),
]

private let changesInTheGallery = [
    Exhibit(.alreadyThere, change: "hire: { person: ana, skills: { swift: 3 }, cost: 58/h }"),
    Exhibit(.outsideHorizon, change: "absent: { person: ana, dates: 2027-02-01 .. 2027-02-05 }"),
    Exhibit(.cannotMove, change: "delay: { project: apollo, by: 2 weeks }"),
    Exhibit(.noEffect, change: "unpin: { person: ana }"),
    Exhibit(.notAPath, change: "set: { scenario: Another name }"),
]

private let tablesInTheGallery = [
    Exhibit(id: .unknownTable, text: "include: [list.csv]", others: ["list.csv": "name,email\nAna,ana@example.org\n"]),
    Exhibit(
        id: .raggedRow, text: "include: [people.csv]",
        others: ["people.csv": "person,role,cost\nana,engineer,62/h\nrui,designer\n"]),
    Exhibit(
        id: .openQuote, text: "include: [people.csv]", others: ["people.csv": "person,name,cost\nana,\"Ana,62/h\n"]),
    Exhibit(
        id: .controlCharacter, text: "include: [people.csv]",
        others: ["people.csv": "person,name,cost\nana,Ana\u{8},62/h\n"]),
    Exhibit(
        id: .commentInFlow, text: "people: {\n  ana: { cost: 62/h }, # the lead\n  rui: { cost: 48/h } }",
        way: .formatting),
    Exhibit(
        id: .bookingOutsideHorizon,
        text: apollo + "bookings:\n  - ana on apollo.backend, 24h/week, 2027-02-01 .. 2027-02-26", way: .noting),
    Exhibit(
        id: .lineOutsideHorizon,
        text: """
            projects:
              apollo:
                needs:
                  backend: { dates: 2027-02-01 .. 2027-02-26, hours: 32h/week, rate: 140/h }
            """, way: .noting),
    Exhibit(
        id: .windowMissed,
        text: """
            projects:
              apollo:
                phases:
                  design: { start: 2026-01-12, length: 6 weeks }
                  build: { start: 2026-01-19 .. 2026-02-16, after: design, length: 9 weeks }
            """, way: .noting),
    Exhibit(
        id: .gradeOfNobody,
        text: """
            people:
              ana: { cost: 62/h, grade: senior }
            projects:
              apollo:
                needs:
                  backend: { hours: 32h/week, mix: { senoir: at least 1 }, rate: 140/h }
            """, way: .noting),
]
