// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
    /// Columns on a terminal: wide East Asian characters and emoji take two.
    var columns: Int {
        reduce(0) { sum, character in
            guard let scalar = character.unicodeScalars.first else { return sum }
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                return sum + 2
            default: return sum + 1
            }
        }
    }

    /// The text, cut to a number of columns with an ellipsis where it is longer.
    func cut(to limit: Int) -> String {
        guard columns > limit else { return String(self) }
        var kept = ""
        for character in self {
            guard (kept + String(character)).columns < limit else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// Lines of at most so many columns, broken between words; a word that is longer is cut.
    func wrapped(to limit: Int) -> [String] {
        var lines = [""]
        for word in split(separator: " ") {
            let last = lines.count - 1
            if lines[last].isEmpty {
                lines[last] = word.cut(to: limit)
            } else if lines[last].columns + 1 + word.columns <= limit {
                lines[last] += " " + word
            } else {
                lines.append(word.cut(to: limit))
            }
        }
        return lines
    }
}
