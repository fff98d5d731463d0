// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

extension Situation {
    /// A kept booking: a person on a line, with the positions of its promises.
    public struct KeptBooking: Sendable, Hashable {
        public let person: Int
        public let line: Int
        public let promises: [Int]
        /// Hours that may move of it under any budget, since the model rounds and integer programs are solved with a
        /// tolerance: less than a second.
        public var slack: Double { 2e-5 + 4e-6 * Double(promises.count) }
    }

    /// The bookings of the commitment that lie in open weeks, in the order of people and lines.
    public var keptBookings: [KeptBooking] {
        var order: [[Int]] = []
        var members: [[Int]: [Int]] = [:]
        for (index, promise) in promises.enumerated() where promise.origin == .kept {
            guard let person = promise.person else { continue }
            let pair = [person, promise.line]
            if members[pair] == nil { order.append(pair) }
            members[pair, default: []].append(index)
        }
        return order.map { KeptBooking(person: $0[0], line: $0[1], promises: members[$0] ?? []) }
    }
}
