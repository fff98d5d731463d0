// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import ScenarioFiles
import Staffing
import Testing

@Suite struct FirmGeneratorTests {
    @Test func sameSeedGivesTheSameBytes() {
        #expect(
            FirmGenerator(people: 40, weeks: 26, seed: 7).text() == FirmGenerator(people: 40, weeks: 26, seed: 7).text()
        )
    }

    /// The digest of the text as it was when the test was written: a change of it changes every benchmark.
    @Test func bytesStayWhatTheyAre() {
        #expect(fingerprint(FirmGenerator(people: 25, weeks: 13, seed: 1).text()) == 15_509_655_749_861_949_937)
    }

    @Test func otherSeedGivesAnotherFirm() {
        #expect(
            FirmGenerator(people: 40, weeks: 26, seed: 7).text() != FirmGenerator(people: 40, weeks: 26, seed: 8).text()
        )
    }

    @Test(arguments: [(1, 1), (3, 5), (12, 13), (50, 26), (120, 52), (30, 104)])
    func readsWithoutProblemAtEverySize(people: Int, weeks: Int) throws {
        let firm = try read(FirmGenerator(people: people, weeks: weeks, seed: 11))
        #expect(firm.people.count == people)
        #expect(firm.horizon.weekCount == weeks)
        #expect(!firm.projects.isEmpty)
    }

    @Test(arguments: UInt64(1)...8)
    func readsWithoutProblemForEverySeed(seed: UInt64) throws {
        let firm = try read(FirmGenerator(people: 35, weeks: 26, seed: seed))
        #expect(firm.people.count == 35)
    }

    @Test(arguments: [
        FirmGenerator(people: 10, weeks: 13, seed: 3), FirmGenerator(people: 50, weeks: 26, seed: 4),
        FirmGenerator(people: 150, weeks: 40, seed: 5),
        FirmGenerator(people: 60, weeks: 20, seed: 6, load: Share(percent: 70)),
        FirmGenerator(people: 60, weeks: 20, seed: 7, load: Share(percent: 115)),
    ])
    func asksForTheLoadThatWasWanted(generator: FirmGenerator) throws {
        let firm = try read(generator)
        let capacity = Capacity(of: firm)
        let plannable = firm.people.indices.flatMap { capacity.weeks(of: $0) }.map(\.plannable).reduce(.zero, +)
        let asked = Demand(of: firm).lines.map(\.total).reduce(.zero, +)
        let load = asked.inHours / plannable.inHours
        #expect(abs(load - generator.load.fraction) < 0.03, "load \(load)")
    }

    @Test func steadyMixIsSteadyThroughout() throws {
        let lines = try read(FirmGenerator(people: 30, weeks: 26, seed: 2, spread: .steady)).projects.flatMap(\.lines)
        #expect(lines.allSatisfy { $0.spread == .steady })
    }

    @Test func weeklyMixIsWeeklyThroughout() throws {
        let lines = try read(FirmGenerator(people: 30, weeks: 26, seed: 2, spread: .weekly)).projects.flatMap(\.lines)
        #expect(lines.allSatisfy { $0.spread == .weekly })
    }

    @Test func mixIsMostlySteady() throws {
        let lines = try read(FirmGenerator(people: 120, weeks: 26, seed: 2)).projects.flatMap(\.lines)
        let steady = lines.count { $0.spread == .steady }
        #expect((75...85).contains(100 * steady / lines.count))
        #expect(lines.contains { $0.spread == .weekly })
        #expect(lines.contains { $0.spread == .anytime })
    }

    @Test func mostLinesCanBeDoneByTwo() throws {
        let firm = try read(FirmGenerator(people: 100, weeks: 26, seed: 9))
        let lines = firm.projects.flatMap(\.lines)
        let hard = lines.count { line in firm.people.count { $0.canDo(line) } < 2 }
        #expect((1...10).contains(100 * hard / lines.count), "\(hard) of \(lines.count) lines")
    }

    @Test func aFifthIsProposedAndAFifthPartTime() throws {
        let firm = try read(FirmGenerator(people: 250, weeks: 52, seed: 10))
        let proposed = firm.projects.count { $0.stage != .won }
        #expect((15...25).contains(100 * proposed / firm.projects.count))
        let partTime = firm.people.count { $0.contract.pieces.first?.value != .share(.whole) }
        #expect((15...25).contains(100 * partTime / firm.people.count))
        let start = firm.horizon.days.first
        let joiners = firm.people.count { ($0.contract.pieces.first?.first ?? start) > start }
        let leavers = firm.people.count { $0.contract.pieces.last?.last != nil }
        #expect((3...10).contains(100 * joiners / firm.people.count))
        #expect((3...10).contains(100 * leavers / firm.people.count))
    }

    /// Nothing else than the rules is different.
    @Test(arguments: [(1, 1), (20, 13), (120, 26)]) func rulesAreAddedToTheSameFirm(people: Int, weeks: Int) throws {
        let plain = try read(FirmGenerator(people: people, weeks: weeks, seed: 13))
        var ruled = try read(FirmGenerator(people: people, weeks: weeks, seed: 13, rules: true))
        #expect(ruled.policy.bookable.atOnce == 4)
        for index in ruled.people.indices {
            ruled.people[index].grade = nil
            ruled.people[index].mentors = []
            ruled.people[index].travels = true
        }
        for index in ruled.projects.indices {
            ruled.projects[index].site = nil
            for line in ruled.projects[index].lines.indices {
                ruled.projects[index].lines[line].mix = []
                ruled.projects[index].lines[line].team = plain.projects[index].lines[line].team
            }
        }
        ruled.together = []
        ruled.policy.bookable = plain.policy.bookable
        #expect(ruled == plain)
    }

    @Test func rulesAreOfEveryKind() throws {
        let firm = try read(FirmGenerator(people: 120, weeks: 26, seed: 13, rules: true))
        #expect(firm.people.allSatisfy { $0.grade != nil })
        #expect((15...35).contains(100 * firm.people.count { !$0.travels } / 120))
        #expect(firm.people.contains { !$0.mentors.isEmpty })
        #expect(!firm.together.isEmpty)
        #expect((10...30).contains(100 * firm.projects.count { $0.site != nil } / firm.projects.count))
        let lines = firm.projects.flatMap(\.lines)
        #expect(lines.contains { $0.team == .init(1, through: 1) })
        #expect(lines.contains { $0.team?.least == 2 })
        #expect(lines.contains { $0.mix.contains { $0.atLeast > 0 } })
        #expect(lines.contains { $0.mix.contains { $0.atMost < .whole } })
    }

    @Test func nobodyIsPinnedTwice() throws {
        let pinned = try read(FirmGenerator(people: 150, weeks: 26, seed: 12)).bookings.filter {
            $0.firmness == .pinned
        }
        #expect(!pinned.isEmpty)
        #expect(Set(pinned.map(\.person)).count == pinned.count)
    }

    private func read(_ generator: FirmGenerator) throws -> Firm {
        try Scenario.read(at: "base.yaml", from: FileReader(["base.yaml": generator.text()])).firm
    }
}

extension Person {
    fileprivate func canDo(_ line: DemandLine) -> Bool {
        (line.role == nil || line.role == role) && (line.office == nil || line.office == office)
            && line.skills.allSatisfy { (level(in: $0.skill) ?? 0) >= $0.level }
    }
}

/// FNV-1a.
private func fingerprint(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
