// SPDX-License-Identifier: GPL-3.0-or-later

/// A scalar in its canonical form: spaced alike, and between quotes only where YAML needs them.
func written(_ text: String, _ shape: Shape?, inBraces: Bool) -> String {
    guard case .word(let word)? = shape?.resolved(for: .text(text)) else {
        return quotedIfNeeded(text, inBraces, false)
    }
    return quotedIfNeeded(word.isFree ? text : spaced(text), inBraces, word.isFree)
}

extension Word {
    /// Names and paths, which stay as they are.
    fileprivate var isFree: Bool { self == .text || self == .path || self == .milestone }
}

/// One space between words, none before a comma, and one on each side of `..`, `+` and the `/` between weeks.
private func spaced(_ text: String) -> String {
    guard text.utf8.contains(where: { " .,+".utf8.contains($0) }) else { return text }
    var text = text.replacing("..", with: " .. ").replacing(",", with: ", ").replacing("+", with: " + ")
    if text.contains(" /") || text.contains("/ ") { text = text.replacing("/", with: " / ") }
    return text.split(separator: " ").joined(separator: " ").replacing(" ,", with: ",")
}

private func quotedIfNeeded(_ text: String, _ inBraces: Bool, _ isFree: Bool) -> String {
    isPlain(text, inBraces) && !(isFree && isTyped(text)) ? text : doubleQuoted(text)
}

/// Whether YAML reads the text back as it is without quotes.
private func isPlain(_ text: String, _ inBraces: Bool) -> Bool {
    guard let first = text.first else { return true }
    if first.isLetter || first.isNumber, text.utf8.allSatisfy(isHarmless) { return !text.hasSuffix(" ") }
    let isNegative = first == "-" && text.dropFirst().first?.isNumber ?? false
    let startsSoundly = isNegative || !"-?:,[]{}#&*!|>'\"%@`=~ ".contains(first)
    let marks = inBraces ? text.contains { ",[]{}".contains($0) } : false
    let isPrintable = text.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
    return startsSoundly && !marks && isPrintable && !text.contains(": ") && !text.contains(" #")
        && !text.hasSuffix(":")
        && !text.hasSuffix(" ") && !text.hasPrefix("...")
}

/// The bytes that most values are made of, which mean nothing to YAML within a text.
private func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: "-"), UInt8(ascii: "%"):
        true
    default: false
    }
}

/// Whether other programs take a name for a truth value, a number or nothing.
private func isTyped(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    return ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
        || (text.hasPrefix("-") ? text.dropFirst() : text[...]).utf8.allSatisfy {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".")
        }
}

private func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case _ where !isPlain("x\(scalar)x", false):
            let hex = String(scalar.value, radix: 16, uppercase: true)
            let width = hex.count <= 4 ? 4 : 8
            result += (width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - hex.count) + hex
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
