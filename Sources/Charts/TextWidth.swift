// SPDX-License-Identifier: GPL-3.0-or-later

/// How wide text is about, in the sans-serif faces that systems come with. It is estimated from above, so that what is
/// laid out by it does not overlap.
public enum TextWidth {
    /// - Parameter size: of the face, in units of the drawing.
    public static func of(_ text: String, size: Double) -> Double {
        text.reduce(0) { $0 + width($1) } * size
    }

    /// The text, cut with an ellipsis where it is wider than there is room for; empty where not even that fits.
    public static func fit(_ text: String, in room: Double, size: Double) -> String {
        guard of(text, size: size) > room else { return text }
        var kept = ""
        var used = width("…") * size
        for character in text {
            used += width(character) * size
            guard used <= room else { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept.isEmpty ? "" : kept + "…"
    }

    /// In ems.
    private static func width(_ character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch character {
        case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!", "(", ")", "[", "]", " ", "f", "t", "r", "-", "·":
            return 0.36
        case "m", "w", "M", "W", "@", "%", "…", "—": return 0.92
        case "A"..."Z": return 0.7
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 1
        default: return 0.58
        }
    }
}
