// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing
import Verification

/// What a draw decides: which proposals are won, how much work there is where that is not certain, and how long phases
/// take.
struct Fate: Hashable {
    /// A need's amount, by positions of the project and of the line in it.
    struct DrawnAmount: Hashable {
        let project: Int
        let line: Int
        let amount: DemandLine.Amount
    }

    /// A phase's weeks, by positions of the project and of the phase in it.
    struct DrawnLength: Hashable {
        let project: Int
        let phase: Int
        let weeks: Int
    }

    /// By position in `Firm.projects`; nil for a project that is not drawn.
    let isWon: [Bool?]
    let amounts: [DrawnAmount]
    let lengths: [DrawnLength]

    /// Nothing is decided.
    static let open = Fate(isWon: [], amounts: [], lengths: [])

    private init(isWon: [Bool?], amounts: [DrawnAmount], lengths: [DrawnLength]) {
        self.isWon = isWon
        self.amounts = amounts
        self.lengths = lengths
    }

    init(of firm: Firm, by luck: Luck) {
        isWon = firm.projects.map { project in
            guard case .proposed(let chance) = project.stage else { return nil }
            var numbers = luck.numbers(for: "project \(project.id)")
            return numbers.below(Share.whole.millionths) < chance.millionths
        }
        // What becomes of a project that is lost makes no difference.
        let real = zip(firm.projects.indices, isWon).filter { $0.1 ?? (firm.projects[$0.0].stage != .lost) }.map(\.0)
        amounts = real.flatMap { Self.amounts(of: firm.projects[$0], at: $0, by: luck) }
        lengths = real.flatMap { Self.lengths(of: firm.projects[$0], at: $0, by: luck) }
    }

    private static func amounts(of project: Project, at index: Int, by luck: Luck) -> [DrawnAmount] {
        project.lines.enumerated().compactMap { position, line in
            line.amount.drawn(within: line.range, by: luck, "need \(LineID(project.id, line.id))")
                .map { DrawnAmount(project: index, line: position, amount: $0) }
        }
    }

    private static func lengths(of project: Project, at index: Int, by luck: Luck) -> [DrawnLength] {
        project.phases.enumerated().compactMap { position, phase in
            guard let range = phase.weeks, case .weeks(let planned) = phase.extent else { return nil }
            let weeks = luck.number(
                for: "phase \(project.id).\(phase.id)", from: range.lowerBound, by: planned, to: range.upperBound)
            return DrawnLength(project: index, phase: position, weeks: weeks)
        }
    }

    /// The firm in which all of that has come about.
    func applied(to firm: Firm) -> Firm {
        var decided = firm
        for (project, isWon) in isWon.enumerated() {
            guard let isWon else { continue }
            decided.projects[project].stage = isWon ? .won : .lost
        }
        for drawn in amounts { decided.projects[drawn.project].lines[drawn.line].amount = drawn.amount }
        for drawn in lengths { decided.projects[drawn.project].phases[drawn.phase].extent = .weeks(drawn.weeks) }
        return decided
    }

    /// The proposals that are won, in the order of the files.
    func wins(in firm: Firm) -> [Identifier<Project>] {
        zip(firm.projects, isWon).compactMap { project, isWon in isWon == true ? project.id : nil }
    }

    /// What is drawn from ranges: `apollo.backend 342h total`, `apollo.build 9 weeks`.
    func drawn(in firm: Firm) -> [String] {
        amounts.map { drawn in
            let project = firm.projects[drawn.project]
            return "\(LineID(project.id, project.lines[drawn.line].id)) \(drawn.amount.words)"
        }
            + lengths.map { drawn in
                let project = firm.projects[drawn.project]
                let unit = drawn.weeks == 1 ? "week" : "weeks"
                return "\(project.id).\(project.phases[drawn.phase].id) \(drawn.weeks) \(unit)"
            }
    }
}

extension DemandLine.Amount {
    /// Hours in the finest that files can say, people in thousandths; nil where nothing is drawn.
    fileprivate func drawn(within range: DemandLine.AmountRange?, by luck: Luck, _ name: String) -> Self? {
        guard let range else { return nil }
        func number(_ least: Int, _ peak: Int, _ most: Int, unit: Int) -> Int {
            luck.number(for: name, from: least / unit, by: peak / unit, to: most / unit) * unit
        }
        func hours(_ least: Hours, _ peak: Hours, _ most: Hours) -> Hours {
            Hours(seconds: number(least.seconds, peak.seconds, most.seconds, unit: Hours.finest.seconds))
        }
        return switch (range.least, self, range.most) {
        case (.perWeek(let least), .perWeek(let peak), .perWeek(let most)): .perWeek(hours(least, peak, most))
        case (.total(let least), .total(let peak), .total(let most)): .total(hours(least, peak, most))
        case (
            .fullTimeEquivalents(let least), .fullTimeEquivalents(let peak), .fullTimeEquivalents(let most)
        ):
            .fullTimeEquivalents(
                Share(millionths: number(least.millionths, peak.millionths, most.millionths, unit: 1000)))
        case (.byWeek, _, _), (_, .byWeek, _), (_, _, .byWeek), (.perWeek, _, _), (.total, _, _),
            (.fullTimeEquivalents, _, _):
            nil
        }
    }

    /// As a file would say it.
    fileprivate var words: String {
        switch self {
        case .perWeek(let hours): "\(hours.decimal)h/week"
        case .total(let hours): "\(hours.decimal)h total"
        case .fullTimeEquivalents(let people): "\(people.fraction) fte"
        case .byWeek(let list): list.map(\.decimal).joined(separator: " ")
        }
    }
}
