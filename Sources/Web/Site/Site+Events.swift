// SPDX-License-Identifier: GPL-3.0-or-later

internal import Hummingbird
internal import NIOCore
internal import Staffing
internal import Synchronization

extension Site {
    /// Streams that tell a page that something has changed, and how far a plan has come (server-sent events).
    func addEvents(to router: Router<Visit>) {
        let watchers = Watchers()
        router.get("events") { _, visit in
            try visit.demand(.seePlan)
            let desk = try visit.desk(self)
            guard watchers.enter() else {
                throw Refused(.serviceUnavailable, "Too many pages", "Too many pages follow this site; close some.")
            }
            let body = ResponseBody { writer in
                defer { watchers.leave() }
                var last: DeskState?
                var quiet = 0
                while !Task.isCancelled {
                    let state = await desk.state()
                    if state != last {
                        var text = ""
                        if state.mark != last?.mark { text += "event: desk\ndata: \(state.mark)\n\n" }
                        if state.progress != last?.progress {
                            text += "event: progress\ndata: \(state.progress?.printable ?? "")\n\n"
                        }
                        try await writer.write(ByteBuffer(string: text))
                        (last, quiet) = (state, 0)
                    } else if quiet >= 60 {
                        try await writer.write(ByteBuffer(string: ": still here\n\n"))
                        quiet = 0
                    }
                    quiet += 1
                    try await Task.sleep(for: .milliseconds(250))
                }
                try await writer.finish(nil)
            }
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"], body: body)
        }
    }
}

/// How many pages follow the site.
final class Watchers: Sendable {
    private static let most = 200
    private let count = Mutex<Int>(0)

    func enter() -> Bool {
        count.withLock { count in
            guard count < Watchers.most else { return false }
            count += 1
            return true
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}
