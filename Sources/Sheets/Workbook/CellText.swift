// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Text as cells can hold it.
enum CellText {
    /// What a cell takes at most, in UTF-16 units.
    static let most = 32_767

    /// Control characters and characters that XML does not have are shown as a middle dot; what a reader of XLSX would take
    /// for an escaped character (`_x0041_`) is escaped itself; what is too long is cut.
    static func safe(_ text: String) -> String {
        let shown = String(
            String.UnicodeScalarView(
                text.printable.unicodeScalars.map { "\u{FFFE}\u{FFFF}".unicodeScalars.contains($0) ? "·" : $0 }))
        return escaped(cut(shown))
    }

    private static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x(?=[0-9A-Fa-f]{4}_)/, with: "_x005F_x")
    }

    private static func cut(_ text: String) -> String {
        // Escapes make it longer, by eight at most for each seven characters.
        guard text.utf16.count > most / 3 else { return text }
        var (short, length) = ("", 0)
        for character in text {
            length += character.utf16.count
            guard length < most / 3 else { break }
            short.append(character)
        }
        return short + "…"
    }
}
