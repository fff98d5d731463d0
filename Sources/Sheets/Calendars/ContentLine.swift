// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Lines of a calendar file, as RFC 5545 section 3.1 has them.
enum ContentLine {
    /// What a line holds at most, in bytes, without its end.
    static let most = 75

    /// A line, folded where it is too long: the rest goes on behind a space. Characters are not cut in two.
    static func folded(_ line: String) -> String {
        var (text, length) = ("", 0)
        for character in line.unicodeScalars {
            let size = UTF8.width(character)
            if length + size > most {
                text += "\r\n "
                length = 1
            }
            text.unicodeScalars.append(character)
            length += size
        }
        return text + "\r\n"
    }

    /// A value of the type TEXT (section 3.3.11). Control characters that no reader would show are shown as a middle dot;
    /// line feeds stay.
    static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { part in
            String(part).printable.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
        }.joined(separator: "\\n")
    }

    /// `20260105`
    static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }
}

extension UTF8 {
    fileprivate static func width(_ scalar: UnicodeScalar) -> Int { UTF8.encode(scalar)?.count ?? 0 }
}
