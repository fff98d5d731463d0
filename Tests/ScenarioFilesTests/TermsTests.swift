// SPDX-License-Identifier: GPL-3.0-or-later

import Finance
import ScenarioFiles
import Staffing
import Testing

private let firmText =
    head + """
        clients:
          northwind: { name: Northwind }
          fjord: { currency: NOK, due: 14 days, pays: 12 days late, rates: { engineer: 1600/h } }
        people:
          ana: { role: engineer, grade: senior, cost: 62/h }
        rates: { engineer: 140/h }
        projects:
          apollo:
            client: northwind
            dates: 2026-01-12 .. 2026-05-29
            budget: 180000
            phases:
              design: { start: 2026-01-12, length: 4 weeks }
              build: { after: design, length: 10 weeks }
            needs:
              backend: { phase: build, role: engineer, hours: 24h/week }
          borealis:
            client: fjord
            needs:
              help: { role: engineer, hours: 8h/week }

        """

/// The contracts of the small firm, as a test writes them.
private func contracts(_ text: String) throws -> [ClientContract] {
    try scenario(firmText + "contracts:\n" + text).books.contracts
}

private func money(_ minorUnits: Int) -> Money { Money(minorUnits: minorUnits) }

private func faults(_ contracts: String) -> [String] {
    problems(firmText + "contracts:\n" + contracts).map { "\($0.place.line - 25):\($0.place.column) \($0.id.rawValue)" }
}

