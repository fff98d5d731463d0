// SPDX-License-Identifier: GPL-3.0-or-later

/// The day on which a phase begins whose start was chosen.
public struct PhaseStart: Hashable, Sendable {
    public let project: Identifier<Project>
    public let phase: Identifier<Phase>
    public let day: Day

    public init(_ project: Identifier<Project>, _ phase: Identifier<Phase>, _ day: Day) {
        self.project = project
        self.phase = phase
        self.day = day
    }
}

extension Phase {
    /// Whether its start is to be chosen.
    public var hasWindow: Bool { latest != nil }

    /// The first day that its own start and the phases before it allow; nil where one of those has no dates yet.
    public func earliest(after settled: [Identifier<Phase>: DayRange]) -> Day? {
        var begin = start
        for dependency in after {
            guard let before = settled[dependency.phase] else { return nil }
            let edge =
                switch dependency.edge {
                case .end: before.last + 1
                case .start: before.first
                }
            let earliest = edge + 7 * dependency.lagWeeks
            begin = max(begin ?? earliest, earliest)
        }
        return begin
    }

    /// The days on which it may begin, given the first that the phases before it allow: of its window those that are
    /// whole weeks from its first day. Where that leaves none, as early as can be, after its window; without a window
    /// that first day.
    public func choices(from earliest: Day) -> [Day] {
        guard let start, let latest else { return [earliest] }
        let first = start + max(0, (earliest - start + 6) / 7 * 7)
        guard first <= latest else { return [first] }
        return stride(from: first.number, through: latest.number, by: 7).map { Day(number: $0) }
    }

    /// Its own start, its window and the start that is chosen, so many days later.
    public mutating func moveStart(by days: Int) {
        start = start.map { $0 + days }
        latest = latest.map { $0 + days }
        chosen = chosen.map { $0 + days }
    }

    /// When it runs, given the first day that the phases before it allow. A start that was chosen and is too early gives
    /// way to the first that is not.
    func days(from earliest: Day) -> DayRange {
        let begin = chosen.flatMap { $0 < earliest ? nil : $0 } ?? choices(from: earliest)[0]
        switch extent {
        case .weeks(let weeks): return DayRange(begin, begin + 7 * weeks - 1)
        case .until(let last): return DayRange(begin, max(begin, last))
        }
    }
}

extension Firm {
    /// The firm with these starts chosen. What is not named stays as it is; what the firm does not have is passed over.
    public func placed(at starts: [PhaseStart]) -> Firm {
        var firm = self
        for start in starts {
            guard let project = projects.firstIndex(where: { $0.id == start.project }),
                let phase = projects[project].phases.firstIndex(where: { $0.id == start.phase && $0.hasWindow })
            else { continue }
            firm.projects[project].phases[phase].chosen = start.day
        }
        return firm
    }

    /// The firm with no start chosen.
    public var unplaced: Firm {
        var firm = self
        for project in projects.indices {
            for phase in projects[project].phases.indices { firm.projects[project].phases[phase].chosen = nil }
        }
        return firm
    }

    /// When each phase with a window begins, in the order of the files; lost projects are left out.
    public var starts: [PhaseStart] {
        projects.filter { $0.stage != .lost }.flatMap { project in
            zip(project.phases, project.phaseDays()).compactMap { phase, days in
                guard phase.hasWindow, let days else { return nil }
                return PhaseStart(project.id, phase.id, days.first)
            }
        }
    }

    /// Whether the start of some phase is still to be chosen.
    public var hasOpenStarts: Bool {
        projects.contains { project in
            project.stage != .lost && project.phases.contains { $0.hasWindow && $0.chosen == nil }
        }
    }
}
