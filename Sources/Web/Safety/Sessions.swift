// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import Synchronization

/// One browser, for as long as it stays.
struct Session: Sendable {
    /// Stands in every form of the session's pages, and nowhere else.
    let token: Secret
    /// Nil before anybody has logged in.
    let user: User?
    fileprivate let begun: Date
    fileprivate var used: Date
}

/// All sessions, by the digests of what their cookies hold.
final class Sessions: Sendable {
    static let cookie = "muster-session"
    /// Seconds without a request after which a session ends, and after which it ends in any case.
    static let idle = 12 * 3600.0
    static let longest = 7 * 24 * 3600.0
    static let most = 2000

    private let all = Mutex<[String: Session]>([:])
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    /// A new session: its cookie changes whenever who somebody is changes, so that nobody can prepare one.
    func begin(_ user: User?) -> (cookie: Secret, session: Session) {
        let (cookie, time) = (Secret(), now())
        let session = Session(token: Secret(), user: user, begun: time, used: time)
        all.withLock { all in
            if all.count >= Sessions.most { Sessions.makeRoom(&all) }
            all[cookie.digest] = session
        }
        return (cookie, session)
    }

    func session(_ cookie: String?) -> Session? {
        guard let digest = cookie.flatMap(Secret.init)?.digest else { return nil }
        let time = now()
        return all.withLock { all in
            guard var session = all[digest] else { return nil }
            guard time.timeIntervalSince(session.used) < Sessions.idle,
                time.timeIntervalSince(session.begun) < Sessions.longest
            else {
                all[digest] = nil
                return nil
            }
            session.used = time
            all[digest] = session
            return session
        }
    }

    func end(_ cookie: String?) {
        guard let digest = cookie.flatMap(Secret.init)?.digest else { return }
        all.withLock { $0[digest] = nil }
    }

    /// Lets go of the half that was used least lately, those without a user first.
    private static func makeRoom(_ all: inout [String: Session]) {
        let order = all.sorted { left, right in
            let (first, second) = (left.value, right.value)
            if (first.user == nil) != (second.user == nil) { return first.user == nil }
            return (first.used, left.key) < (second.used, right.key)
        }
        for (digest, _) in order.prefix(most / 2) { all[digest] = nil }
    }
}

/// Slows down whoever tries passwords: after five wrong ones of a name, one a minute.
final class Attempts: Sendable {
    private struct Count {
        var wrong = 0
        var last: Date
    }

    private let counts = Mutex<[String: Count]>([:])
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    func isAllowed(_ name: String) -> Bool {
        let time = now()
        return counts.withLock { counts in
            guard let count = counts[name] else { return true }
            return count.wrong < 5 || time.timeIntervalSince(count.last) >= 60
        }
    }

    func note(_ name: String, isRight: Bool) {
        let time = now()
        counts.withLock { counts in
            if isRight {
                counts[name] = nil
                return
            }
            if counts.count > 10_000 { counts = counts.filter { time.timeIntervalSince($0.value.last) < 60 } }
            counts[name] = Count(wrong: (counts[name]?.wrong ?? 0) + 1, last: time)
        }
    }
}
