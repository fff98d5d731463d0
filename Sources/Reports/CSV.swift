// SPDX-License-Identifier: GPL-3.0-or-later

/// Comma-separated text as RFC 4180 has it, with line feeds, safe to open in a spreadsheet.
public enum CSV {
    public static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
    }

    /// Quoted where it must be. Text that a spreadsheet would run as a formula gets an apostrophe in front; plain
    /// negative numbers stay numbers. Control characters but tabs and line breaks are shown as a middle dot, as everywhere.
    static func cell(_ text: String) -> String {
        var text = text.unicodeScalars.allSatisfy { !isUnseen($0) } ? text : seen(text)
        // By scalars: a combining mark or a line feed behind it does not make the sign another one.
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && !"\t\r\n".unicodeScalars.contains(scalar)
    }

    private static func seen(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isUnseen($0) ? "·" : $0 }))
    }
}
