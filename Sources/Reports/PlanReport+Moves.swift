// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Staffing
import Verification

extension PlanReport {
    /// What became of the bookings that were to be kept, and of those pinned by half; nothing where there were none.
    func moves() -> [String] {
        let moves = Moves(of: plan, in: planned.situation)
        guard firm.commitment != nil || !moves.broken.isEmpty else { return [] }
        var lines = [style.heading("Kept from before")]
        if let commitment = firm.commitment { lines += wrapped(summary(of: moves, commitment)) }
        var table = TextTable([
            .text("who", .cut(floor: 12)), .text("line", .cut(floor: 16)), .number("booked"), .number("moved"),
            .number("released"),
        ])
        let touched = moves.bookings.filter { !$0.moved.isDust || !$0.released.isDust }
        for booking in touched {
            table.add([
                .init(name(booking.person)), .init(booking.line.description), .init(hours(booking.booked)),
                .init(hours(booking.moved), booking.moved.isDust ? nil : .warning), .init(hours(booking.released)),
            ])
        }
        if !touched.isEmpty { lines += [""] + table.lines(style) }
        for broken in moves.broken { lines += wrapped(words(broken)) }
        return lines
    }

    private func summary(of moves: Moves, _ commitment: Commitment) -> String {
        let frozen = commitment.frozenBefore.map { "Weeks before \(Week(of: $0)) are frozen." }
        if commitment.kept.isEmpty, let frozen { return frozen }
        let count = moves.moved.count
        var text =
            "\(moves.bookings.count - count) of \(moves.bookings.count) bookings stay; "
            + (count == 0
                ? "none is moved"
                : "\(count) \(count == 1 ? "is" : "are") moved, \(hours(moves.movedHours)) in all")
        switch commitment.budget {
        case nil: break
        case .bookings(let most): text += " (at most \(most) \(most == 1 ? "was" : "were") to be)"
        case .hours(let most): text += " (at most \(hours(most)) were to be)"
        }
        if !moves.released.isEmpty {
            text += "; \(hours(moves.released.reduce(.zero) { $0 + $1.released })) could not be kept by any plan"
        }
        return text + "." + (frozen.map { " " + $0 } ?? "")
    }

    private func words(_ broken: Moves.Broken) -> String {
        let weeks = Numbers.weeks(broken.weeks.lowerBound, broken.weeks.upperBound)
        let short = hours(broken.wanted - broken.kept)
        guard let person = broken.person else {
            return "\(broken.line) was to be worked in \(weeks) by whoever has time: \(short) of "
                + "\(hours(broken.wanted)) could not be."
        }
        return
            "\(name(person)) was to work \(hours(broken.wanted)) on \(broken.line) in \(weeks): \(short) could not be."
    }

    private func hours(_ hours: Hours) -> String { "\(Numbers.hours(hours)) h" }

    private func name(_ id: Identifier<Person>) -> String {
        firm.people.first { $0.id == id }?.name.printable ?? id.text
    }
}
