// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import LinearProgramming
internal import Outlook
internal import Planning
internal import Reports
internal import ScenarioFiles
internal import Staffing

/// A draft as it was planned.
struct Study: Sendable {
    let version: Int
    /// Of the base that it was made from.
    let stamp: Int
    let firm: Firm
    let planned: PlannedFirm
    let alerts: [Alert]
    let elapsed: Duration
}

/// Why a draft was not changed.
enum EditRefused: Error {
    /// Somebody changed it since the page was made.
    case overtaken(Draft)
    /// What is wrong with the change.
    case problems([String])
}

/// Where somebody plans: an open scenario, a draft of changes to it, and its plan, solved anew with each change.
///
/// A change that comes while a plan is being made ends that plan: the newest draft is the one that counts.
actor Desk {
    private let open: OpenFirm
    private let name: String
    private(set) var draft: Draft
    private var study: Study?
    private var problem: String?
    private var solving: Solve?
    private var search: (version: Int, search: BookingSearch)?
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var tickets = 0

    private struct Solve {
        let version: Int
        let stamp: Int
        let cancellation = Cancellation()
        let watch = Watch()
    }

    init(_ open: OpenFirm, scenario: String, of name: String) {
        self.name = name
        self.open = open
        draft = Draft(of: scenario)
    }

    /// Starts another scenario, or the same one over, with an empty draft.
    func begin(_ scenario: String, seen: Int? = nil) throws(EditRefused) {
        if let seen, seen != draft.version { throw .overtaken(draft) }
        stop()
        draft = Draft(of: scenario, version: draft.version + 1)
        (study, problem) = (nil, nil)
    }

    /// Changes the draft, and begins to plan it.
    ///
    /// - Parameter seen: the version that whoever changes it has seen.
    func edit(seen: Int, _ change: @Sendable ([Wording]) -> [Wording]) async throws {
        guard seen == draft.version else { throw EditRefused.overtaken(draft) }
        let changes = change(draft.changes)
        let base = try await open.base(draft.base)
        let made = try await read(changes, on: base)
        guard seen == draft.version else { throw EditRefused.overtaken(draft) }
        draft = draft.with(changes, made)
        plan(base, made.map(\.change))
    }

    private func read(_ changes: [Wording], on base: Base) async throws -> [Scenario.Made] {
        guard !changes.isEmpty else { return [] }
        let text = Draft.list(changes)
        do {
            return try await Solving.files.run {
                try ScenarioFormat.changes(text, to: base.scenario.firm, named: "draft")
            }
        } catch let problems as Problems {
            throw EditRefused.problems(problems.all.map { "\($0.what). \($0.advice)" })
        }
    }

    private func stop() {
        solving?.cancellation.cancel()
        solving = nil
        search?.search.cancel()
        search = nil
        wakeAll()
    }

    private func plan(_ base: Base, _ changes: [any Change]) {
        let start = study.flatMap { $0.stamp == base.stamp ? $0.planned : nil } ?? base.shares
        stop()
        problem = nil
        guard !changes.isEmpty else {
            study = nil
            return
        }
        let solve = Solve(version: draft.version, stamp: base.stamp)
        solving = solve
        Task {
            do {
                let made = try await Solving.quick.run { try Desk.study(base, changes, from: start, solve) }
                finish(solve, .success(made))
            } catch {
                finish(solve, .failure(error))
            }
        }
    }

    private static func study(
        _ base: Base, _ changes: [any Change], from start: PlannedFirm, _ solve: Solve
    ) throws -> Study {
        if solve.cancellation.isCancelled { throw CancellationError() }
        let clock = ContinuousClock.now
        let firm = try base.firm(after: changes, named: "\(base.scenario.firm.name), changed")
        var options = Options()
        options.cancellation = solve.cancellation
        let planned = try makePlan(for: firm, with: options, from: start, onProgress: solve.watch.receiver)
        if solve.cancellation.isCancelled { throw CancellationError() }
        return Study(
            version: solve.version, stamp: base.stamp, firm: firm, planned: planned,
            alerts: Outlook.alerts(for: planned), elapsed: ContinuousClock.now - clock)
    }

    private func finish(_ solve: Solve, _ result: Result<Study, any Error>) {
        // One that was overtaken counts for nothing.
        guard let current = solving, current.version == solve.version, current.stamp == solve.stamp else { return }
        solving = nil
        switch result {
        case .success(let made): study = made
        case .failure(let error): problem = "\(error)"
        }
        wakeAll()
    }

    /// Begins to search for whole bookings of the draft.
    func searchBookings(seen: Int) async throws {
        guard seen == draft.version else { throw EditRefused.overtaken(draft) }
        await settle(within: .seconds(60))
        guard seen == draft.version, let study, study.version == seen else { return }
        if let search, search.version == seen { return }
        search = (seen, BookingSearch(of: study.firm, from: study.planned))
    }

    /// Waits until the draft is planned, or so long.
    func settle(within limit: Duration) async {
        guard solving != nil else { return }
        tickets += 1
        let ticket = tickets
        await withCheckedContinuation { continuation in
            waiting[ticket] = continuation
            Task {
                try await Task.sleep(for: limit)
                wake(ticket)
            }
        }
    }

    private func wake(_ ticket: Int) { waiting.removeValue(forKey: ticket)?.resume() }

    private func wakeAll() { for ticket in waiting.keys.sorted() { wake(ticket) } }

    /// All that pages show. Where the scenario's files have changed, the draft is read and planned anew on top of them.
    func scene() async throws -> Scene {
        let base = try await open.base(draft.base)
        let isCurrent = (solving?.stamp ?? study?.stamp) == base.stamp
        if !draft.steps.isEmpty, !isCurrent, problem == nil || study?.stamp != base.stamp {
            let version = draft.version
            do {
                let made = try await read(draft.changes, on: base)
                if version == draft.version { plan(base, made.map(\.change)) }
            } catch EditRefused.problems(let problems) {
                problem =
                    "The files have changed, and the draft no longer fits them. " + problems.joined(separator: " ")
            }
            await settle(within: .seconds(5))
        }
        let search = draft.steps.isEmpty ? await open.search(base) : self.search?.search
        return Scene(
            base: base, desk: name, draft: draft, study: draft.steps.isEmpty ? nil : study, problem: problem,
            progress: solving?.watch.progress, isSolving: solving != nil,
            search: search?.state)
    }

    /// What a page has to know to tell that it is out of date.
    func state() async -> DeskState {
        let loaded = await open.loaded(draft.base)
        var search = self.search?.search
        if draft.steps.isEmpty, let loaded { search = await open.search(loaded) }
        var progress = solving?.watch.progress
        if solving == nil, let search, search.isSearching { progress = search.watch.progress }
        return DeskState(
            version: draft.version, stamp: await open.stamp(of: draft.base) ?? 0, isSolving: solving != nil,
            isSearching: search?.isSearching ?? false,
            progress: progress.flatMap { progress in
                loaded.map { ProgressWords.text(progress, in: $0.firm.currency) }
            })
    }
}

struct DeskState: Sendable, Equatable {
    let version: Int
    /// Which reading of the files.
    let stamp: Int
    let isSolving: Bool
    let isSearching: Bool
    /// How far the plan has come, in words.
    let progress: String?

    /// By which a page tells that it shows something else.
    var mark: String { "\(version) \(stamp) \(isSolving ? 1 : 0) \(isSearching ? 1 : 0)" }
}

extension BookingSearch {
    var isSearching: Bool { if case .searching = state { true } else { false } }
}