@Suite("Contracts with clients, as files say them")
struct TermsTests {
    @Test func aFixedPriceIsCutIntoInstalmentsWithoutACentLost() throws {
        let contract = try #require(
            try contracts(
                """
                  apollo:
                    signed: 2026-01-05
                    fixed: 100000.01
                    instalments: { signature: 33.3333%, beta: 33.3333%, handover: rest }
                    recognise: by hours
                    expenses: { mark up: 10%, up to: 5000 }
                    tax: S 23%
                    due: 45 days
                    purchase order: { number: PO-4711, up to: 200000 }
                """
            ).first)
        #expect(contract.client == "northwind")
        #expect(contract.projects == ["apollo"])
        #expect(contract.currency.code == "EUR")
        #expect(contract.expenses == ExpenseTerms(markUp: Share(percent: 10), cap: money(500_000)))
        #expect(contract.tax == Tax(.standard, Share(percent: 23)))
        #expect(contract.dueDays == 45)
        #expect(contract.purchaseOrder == PurchaseOrder(number: "PO-4711", limit: money(20_000_000)))
        #expect(contract.parts.map(\.recognition) == [.percentageOfCompletion(.hours)])
        // 333333 millionths of 10,000,001 cents are 3,333,330.33, the rest 3,333,340.33: rounded down, one cent is left,
        // and goes to the first of those that lost most, by a third of a cent each 0.333333, 0.333333 and 0.333334.
        let fee = FixedFee(
            price: money(10_000_001),
            billing: .milestones([
                .init(name: "signature", amount: money(3_333_330)), .init(name: "beta", amount: money(3_333_330)),
                .init(name: "handover", amount: money(3_333_341)),
            ]))
        #expect(contract.parts.map(\.terms) == [.fixedFee(fee)])
    }

    @Test func amountsAreInTheCurrencyOfTheClient() throws {
        let contract = try #require(
            try contracts(
                """
                  borealis:
                    hourly:
                      rates: { engineer: [1500/h to 2026-03-31, 1550/h from 2026-04-01] }
                      grades: { senior: 1700/h }
                      people: { ana: 1800/h }
                      up to: 900000
                      at least: 20000/month
                      discount: 2.5%
                      tiers: [5% above 100h, 10% above 200h]
                    expenses: none
                """
            ).first)
        #expect(contract.currency.code == "NOK")
        #expect(!contract.expenses.billable)
        guard case .timeAndMaterials(let work)? = contract.parts.first?.terms else {
            Issue.record("it is sold by the hour")
            return
        }
        #expect(work.rates.map(\.whose) == [.person("ana"), .grade("senior"), .role("engineer")])
        #expect(work.rates[2].rate.value(on: day("2026-04-01")) == Rate(perHour: money(155_000)))
        #expect(work.cap == money(90_000_000))
        #expect(work.monthlyMinimum == money(2_000_000))
        #expect(work.discount == Share(millionths: 25_000))
        #expect(
            work.tiers == [
                .init(above: Hours(100), discount: Share(percent: 5)),
                .init(above: Hours(200), discount: Share(percent: 10)),
            ])
    }

    @Test func partsHaveTermsOfTheirOwn() throws {
        let contract = try #require(
            try contracts(
                """
                  apollo:
                    parts:
                      design: { phases: [design], fixed: 60000, schedule: [50% on 2026-02-02, rest on 2026-02-27] }
                      care:
                        name: Care
                        retainer:
                          fee: 12000/quarter
                          hours: 90h
                          roll over: 1
                          overage: 150/h
                          dates: 2026-02-01 .. 2026-12-31
                          billed: afterwards
                      hosting: { subscription: { fee: 900/month, dates: 2026-01-01 .., index: -3% } }
                """
            ).first)
        #expect(contract.parts.map(\.id) == ["design", "care", "hosting"])
        #expect(contract.parts[0].phases == ["design"])
        #expect(
            contract.parts[0].terms
                == .fixedFee(
                    FixedFee(
                        price: money(6_000_000),
                        billing: .schedule([
                            .init(day: day("2026-02-02"), amount: money(3_000_000)),
                            .init(day: day("2026-02-27"), amount: money(3_000_000)),
                        ]))))
        #expect(
            contract.parts[1].terms
                == .retainer(
                    Retainer(
                        fee: money(1_200_000), every: .quarter,
                        days: OpenDays(first: day("2026-02-01"), last: day("2026-12-31")), included: Hours(90),
                        rollOver: 1, overage: Rate(perHour: money(15_000)), inAdvance: false)))
        #expect(
            contract.parts[2].terms
                == .subscription(
                    Subscription(
                        fee: money(90_000), every: .month, days: OpenDays(first: day("2026-01-01")),
                        yearlyIndex: Share(percent: -3))))
    }

    @Test func anAmendmentAddsToBudgetPriceAndWork() throws {
        let read = try scenario(
            firmText + """
                contracts:
                  apollo:
                    fixed: 180000
                    instalments: { signature: 50%, handover: 50% }
                    amendments:
                      offline:
                        on: 2026-03-16
                        price: 24000
                        budget: 22000
                        instalments: { sync: 100% }
                        needs:
                          sync: { role: engineer, hours: 120h total }
                          tests: { phase: build, role: engineer, hours: 40h total }
                bookings:
                  - ana on apollo.sync, 8h/week, 2026-03-16 .. 2026-04-10
                """)
        let project = read.firm.projects[0]
        #expect(project.budget == money(20_200_000))
        #expect(project.lines.map(\.id) == ["backend", "sync", "tests"])
        // From the amendment's day to the project's end; a phase has its own days.
        #expect(project.lines[1].days == DayRange(day("2026-03-16"), day("2026-05-29")))
        #expect(project.lines[2].days == nil)
        let contract = try #require(read.books.contract("apollo"))
        #expect(contract.amendments[0].lines == [LineID("apollo", "sync"), LineID("apollo", "tests")])
        #expect(contract.amendments[0].milestones == [.init(name: "sync", amount: money(2_400_000))])
        guard case .fixedFee(let before)? = contract.asOf(day("2026-03-15")).parts.first?.terms,
            case .fixedFee(let after)? = contract.asOf(day("2026-03-16")).parts.first?.terms
        else {
            Issue.record("it has a fixed price")
            return
        }
        #expect(before.price == money(18_000_000))
        #expect(after.price == money(20_400_000))
    }

    @Test func theSellerAndOverheads() throws {
        let books = try scenario(
            firmText + """
                seller:
                  name: Farol Lda
                  address: [Rua da Boavista 12, 1200 Lisboa]
                  country: PT
                  tax number: PT501234567
                  bank: PT50 0002 0123
                  series: FT
                  tax: S 23%
                  due: 21 days
                  reminders: [10 days, 30 days]
                  payday: 25
                overheads:
                  rent: [4200/month to 2026-03-31, 4500/month from 2026-04-01]
                  licences: 900/month
                """
        ).books
        #expect(
            books.seller
                == Seller(
                    name: "Farol Lda", address: ["Rua da Boavista 12", "1200 Lisboa"], country: "PT",
                    taxNumber: "PT501234567", bank: "PT50 0002 0123", series: "FT",
                    tax: Tax(.standard, Share(percent: 23)), dueDays: 21, reminders: [10, 30], payday: 25))
        #expect(books.overheads.map(\.name) == ["rent", "licences"])
        #expect(books.overheads[0].monthly.value(on: day("2026-04-01")) == money(450_000))
        #expect(books.account(of: "fjord")?.habitDays == 12)
        #expect(books.account(of: "fjord")?.dueDays == 14)
        #expect(
            books.account(of: "fjord")?.rates.rate(of: "engineer", on: day("2026-01-01"))
                == Rate(perHour: money(160_000)))
        #expect(books.account(of: "northwind") == nil)
    }

    @Test func withoutTermsTheSellerIsTheScenario() throws {
        #expect(try scenario(firmText).books.seller == Seller(name: "Studio"))
    }

    @Test(arguments: [
        ("  apollo: { due: 30 days }", ["1:11 missing-key"]),
        ("  apollo: { fixed: 100 }", ["1:13 missing-key"]),
        ("  apollo: { fixed: 100, hourly: {} }", ["1:13 conflicting-keys"]),
        ("  apollo: { hourly: {}, instalments: { a: 100% } }", ["1:25 conflicting-keys"]),
        ("  apollo: { fixed: 100, instalments: { a: 40%, b: 50% } }", ["1:25 sum-off"]),
        ("  apollo: { fixed: 100, instalments: { a: 40, b: 50 } }", ["1:25 sum-off"]),
        ("  apollo: { fixed: 100, instalments: { a: 40, b: 60% } }", ["1:25 sum-off"]),
        ("  apollo: { fixed: 100, instalments: { a: rest, b: 50, c: rest } }", ["1:56 sum-off"]),
        ("  apollo: { fixed: 100, instalments: { a: 100, b: rest } }", ["1:25 sum-off"]),
        ("  apollo: { fixed: 100, schedule: [50 on 2026-02-01, 50 on 2026-02-01] }", ["1:54 duplicate-key"]),
        ("  apollo: { hourly: {}, recognise: by cost }", ["1:36 unfit-recognition"]),
        (
            "  apollo: { fixed: 9, billing: percent complete, recognise: at milestones }",
            ["1:61 unfit-recognition"]
        ),
        ("  artemis: { hourly: {} }", ["1:3 missing-key"]),
        ("  artemis: { projects: [apolo], hourly: {} }", ["1:25 unknown-project"]),
        ("  apollo: { hourly: {} }\n  other: { projects: [apollo], hourly: {} }", ["2:22 contract-twice"]),
        ("  apollo: { client: fjord, hourly: {} }", ["1:3 clients-differ"]),
        ("  apollo: { tax: S, hourly: {} }", ["1:18 not-a-tax"]),
        ("  apollo: { tax: AE 6%, hourly: {} }", ["1:18 not-a-tax"]),
        ("  apollo: { hourly: { people: { rui: 100/h } } }", ["1:33 unknown-person"]),
        ("  apollo: { hourly: { tiers: [5% above 100h, 10% above 90h] } }", ["1:30 out-of-order"]),
        ("  apollo: { hourly: { up to: 10.001 } }", ["1:30 too-precise"]),
        ("  apollo: { parts: { a: { hourly: {} }, b: { hourly: {} } } }", ["1:41 part-without-work"]),
        (
            "  apollo: { parts: { a: { phases: [desing], hourly: {} }, b: { hourly: {} } } }",
            ["1:36 unknown-phase"]
        ),
        ("  apollo: { parts: { a: { hourly: {} } }, hourly: {} }", ["1:43 conflicting-keys"]),
        ("  apollo: { retainer: { fee: 4000/week, hours: 40h, dates: 2026-01-01 .. } }", ["1:30 wrong-unit"]),
    ]) func whatIsWrongIsSaidWithItsPlace(_ text: String, _ expected: [String]) {
        #expect(faults(text) == expected)
    }

    @Test(arguments: [
        ("on: 2026-01-01, price: 10", "fixed: 9, billing: percent complete", ["1:93 amendment-date"]),
        ("on: 2026-03-01, price: 10", "hourly: {}", ["1:84 unfit-amendment"]),
        ("on: 2026-03-01, fee: 10/month", "hourly: {}", ["1:84 unfit-amendment"]),
        ("on: 2026-03-01, price: 10", "fixed: 9, instalments: { a: 100% }", ["1:100 missing-key"]),
        ("on: 2026-03-01, purchase order: 10", "hourly: {}", ["1:84 unfit-amendment"]),
        ("on: 2026-03-01, budget: -190000", "hourly: {}", ["1:84 unfit-amendment"]),
        ("on: 2026-06-01, needs: { x: { hours: 9h/week, rate: 9/h } }", "hourly: {}", ["1:72 amendment-date"]),
        ("on: 2026-03-01, needs: { backend: { hours: 9h/week } }", "hourly: {}", ["1:93 duplicate-key"]),
        ("on: 2026-03-01, needs: [backned]", "hourly: {}", ["1:92 unknown-need"]),
        ("on: 2026-03-01, part: care", "hourly: {}", ["1:90 unknown-part"]),
    ]) func anAmendmentFitsItsContract(_ amendment: String, _ terms: String, _ expected: [String]) {
        let found = faults("  apollo: { signed: 2026-01-05, \(terms), amendments: { late: { \(amendment) } } }")
        #expect(found.map { $0.split(separator: " ").last } == expected.map { $0.split(separator: " ").last })
    }

    @Test func everythingIsSaidAtOnce() {
        let text = """
              apollo:
                client: nobody
                fixed: 1e5
                tax: X
                due: 30
                amendments: { a: { price: 5 } }
            """
        #expect(
            faults(text) == [
                "2:13 unknown-client", "3:12 not-a-number", "4:10 not-a-tax", "5:10 wrong-unit", "6:22 missing-key",
            ])
    }

    @Test func aWhatIfChangesNoTerms() {
        let base = firmText + "contracts:\n  apollo: { hourly: {} }\n"
        func wrong(_ changes: String) -> [String] {
            problems(
                "muster: 1\nscenario: What if\nfrom: base.yaml\n" + changes, and: ["base.yaml": base]
            ).map { "\($0.place.line):\($0.place.column) \($0.id.rawValue)" }
        }
        #expect(wrong("changes:\n  - win: { project: apollo }") == [])
        #expect(wrong("contracts:\n  apollo: { fixed: 9 }") == ["4:1 misplaced-key"])
        #expect(wrong("changes:\n  - set: { contracts.apollo.due: 9 days }") == ["5:12 misplaced-key"])
        #expect(wrong("changes:\n  - set: { clients.fjord.due: 9 days }") == ["5:12 misplaced-key"])
        #expect(wrong("changes:\n  - set: { clients.fjord.name: Fjord AS }") == [])
    }

    @Test func aWhatIfInheritsTerms() throws {
        let base = firmText + "contracts:\n  apollo: { hourly: {} }\n  borealis: { hourly: {} }\n"
        let read = try scenario(
            "muster: 1\nscenario: What if\nfrom: base.yaml\nchanges:\n  - drop: { project: borealis }",
            and: ["base.yaml": base])
        #expect(read.books.contracts.map(\.id) == ["apollo"])
        #expect(read.books.accounts.map(\.client) == ["fjord"])
    }
}
