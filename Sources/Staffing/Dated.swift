// SPDX-License-Identifier: GPL-3.0-or-later

/// A value that changes on known days: a cost rate, a contract, a line of the rate card.
///
/// Pieces stand in the order of their days and do not overlap; between them there may be gaps, where there is no value.
public struct Dated<Value: Hashable & Sendable & Encodable>: Hashable, Sendable, Encodable {
    public struct Piece: Hashable, Sendable, Encodable {
        public let value: Value
        /// Nil reaches back without end.
        public let first: Day?
        /// Nil reaches on without end.
        public let last: Day?

        public init(_ value: Value, first: Day?, last: Day?) {
            self.value = value
            self.first = first
            self.last = last
        }

        func contains(_ day: Day) -> Bool {
            if let first, day < first { return false }
            if let last, day > last { return false }
            return true
        }
    }

    public let pieces: [Piece]

    public init(pieces: [Piece]) {
        self.pieces = pieces
    }

    /// One value for all time.
    public init(always value: Value) {
        pieces = [Piece(value, first: nil, last: nil)]
    }

    /// The value on that day, or nil where there is none.
    public func value(on day: Day) -> Value? {
        pieces.last { $0.contains(day) }?.value
    }
}
