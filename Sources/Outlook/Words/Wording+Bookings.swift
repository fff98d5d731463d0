// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// What is said of bookings.
extension Wording {
    func notEmployed(_ load: Alert.Load, _ when: String) -> Alert.Words {
        .init(
            "\(name(load.person)) is booked \(hours(load.booked)) on \(list(load.lines)) in \(when) without a contract",
            "extend the contract, or book somebody else")
    }

    func leaveClash(_ load: Alert.Load, _ when: String) -> Alert.Words {
        .init(
            "\(name(load.person)) is booked \(hours(load.booked)) in \(when) and has \(hours(load.capacity)), being"
                + " \(hours(load.leave)) on leave",
            "let somebody cover \(hours(load.excess)), or move the leave")
    }

    func contradictoryPins(_ load: Alert.Load, _ when: String) -> Alert.Words {
        .init(
            "\(name(load.person)) is pinned for \(hours(load.booked)) in \(when) and has \(hours(load.capacity))",
            "unpin \(hours(load.excess)) of \(list(load.lines))")
    }

    func overbooked(_ load: Alert.Load, _ severity: Alert.Severity, _ when: String) -> Alert.Words {
        let message =
            "\(name(load.person)) is booked \(hours(load.booked)) in \(when) and has \(hours(load.capacity))"
        let beyond = load.excess - load.overtime
        return if load.overtime == .zero {
            .init(message, "move \(hours(load.excess)), or allow overtime")
        } else if beyond > .zero {
            .init(message, "move \(hours(beyond)); overtime takes the other \(hours(load.overtime))")
        } else {
            .init(message, "pay \(hours(load.excess)) of overtime, or move them")
        }
    }

    func poolOverbooked(_ load: Alert.PoolLoad, _ when: String) -> Alert.Words {
        .init(
            "\(name(load.pool)) is booked \(hours(load.booked)) on \(list(load.lines)) in \(when) and gives"
                + " \(hours(load.capacity))",
            "move \(hours(load.excess)), or agree on more")
    }

    func excluded(_ promise: Alert.Promise, _ target: Exclusion.Target) -> Alert.Words {
        .init(
            "\(booked(promise)), but is excluded from \(target)", "book somebody else, or lift the exclusion")
    }

    func unqualified(_ promise: Alert.Promise, _ obstacles: [Obstacle]) -> Alert.Words {
        .init(
            "\(booked(promise)), but \(obstacles.map(\.description).joined(separator: "; "))",
            "book somebody else, or ask for less")
    }

    func notWon(_ promise: Alert.Promise, _ stage: Stage) -> Alert.Words {
        switch stage {
        case .won, .lost: .init("\(booked(promise)), but the project is lost", "remove the booking")
        case .proposed(let chance):
            .init(
                "\(booked(promise)), but the project is proposed at \(percent(chance))",
                "make the booking tentative until it is won")
        }
    }

    func outsideDates(_ promise: Alert.Promise, _ days: DayRange, _ when: String) -> Alert.Words {
        .init("\(booked(promise)) in \(when), but the line runs \(days)", "move the booking, or the line's dates")
    }

    func lineOverpinned(_ surplus: Alert.Surplus, _ when: String) -> Alert.Words {
        .init(
            "\(names(surplus.people)) \(surplus.people.count == 1 ? "is" : "are") pinned for \(hours(surplus.booked)) on \(surplus.line) in \(when), which asks"
                + " for \(hours(surplus.asked))",
            "unpin \(hours(surplus.excess)), or ask for more")
    }

    func lineOverbooked(_ surplus: Alert.Surplus, _ when: String) -> Alert.Words {
        .init(
            "\(surplus.line) asks for \(hours(surplus.asked)) in \(when) and has \(hours(surplus.booked)) booked, by"
                + " \(names(surplus.people))",
            "release \(hours(surplus.excess)), or ask for more")
    }

    private func booked(_ promise: Alert.Promise) -> String {
        "\(name(promise.person)) is booked \(hours(promise.hours)) on \(promise.line)"
    }
}
