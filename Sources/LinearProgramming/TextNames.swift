// SPDX-License-Identifier: GPL-3.0-or-later

/// Names as both text formats allow them, so that a row or column has the same name in either.
///
/// `[` and `]` become `(` and `)`. Letters and digits of ASCII and `( ) _ . , ' # @ ! ~` stay; everything else becomes `_`,
/// because it separates words or terms in some reader. A name that would read as a number, as an exponent or as a
/// keyword gets a `_` in front. Names are cut after 200 characters, and one that is taken gets `~2`, `~3`, … behind.
struct TextNames {
    let rows: [String]
    let columns: [String]
    static let objective = "obj"
    /// A column fixed to one that carries the constant: readers disagree about every other way to write it.
    static let constant = "constant"
    /// A row and a column that say nothing, where a format wants at least one.
    static let nothing = "nothing"

    init(_ model: Model) {
        rows = Self.unique(model.rowCount, model.naming.row, reserved: [Self.objective, Self.nothing])
        columns = Self.unique(model.columnCount, model.naming.column, reserved: [Self.constant, Self.nothing])
    }

    private static func unique(_ count: Int, _ name: (Int) -> String, reserved: Set<String>) -> [String] {
        var taken = reserved
        var lastSuffix: [String: Int] = [:]
        return (0..<count).map { index in
            let plain = allowed(name(index))
            var unique = plain
            while !taken.insert(unique).inserted {
                lastSuffix[plain, default: 1] += 1
                unique = "\(plain)~\(lastSuffix[plain, default: 1])"
            }
            return unique
        }
    }

    static func allowed(_ name: String) -> String {
        let bytes = name.unicodeScalars.prefix(200).map { scalar -> UInt8 in
            switch scalar {
            case "[": UInt8(ascii: "(")
            case "]": UInt8(ascii: ")")
            case "a"..."z", "A"..."Z", "0"..."9", "(", ")", "_", ".", ",", "'", "#", "@", "!", "~": UInt8(scalar.value)
            default: UInt8(ascii: "_")
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return needsPrefix(text) ? "_" + text : text
    }

    private static func needsPrefix(_ name: String) -> Bool {
        guard let first = name.first, first.isLetter || first == "_" else { return true }
        let isExponent = "eE".contains(first) && name.dropFirst().first.map { $0.isNumber || "eE".contains($0) } == true
        return isExponent || keywords.contains(name.lowercased())
    }

    private static let keywords: Set<String> = [
        "max", "maximize", "maximise", "maximum", "min", "minimize", "minimise", "minimum", "subject", "such", "st",
        "st.", "s.t.", "bound", "bounds", "free", "inf", "infinity", "gen", "general", "generals", "int", "integer",
        "integers", "bin", "binary", "binaries", "semi", "semis", "sec", "sos", "end", "nan",
    ]
}

/// The shortest decimal number that reads back as the same Double.
func shortest(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
