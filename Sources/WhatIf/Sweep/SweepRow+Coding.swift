// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Rows are kept in whole seconds and minor units, so that what is read is what was planned.
extension SweepRow: Codable {
    private enum Key: String, CodingKey {
        case number, draw, values, wins, drawn, asked, filled, revenue, cost, worth, overtime, subcontracted, bench,
            hires
    }

    public init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: Key.self)
        /// Far beyond any firm, and small enough to be added up.
        func whole(_ key: Key, most: Int = 1 << 52) throws -> Int {
            let value = try row.decode(Int.self, forKey: key)
            guard value.magnitude < most else {
                throw DecodingError.dataCorruptedError(forKey: key, in: row, debugDescription: "\(value) is too large")
            }
            return value
        }
        func hours(_ key: Key) throws -> Hours {
            let seconds = try whole(key, most: 1 << 40)
            guard seconds >= 0 else {
                throw DecodingError.dataCorruptedError(forKey: key, in: row, debugDescription: "less than nothing")
            }
            return Hours(seconds: seconds)
        }
        func money(_ key: Key) throws -> Money { Money(minorUnits: try whole(key)) }
        self.init(
            number: try whole(.number), draw: try row.decodeIfPresent(Int.self, forKey: .draw),
            values: try row.decode([String].self, forKey: .values),
            wins: try row.decode([String].self, forKey: .wins).map { Identifier($0) },
            drawn: try row.decode([String].self, forKey: .drawn), asked: try hours(.asked), filled: try hours(.filled),
            revenue: try money(.revenue), cost: try money(.cost),
            worth: try money(.worth), overtime: try hours(.overtime), subcontracted: try hours(.subcontracted),
            bench: try hours(.bench), hires: try row.decode([HireNeed].self, forKey: .hires))
        guard hires.allSatisfy({ (0..<1 << 30).contains($0.thousandths) }) else {
            throw DecodingError.dataCorruptedError(forKey: .hires, in: row, debugDescription: "not so many people")
        }
        guard Set(hires.map { [$0.skill, $0.month] }).count == hires.count else {
            throw DecodingError.dataCorruptedError(forKey: .hires, in: row, debugDescription: "a skill and month twice")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(number, forKey: .number)
        try row.encodeIfPresent(draw, forKey: .draw)
        try row.encode(values, forKey: .values)
        try row.encode(wins.map(\.text), forKey: .wins)
        try row.encode(drawn, forKey: .drawn)
        for (key, hours) in [
            (Key.asked, asked), (.filled, filled), (.overtime, overtime), (.subcontracted, subcontracted),
            (.bench, bench),
        ] {
            try row.encode(hours.seconds, forKey: key)
        }
        for (key, money) in [(Key.revenue, revenue), (.cost, cost), (.worth, worth)] {
            try row.encode(money.minorUnits, forKey: key)
        }
        try row.encode(hires, forKey: .hires)
    }
}
