// SPDX-License-Identifier: GPL-3.0-or-later

/// The ways in which the phases of a project can begin: each a start for every phase with a window, in the order of
/// the project's phases. The first has every phase as early as it can be.
public struct Placements: Sendable, Equatable {
    public let all: [[PhaseStart]]
    /// Weeks from one start that is considered to the next: more than one where a project would have more than
    /// ``most`` ways to begin.
    public let step: Int

    /// Ways to begin that are considered of one project.
    public static let most = 2_000
}

extension Firm {
    /// How the project at that position can begin, whatever other projects do: each phase within its window and no
    /// earlier than the phases before it allow; after its window only where it misses that in any case. Starts that are
    /// chosen already stay.
    ///
    /// Pinned bookings have the first say: of all ways only those are left that have the most days of pinned bookings,
    /// also of those pinned by half, within the dates of their lines. Work that the policy leaves out begins as early
    /// as it can.
    public func placements(of index: Int) -> Placements {
        let project = projects[index]
        var step = 1
        var search = PlacementSearch(of: project, step: step)
        while search.found.count > Placements.most {
            step += 1
            search = PlacementSearch(of: project, step: step)
        }
        guard decides(project) else { return Placements(all: Array(search.found.prefix(1)), step: step) }
        let pins = bookings.filter { $0.line.project == project.id && $0.firmness.holdsWork }
        guard !pins.isEmpty else { return Placements(all: search.found, step: step) }
        let held = search.found.map { pinnedDays(pins, ofProjectAt: index, $0) }
        let most = held.max() ?? 0
        return Placements(all: zip(search.found, held).filter { $0.1 == most }.map(\.0), step: step)
    }

    /// Whether a plan has anything to decide about the project.
    private func decides(_ project: Project) -> Bool {
        switch project.stage {
        case .won: true
        case .proposed: policy.tentative != .out
        case .lost: false
        }
    }

    /// How many days of these bookings lie within the dates of their lines, if the project begins so.
    private func pinnedDays(_ pins: [Booking], ofProjectAt index: Int, _ starts: [PhaseStart]) -> Int {
        let project = placed(at: starts).projects[index]
        return pins.reduce(0) { sum, pin in
            guard let line = project.lines.first(where: { $0.id == pin.line.line }),
                let days = pin.days.intersection(horizon.days)
            else { return sum }
            return sum + (project.days(of: line, within: horizon).intersection(days)?.dayCount ?? 0)
        }
    }
}

extension Booking.Firmness {
    /// Whether work stays where it is because of it.
    fileprivate var holdsWork: Bool {
        switch self {
        case .tentative, .confirmed: false
        case .pinned, .pinnedPerson, .pinnedTime: true
        }
    }
}

extension Project {
    /// The phases with windows that end before what they wait for, even where everything begins as early as it can.
    public var missedWindows: Set<Identifier<Phase>> {
        Set(
            zip(phases, phaseDays()).compactMap { phase, days in
                guard let latest = phase.latest, let days, days.first > latest else { return nil }
                return phase.id
            })
    }

    /// With every phase that has a window at the last start that it has, whatever it waits for.
    public var atLatest: Project {
        var project = self
        for index in phases.indices {
            guard let start = phases[index].start else { continue }
            project.phases[index].chosen = phases[index].chosen ?? phases[index].choices(from: start).last
        }
        return project
    }
}

/// Goes through all starts of a project's phases, each phase behind those that it waits for.
private struct PlacementSearch {
    private let project: Project
    private let order: [Phase]
    private let step: Int
    /// Phases that miss their windows even where everything begins as early as it can; they alone may.
    private let late: Set<Identifier<Phase>>
    /// The last days on which phases can begin so that none that waits for them misses its window; no limit where nil.
    private var limits: [Identifier<Phase>: Day] = [:]
    /// In the order of the starts, phase by phase as the file has them; no more than one beyond the limit.
    private(set) var found: [[PhaseStart]] = []

    init(of project: Project, step: Int) {
        self.project = project
        self.step = step
        var order: [Phase] = []
        for _ in project.phases {
            for phase in project.phases where !order.contains(where: { $0.id == phase.id }) {
                let isReady = phase.after.allSatisfy { before in order.contains { $0.id == before.phase } }
                if isReady { order.append(phase) }
            }
        }
        self.order = order
        late = project.missedWindows
        for phase in order.reversed() { limits[phase.id] = limit(of: phase) }
        search(order[...], after: [:])
        found.sort { left, right in left.map(\.day).lexicographicallyPrecedes(right.map(\.day)) }
    }

    /// Its own window, and those of all phases that wait for it, worked out backwards.
    private func limit(of phase: Phase) -> Day? {
        var limits: [Day] = []
        if phase.chosen == nil, !late.contains(phase.id), let start = phase.start, let latest = phase.latest {
            limits.append(start + max(0, latest - start) / 7 * 7)
        }
        for next in order {
            guard let limit = self.limits[next.id] else { continue }
            for dependency in next.after where dependency.phase == phase.id {
                let edge = limit + -7 * dependency.lagWeeks
                switch (dependency.edge, phase.extent) {
                case (.start, _): limits.append(edge)
                case (.end, .weeks(let weeks)): limits.append(edge + -7 * weeks)
                case (.end, .until): limits.append(edge + -1)
                }
            }
        }
        return limits.min()
    }

    private mutating func search(_ rest: ArraySlice<Phase>, after settled: [Identifier<Phase>: DayRange]) {
        guard found.count <= Placements.most else { return }
        guard var phase = rest.first else {
            found.append(
                project.phases.compactMap { phase in
                    guard phase.hasWindow, let days = settled[phase.id] else { return nil }
                    return PhaseStart(project.id, phase.id, days.first)
                })
            return
        }
        guard let earliest = phase.earliest(after: settled) else { return search(rest.dropFirst(), after: settled) }
        let choices = phase.chosen.map { [$0] } ?? phase.choices(from: earliest)
        if let latest = phase.latest, choices[0] > latest, !late.contains(phase.id) { return }
        for (index, day) in choices.enumerated() where index % step == 0 {
            if let limit = limits[phase.id], day > limit { return }
            phase.chosen = day
            search(rest.dropFirst(), after: settled.merging([phase.id: phase.days(from: earliest)]) { $1 })
        }
    }
}
