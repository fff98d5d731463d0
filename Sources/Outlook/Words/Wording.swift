// SPDX-License-Identifier: GPL-3.0-or-later

import Matching
import Staffing

/// Numbers and names as they stand in sentences.
struct Wording {
    let firm: Firm

    func name(_ person: Identifier<Person>) -> String {
        firm.people.first { $0.id == person }?.name ?? person.text
    }

    func name(_ project: Identifier<Project>) -> String {
        firm.projects.first { $0.id == project }?.name ?? project.text
    }

    func name(_ pool: Identifier<SubcontractorPool>) -> String {
        firm.subcontractors.first { $0.id == pool }?.name ?? pool.text
    }

    func names(_ people: [Identifier<Person>]) -> String { list(people.map(name)) }

    /// All of them up to four; of more, the first three and how many others.
    func list<Item: CustomStringConvertible>(_ items: [Item]) -> String {
        var texts = items.map(\.description)
        if texts.count > 4 { texts[3...] = ["\(texts.count - 3) more"] }
        guard texts.count > 1, let last = texts.popLast() else { return texts.first ?? "" }
        return texts.joined(separator: ", ") + " and " + last
    }

    /// The verb that goes with so many lines.
    func ask(_ lines: [LineID]) -> String { lines.count == 1 ? "asks" : "ask" }

    /// `2026-W07`, or `2026-W07 .. 2026-W10`.
    func weeks(_ weeks: ClosedRange<Week>) -> String {
        weeks.count == 1 ? "\(weeks.lowerBound)" : "\(weeks.lowerBound) .. \(weeks.upperBound)"
    }

    /// To a tenth of an hour.
    func hours(_ hours: Hours) -> String { decimal(hours.seconds, unit: 3600, places: 1) + " h" }

    /// To a tenth of a per cent.
    func percent(_ share: Share) -> String { decimal(share.millionths, unit: 10_000, places: 1) + " %" }

    func percent(_ ratio: Double) -> String { percent(Share(millionths: Int((ratio * 1_000_000).rounded()))) }

    /// In whole major units.
    func money(_ money: Money) -> String {
        decimal(money.minorUnits, unit: firm.currency.scale, places: 0) + " " + firm.currency.code
    }

    /// A quotient to so many places, halves away from zero, with commas between thousands and no zeros at the end.
    private func decimal(_ number: Int, unit: Int, places: Int) -> String {
        let scale = (0..<places).reduce(1) { power, _ in power * 10 }
        let scaled = (Int(number.magnitude) * scale + unit / 2) / unit
        var fraction = String(String(scale + scaled % scale).dropFirst())
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (number < 0 && scaled > 0 ? "-" : "") + grouped(scaled / scale)
            + (fraction.isEmpty ? "" : "." + fraction)
    }

    private func grouped(_ number: Int) -> String {
        number < 1000 ? "\(number)" : grouped(number / 1000) + "," + String("\(1000 + number % 1000)".dropFirst())
    }
}
