// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Planning
import SmallFirms
import Staffing
import Testing
import Verification

/// Each rule of booking on the smallest firm that shows it, over W02 and W03: plans written down by hand, and what is found
/// of the rules of booking. Hours that do not follow from the shares are found elsewhere.
@Suite("The rules of booking") struct BookingRulesTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let yaml: String
        let work: [Assignment]
        var pools: [Subcontract] = []
        var found: [Violation] = []

        init(
            _ name: String, _ yaml: String, _ work: [Assignment], pools: [Subcontract] = [], found: [Violation] = []
        ) {
            testDescription = name
            self.yaml = yaml
            self.work = work
            self.pools = pools
            self.found = found
        }
    }

    static let examples = sizes + pieces + numbers + places + teams + mixes + companions

    static let (week2, week3) = (week(2), week(3))

    static let people = """
        people:
          ana: { cost: 50/h, grade: senior }
          ben: { cost: 40/h, grade: junior }
          cleo: { cost: 40/h, grade: junior }

        """

    /// A project with those needs, beside three people and whatever else.
    static func firm(_ needs: [String], _ more: String = "") -> String {
        people + "projects:\n  apollo:\n    needs:\n" + needs.map { "      \($0)\n" }.joined() + more
    }

    private static let x32 = "x: { hours: 32h/week, rate: none }"

    private static func small(_ person: Identifier<Person>, _ share: Int, _ least: Int) -> Violation {
        .tooSmall(
            person, LineID("apollo", "x"), week2, share: Share(millionths: share), least: Share(millionths: least))
    }

    /// 8 hours of 32 are a quarter.
    static let sizes = [
        Example("a quarter", firm([x32]), [held("ana", 250_000)]),
        Example("a quarter but for rounding", firm([x32]), [held("ana", 249_911)]),
        Example("less than a quarter", firm([x32]), [held("ana", 249_910)], found: [small("ana", 249_910, 250_000)]),
        Example("two pieces of one share", firm([x32]), [held("ana", 125_000), held("ana", 125_000)]),
        Example("nothing is not too little", firm([x32]), [held("ana", 0), held("ben", 1_000_000)]),
        Example(
            "no smallest booking", firm([x32], "policy: { bookable: { smallest: 0h/week } }\n"), [held("ana", 521)]),
        Example(
            "less than a minute", firm([x32], "policy: { bookable: { smallest: 0h/week } }\n"), [held("ana", 430)],
            found: [small("ana", 430, 520)]),
        // Half of a week of 40 hours are 20 of 32.
        Example(
            "half a week", firm([x32], "policy: { bookable: { smallest: 50% } }\n"),
            [held("ana", 625_000), held("ben", 375_000)], found: [small("ben", 375_000, 625_000)]),
        // Six hours are fewer than eight: all of them, or nothing.
        Example("all of little", firm(["x: { hours: 6h/week, rate: none }"]), [held("ana", 1_000_000)]),
        Example(
            "not all of little", firm(["x: { hours: 6h/week, rate: none }"]), [held("ana", 900_000)],
            found: [small("ana", 900_000, 1_000_000)]),
        // A seat of 12 hours has six.
        Example(
            "a seat of little", firm(["x: { hours: 12h/week, team: 2, rate: none }"]),
            [held("ana", 500_000), held("ben", 400_000)], found: [small("ben", 400_000, 500_000)]),
        Example(
            "a third of little", firm(["x: { hours: 12h/week, team: 3, rate: none }"]),
            [held("ana", 333_334), held("ben", 333_333), held("cleo", 333_333)]),
        // 16 hours are pinned of each week, so that 8 are a half of what is left.
        Example(
            "beside pinned work",
            firm([x32], "bookings: [\"ana on apollo.x, 16h/week, 2026-01-05 .. 2026-01-18, pinned\"]\n"),
            [worked("ana", "x", [2: 16, 3: 16], .pinned), held("ben", 400_000)], found: [small("ben", 400_000, 500_000)]
        ),
        // Of 32 h a week a holiday on one of five days leaves 25.6; it is a week of 32 hours all the same.
        Example(
            "a week with a holiday",
            firm([x32], "calendar: here\ncalendars: { here: { holidays: [2026-01-06] } }\n"), [held("ana", 250_000)]),
        Example(
            "less than a quarter of a week with a holiday",
            firm([x32], "calendar: here\ncalendars: { here: { holidays: [2026-01-06] } }\n"), [held("ana", 240_000)],
            found: [small("ana", 240_000, 250_000)]),
    ]

    private static let step = "policy: { bookable: { step: 4h } }\n"
    private static let x30 = "x: { hours: 30h/week, rate: none }"

    private static func odd(_ person: Identifier<Person>, _ share: Int, _ step: Int) -> Violation {
        .offStep(person, LineID("apollo", "x"), week2, share: Share(millionths: share), step: Share(millionths: step))
    }

    private static func sliver(_ line: Identifier<DemandLine>, _ seconds: Int, _ least: Int) -> Violation {
        .sliver(
            "ana", LineID("apollo", line), week2, hours: Hours(seconds: seconds), least: Hours(seconds: least))
    }

    /// 4 hours of 32 are an eighth, and of 30 two fifteenths, rounded down to the millionth.
    static let pieces = [
        Example("two eighths and six", firm([x32], step), [held("ana", 250_000), held("ben", 750_000)]),
        Example("three tenths", firm([x32], step), [held("ana", 300_000)], found: [odd("ana", 300_000, 125_000)]),
        Example(
            "two odd shares of all", firm([x32], step), [held("ana", 300_000), held("ben", 700_000)],
            found: [odd("ana", 300_000, 125_000), odd("ben", 700_000, 125_000)]),
        Example("sixteen hours and all that is left", firm([x30], step), [held("ana", 533_333), held("ben", 466_667)]),
        Example(
            "sixteen hours and not all that is left", firm([x30], step), [held("ana", 533_333), held("ben", 450_000)],
            found: [odd("ben", 450_000, 133_333)]),
        Example("all of it", firm([x30], step), [held("ana", 1_000_000)]),
        Example(
            "two hours a week", firm(["y: { hours: 10h/week, spread: weekly, rate: none }"]),
            [worked("ana", "y", [2: 2])]),
        Example(
            "an hour a week", firm(["y: { hours: 10h/week, spread: weekly, rate: none }"]),
            [worked("ana", "y", [2: 1])],
            found: [sliver("y", 3600, 7200)]),
        Example(
            "two pieces of an hour", firm(["y: { hours: 10h/week, spread: weekly, rate: none }"]),
            [worked("ana", "y", [2: 1]), worked("ana", "y", [2: 1])]),
        Example(
            "all that the week asks for", firm(["y: { hours: 1h/week, spread: weekly, rate: none }"]),
            [worked("ana", "y", [2: 1])]),
        Example(
            "a third of the week's seats", firm(["y: { hours: 3h/week, spread: weekly, team: 2, rate: none }"]),
            [worked("ana", "y", [2: 1])], found: [sliver("y", 3600, 5400)]),
        Example(
            "all the time there is",
            firm(["y: { hours: 10h/week, spread: weekly, rate: none }"])
                .replacing("grade: senior", with: "contract: 1 0 0 0 0 0 0"), [worked("ana", "y", [2: 1])]),
        Example(
            "an hour at any time", firm(["y: { hours: 10h total, spread: anytime, rate: none }"]),
            [worked("ana", "y", [2: 1, 3: 4])], found: [sliver("y", 3600, 7200)]),
        Example(
            "all of an hour at any time", firm(["y: { hours: 1h total, spread: anytime, rate: none }"]),
            [worked("ana", "y", [2: 1])]),
    ]

    private static let four = ["x", "y", "z", "w"].map { "\($0): { hours: 8h/week, rate: none }" }
    private static let two = "policy: { bookable: { at once: 2 } }\n"

    private static func pins(_ lines: [String]) -> String {
        "bookings:\n" + lines.map { "  - ana on apollo.\($0), 8h/week, 2026-01-05 .. 2026-01-11, pinned\n" }.joined()
    }

    static let numbers = [
        Example("two at once", firm(four, two), [held("ana", 1_000_000, "x"), held("ana", 1_000_000, "y")]),
        Example(
            "three at once", firm(four, two), ["x", "y", "z"].map { held("ana", 1_000_000, $0) },
            found: [.tooManyLines("ana", week2, lines: 3, most: 2), .tooManyLines("ana", week3, lines: 3, most: 2)]),
        Example(
            "three pinned", firm(four, two + pins(["x", "y", "z"])),
            ["x", "y", "z"].map { worked("ana", $0, [2: 8], .pinned) }),
        Example(
            "three pinned and a share of one", firm(four, two + pins(["x", "y", "z"])),
            ["x", "y", "z"].map { worked("ana", $0, [2: 4], .pinned) } + [held("ana", 1_000_000, "x")]),
        Example(
            "three pinned and one more", firm(four, two + pins(["x", "y", "z"])),
            ["x", "y", "z"].map { worked("ana", $0, [2: 8], .pinned) } + [held("ana", 1_000_000, "w")],
            found: [.tooManyLines("ana", week2, lines: 4, most: 3)]),
        Example(
            "cover aside", firm(four, two),
            [held("ana", 1_000_000, "x"), held("ana", 1_000_000, "y"), worked("ana", "z", [2: 4], .cover)]),
        Example(
            "three at once, and leave",
            firm(four, two).replacing("grade: senior", with: "leave: [2026-01-12 .. 2026-01-16]"),
            ["x", "y", "z"].map { held("ana", 1_000_000, $0) },
            found: [.tooManyLines("ana", week2, lines: 3, most: 2)]),
        Example(
            "weekly work in one of the weeks",
            firm(four + ["v: { hours: 8h/week, spread: weekly, rate: none }"], two),
            [held("ana", 1_000_000, "x"), held("ana", 1_000_000, "y"), worked("ana", "v", [3: 8])],
            found: [.tooManyLines("ana", week3, lines: 3, most: 2)]),
    ]

    /// Ana in Lisbon, Ben nowhere, Cleo in Berlin; projects in Berlin, Porto and Lisbon.
    private static let travelling = """
        offices: { lisbon: {}, berlin: {}, porto: {} }
        people:
          ana: { cost: 50/h, office: lisbon }
          ben: { cost: 40/h }
          cleo: { cost: 40/h, office: berlin }
        projects:
          b: { site: berlin, needs: { x: { hours: 8h/week, rate: none }, y: { hours: 8h/week, rate: none } } }
          p: { site: porto, needs: { x: { hours: 8h/week, rate: none } } }
          l: { site: lisbon, needs: { x: { hours: 8h/week, rate: none } } }
        policy: { bookable: { sites: 1 } }

        """

    static let places = [
        Example(
            "one site, twice, and home", travelling,
            [held("ana", all, "x", of: "b"), held("ana", all, "y", of: "b"), held("ana", all, "x", of: "l")]),
        Example(
            "two sites", travelling, [held("ana", all, "x", of: "b"), held("ana", all, "x", of: "p")],
            found: [week2, week3].map { .tooManySites("ana", $0, sites: 2, most: 1) }),
        Example(
            "nobody's office and one's own", travelling,
            [
                held("ben", all, "x", of: "b"), held("ben", all, "x", of: "p"), held("cleo", all, "y", of: "b"),
                held("cleo", all, "x", of: "l"),
            ]),
        Example(
            "two pinned sites",
            travelling + """
                bookings:
                  - ana on b.x, 8h/week, 2026-01-05 .. 2026-01-18, pinned
                  - ana on p.x, 8h/week, 2026-01-05 .. 2026-01-18, pinned

                """,
            [
                worked("ana", "x", [2: 8, 3: 8], .pinned, of: "b"), worked("ana", "x", [2: 8, 3: 8], .pinned, of: "p"),
                held("ana", all, "y", of: "b"),
            ]),
    ]

    private static let pool = "subcontractors: { free: { hours: 40h/week, cost: 90/h } }\n"

    static let teams = [
        Example(
            "one person only", firm(["x: { hours: 32h/week, team: 1, rate: none }"]),
            [held("ana", 500_000), held("ben", 500_000)],
            found: [.teamTooLarge(LineID("apollo", "x"), week2, members: 2, most: 1)]),
        Example("any number", firm([x32]), [held("ana", 250_000), held("ben", 250_000), held("cleo", 250_000)]),
        Example(
            "one of two", firm(["x: { hours: 32h/week, team: 2 .. 3, rate: none }"]), [held("ana", 500_000)],
            found: [.teamTooSmall(LineID("apollo", "x"), week2, members: 1, least: 2)]),
        Example("none of two", firm(["x: { hours: 32h/week, team: 2 .. 3, rate: none }"]), []),
        Example(
            "one and a pool", firm(["x: { hours: 32h/week, team: 2 .. 3, rate: none }"], pool), [held("ana", 500_000)],
            pools: [subcontracted(500_000)]),
        Example(
            "a pool alone", firm(["x: { hours: 32h/week, team: 2 .. 3, rate: none }"], pool), [],
            pools: [subcontracted(500_000)],
            found: [.teamTooSmall(LineID("apollo", "x"), week2, members: 1, least: 2)]),
        Example(
            "one and a pool, for one only", firm(["x: { hours: 32h/week, team: 1, rate: none }"], pool),
            [held("ana", 500_000)], pools: [subcontracted(500_000)],
            found: [.teamTooLarge(LineID("apollo", "x"), week2, members: 2, most: 1)]),
        Example(
            "one beside who is pinned",
            firm(["x: { hours: 32h/week, team: 2 .. 3, rate: none }"], pins(["x"])),
            [worked("ana", "x", [2: 8], .pinned), held("ben", 500_000)]),
        Example(
            "who is pinned alone", firm(["x: { hours: 32h/week, team: 2 .. 3, rate: none }"], pins(["x"])),
            [worked("ana", "x", [2: 8], .pinned)]),
        Example(
            "two a week on weekly work for one",
            firm(["y: { hours: 32h/week, spread: weekly, team: 1, rate: none }"]),
            [worked("ana", "y", [2: 8, 3: 8]), worked("ben", "y", [3: 8])],
            found: [.teamTooLarge(LineID("apollo", "y"), week3, members: 2, most: 1)]),
    ]

    private static let mixed = "x: { hours: 32h/week, mix: { senior: at least 1, junior: at most 40% }, rate: none }"

    private static func beyond(_ part: Int) -> Violation {
        .gradeBeyond(
            LineID("apollo", "x"), week2, "junior", part: Share(millionths: part), most: Share(percent: 40))
    }

    static let mixes = [
        Example("six and four tenths", firm([mixed]), [held("ana", 600_000), held("ben", 400_000)]),
        Example(
            "a little too much", firm([mixed]), [held("ana", 590_000), held("ben", 410_000)], found: [beyond(410_000)]),
        Example(
            "two juniors", firm([mixed]), [held("ana", 500_000), held("ben", 250_000), held("cleo", 250_000)],
            found: [beyond(500_000)]),
        Example(
            "nobody senior", firm([mixed]), [held("ben", 500_000)],
            found: [
                .gradeMissing(LineID("apollo", "x"), week2, "senior", members: 0, least: 1), beyond(1_000_000),
            ]),
        Example("nobody at all", firm([mixed]), []),
        // Ana is there for one of two weeks: 19.2 h, beside Ben's 25.6.
        Example(
            "a senior on leave",
            firm([mixed]).replacing("grade: senior", with: "grade: senior, leave: [2026-01-12 .. 2026-01-16]"),
            [held("ana", 600_000), held("ben", 400_000)], found: [beyond(571_429)]),
        Example(
            "a pinned junior, and then the mix",
            firm([mixed], pins(["x"]).replacing("ana", with: "ben")),
            [worked("ben", "x", [2: 8], .pinned), held("ana", 600_000), held("ben", 400_000)]),
        Example(
            "a pinned junior, and more",
            firm([mixed], pins(["x"]).replacing("ana", with: "ben")),
            [worked("ben", "x", [2: 8], .pinned), held("ana", 590_000), held("ben", 410_000)], found: [beyond(410_000)]),
        // 8 pinned hours in one week leave 56 of 64 open: six tenths of 56 are 33.6 of 41.6.
        Example(
            "a pinned senior", firm([mixed], pins(["x"])), [worked("ana", "x", [2: 8], .pinned), held("ben", 600_000)],
            found: [beyond(807_692)]),
        Example(
            "a pinned senior and another share", firm([mixed], pins(["x"])),
            [worked("ana", "x", [2: 8], .pinned), held("ana", 600_000), held("ben", 400_000)]),
    ]

    private static let mentored = """
        people:
          ana: { cost: 50/h }
          ben: { cost: 40/h, mentors: [ana, cleo] }
          cleo: { cost: 40/h }
        projects:
          apollo: { needs: { x: { hours: 32h/week, rate: none }, y: { hours: 8h/week, spread: weekly, rate: none } } }
          other: { needs: { x: { hours: 8h/week, rate: none } } }

        """
    private static let joined = mentored.replacing(", mentors: [ana, cleo]", with: "") + "together: [[ana, ben]]\n"
    private static func alone(
        _ person: Identifier<Person>, _ week: Week, _ others: [Identifier<Person>],
        _ cause: Situation.Companionship.Cause
    ) -> Violation { .unaccompanied(person, "apollo", week, without: others, cause) }

    static let companions = [
        Example("with one mentor", mentored, [held("ana", 500_000), held("ben", 500_000)]),
        Example(
            "with a mentor elsewhere", mentored, [held("ben", 500_000), held("ana", all, "x", of: "other")],
            found: [week2, week3].map { alone("ben", $0, ["ana", "cleo"], .mentors) }),
        Example(
            "with a mentor for a week", mentored, [held("ben", 500_000), worked("cleo", "y", [2: 8])],
            found: [alone("ben", week3, ["ana", "cleo"], .mentors)]),
        Example(
            "with a mentor who is pinned",
            mentored + "bookings: [\"ana on apollo.y, 8h/week, 2026-01-05 .. 2026-01-18, pinned\"]\n",
            [held("ben", 500_000), worked("ana", "y", [2: 8, 3: 8], .pinned)]),
        Example(
            "pinned without a mentor",
            mentored + "bookings: [\"ben on apollo.y, 8h/week, 2026-01-05 .. 2026-01-18, pinned\"]\n",
            [worked("ben", "y", [2: 8, 3: 8], .pinned)]),
        Example(
            "on leave without a mentor",
            mentored.replacing("mentors: [ana, cleo]", with: "mentors: [ana, cleo], leave: [2026-01-12 .. 2026-01-16]"),
            [held("ben", 500_000), worked("cleo", "y", [2: 8])]),
        Example(
            "with a mentor on leave",
            mentored.replacing("ana: { cost: 50/h", with: "ana: { cost: 50/h, leave: [2026-01-12 .. 2026-01-16]"),
            [held("ana", 500_000), held("ben", 500_000)]),
        Example("a mentor alone", mentored, [held("ana", all)]),
        Example(
            "with a mentor who only stands in", mentored, [held("ben", 500_000), worked("ana", "x", [2: 4], .cover)],
            found: [week2, week3].map { alone("ben", $0, ["ana", "cleo"], .mentors) }),
        Example("together", joined, [held("ana", 500_000), held("ben", 500_000)]),
        Example(
            "apart", joined, [held("ben", 500_000), held("cleo", 500_000)],
            found: [week2, week3].map { alone("ben", $0, ["ana"], .together) }),
        Example(
            "together for a week", joined, [held("ana", 500_000), worked("ben", "y", [3: 8])],
            found: [alone("ana", week2, ["ben"], .together)]),
    ]

    @Test(arguments: examples) func findWhatBreaksThem(example: Example) throws {
        #expect(try Self.found(example, .bookable) == example.found)
    }

    @Test(arguments: examples) func areNothingToAFractionalPlan(example: Example) throws {
        #expect(try Self.found(example, .fractional) == [])
    }

    @Test func haveAnExampleEach() {
        let kinds = Set(Self.examples.flatMap(\.found).map(ViolationsTests.Kind.init))
        #expect(kinds == ViolationsTests.Kind.ofBooking)
        #expect(Self.examples.flatMap(\.found).allSatisfy { !$0.description.isEmpty })
    }

    static func found(_ example: Example, _ style: Plan.Style) throws -> [Violation] {
        let situation = Situation(of: try SmallFirms.firm(example.yaml))
        let plan = Plan(
            scenario: "Small", digest: "", style: style, assignments: example.work, subcontracts: example.pools,
            unfilled: [], certificate: Certificate(status: .optimal, stages: []))
        return try plan.violations(in: situation).filter {
            ViolationsTests.Kind.ofBooking.contains(ViolationsTests.Kind($0))
        }
    }

    private static let all = 1_000_000

    static func week(_ ordinal: Int) -> Week { ViolationsTests.week2.advanced(by: ordinal - 2) }

    /// A share, in millionths, through both weeks.
    private static func held(
        _ person: Identifier<Person>, _ share: Int, _ line: Identifier<DemandLine> = "x",
        of project: Identifier<Project> = "apollo"
    ) -> Assignment {
        Assignment(
            person: person, line: LineID(project, line), kind: .steady,
            shares: [ShareHeld(first: week2, last: week3, share: Share(millionths: share))], weeks: [])
    }

    private static func worked(
        _ person: Identifier<Person>, _ line: String, _ hours: [Int: Int], _ kind: Assignment.Kind = .hourly,
        of project: Identifier<Project> = "apollo"
    ) -> Assignment {
        Assignment(
            person: person, line: LineID(project, Identifier(line)), kind: kind,
            weeks: hours.sorted { $0.key < $1.key }.map { WeekHours(week($0.key), Hours($0.value)) })
    }

    private static func subcontracted(_ share: Int) -> Subcontract {
        Subcontract(
            pool: "free", line: LineID("apollo", "x"),
            shares: [ShareHeld(first: week2, last: week3, share: Share(millionths: share))], weeks: [])
    }
}
