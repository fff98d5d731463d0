// SPDX-License-Identifier: GPL-3.0-or-later

/// How the fields of an MPS line are told apart.
public enum MPSFormat: Hashable, Sendable {
    /// By their place in the line (characters 2–3, 5–12, 15–22, 25–36, 40–47, 50–61); names may contain spaces.
    case fixed
    /// By the spaces between them.
    case free
}

/// One data line, cut into fields.
struct MPSFields {
    /// The leading row or bound type, where the section has one.
    var type: String
    /// The fields behind the type.
    var rest: [String]

    init(_ line: Substring.UTF8View, _ format: MPSFormat, hasType: Bool) {
        switch format {
        case .free:
            let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.map { String(Substring($0)) }
            type = hasType ? words.first ?? "" : ""
            rest = Array(hasType ? words.dropFirst() : words[...])
        case .fixed:
            let bytes = Array(line)
            func field(_ first: Int, _ last: Int) -> String {
                guard first <= bytes.count else { return "" }
                let field = bytes[(first - 1)..<min(last, bytes.count)]
                let trimmed = field.drop { $0 <= 0x20 }
                let end = trimmed.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? trimmed.startIndex
                return String(decoding: trimmed[..<end], as: UTF8.self)
            }
            type = field(2, 3)
            rest = [field(5, 12), field(15, 22), field(25, 36), field(40, 47), field(50, 61)]
            while rest.last == "" { rest.removeLast() }
        }
    }

    /// A name, or none, and pairs of a name and a number: what COLUMNS, RHS and RANGES lines consist of.
    func pairs(nameIsOptional: Bool) throws(MPSError.Problem) -> (name: String, pairs: [(String, Double)]) {
        let isNamed = !rest.count.isMultiple(of: 2)
        guard (isNamed || nameIsOptional) && (2...5).contains(rest.count) else { throw .fieldCount(rest.count) }
        var pairs: [(String, Double)] = []
        for index in stride(from: isNamed ? 1 : 0, to: rest.count, by: 2) {
            pairs.append((rest[index], try number(rest[index + 1])))
        }
        return (isNamed ? rest[0] : "", pairs)
    }
}

/// A finite or infinite number; FORTRAN's D may stand for E.
func number(_ text: String) throws(MPSError.Problem) -> Double {
    let plain = String(text.map { $0 == "d" || $0 == "D" ? "e" : $0 })
    guard let value = Double(plain), !value.isNaN, !plain.lowercased().hasPrefix("0x") else { throw .notANumber(text) }
    return value
}

extension MPSError.Problem: Error {}
