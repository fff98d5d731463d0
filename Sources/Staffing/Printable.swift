// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
    /// Control characters, which could move the cursor or recolour a terminal, are shown as a middle dot.
    package var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : $0 }))
    }
}
