// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum BookableFormat {
    static let smallest = Field(
        "smallest", .smallestBooking,
        "The least that anybody is booked for on steady work, in an ordinary week of it: hours, or a share of the full week.",
        default: "8h/week", example: "20%")
    static let slice = Field(
        "slice", .hours, "The least that anybody is booked for in a week on other work.", default: "2h", example: "4h")
    static let atOnce = Field(
        "at once", .count(1...Limit.seats), "On how many needs a person works in a week at most.",
        default: "any number",
        example: "4")
    static let step = Field(
        "step",
        .word(.hours) { text, _ throws(Problem) in
            let hours = try text.hours(most: Limit.weeklyHours)
            guard hours > .zero else {
                throw text.fault(
                    .outOfRange(text.text, least: "\(Hours.finest.text)h", most: "\(Limit.weeklyHours)h"))
            }
            return hours
        },
        "Steady work is booked in whole multiples of that, in an ordinary week of it.", default: "any hours",
        example: "4h")
    static let sites = Field(
        "sites", .count(0...Limit.seats), "At how many sites away from their office a person works in a week at most.",
        default: "any number", example: "1")
    static let record = RecordFormat("the rules of booking", short: true, smallest, slice, atOnce, step, sites)
}

extension Form<BookingRules.Smallest> {
    static var smallestBooking: Form<BookingRules.Smallest> {
        .word(.smallest) { text, _ throws(Problem) in
            text.text.hasSuffix("%")
                ? .share(try text.share(most: 100, as: .smallest)) : .hours(try text.weeklyHours(as: .smallest))
        }
    }
}

extension Form<Int> {
    static func count(_ range: ClosedRange<Int>) -> Form<Int> {
        .word(.count) { text, _ throws(Problem) in try text.whole(in: range) }
    }
}

extension Row {
    /// Replaces the rules that are said.
    func set(_ rules: inout BookingRules) {
        set(&rules.smallest, BookableFormat.smallest)
        set(&rules.slice, BookableFormat.slice)
        rules.atOnce = self[BookableFormat.atOnce]
        rules.step = self[BookableFormat.step]
        rules.sites = self[BookableFormat.sites]
    }
}
