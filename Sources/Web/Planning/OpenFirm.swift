// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Foundation
internal import Ledger
internal import LinearProgramming
internal import Outlook
internal import Planning
internal import Staffing

/// The firm whose folder is open: each scenario is read and planned once, and again when its files or what is
/// committed have changed.
actor OpenFirm {
    let folder: Folder
    let today: @Sendable () -> Day
    private var opened: [String: Opened] = [:]
    private var stamps = 0
    /// Scenarios that are kept, with their plans.
    private static let most = 6

    private struct Opened {
        let stamp: Int
        let reading: Task<Base, any Error>
        var base: Base?
        var prints: [FilePrint] = []
        var event = 0
        var search: BookingSearch?
    }

    /// What could not be read, and is not until it has changed.
    private struct Failed {
        let stamp: Int
        let error: any Error
        var prints: [FilePrint]
    }

    private var failed: [String: Failed] = [:]

    init(_ folder: Folder, today: @escaping @Sendable () -> Day) {
        self.folder = folder
        self.today = today
    }

    /// The scenario of a file as it is now.
    ///
    /// - Throws: what is wrong with its files.
    func base(_ file: String) async throws -> Base {
        if let failed = failed[file] { throw failed.error }
        if let known = opened[file] { return try await known.reading.value }
        stamps += 1
        let (stamp, folder, day) = (stamps, folder, today())
        let reader = PrintingReader(folder)
        let reading = Task {
            try await Solving.quick.run { try Base(file, in: folder, reader: reader, today: day, stamp: stamp) }
        }
        makeRoom()
        opened[file] = Opened(stamp: stamp, reading: reading)
        do {
            let base = try await reading.value
            guard opened[file]?.stamp == stamp else { return base }
            opened[file]?.base = base
            opened[file]?.prints = reader.prints
            opened[file]?.event = base.committed?.event ?? 0
            if base.isBookable {
                opened[file]?.search = BookingSearch(of: base.firm, from: base.shares)
            }
            return base
        } catch {
            if opened[file]?.stamp == stamp {
                opened[file] = nil
                failed[file] = Failed(stamp: stamp, error: error, prints: reader.prints)
            }
            throw error
        }
    }

    /// The search for whole bookings of a scenario as it stands.
    func search(_ base: Base) -> BookingSearch? {
        opened[base.file].flatMap { $0.stamp == base.stamp ? $0.search : nil }
    }

    /// Lets go of what is no longer as it was read; called each second.
    func refresh() async {
        let event = await latestCommitment()
        for file in opened.keys.sorted() {
            guard var entry = opened[file], !entry.prints.isEmpty else { continue }
            let hasChanged = entry.prints.haveChanged(in: folder) || entry.event != event
            if hasChanged { forget(file) } else { opened[file]?.prints = entry.prints }
        }
        for file in failed.keys.sorted() {
            guard var entry = failed[file] else { continue }
            let hasChanged = entry.prints.haveChanged(in: folder) || entry.prints.isEmpty
            if hasChanged { failed[file] = nil } else { failed[file]?.prints = entry.prints }
        }
    }

    private func latestCommitment() async -> Int {
        let folder = folder
        let event = try? await Solving.files.run {
            folder.hasLedger ? try Ledger.open(at: folder.ledger).commitEvents().first?.number ?? 0 : 0
        }
        return event ?? 0
    }

    /// Which reading of a scenario stands, to notice that it is another one; nil where it is to be read anew.
    func stamp(of file: String) -> Int? { opened[file]?.stamp ?? failed[file]?.stamp }

    /// A scenario that has been read and planned; nil while it has not.
    func loaded(_ file: String) -> Base? { opened[file]?.base }

    func forget(_ file: String) {
        opened[file]?.search?.cancel()
        opened[file] = nil
    }

    private func makeRoom() {
        guard opened.count >= OpenFirm.most, let oldest = opened.min(by: { $0.value.stamp < $1.value.stamp }) else {
            return
        }
        forget(oldest.key)
    }
}

/// A search for whole bookings that goes on while people work.
final class BookingSearch: Sendable {
    let watch = Watch()
    private let cancellation = Cancellation()
    private let found: Answered<Found>

    /// Whole bookings, and what they leave at risk.
    struct Found: Sendable {
        let planned: PlannedFirm
        let alerts: [Alert]
    }

    enum State: Sendable {
        case searching(PlanningProgress?)
        case found(Found)
        case failed(String)
    }

    init(of firm: Firm, from shares: PlannedFirm) {
        let found = Answered<Found>()
        self.found = found
        let (cancellation, watch) = (cancellation, watch)
        Task {
            do {
                let planned = try await Solving.long.run {
                    if cancellation.isCancelled { throw CancellationError() }
                    var options = Options()
                    // Leaves a processor to what-ifs.
                    options.threads = 1
                    options.cancellation = cancellation
                    let planned = try makePlan(
                        for: firm, style: .bookable, with: options, from: shares, onProgress: watch.receiver)
                    return Found(planned: planned, alerts: Outlook.alerts(for: planned))
                }
                found.set(.success(planned))
            } catch {
                found.set(.failure(error))
            }
        }
    }

    func cancel() { cancellation.cancel() }

    var state: State {
        switch found.result {
        case nil: .searching(watch.progress)
        case .success(let result): .found(result)
        case .failure(let error): .failed("\(error)")
        }
    }
}
