// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Generation
import ScenarioFiles
import Staffing
import Testing

/// Made-up firms and changes drawn at random: what must hold whatever they are.
@Suite("Random changes")
struct RandomChangesTests {
    /// Draws changes that name what is in the firm, more or less sensible ones.
    private struct Draw {
        var random: Seeded

        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

        mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }

        mutating func day(_ firm: Firm) -> Day { firm.horizon.days.first + number(0...firm.horizon.days.dayCount - 1) }

        mutating func days(_ firm: Firm) -> DayRange {
            let first = day(firm)
            return DayRange(first, first + number(0...30))
        }

        mutating func change(to firm: Firm) -> (any Change)? {
            guard let person = pick(firm.people)?.id, let project = pick(firm.projects), let line = pick(project.lines)
            else { return nil }
            let need = LineID(project.id, line.id)
            switch number(0...27) {
            case 0: return Hire(Identifier("new-\(firm.people.count)"), like: person, from: day(firm))
            case 1: return Hire(Identifier("new-\(firm.people.count)"), like: person, name: "Nia: the \"new\" one")
            case 2, 3: return Departs(person, on: day(firm))
            case 4: return Absent(person, [TimeOff(days(firm)), TimeOff(days(firm), .hours(Hours(3)))])
            case 5: return ContractChange(person, to: .share(Share(percent: number(1...100))), from: day(firm))
            case 6:
                let days = days(firm)
                return ContractChange(
                    person, to: .share(Share(millionths: 333_333)), from: days.first, until: days.last)
            case 7: return Train(person, [SkillLevel("sailing", number(1...5))])
            case 8: return Raise(nil, .share(Share(millionths: number(900_000...1_100_000))), from: day(firm))
            case 9, 10: return Delay(project.id, weeks: number(1...9))
            case 11: return Advance(project.id, weeks: number(1...9))
            case 12: return pick(project.phases).map { Delay(project.id, phase: $0.id, weeks: number(1...4)) }
            case 13: return Extend(project.id, weeks: number(1...9))
            case 14: return Extend(project.id, .need(line.id), weeks: 2)
            case 15, 16: return Scale(project: project.id, by: Share(millionths: number(1...2_000_000)))
            case 17: return number(0...3) == 0 ? DropProject(project.id) : DropNeed(need)
            case 18: return DropPerson(person)
            case 19: return Win(project.id)
            case 20: return number(0...1) == 0 ? Lose(project.id) : Chance(project.id, at: Share(percent: 35))
            case 21: return Rerate(.need(need), .share(Share(percent: number(80...120))), from: day(firm))
            case 22: return Rerate(.project(project.id), .share(Share(percent: number(80...120))))
            case 23: return Pin(person, on: need, .total(Hours(number(1...40))), days(firm))
            case 24: return Unpin(person: person)
            case 25: return Exclude(person, from: .line(need))
            case 26: return Holiday(on: [TimeOff(days(firm), .halfDay)])
            default: return OvertimeRule(person, upTo: Share(percent: number(0...20)), at: Share(percent: 130))
            }
        }
    }

    private func made(_ seed: UInt64) throws -> Firm {
        let text = FirmGenerator(people: 20, weeks: 13, seed: seed).text()
        return try Scenario.read(at: "base.yaml", from: FileReader(["base.yaml": text])).firm
    }

    @Test(arguments: UInt64(1)...8)
    func giveFirmsThatFilesCanSay(_ seed: UInt64) throws {
        let base = try made(seed)
        var draw = Draw(random: Seeded(state: seed))
        for _ in 0..<12 {
            var firm = base
            var sentences: [String] = []
            for _ in 0..<5 {
                guard let change = draw.change(to: firm) else { continue }
                let before = firm
                let sentence = change.sentence(in: firm)
                do throws(Refusal) {
                    try change.apply(to: &firm)
                    sentences.append(sentence)
                } catch {
                    #expect(firm == before, "\(sentence)")
                    #expect(!error.what.isEmpty && !error.advice.isEmpty)
                }
            }
            let text = ScenarioFormat.text(of: firm)
            let again = try Scenario.read(at: "again.yaml", from: FileReader(["again.yaml": text])).firm
            #expect(again == firm, "\(sentences)")
            #expect(again.differences(from: base).isEmpty == (firm == base), "\(sentences)")
        }
    }

    @Test(arguments: UInt64(1)...4)
    func delaysAreUndoneByAdvances(_ seed: UInt64) throws {
        let firm = try made(seed)
        for project in firm.projects {
            for phase in [nil] + project.phases.map({ $0.id }) {
                for weeks in [1, 3, 8] {
                    guard let later = try? firm.applying([Delay(project.id, phase: phase, weeks: weeks)]) else {
                        continue
                    }
                    #expect(later != firm)
                    let back = try later.applying([Advance(project.id, phase: phase, weeks: weeks)])
                    #expect(back == firm, "\(project.id) \(weeks)")
                }
            }
        }
    }
}
