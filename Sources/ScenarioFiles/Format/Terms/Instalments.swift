// SPDX-License-Identifier: GPL-3.0-or-later

internal import Finance
internal import Staffing

/// An instalment as it stands in the file.
struct StatedInstalment<Key> {
    let key: Key
    let size: InstalmentSize
    let place: SourcePlace
}

extension Form<[StatedInstalment<String>]> {
    /// By the names of their milestones.
    static var instalments: Form {
        let size = Form<InstalmentSize>.word(.instalment) { text, reading throws(Problem) in
            try text.instalment(reading.currency)
        }
        let map = Form<[StatedInstalment<String>]>.map("instalments by milestone", size.shape) { key, node, reading in
            size.read(node, reading).map { StatedInstalment(key: key.text, size: $0, place: key.place) }
        }
        return Form(shape: map.shape) { node, reading in
            if case .mapping(let entries) = node.content, entries.count > Limit.instalments {
                reading.report(
                    entries[Limit.instalments].key.fault(.tooMany("instalments", most: Limit.instalments)))
                return nil
            }
            return map.read(node, reading)
        }
    }
}

extension Form<[StatedInstalment<Day>]> {
    /// By their dates.
    static var schedule: Form {
        let one = Form<StatedInstalment<Day>>.word(.scheduled) { text, reading throws(Problem) in
            guard let (size, day) = text.cut(at: " on ") else {
                throw text.fault(.notASentence(text.text, of: Word.scheduled.name, example: Word.scheduled.example))
            }
            return StatedInstalment(
                key: try day.day(), size: try size.instalment(reading.currency), place: text.place)
        }
        return Form(shape: .list(one.shape, isTall: false)) { node, reading in
            guard case .list(let nodes) = node.content, nodes.count <= Limit.instalments else {
                reading.report(.wrongShape(found: node.kind, wanted: "a list of instalments"), at: node.place)
                return nil
            }
            let before = reading.problems.count
            var places: [Day: SourcePlace] = [:]
            let all = nodes.compactMap { one.read($0, reading) }
            for instalment in all {
                if let first = places[instalment.key] {
                    reading.report(.duplicateKey("\(instalment.key)", first: first), at: instalment.place)
                }
                places[instalment.key] = places[instalment.key] ?? instalment.place
            }
            return reading.problems.count == before ? all.sorted { $0.key < $1.key } : nil
        }
    }
}

extension Reading {
    /// Cuts a price into instalments: shares of it, to the cent, or amounts that add up to it; what is left is for `rest`.
    ///
    /// - Returns: an amount for each, or nil once it is reported that they do not make up the price.
    func amounts<Key>(_ instalments: [StatedInstalment<Key>], of price: Money, at place: SourcePlace) -> [Money]? {
        let rests = instalments.filter { if case .rest = $0.size { true } else { false } }
        if rests.count > 1 {
            report(.terms(.severalRests), at: rests[1].place)
            return nil
        }
        let shares = instalments.compactMap { if case .share(let share) = $0.size { share } else { nil } }
        let amounts = instalments.compactMap { if case .amount(let amount) = $0.size { amount } else { nil } }
        if !shares.isEmpty, !amounts.isEmpty {
            report(.terms(.mixedInstalments), at: place)
            return nil
        }
        return amounts.isEmpty
            ? cut(instalments, shares.reduce(.zero, +), of: price, hasRest: !rests.isEmpty, at: place)
            : fill(instalments, amounts.reduce(.zero, +), of: price, hasRest: !rests.isEmpty, at: place)
    }

    private func cut<Key>(
        _ instalments: [StatedInstalment<Key>], _ sum: Share, of price: Money, hasRest: Bool, at place: SourcePlace
    ) -> [Money]? {
        guard hasRest ? sum < .whole : sum == .whole else {
            report(.terms(.sumOff(sum: sum.text, whole: Share.whole.text, hasRest: hasRest)), at: place)
            return nil
        }
        return price.shared(
            by: instalments.map { instalment in
                if case .share(let share) = instalment.size { share.millionths } else { (.whole - sum).millionths }
            })
    }

    private func fill<Key>(
        _ instalments: [StatedInstalment<Key>], _ sum: Money, of price: Money, hasRest: Bool, at place: SourcePlace
    ) -> [Money]? {
        let left = price - sum
        guard hasRest ? (left > .zero) == (price > .zero) && left != .zero : left == .zero else {
            func text(_ money: Money) -> String { currency.map { money.text(in: $0) } ?? "\(money.minorUnits)" }
            report(.terms(.sumOff(sum: text(sum), whole: text(price), hasRest: hasRest)), at: place)
            return nil
        }
        return instalments.map { if case .amount(let amount) = $0.size { amount } else { left } }
    }
}
